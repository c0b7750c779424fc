//! Sentences that were offered as danger and not chosen. This phone offers them no more for that person;
//! they stay in the background.

use uuid::Uuid;

use super::keep::derived;
use crate::Error;
use crate::folding::fold;
use crate::store::Store;

/// Among the choices for columns, which have the titles of a table here.
const SHAPE: &str = "\u{1f}no danger";

/// Returns whether somebody saw this sentence about the case and did not choose it.
pub(super) fn is_passed_over(store: &Store, case: Uuid, sentence: &str) -> Result<bool, Error> {
    let mut statement = store
        .connection
        .prepare_cached("SELECT 1 FROM column_choices WHERE shape = ?1 AND title = ?2")?;
    Ok(statement.exists([SHAPE, &key(case, sentence)])?)
}

/// Remembers that somebody saw this sentence about the case and did not choose it.
pub(super) fn pass_over(store: &Store, case: Uuid, sentence: &str) -> Result<(), Error> {
    store
        .connection
        .prepare_cached(
            "INSERT OR IGNORE INTO column_choices (shape, title, holds) VALUES (?1, ?2, '')",
        )?
        .execute([SHAPE, &key(case, sentence)])?;
    Ok(())
}

fn key(case: Uuid, sentence: &str) -> String {
    derived("no danger", case, &fold(sentence)).to_string()
}
