//! Which tab of a case is open: still that one when one comes back from a page of the case. It is
//! forgotten with the case, and when the app is locked.

use dioxus::prelude::*;
use voorveld_core::CaseId;

/// A tab of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each is called after its tab")]
pub enum Part {
    #[default]
    Timeline,
    Commitments,
    Parties,
    Expenses,
    Decisions,
    Facts,
}

/// The tab that was opened, and of which case.
#[derive(Clone, Copy)]
pub struct OpenPart(Signal<Option<(CaseId, Part)>>);

/// Puts it in the context.
pub fn use_open_part_provider() {
    use_context_provider(|| OpenPart(Signal::new(None)));
}

/// The open tab, from the context.
pub fn use_open_part() -> OpenPart {
    use_context::<OpenPart>()
}

impl OpenPart {
    /// The open tab of this case.
    pub fn of(self, case: CaseId) -> Part {
        match (self.0)() {
            Some((of, part)) if of == case => part,
            _ => Part::default(),
        }
    }

    /// A tab of this case was opened: one comes back to it, or was led to it.
    pub fn is_of(self, case: CaseId) -> bool {
        self.0.peek().is_some_and(|(of, _)| of == case)
    }

    /// Another tab was pressed.
    pub fn open(mut self, case: CaseId, part: Part) {
        self.0.set(Some((case, part)));
    }

    /// The page is now about this case, or about none.
    pub fn stays_with(mut self, case: Option<CaseId>) {
        let of = self.0.peek().as_ref().map(|(of, _)| *of);
        if of.is_some() && of != case {
            self.0.set(None);
        }
    }
}
