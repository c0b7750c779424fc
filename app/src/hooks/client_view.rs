//! Reading along: the client sees one screen, and the rest of the app stays shut until the code is
//! entered.

use dioxus::prelude::*;
use voorveld_core::CaseId;

use super::Lock;

/// The case that is being read along, if any. It lives behind the lock and ends with it.
#[derive(Clone, Copy)]
pub struct ClientMode(Signal<Option<CaseId>>);

/// Provides [`ClientMode`] in the context.
pub fn use_client_mode_provider() -> ClientMode {
    let held = use_signal(|| None);
    use_context_provider(|| ClientMode(held))
}

/// Returns [`ClientMode`] from the context.
pub fn use_client_mode() -> ClientMode {
    use_context::<ClientMode>()
}

impl ClientMode {
    /// Starts reading along, just before the phone is handed over.
    pub fn begin(mut self, case: CaseId) {
        if *self.0.peek() != Some(case) {
            self.0.set(Some(case));
        }
    }

    /// Returns the case that is being read.
    pub fn held(self) -> Option<CaseId> {
        (self.0)()
    }

    /// Returns to the app at once, because the phone was not handed over after all.
    pub fn end(mut self) {
        self.0.set(None);
    }

    /// Returns to the app through the code; at once when there is no lock (a single screen in
    /// isolation).
    pub fn leave(self, lock: Option<Lock>) {
        match lock {
            Some(lock) => lock.ask(),
            None => self.end(),
        }
    }
}
