//! Schema versions of the store, tracked in `PRAGMA user_version`. A migration is never edited.

use rusqlite::Connection;

use crate::Error;

/// One migration per version, starting at 1. A large one is a folder with one file per subject.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001-start.sql"),
    concat!(
        include_str!("migrations/0002-practice/team.sql"),
        include_str!("migrations/0002-practice/search.sql"),
        include_str!("migrations/0002-practice/closings.sql"),
        include_str!("migrations/0002-practice/parties.sql"),
        include_str!("migrations/0002-practice/decision.sql"),
        include_str!("migrations/0002-practice/expense.sql"),
        include_str!("migrations/0002-practice/study.sql"),
        include_str!("migrations/0002-practice/agenda.sql"),
        include_str!("migrations/0002-practice/relations.sql"),
        include_str!("migrations/0002-practice/cover.sql"),
        include_str!("migrations/0002-practice/effect.sql"),
        include_str!("migrations/0002-practice/signal.sql"),
        include_str!("migrations/0002-practice/contact.sql"),
        include_str!("migrations/0002-practice/speed.sql"),
    ),
    concat!(
        include_str!("migrations/0003-real-lists/import.sql"),
        include_str!("migrations/0003-real-lists/order.sql"),
        include_str!("migrations/0003-real-lists/search.sql"),
        include_str!("migrations/0003-real-lists/intake.sql"),
        include_str!("migrations/0003-real-lists/days.sql"),
        include_str!("migrations/0003-real-lists/notes.sql"),
    ),
    concat!(
        include_str!("migrations/0004-news/news.sql"),
        include_str!("migrations/0004-news/settle.sql"),
    ),
    include_str!("migrations/0005-taking-back/entries.sql"),
    concat!(
        include_str!("migrations/0006-put-right/expenses.sql"),
        include_str!("migrations/0006-put-right/entries.sql"),
        include_str!("migrations/0006-put-right/joins.sql"),
    ),
];

/// The newest schema version this app knows.
pub(crate) const SCHEMA: u32 = MIGRATIONS.len() as u32;

/// Migrates an open database to [`SCHEMA`], one transaction per version.
///
/// # Errors
/// [`Error::StoreNewer`] if a newer version of the app wrote the database, which is left unchanged;
/// errors of SQLite.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > SCHEMA {
        return Err(Error::StoreNewer {
            found,
            known: SCHEMA,
        });
    }
    for (version, migration) in (1..).zip(MIGRATIONS).skip(found as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}
