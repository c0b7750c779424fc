//! A cache of loaded documents, so that consecutive edits need not reload them.

use std::collections::HashMap;

use uuid::Uuid;

use super::open::OPEN_OPERATIONS;
use crate::document::Document;

/// Number of documents cached outside of catching up.
const OPEN_DOCUMENTS: usize = 48;

/// Loaded documents; the least recently used one is evicted first.
#[derive(Debug, Default)]
pub(super) struct OpenDocuments {
    open: HashMap<Uuid, Open>,
    turn: u64,
    /// Whether to cache by [`OPEN_OPERATIONS`] instead of by number, while the phone catches up with
    /// the log.
    many: bool,
    /// Number of operations in all cached documents.
    operations: u64,
}

#[derive(Debug)]
struct Open {
    document: Document,
    turn: u64,
    operations: u64,
}

impl OpenDocuments {
    /// Removes a document from the cache and returns it.
    pub(super) fn take(&mut self, id: Uuid) -> Option<Document> {
        let open = self.open.remove(&id)?;
        self.operations -= open.operations;
        Some(open.document)
    }

    /// Puts a document into the cache as the most recently used one.
    pub(super) fn put(&mut self, id: Uuid, document: Document) {
        self.take(id);
        self.turn += 1;
        let operations = document.operations();
        self.operations += operations;
        let open = Open {
            document,
            turn: self.turn,
            operations,
        };
        self.open.insert(id, open);
        self.drop_least_used();
    }

    /// Sets whether to cache many documents because the phone catches up with the log.
    pub(super) fn keep_many(&mut self, many: bool) {
        self.many = many;
        self.drop_least_used();
    }

    fn drop_least_used(&mut self) {
        while match self.many {
            true => self.operations > OPEN_OPERATIONS && self.open.len() > 1,
            false => self.open.len() > OPEN_DOCUMENTS,
        } {
            let oldest = self.open.iter().min_by_key(|(_, open)| open.turn);
            let Some(oldest) = oldest.map(|(id, _)| *id) else {
                return;
            };
            self.take(oldest);
        }
    }

    /// Empties the cache, for example because its documents may be ahead of the file.
    pub(super) fn clear(&mut self) {
        self.open.clear();
        self.operations = 0;
    }
}
