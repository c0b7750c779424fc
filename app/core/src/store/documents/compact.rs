//! Compacting documents, and removing them from the store.

use rusqlite::params;
use uuid::Uuid;

use crate::document::Document;
use crate::error::Error;
use crate::store::Store;

use super::{DocumentRow, heads_to_bytes};

impl Store {
    /// Compacts one document that is due. Called while the store is idle.
    pub(in crate::store) fn tidy(&mut self) -> Result<(), Error> {
        let Some(id) = self.to_save.pop_first() else {
            return Ok(());
        };
        self.atomically(|store| {
            let document = store.open_document(id)?;
            let bytes = document.save();
            // The chunks are only replaced by bytes that load to the same heads.
            if let Err(error) = Document::load_as(&bytes, &document.heads(), &store.actor) {
                tracing::error!("document {id} stays as it was saved: {error}");
                store.open.put(id, document);
                return Ok(());
            }
            store.replace_chunks(id, &bytes)?;
            store.open.put(id, document);
            Ok(())
        })
    }

    fn replace_chunks(&self, id: Uuid, bytes: &[u8]) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM chunks WHERE document = ?1")?
            .execute([id.as_bytes()])?;
        self.connection
            .prepare_cached("INSERT INTO chunks (document, n, bytes) VALUES (?1, 0, ?2)")?
            .execute(params![id.as_bytes(), bytes])?;
        Ok(())
    }

    /// Stores a document some of whose changes were replayed. They are unsent, also where records of
    /// the old ones are on their way: the log's readers refuse those.
    pub(super) fn replace_replayed(
        &mut self,
        id: Uuid,
        before: &DocumentRow,
        document: &Document,
    ) -> Result<(), Error> {
        self.replace_chunks(id, &document.save())?;
        self.set_heads(id, &before.heads, &document.heads())?;
        // -1 acknowledges no rev.
        self.connection
            .prepare_cached("UPDATE outbox SET rev = -1, heads = ?2 WHERE document = ?1")?
            .execute(params![id.as_bytes(), heads_to_bytes(&before.logged)])?;
        Ok(())
    }

    /// Removes a document and returns it. The caller cleans up its projected rows.
    pub(in crate::store) fn forget_document(&mut self, id: Uuid) -> Result<Document, Error> {
        let document = self.open_document(id)?;
        self.move_digest(id, &document.heads(), &[])?;
        for sql in [
            "DELETE FROM chunks WHERE document = ?1",
            "DELETE FROM unsent WHERE document = ?1",
            "DELETE FROM documents WHERE id = ?1",
        ] {
            self.connection
                .prepare_cached(sql)?
                .execute([id.as_bytes()])?;
        }
        self.to_save.remove(&id);
        Ok(document)
    }
}
