//! Somebody reads along on this phone: one screen, and nothing else of the app until the code is given.

use dioxus::prelude::*;
use voorveld_core::CaseId;

use super::Lock;

/// Whether somebody reads along, and in which case. It lives behind the lock and ends with it.
#[derive(Clone, Copy)]
pub struct Along(Signal<Option<CaseId>>);

/// Puts it in the context.
pub fn use_along_provider() -> Along {
    let held = use_signal(|| None);
    use_context_provider(|| Along(held))
}

/// From the context.
pub fn use_along() -> Along {
    use_context::<Along>()
}

impl Along {
    /// The phone is about to be handed over.
    pub fn begin(mut self, case: CaseId) {
        if *self.0.peek() != Some(case) {
            self.0.set(Some(case));
        }
    }

    /// The case that is read.
    pub fn held(self) -> Option<CaseId> {
        (self.0)()
    }

    /// Back to the app at once: the phone was not handed over after all.
    pub fn end(mut self) {
        self.0.set(None);
    }

    /// Back to the app: behind the code. Without a lock around it (one screen to look at) at once.
    pub fn leave(self, lock: Option<Lock>) {
        match lock {
            Some(lock) => lock.ask(),
            None => self.end(),
        }
    }
}
