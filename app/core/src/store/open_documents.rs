//! Documents that are open, so that the next edit need not load them.

use std::collections::HashMap;

use uuid::Uuid;

use super::open::OPEN_OPERATIONS;
use crate::document::Document;

/// How many open documents are kept at hand.
const OPEN_DOCUMENTS: usize = 48;

/// Open documents, the least used one dropped first.
#[derive(Debug, Default)]
pub(super) struct OpenDocuments {
    open: HashMap<Uuid, Open>,
    turn: u64,
    /// The same documents are needed again and again.
    many: bool,
    /// Of all that are open.
    operations: u64,
}

#[derive(Debug)]
struct Open {
    document: Document,
    turn: u64,
    operations: u64,
}

impl OpenDocuments {
    pub(super) fn take(&mut self, id: Uuid) -> Option<Document> {
        let open = self.open.remove(&id)?;
        self.operations -= open.operations;
        Some(open.document)
    }

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

    /// Whether to keep many, because the phone catches up with the log.
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

    /// Forgets everything: what is open may be ahead of the file.
    pub(super) fn clear(&mut self) {
        self.open.clear();
        self.operations = 0;
    }
}
