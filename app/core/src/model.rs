//! The practice's vocabulary: fields, statuses, steps, kinds and limits. It knows no other part of the core.
//!
//! Each variant of an enum that is stored has a word. Words are frozen: documents, databases and signed
//! bytes contain them.

mod case;
mod contact;
mod contact_texts;
mod decision;
mod encounter;
mod expense;
mod import;
mod limits;
mod party;
mod problem;
mod study;
mod sync;
mod team;
#[cfg(test)]
mod tests;
mod words;

pub use case::{CaseField, CaseStatus, ClosingWhat, Outcome, TrustStep};
pub use contact::{ContactField, RelationKind};
pub use contact_texts::ContactTexts;
pub use decision::DecisionKind;
pub use encounter::{Channel, EntryRef, SignalState, Who};
pub use expense::Purpose;
pub use import::{
    ColumnChoice, Holds, ImportKind, ImportReason, Likeness, RowProblem, UnsureColumn,
};
pub use limits::{MAX_LINE, MAX_TEXT};
pub use party::PartyState;
pub use problem::ProblemType;
pub use study::{InterviewRole, STUDY_WEEKS, StudyField};
pub use sync::{QuarantineReason, SyncMark};
pub use team::{AgendaField, TeamSetting};
pub(crate) use words::words;
