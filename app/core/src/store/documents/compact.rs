//! Compacting documents, and removing them from the store.

use rusqlite::params;
use uuid::Uuid;

use crate::document::Document;
use crate::error::Error;
use crate::store::Store;

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
            store
                .connection
                .prepare_cached("DELETE FROM chunks WHERE document = ?1")?
                .execute([id.as_bytes()])?;
            store
                .connection
                .prepare_cached("INSERT INTO chunks (document, n, bytes) VALUES (?1, 0, ?2)")?
                .execute(params![id.as_bytes(), bytes])?;
            store.open.put(id, document);
            Ok(())
        })
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
