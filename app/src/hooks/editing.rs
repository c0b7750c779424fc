//! Editing one value in place.

use dioxus::prelude::*;
use voorveld_core::Error;
use voorveld_core::api::RequestType;

use super::{Action, use_action};

/// Whether a line is open for editing, and how storing it goes.
#[derive(Clone, Copy, PartialEq)]
pub struct Editing {
    open: Signal<bool>,
    /// Why the text was refused before it was sent.
    refused: Signal<Option<Error>>,
    action: Action,
}

/// Creates a closed [`Editing`] for the current component.
pub fn use_editing() -> Editing {
    Editing {
        open: use_signal(|| false),
        refused: use_signal(|| None),
        action: use_action(),
    }
}

impl Editing {
    /// Tells whether the editor is open.
    pub fn is_open(self) -> bool {
        (self.open)()
    }

    /// Opens the editor.
    pub fn open(mut self) {
        self.open.set(true);
    }

    /// Stores the value; the editor stays open until that has succeeded.
    pub fn save<R: RequestType + 'static>(mut self, request: R) {
        self.refused.set(None);
        self.action
            .send_then(request, move |_| self.open.set(false));
    }

    /// Says why the text cannot be stored; the editor stays open.
    pub fn refuse(mut self, error: Error) {
        self.refused.set(Some(error));
    }

    /// Closes the editor and drops the error of the last try.
    pub fn cancel(mut self) {
        self.refused.set(None);
        self.action.clear();
        self.open.set(false);
    }

    /// Tells whether the value is being stored.
    pub fn busy(self) -> bool {
        self.action.busy()
    }

    /// Returns the error of the last try.
    pub fn problem(self) -> Option<Error> {
        (self.refused)().or_else(|| self.action.problem())
    }
}
