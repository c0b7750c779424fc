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
mod joining;
mod news;
mod party;
mod relation;
mod search;
mod settings;
mod settle;
mod signal;
mod study;
mod taking_back;
mod team;
mod team_settings;
mod teams;
mod today;
mod twice;

pub use call_list::{CallList, CallListLine};
pub use case::{
    AroundLine, CaseLine, CaseList, CaseView, Clash, ClashValue, CommitmentLine, EndedFact,
    SafetyFact, Timeline, TimelineEntry, TrustChange,
};
pub use case_export::{
    AgendaRecord, CaseExport, CaseFacts, CommitmentRecord, DecisionRecord, DocumentFile,
    ExpenseRecord, OtherValue, PersonFile, SafetyRecord,
};
pub use checkup::{Checkup, Finding, Rescue};
pub use client_view::{ClientContact, ClientView, ClientViewCommitment};
pub use closing::ClosingLine;
pub use contact::{ContactLine, ContactView, District, Network};
pub use core_team::{AgendaDecision, AgendaItem, CoreTeam};
pub use cover::{CrisisCard, Weeks};
pub use decision::{
    DecisionFault, DecisionLine, DecisionProof, GoneSince, HandoverState, InvolvedLine,
    LookAgainLine, ProvenDecision,
};
pub use effect::{Effect, EffectYear, PartiesEffect};
pub use expense::{CaseExpenses, CaseTotal, ExpenseDraft, ExpenseLine, ExpenseMonth, ReceiptRef};
pub use filter::{CaseChoices, CaseFilter};
pub use found::{Found, Total};
pub use import::{ImportPreview, ImportReport, ImportRow, LooksLike, PastImport, TakenBack};
pub use joining::{OtherCase, Together};
pub use news::{News, NewsLine, NewsPart, NewsPlace};
pub use party::{PartyLine, PartyStep};
pub use relation::RelationLine;
pub use search::{CaseHit, ContactHit, EncounterHit, SearchResult, Span, WhoOption};
pub use settings::{Appearance, Language, Location, LockAfter, Settings};
pub use settle::{ClashLine, Clashed, MovedTo, MovedTwice, ToSettle};
pub use signal::{LinkedCase, SignalView};
pub use study::{
    InterviewChoice, InterviewLine, ReadOver, Recognised, ReportQuote, ReportTheme, StudyLine,
    StudyReport, StudyView, Tell, ThemeCount,
};
pub use taking_back::{EntryChange, EntryView, EntryWas, GoneHow, GoneLine, Saved};
pub use team::{
    CatchUp, Doubt, Invitation, OnlyHereLine, PartnerView, QuarantinedView, ServerDoubt,
    SyncReport, SyncState, TeamView, WorkCounts,
};
pub use team_settings::TeamSettings;
pub use teams::{Damage, TeamEntry};
pub use today::{SignalLine, Today, TodayLines};
pub use twice::stands_twice;
