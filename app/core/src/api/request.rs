//! The [`Request`] and [`Response`] enums: what is passed to the thread that owns the store, and back.

use serde::{Deserialize, Serialize};

use super::*;
use crate::view;

macro_rules! requests {
    ($($name:ident => $reply:ty),* $(,)?) => {
        /// All calls in one type, as passed to the thread that owns the store.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Request { $($name($name)),* }

        /// All responses in one type.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum Response { $($name($reply)),* }

        $(
            impl From<$name> for Request {
                fn from(call: $name) -> Self { Self::$name(call) }
            }
            impl RequestType for $name {
                type Response = $reply;
                fn unwrap(reply: Response) -> Option<$reply> {
                    match reply { Response::$name(reply) => Some(reply), _ => None }
                }
            }
        )*
    };
}

requests! {
    ReadToday => view::Today,
    ReadTodayList => view::TodayLines,
    ReadCases => view::CaseList,
    ReadCaseChoices => view::CaseChoices,
    Search => view::SearchResult,
    FindWho => view::Found<view::WhoOption>,
    ReadCase => view::CaseView,
    ReadTimeline => view::Timeline,
    ReadClientView => view::ClientView,
    ReadNetwork => view::Network,
    ReadContact => view::ContactView,
    ReadSignal => view::SignalView,
    ReadTeam => view::TeamView,
    ReadTeamSettings => view::TeamSettings,
    ReadCoreTeam => view::CoreTeam,
    ReadOnAgenda => bool,
    ReadEffect => view::Effect,
    ReadCaseExport => view::CaseExport,
    ReadCaseFacts => Vec<view::CaseFacts>,
    ReadUnlinkedSignals => Vec<view::SignalView>,
    ListContacts => Vec<ContactId>,
    ReadWholeContact => view::ContactView,
    ReadCaseFile => Vec<u8>,
    ReadDocuments => Vec<view::DocumentFile>,
    ReadPeople => Vec<view::PersonFile>,
    ReadTeams => Vec<view::TeamEntry>,
    ReadDraft => Option<Draft>,
    ReadSettings => view::Settings,
    ReadLocation => Option<view::Location>,
    ReadExpenses => view::CaseExpenses,
    ReadExpenseMonth => view::ExpenseMonth,
    ReadReceipt => Option<Vec<u8>>,
    ReadExpenseDraft => Option<view::ExpenseDraft>,
    SaveExpenseDraft => (),
    SaveExpense => (),
    ReverseExpense => (),
    AddReceipt => ReceiptId,
    DropReceipt => (),
    ReadStudies => Vec<view::StudyLine>,
    ReadStudy => view::StudyView,
    ReadStudyReport => view::StudyReport,
    Recognise => view::ReadOver,
    CreateStudy => StudyId,
    SetStudyField => (),
    SetTheme => (),
    SaveInterview => (),
    SetMark => (),
    SetInterviewRole => (),
    SetQuote => (),
    SetInterviewContact => (),
    MakeHelpSignal => SignalId,
    SaveDraft => (),
    SaveEncounter => (),
    EditEncounter => (),
    CreateCase => CaseId,
    SetCaseField => (),
    SetProblem => (),
    SetSensitive => (),
    SetTrust => (),
    AddSafetyFact => (),
    EndSafetyFact => (),
    AddCommitment => (),
    EditCommitment => (),
    TickCommitment => (),
    SetCaseContact => (),
    LinkSignal => (),
    PickUpSignal => CaseId,
    RestSignal => (),
    WakeSignal => (),
    SetSignalSource => (),
    SaveContact => ContactId,
    SetContactField => (),
    SetContactTag => (),
    SetTeamSetting => (),
    SetOnAgenda => (),
    WriteAgenda => (),
    DecideAgenda => (),
    CloseCase => (),
    ReopenCase => (),
    AddParty => PartyId,
    SetPartyState => (),
    AddRelation => RelationId,
    EndRelation => (),
    SwapLead => (),
    SnoozeReview => (),
    SetSettings => (),
    SaveLocation => (),
    PreviewImport => view::ImportPreview,
    ChooseColumn => view::ImportPreview,
    ConfirmImport => view::ImportReport,
    ReadImports => Vec<view::PastImport>,
    TakeBackImport => view::TakenBack,
    ReadDecisions => Vec<view::DecisionLine>,
    VerifyDecisions => view::DecisionProof,
    ReadDecisionDraft => Option<DecisionDraft>,
    ReadHandover => view::HandoverState,
    ReadInvolved => Vec<view::InvolvedLine>,
    ReadCallList => view::CallList,
    SaveDecisionDraft => (),
    AddDecision => (),
    LookAgain => (),
    HandOver => (),
    SetInvolved => (),
    SaveCallLine => CallListId,
    RemoveCallLine => (),
    MoveCallLine => (),
    LogEscalation => (),
    StartTeam => (),
    Invite => view::Invitation,
    JoinTeam => (),
    Sync => view::SyncReport,
    AppResumed => (),
}

impl Request {
    /// Returns whether the call changes data shared with the team, so that a sync should follow.
    pub(crate) fn is_shared_work(&self) -> bool {
        match self {
            Self::SaveEncounter(_)
            | Self::EditEncounter(_)
            | Self::CreateCase(_)
            | Self::SetCaseField(_)
            | Self::SetProblem(_)
            | Self::SetSensitive(_)
            | Self::SetTrust(_)
            | Self::AddSafetyFact(_)
            | Self::EndSafetyFact(_)
            | Self::AddCommitment(_)
            | Self::EditCommitment(_)
            | Self::TickCommitment(_)
            | Self::SetCaseContact(_)
            | Self::LinkSignal(_)
            | Self::PickUpSignal(_)
            | Self::RestSignal(_)
            | Self::WakeSignal(_)
            | Self::SetSignalSource(_)
            | Self::SaveContact(_)
            | Self::SetContactField(_)
            | Self::SetContactTag(_)
            | Self::SetTeamSetting(_)
            | Self::SetOnAgenda(_)
            | Self::WriteAgenda(_)
            | Self::DecideAgenda(_)
            | Self::CloseCase(_)
            | Self::ReopenCase(_)
            | Self::AddParty(_)
            | Self::SetPartyState(_)
            | Self::AddDecision(_)
            | Self::LookAgain(_)
            | Self::HandOver(_)
            | Self::SetInvolved(_)
            | Self::SaveCallLine(_)
            | Self::RemoveCallLine(_)
            | Self::MoveCallLine(_)
            | Self::LogEscalation(_)
            | Self::SaveExpense(_)
            | Self::ReverseExpense(_)
            | Self::AddReceipt(_)
            | Self::CreateStudy(_)
            | Self::SetStudyField(_)
            | Self::SetTheme(_)
            | Self::SaveInterview(_)
            | Self::SetMark(_)
            | Self::SetInterviewRole(_)
            | Self::SetQuote(_)
            | Self::SetInterviewContact(_)
            | Self::MakeHelpSignal(_)
            | Self::AddRelation(_)
            | Self::EndRelation(_)
            | Self::SwapLead(_)
            | Self::SnoozeReview(_)
            | Self::TakeBackImport(_)
            | Self::ConfirmImport(_) => true,
            Self::ReadToday(_)
            | Self::ReadTodayList(_)
            | Self::ReadCases(_)
            | Self::ReadCaseChoices(_)
            | Self::Search(_)
            | Self::FindWho(_)
            | Self::ReadCase(_)
            | Self::ReadTimeline(_)
            | Self::ReadClientView(_)
            | Self::ReadNetwork(_)
            | Self::ReadContact(_)
            | Self::ReadSignal(_)
            | Self::ReadTeam(_)
            | Self::ReadTeamSettings(_)
            | Self::ReadStudies(_)
            | Self::ReadStudy(_)
            | Self::ReadStudyReport(_)
            | Self::Recognise(_)
            | Self::ReadCoreTeam(_)
            | Self::ReadOnAgenda(_)
            | Self::ReadEffect(_)
            | Self::ReadCaseExport(_)
            | Self::ReadCaseFacts(_)
            | Self::ReadUnlinkedSignals(_)
            | Self::ListContacts(_)
            | Self::ReadWholeContact(_)
            | Self::ReadCaseFile(_)
            | Self::ReadDocuments(_)
            | Self::ReadPeople(_)
            | Self::ReadTeams(_)
            | Self::ReadDraft(_)
            | Self::ReadSettings(_)
            | Self::ReadLocation(_)
            | Self::ReadExpenses(_)
            | Self::ReadExpenseMonth(_)
            | Self::ReadReceipt(_)
            | Self::ReadExpenseDraft(_)
            | Self::SaveExpenseDraft(_)
            | Self::DropReceipt(_)
            | Self::SaveLocation(_)
            | Self::SaveDraft(_)
            | Self::SetSettings(_)
            | Self::PreviewImport(_)
            | Self::ChooseColumn(_)
            | Self::ReadImports(_)
            | Self::ReadDecisions(_)
            | Self::VerifyDecisions(_)
            | Self::ReadDecisionDraft(_)
            | Self::ReadHandover(_)
            | Self::ReadInvolved(_)
            | Self::ReadCallList(_)
            | Self::SaveDecisionDraft(_)
            | Self::StartTeam(_)
            | Self::Invite(_)
            | Self::JoinTeam(_)
            | Self::Sync(_)
            | Self::AppResumed(_) => false,
        }
    }
}
