//! View models: what a screen shows, ready to be shown, and nothing else.
//!
//! Times are UTC; a screen shows them in the phone's own time zone. Texts are plain text as people
//! typed them, never markup.

mod case;
mod contact;
mod import;
mod search;
mod settings;
mod signal;
mod team;
mod team_settings;
mod teams;
mod today;

pub use case::{
    AroundLine, CaseField, CaseLine, CaseList, CaseStatus, CaseView, Channel, Clash, ClashValue,
    CommitmentLine, SafetyFact, Timeline, TimelineEntry, TrustChange, TrustStep,
};
pub use contact::{ContactField, ContactLine, ContactView, District, Network};
pub use import::{ImportKind, ImportPreview, ImportReason, ImportReport, ImportRow, RowProblem};
pub use search::{CaseHit, ContactHit, EncounterHit, SearchResult, Span, WhoOption};
pub use settings::{Appearance, Language, LockAfter, Place, Settings};
pub use signal::{SignalState, SignalView};
pub use team::{
    Invitation, OnlyHereLine, PartnerView, SyncReport, SyncState, TeamView, WorkCounts,
};
pub use team_settings::{TeamSetting, TeamSettings};
pub use teams::{Damage, TeamEntry};
pub use today::{News, NewsLine, NewsPlace, SignalLine, Today};

use serde::{Deserialize, Serialize};

use crate::{CaseId, ContactId};

/// Where a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncMark {
    /// Only on this phone.
    OnlyHere,
    /// With the team: the server keeps it, durably.
    WithTeam,
}

/// Whom an encounter is with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Who {
    /// Nobody known yet: it becomes a signal.
    #[default]
    Unknown,
    /// Somebody there is a case of.
    Case(CaseId),
    /// A contact in the neighbourhood.
    Contact(ContactId),
}
