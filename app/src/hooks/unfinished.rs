//! Unsaved inline edits, restored when the same line is opened again after the lock. Kept in memory
//! only.

use std::collections::HashMap;

use dioxus::history::history;
use dioxus::prelude::*;
use voorveld_core::TeamId;

use super::use_workspace;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Place {
    team: TeamId,
    page: String,
    field: String,
}

/// The original text, and the edited one.
#[derive(Debug, Clone)]
struct Typed {
    from: String,
    text: String,
}

#[derive(Clone, Copy)]
struct All(CopyValue<HashMap<Place, Typed>>);

/// Provides the store of unsaved edits, outside the lock.
pub fn use_unfinished_provider() {
    use_hook(|| provide_context(All(CopyValue::new(HashMap::new()))));
}

/// The unsaved edit of one field of the current page.
#[derive(Clone)]
pub struct Unfinished {
    all: Option<All>,
    place: Place,
    from: String,
}

/// Returns the unsaved edit of a field; it is ignored once the stored value is no longer `from`.
pub fn use_unfinished(field: &str, from: &str) -> Unfinished {
    let team = use_workspace().team();
    use_hook(|| Unfinished {
        all: try_consume_context::<All>(),
        place: Place {
            team,
            page: history().current_route(),
            field: field.to_owned(),
        },
        from: from.to_owned(),
    })
}

impl Unfinished {
    /// Returns the text to start with.
    pub fn text(&self) -> String {
        let typed = self
            .all
            .and_then(|All(all)| all.peek().get(&self.place).cloned());
        typed
            .filter(|typed| typed.from == self.from)
            .map_or_else(|| self.from.clone(), |typed| typed.text)
    }

    /// Stores the edited text.
    pub fn set(&self, text: &str) {
        if let Some(All(mut all)) = self.all {
            let typed = Typed {
                from: self.from.clone(),
                text: text.to_owned(),
            };
            all.write().insert(self.place.clone(), typed);
        }
    }

    /// Forgets the edit: it was saved or cancelled.
    pub fn forget(&self) {
        if let Some(All(mut all)) = self.all {
            all.write().remove(&self.place);
        }
    }
}
