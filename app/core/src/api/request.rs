//! The list of all requests, and the enums made from it: [`Request`] and [`Response`] are what is passed
//! to the thread that owns the store, and back.
//!
//! A request's kind tells who handles it and what follows:
//! - `query`: the store, outside a transaction; nothing stored changes.
//! - `write`: the store, in a transaction; it changes what the team shares, so that a sync follows.
//! - `local`: the store, in a transaction; it changes what only this phone keeps.
//! - `session`: the session, which asks the sync thread or the vault.

use serde::{Deserialize, Serialize};

use super::*;
use crate::view;

macro_rules! requests {
    ($($kind:ident $name:ident => $response:ty),* $(,)?) => {
        /// All requests in one type, as passed to the thread that owns the store.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Request { $($name($name)),* }

        /// All responses in one type.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum Response { $($name($response)),* }

        impl Request {
            /// Returns whether the request changes data shared with the team, so that a sync should
            /// follow.
            pub(crate) fn is_shared_work(&self) -> bool {
                match self { $(Self::$name(_) => is_shared_work!($kind)),* }
            }
        }

        $(
            impl From<$name> for Request {
                fn from(request: $name) -> Self { Self::$name(request) }
            }
            #[cfg(feature = "test-support")]
            impl TryFrom<Request> for $name {
                type Error = ();
                fn try_from(request: Request) -> Result<Self, ()> {
                    match request { Request::$name(request) => Ok(request), _ => Err(()) }
                }
            }
            impl RequestType for $name {
                type Response = $response;
                fn unwrap(response: Response) -> Option<$response> {
                    match response { Response::$name(response) => Some(response), _ => None }
                }
            }
        )*

        /// Calls a macro with the kind and name of every request, for code that `api/` does not know.
        macro_rules! for_each_request {
            ($callback:ident) => { $callback! { $($kind $name)* } };
        }
        pub(crate) use for_each_request;
    };
}

macro_rules! is_shared_work {
    (write) => {
        true
    };
    (query) => {
        false
    };
    (local) => {
        false
    };
    (session) => {
        false
    };
}

requests! {
    query ReadToday => view::Today,
    query ReadTodayList => view::TodayLines,
    query ReadCases => view::CaseList,
    query ReadCaseChoices => view::CaseChoices,
    query Search => view::SearchResult,
    query FindWho => view::Found<view::WhoOption>,
    query ReadCase => view::CaseView,
    query ReadTimeline => view::Timeline,
    query ReadClientView => view::ClientView,
    query ReadNetwork => view::Network,
    query ReadContact => view::ContactView,
    query ReadSignal => view::SignalView,
    query ReadTeam => view::TeamView,
    query ReadTeamSettings => view::TeamSettings,
    query ReadCoreTeam => view::CoreTeam,
    query ReadOnAgenda => bool,
    query ReadEffect => view::Effect,
    query ReadCaseExport => view::CaseExport,
    query ReadCaseFacts => Vec<view::CaseFacts>,
    query ReadUnlinkedSignals => Vec<view::SignalView>,
    query ListContacts => Vec<ContactId>,
    query ReadWholeContact => view::ContactView,
    query ReadCaseFile => Vec<u8>,
    query ReadDocuments => Vec<view::DocumentFile>,
    query ReadPeople => Vec<view::PersonFile>,
    session ReadTeams => Vec<view::TeamEntry>,
    query ReadDrafts => Vec<Draft>,
    query ReadSettings => view::Settings,
    query ReadLocation => Option<view::Location>,
    query ReadExpenses => view::CaseExpenses,
    query ReadExpenseMonth => view::ExpenseMonth,
    query ReadReceipt => Option<Vec<u8>>,
    query ReadExpenseDraft => Option<view::ExpenseDraft>,
    local SaveExpenseDraft => (),
    write SaveExpense => (),
    write ChangeExpense => (),
    write AddReceipt => ReceiptId,
    local DropReceipt => (),
    query ReadStudies => Vec<view::StudyLine>,
    query ReadStudy => view::StudyView,
    query ReadStudyReport => view::StudyReport,
    query Recognise => view::ReadOver,
    write CreateStudy => StudyId,
    write SetStudyField => (),
    write SetTheme => (),
    write SaveInterview => (),
    write SetMark => (),
    write SetInterviewRole => (),
    write SetQuote => (),
    write SetInterviewContact => (),
    write MakeHelpSignal => SignalId,
    local SaveDraft => (),
    local NoteNewsShown => (),
    write SaveEncounter => view::Saved,
    write EditEncounter => (),
    write CreateCase => CaseId,
    write SetCaseField => (),
    write SetProblem => (),
    write SetSensitive => (),
    write SetTrust => (),
    write AddSafetyFact => (),
    write EndSafetyFact => (),
    write AddCommitment => CommitmentId,
    write EditCommitment => (),
    write TickCommitment => (),
    write SetCaseContact => (),
    write LinkSignal => view::Saved,
    write UnlinkSignal => (),
    query ReadEntry => view::EntryView,
    query ReadGone => Vec<view::GoneLine>,
    write MoveEntry => view::Saved,
    write WithdrawEntry => (),
    write RestoreEntry => (),
    write KeepClosed => (),
    write JoinCases => (),
    write SplitCase => (),
    write RemoveCase => (),
    write BringCaseBack => (),
    query ReadRemovedCases => Vec<view::OtherCase>,
    write PickUpSignal => CaseId,
    write RestSignal => (),
    write WakeSignal => (),
    write SetSignalSource => (),
    write SaveContact => ContactId,
    write SetContactField => (),
    write SetContactTag => (),
    write SetTeamSetting => (),
    write SetOnAgenda => (),
    write WriteAgenda => (),
    write DecideAgenda => (),
    write CloseCase => (),
    write ReopenCase => (),
    write AddParty => PartyId,
    write SetPartyState => (),
    write AddRelation => RelationId,
    write EndRelation => (),
    write SwapLead => (),
    write SnoozeReview => (),
    local SetSettings => (),
    local SaveLocation => (),
    query PreviewImport => view::ImportPreview,
    local ChooseColumn => view::ImportPreview,
    write ConfirmImport => view::ImportReport,
    query ReadImports => Vec<view::PastImport>,
    write TakeBackImport => view::TakenBack,
    query ReadDecisions => Vec<view::DecisionLine>,
    query VerifyDecisions => view::DecisionProof,
    query ReadDecisionDraft => Option<DecisionDraft>,
    query ReadHandover => view::HandoverState,
    query ReadInvolved => Vec<view::InvolvedLine>,
    query ReadCallList => view::CallList,
    local SaveDecisionDraft => (),
    write AddDecision => (),
    write LookAgain => (),
    write HandOver => (),
    write SetInvolved => (),
    write SaveCallLine => CallListId,
    write RemoveCallLine => (),
    write MoveCallLine => (),
    write LogEscalation => (),
    session StartTeam => (),
    session Invite => view::Invitation,
    session JoinTeam => (),
    session Sync => view::SyncReport,
    session AppResumed => (),
    session CheckPhone => view::Checkup,
    query ReadCheckup => Option<view::Checkup>,
}
