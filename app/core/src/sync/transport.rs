//! The way to a server: one request, one answer.

mod http;
#[cfg(test)]
mod memory;

pub(crate) use http::HttpTransport;
#[cfg(not(target_family = "wasm"))]
pub use http::trust_only;
#[cfg(test)]
pub(super) use memory::{Cut, Memory};

use chrono::{DateTime, Utc};
use voorveld_protocol::{Refusal, RefusalCode, TeamTag};

use super::Address;
use crate::SyncProblem;
use crate::store::OutOfStep;

/// Carries requests to servers.
pub(crate) trait Transport {
    /// Sends a body and waits for what comes of it. Ends by itself within about a minute.
    async fn post(&self, server: &Address, route: Route, body: Vec<u8>) -> Arrived;
}

/// What a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// Start a team.
    CreateTeam,
    /// Sync with this team.
    Sync(TeamTag),
    /// Put an invitation to this team into a mailbox.
    PutMailbox(TeamTag),
    /// Open a mailbox.
    OpenMailbox,
}

impl Route {
    fn path(self) -> String {
        match self {
            Self::CreateTeam => "/v1/teams".into(),
            Self::Sync(team) => format!("/v1/teams/{}/sync", team.to_hex()),
            Self::PutMailbox(team) => format!("/v1/teams/{}/mailboxes", team.to_hex()),
            Self::OpenMailbox => "/v1/mailboxes/open".into(),
        }
    }

    /// Whether success has a body; otherwise it is bare.
    fn answers(self) -> bool {
        matches!(self, Self::Sync(_) | Self::OpenMailbox)
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Arrived {
    /// The body of a success, or why there is none.
    pub(crate) outcome: Result<Vec<u8>, Failure>,
    /// Bytes of the body that came, success or not.
    pub(crate) bytes: u64,
    /// The server's clock when it answered.
    pub(crate) server_time: Option<DateTime<Utc>>,
}

/// Why a request did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It did not get there or back.
    Lost(SyncProblem),
    /// The server refused it.
    Refused(Refusal),
}

impl Failure {
    /// The server's numbers for this device's records are not the phone's.
    pub(crate) fn out_of_step(&self) -> Option<OutOfStep> {
        match self {
            Self::Refused(refusal) if refusal.code == RefusalCode::Gap => Some(OutOfStep::Lost),
            Self::Refused(refusal) if refusal.code == RefusalCode::Fork => Some(OutOfStep::Forked),
            _ => None,
        }
    }

    /// What it means for a sync.
    pub(crate) fn problem(&self) -> SyncProblem {
        let refusal = match self {
            Self::Lost(problem) => return *problem,
            Self::Refused(refusal) => refusal,
        };
        match refusal.code {
            RefusalCode::UnknownTeam | RefusalCode::UnknownDevice => SyncProblem::NotKnown,
            RefusalCode::Fork | RefusalCode::Gap => SyncProblem::Fork,
            RefusalCode::Version => SyncProblem::Version,
            RefusalCode::Storage | RefusalCode::Busy => SyncProblem::ServerTrouble,
            RefusalCode::Malformed
            | RefusalCode::Signature
            | RefusalCode::TooLarge
            | RefusalCode::RegistrationClosed
            | RefusalCode::MailboxUnknown
            | RefusalCode::MailboxUsed
            | RefusalCode::MailboxExpired
            | RefusalCode::Taken => SyncProblem::Nonsense,
        }
    }
}
