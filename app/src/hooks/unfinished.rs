//! What was typed in a line that is being rewritten, and neither kept nor given up: it is there again
//! after the lock, when the same line is opened. In memory only.

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

/// What stood there, and what was made of it.
#[derive(Debug, Clone)]
struct Typed {
    from: String,
    text: String,
}

#[derive(Clone, Copy)]
struct All(CopyValue<HashMap<Place, Typed>>);

/// Puts it in the context, outside the lock.
pub fn use_unfinished_provider() {
    use_hook(|| provide_context(All(CopyValue::new(HashMap::new()))));
}

/// What was typed in one field of this page.
#[derive(Clone)]
pub struct Unfinished {
    all: Option<All>,
    place: Place,
    from: String,
}

/// What was typed in this field, as long as what it was made of still stands there.
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
    /// The text to begin with.
    pub fn text(&self) -> String {
        let typed = self
            .all
            .and_then(|All(all)| all.peek().get(&self.place).cloned());
        typed
            .filter(|typed| typed.from == self.from)
            .map_or_else(|| self.from.clone(), |typed| typed.text)
    }

    /// The text changed.
    pub fn set(&self, text: &str) {
        if let Some(All(mut all)) = self.all {
            let typed = Typed {
                from: self.from.clone(),
                text: text.to_owned(),
            };
            all.write().insert(self.place.clone(), typed);
        }
    }

    /// It is kept, or given up.
    pub fn forget(&self) {
        if let Some(All(mut all)) = self.all {
            all.write().remove(&self.place);
        }
    }
}
