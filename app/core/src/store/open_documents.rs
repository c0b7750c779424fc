//! Documents that are open, so that the next edit need not load them.

use std::collections::HashMap;

use uuid::Uuid;

use crate::document::Document;

/// How many open documents are kept at hand.
const OPEN_DOCUMENTS: usize = 48;

/// Open documents, the least used one dropped first.
#[derive(Debug, Default)]
pub(super) struct OpenDocuments {
    open: HashMap<Uuid, (Document, u64)>,
    turn: u64,
}

impl OpenDocuments {
    pub(super) fn take(&mut self, id: Uuid) -> Option<Document> {
        self.open.remove(&id).map(|(document, _)| document)
    }

    pub(super) fn put(&mut self, id: Uuid, document: Document) {
        self.turn += 1;
        self.open.insert(id, (document, self.turn));
        if self.open.len() > OPEN_DOCUMENTS {
            let oldest = self.open.iter().min_by_key(|(_, (_, turn))| *turn);
            if let Some(oldest) = oldest.map(|(id, _)| *id) {
                self.open.remove(&oldest);
            }
        }
    }

    /// Forgets everything: what is open may be ahead of the file.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }
}
