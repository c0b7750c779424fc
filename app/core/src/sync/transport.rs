//! The transport to a server: one request, one response.

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
    /// Sends a body and waits for the outcome. Times out after about a minute.
    async fn post(&self, server: &Address, route: Route, body: Vec<u8>) -> Arrived;
}

/// The endpoint of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// Starts a team.
    CreateTeam,
    /// Syncs with this team.
    Sync(TeamTag),
    /// Puts an invitation to this team into a mailbox.
    PutMailbox(TeamTag),
    /// Opens a mailbox.
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

    /// Whether a successful response has a body; otherwise it must be empty.
    fn answers(self) -> bool {
        matches!(self, Self::Sync(_) | Self::OpenMailbox)
    }
}

/// The outcome of a request.
#[derive(Debug)]
pub(crate) struct Arrived {
    /// The body of a successful response, or the reason for failure.
    pub(crate) outcome: Result<Vec<u8>, Failure>,
    /// Size of the response body in bytes, successful or not.
    pub(crate) bytes: u64,
    /// The server's time of the response.
    pub(crate) server_time: Option<DateTime<Utc>>,
}

/// Why a request failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The request or its response was lost.
    Lost(SyncProblem),
    /// The server refused it.
    Refused(Refusal),
}

impl Failure {
    /// Returns how the server's numbers for this device's records differ from the phone's, if they
    /// do.
    pub(crate) fn out_of_step(&self) -> Option<OutOfStep> {
        match self {
            Self::Refused(refusal) if refusal.code == RefusalCode::Gap => Some(OutOfStep::Lost),
            Self::Refused(refusal) if refusal.code == RefusalCode::Fork => Some(OutOfStep::Forked),
            _ => None,
        }
    }

    /// Maps the failure to a sync problem.
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
