//! What was saved last, for the quiet line above the bar.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::model::{EntryRef, Who};

use crate::t;

/// Something that was just recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct JustSaved {
    /// The whole sentence, such as "Bewaard bij G.".
    pub text: String,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// What can be changed about it.
    pub entry: Option<EntryRef>,
    /// The closed case that it reopened.
    pub reopened: Option<CaseId>,
}

impl JustSaved {
    /// Something recorded with a person, or with nobody yet.
    pub fn with(who: Who, name: &str, entry: EntryRef) -> Self {
        Self {
            text: match who {
                Who::Unknown => t!("saved-as-signal"),
                _ => t!("saved-with", name: name.to_owned()),
            },
            at: None,
            entry: Some(entry),
            reopened: None,
        }
    }
}

/// The line, shared by all pages. It stays until the next page or the next save: nobody is rushed.
#[derive(Clone, Copy, PartialEq)]
pub struct SavedState {
    said: Signal<Option<JustSaved>>,
    /// Counts the saves, since the same can be said twice.
    turn: Signal<u32>,
}

/// Provides [`SavedState`] in the context.
pub fn use_saved_provider() -> SavedState {
    let (said, turn) = (use_signal(|| None), use_signal(|| 0));
    use_context_provider(|| SavedState { said, turn })
}

/// Returns what was saved last, from the context.
pub fn use_saved() -> SavedState {
    use_context::<SavedState>()
}

impl SavedState {
    /// Returns what to say.
    pub fn said(self) -> Option<JustSaved> {
        (self.said)()
    }

    /// Returns the number of saves so far.
    pub fn turn(self) -> u32 {
        (self.turn)()
    }

    /// Says what was saved.
    pub fn say(mut self, said: JustSaved) {
        self.said.set(Some(said));
        self.turn += 1;
    }

    /// Changes the message without counting it as a save.
    pub fn correct(mut self, change: impl FnOnce(&mut JustSaved)) {
        if let Some(said) = self.said.write().as_mut() {
            change(said);
        }
    }
}
