//! Projecting again what an older version projected by other rules.
//!
//! A migration lists the documents in `to_project`. A document is projected before a screen shows it;
//! the others follow in small batches while the store is idle.

use uuid::Uuid;

use crate::Error;
use crate::api::Change;
use crate::store::Store;
use crate::store::documents::Origin;

/// Documents per batch, so that the next job does not wait long.
const AT_ONCE: u32 = 8;

/// Maximum number of documents that are projected before the first screen.
const FEW: u32 = 32;

impl Store {
    /// Projects a small backlog at once. Called at the start, inside a transaction.
    pub(in crate::store) fn project_few(&mut self) -> Result<(), Error> {
        let waiting: u32 =
            self.connection
                .query_row("SELECT count(*) FROM to_project", [], |row| row.get(0))?;
        self.late = waiting > 0;
        if waiting > FEW {
            return Ok(());
        }
        self.project_waiting(FEW)
    }

    /// Projects one batch. Returns whether more may remain.
    pub(in crate::store) fn project_when_idle(&mut self) -> Result<bool, Error> {
        if self.late {
            self.atomically(|store| store.project_waiting(AT_ONCE))?;
        }
        Ok(self.late)
    }

    /// Projects a document that is about to be read, if it is in the backlog. Must be called outside a
    /// transaction.
    pub(in crate::store) fn project_first(&mut self, document: Uuid) -> Result<(), Error> {
        if !self.late {
            return Ok(());
        }
        let waits = self
            .connection
            .prepare_cached("SELECT 1 FROM to_project WHERE document = ?1")?
            .exists([document.as_bytes()])?;
        match waits {
            true => self.atomically(|store| store.project_again(document)),
            false => Ok(()),
        }
    }

    fn project_waiting(&mut self, limit: u32) -> Result<(), Error> {
        let few: Vec<[u8; 16]> = {
            let mut statement = self
                .connection
                .prepare_cached("SELECT document FROM to_project LIMIT ?1")?;
            let rows = statement.query_map([limit], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        self.late = few.len() == limit as usize;
        for id in few {
            self.project_again(Uuid::from_bytes(id))?;
        }
        if !self.late {
            self.changes.insert(Change::Everything);
        }
        Ok(())
    }

    /// Rebuilds all rows of a document; unsent rows stay unsent.
    pub(in crate::store) fn project_again(&mut self, id: Uuid) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM to_project WHERE document = ?1")?
            .execute([id.as_bytes()])?;
        let Some(row) = self.document_row(id)?.filter(|row| !row.kind.is_blob()) else {
            return Ok(());
        };
        let document = self.open_document(id)?;
        let all = document.all_touched();
        self.project(row.kind, id, &document, &all, Origin::Remote(None))?;
        self.keep_open(id, document);
        Ok(())
    }
}
