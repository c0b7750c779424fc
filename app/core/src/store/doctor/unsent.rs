//! The list and the number of what is only on this phone, and the digest.

use crate::Error;
use crate::store::Store;
use crate::store::digest::{Digest, of_document};
use crate::store::documents::heads_from_bytes;
use crate::store::meta::key;
use crate::store::project::tables::{TABLES, Unsent};
use crate::view::Finding;
use uuid::Uuid;

impl Store {
    /// Checks that the list of unsent items is that of the rows written here that the team's log does
    /// not hold, and that their number is right.
    pub(super) fn check_unsent(&mut self, findings: &mut Vec<Finding>) -> Result<(), Error> {
        let wrong = self.atomically(|store| {
            let mut wrong = store.connection.execute(
                "DELETE FROM unsent WHERE NOT EXISTS
                   (SELECT 1 FROM documents d WHERE d.id = document AND d.acked < unsent.rev)",
                [],
            )?;
            wrong += store.connection.execute(
                "INSERT OR IGNORE INTO unsent (document, part, id, rev)
                 SELECT id, 'other', id, rev FROM documents
                 WHERE kind = 6 AND rev > max(acked, 0)",
                [],
            )?;
            for table in &TABLES {
                let Some(Unsent { id, part }) = &table.unsent else {
                    continue;
                };
                let (name, document) = (table.name, table.owner());
                wrong += store.connection.execute(
                    &format!(
                        "INSERT OR IGNORE INTO unsent (document, part, id, rev)
                         SELECT t.* FROM (SELECT {document} AS owner, {part}, {id}, rev
                           FROM {name} WHERE rev > 0) t
                         JOIN documents d ON d.id = t.owner WHERE t.rev > max(d.acked, 0)"
                    ),
                    [],
                )?;
            }
            let listed: i64 =
                store
                    .connection
                    .query_row("SELECT count(*) FROM unsent", [], |row| row.get(0))?;
            if store.meta(key::UNSENT)? != Some(listed) {
                store.set_meta(key::UNSENT, listed)?;
                wrong += 1;
            }
            Ok(wrong)
        })?;
        if wrong > 0 {
            findings.push(Finding::OnlyHere);
        }
        Ok(())
    }

    /// Checks that the digest is that of all documents.
    pub(super) fn check_digest(&mut self, findings: &mut Vec<Finding>) -> Result<(), Error> {
        let mut digest = Digest::default();
        {
            let mut statement = self.connection.prepare("SELECT id, heads FROM documents")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let heads = heads_from_bytes(row.get_ref(1)?.as_blob().unwrap_or_default());
                let part = of_document(Uuid::from_bytes(row.get(0)?), &heads);
                for (byte, other) in digest.iter_mut().zip(part) {
                    *byte ^= other;
                }
            }
        }
        if digest != self.digest()? {
            self.atomically(|store| store.set_meta(key::DIGEST, digest.as_slice()))?;
            findings.push(Finding::Words);
        }
        Ok(())
    }
}
