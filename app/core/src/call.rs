//! What can be asked of a [`Workspace`](crate::Workspace): a type a question or command, each with
//! its reply. All of them can be serialised, so that the other side may be a thread or a worker.

mod change;
mod read;
mod team;
mod team_settings;
mod teams;

pub use change::*;
pub use read::*;
pub use team::*;
pub use team_settings::*;
pub use teams::*;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{CaseId, ContactId, SignalId, StudyId, view};

/// A call with the type of its reply.
pub trait Call: Into<Command> {
    /// What comes back.
    type Reply: Serialize + DeserializeOwned + Send + 'static;

    /// Takes the reply out of its envelope; none if it is another call's.
    fn unwrap(reply: Reply) -> Option<Self::Reply>;
}

/// A call that only reads, and can tell when to read again.
pub trait Query: Call + Clone + PartialEq + 'static {
    /// Whether what this shows may have changed.
    fn shows(&self, change: &Change) -> bool;
}

/// Something changed. Sent after the change is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Change {
    /// A case or something in it.
    Case(CaseId),
    /// A contact or something in it.
    Contact(ContactId),
    /// A signal.
    Signal(SignalId),
    /// The team, its members, what it agreed on.
    Team,
    /// A neighbourhood study or something in it.
    Study(StudyId),
    /// How it stands with the other phones (marks included).
    Sync,
    /// This phone's settings.
    Settings,
    /// So much that everything is to be read again.
    Everything,
}

macro_rules! calls {
    ($($name:ident => $reply:ty),* $(,)?) => {
        /// Every call in one type: what crosses the line to the owning thread.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum Command { $($name($name)),* }

        /// Every reply in one type.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum Reply { $($name($reply)),* }

        $(
            impl From<$name> for Command {
                fn from(call: $name) -> Self { Self::$name(call) }
            }
            impl Call for $name {
                type Reply = $reply;
                fn unwrap(reply: Reply) -> Option<$reply> {
                    match reply { Reply::$name(reply) => Some(reply), _ => None }
                }
            }
        )*
    };
}

calls! {
    ReadToday => view::Today,
    ReadCases => view::CaseList,
    Search => view::SearchResult,
    FindWho => Vec<view::WhoOption>,
    ReadCase => view::CaseView,
    ReadTimeline => view::Timeline,
    ReadNetwork => view::Network,
    ReadContact => view::ContactView,
    ReadSignal => view::SignalView,
    ReadTeam => view::TeamView,
    ReadTeamSettings => view::TeamSettings,
    ReadTeams => Vec<view::TeamEntry>,
    ReadDraft => Option<Draft>,
    ReadSettings => view::Settings,
    ReadPlace => Option<view::Place>,
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
    TickCommitment => (),
    LinkAround => (),
    LinkSignal => (),
    PickUpSignal => CaseId,
    RestSignal => (),
    SaveContact => ContactId,
    SetContactField => (),
    SetTeamSetting => (),
    SetSettings => (),
    KeepPlace => (),
    PreviewImport => view::ImportPreview,
    KeepImport => view::ImportReport,
    StartTeam => (),
    Invite => view::Invitation,
    JoinTeam => (),
    Sync => view::SyncReport,
    CameToFront => (),
}

impl Command {
    /// The call changes what the team shares, so that there is something to send after it.
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
            | Self::TickCommitment(_)
            | Self::LinkAround(_)
            | Self::LinkSignal(_)
            | Self::PickUpSignal(_)
            | Self::RestSignal(_)
            | Self::SaveContact(_)
            | Self::SetContactField(_)
            | Self::SetTeamSetting(_)
            | Self::KeepImport(_) => true,
            Self::ReadToday(_)
            | Self::ReadCases(_)
            | Self::Search(_)
            | Self::FindWho(_)
            | Self::ReadCase(_)
            | Self::ReadTimeline(_)
            | Self::ReadNetwork(_)
            | Self::ReadContact(_)
            | Self::ReadSignal(_)
            | Self::ReadTeam(_)
            | Self::ReadTeamSettings(_)
            | Self::ReadTeams(_)
            | Self::ReadDraft(_)
            | Self::ReadSettings(_)
            | Self::ReadPlace(_)
            | Self::KeepPlace(_)
            | Self::SaveDraft(_)
            | Self::SetSettings(_)
            | Self::PreviewImport(_)
            | Self::StartTeam(_)
            | Self::Invite(_)
            | Self::JoinTeam(_)
            | Self::Sync(_)
            | Self::CameToFront(_) => false,
        }
    }
}
