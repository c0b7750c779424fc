//! The open tab of a case, remembered while the user visits the case's own pages. It is forgotten when
//! another case opens and when the app locks.

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

/// The open tab, and the case it belongs to.
#[derive(Clone, Copy)]
pub struct OpenPart(Signal<Option<(CaseId, Part)>>);

/// Provides `OpenPart` in the context.
pub fn use_open_part_provider() {
    use_context_provider(|| OpenPart(Signal::new(None)));
}

/// Returns the open tab from the context.
pub fn use_open_part() -> OpenPart {
    use_context::<OpenPart>()
}

impl OpenPart {
    /// Returns the open tab of this case, or the default one.
    pub fn of(self, case: CaseId) -> Part {
        match (self.0)() {
            Some((of, part)) if of == case => part,
            _ => Part::default(),
        }
    }

    /// Tells whether a tab of this case was opened before.
    pub fn is_of(self, case: CaseId) -> bool {
        self.0.peek().is_some_and(|(of, _)| of == case)
    }

    /// Opens a tab of this case.
    pub fn open(mut self, case: CaseId, part: Part) {
        self.0.set(Some((case, part)));
    }

    /// Forgets the open tab unless it belongs to the case the page is now about.
    pub fn stays_with(mut self, case: Option<CaseId>) {
        let of = self.0.peek().as_ref().map(|(of, _)| *of);
        if of.is_some() && of != case {
            self.0.set(None);
        }
    }
}
