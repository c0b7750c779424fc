//! View models: exactly what a screen needs, ready for display.
//!
//! Times are UTC; a screen shows them in Dutch local time ([`day`](crate::day)). Texts are plain text as
//! typed, never markup.

mod call_list;
mod case;
mod case_export;
mod checkup;
mod client_view;
mod closing;
mod contact;
mod core_team;
mod cover;
mod decision;
mod effect;
mod expense;
mod filter;
mod found;
mod import;
mod party;
mod relation;
mod search;
mod settings;
mod signal;
mod study;
mod team;
mod team_settings;
mod teams;
mod today;
mod twice;

pub use call_list::{CallList, CallListLine};
pub use case::{
    AroundLine, CaseField, CaseLine, CaseList, CaseStatus, CaseView, Channel, Clash, ClashValue,
    CommitmentLine, EndedFact, SafetyFact, Timeline, TimelineEntry, TrustChange, TrustStep,
};
pub use case_export::{
    AgendaRecord, CaseExport, CaseFacts, CommitmentRecord, DecisionRecord, DocumentFile,
    ExpenseRecord, OtherValue, PersonFile, SafetyRecord,
};
pub use checkup::{Checkup, Finding, Rescue};
pub use client_view::{ClientContact, ClientView, ClientViewCommitment};
pub use closing::{ClosingLine, ClosingWhat, Outcome};
pub use contact::{ContactField, ContactLine, ContactView, District, Network};
pub use core_team::{AgendaDecision, AgendaField, AgendaItem, CoreTeam};
pub use cover::{CrisisCard, Weeks};
pub use decision::{
    DecisionFault, DecisionKind, DecisionLine, DecisionProof, HandoverState, InvolvedLine,
    LookAgainLine, ProvenDecision,
};
pub use effect::{Effect, EffectYear, PartiesEffect};
pub use expense::{CaseExpenses, CaseTotal, ExpenseDraft, ExpenseLine, ExpenseMonth, ReceiptRef};
pub use filter::{CaseChoices, CaseFilter};
pub use found::{Found, Total};
pub use import::{
    ImportKind, ImportPreview, ImportReason, ImportReport, ImportRow, Likeness, LooksLike,
    PastImport, RowProblem, TakenBack,
};
pub use party::{PartyLine, PartyState, PartyStep};
pub use relation::{RelationKind, RelationLine};
pub use search::{CaseHit, ContactHit, EncounterHit, SearchResult, Span, WhoOption};
pub use settings::{Appearance, Language, Location, LockAfter, Settings};
pub use signal::{LinkedCase, SignalState, SignalView};
pub use study::{
    InterviewChoice, InterviewLine, InterviewRole, ReadOver, Recognised, ReportQuote, ReportTheme,
    STUDY_WEEKS, StudyField, StudyLine, StudyReport, StudyView, Tell, ThemeCount,
};
pub use team::{
    Doubt, Invitation, OnlyHereLine, PartnerView, QuarantineReason, QuarantinedView, ServerDoubt,
    SyncReport, SyncState, TeamView, WorkCounts,
};
pub use team_settings::{TeamSetting, TeamSettings};
pub use teams::{Damage, TeamEntry};
pub use today::{News, NewsLine, NewsPlace, SignalLine, Today, TodayLines};
pub use twice::stands_twice;

use serde::{Deserialize, Serialize};

use crate::{CaseId, ContactId, StudyId};

/// Whether a record has reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncMark {
    /// Stored on this phone only.
    OnlyHere,
    /// Stored durably on the server, for the team.
    WithTeam,
}

/// Whom an encounter was with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Who {
    /// Not known yet: the encounter becomes a signal.
    #[default]
    Unknown,
    /// The person a case is about.
    Case(CaseId),
    /// A contact in the neighbourhood.
    Contact(ContactId),
    /// A respondent of a neighbourhood study: the encounter becomes an interview.
    Study(StudyId),
}
