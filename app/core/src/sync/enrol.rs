//! Enrolment: starting, inviting to and joining a team.
//!
//! Starting and joining are each one request followed by one write in the store. A retry after an
//! interruption between the two must find the same team and device, so the intended identity is kept
//! until the store has it.

use chrono::{DateTime, TimeDelta, Utc};
use voorveld_protocol::{
    CreateTeam, Endpoint, MAX_MAILBOX_SECONDS, MailboxContents, MailboxId, OpenMailbox, PutMailbox,
    RefusalCode, Signed, Signer, TeamTag, VERSION,
};

use super::Address;
use super::transport::{Failure, Route, Transport};
use crate::api::{JoinTeam, StartTeam};
use crate::crypto::{Code, Invitation, TeamKey, random, read_code_line};
use crate::model::MAX_LINE;
use crate::store::{Membership, NewMembership};
use crate::{Error, SyncProblem, view};

/// The initial epoch of a team's key.
const FIRST_EPOCH: u32 = 1;

/// Identities of interrupted attempts. Kept in memory only: after a restart a new team is started
/// and the unused one stays empty on the server.
#[derive(Default)]
pub(super) struct Intents {
    start: Option<NewMembership>,
    join: Option<(MailboxId, [u8; 32])>,
}

impl Intents {
    /// Clears the intents once the store holds the membership.
    pub(super) fn settled(&mut self) {
        *self = Self::default();
    }
}

/// Starts a team on a server.
///
/// # Errors
/// [`Error::Empty`], [`Error::TooLong`], [`Error::Address`], [`Error::RegistrationClosed`],
/// [`Error::Sync`].
pub(super) async fn start(
    transport: &impl Transport,
    intents: &mut Intents,
    request: &StartTeam,
) -> Result<NewMembership, Error> {
    let server = Address::parse(&request.server)?;
    let again = intents
        .start
        .take()
        .filter(|intended| intended.server == server.to_string());
    let (team, key, device_seed) = match again {
        Some(intended) => (intended.team, intended.key.clone(), intended.device_seed),
        None => (TeamTag(random()), TeamKey(random()), random()),
    };
    let new = NewMembership {
        server: server.to_string(),
        team,
        team_name: name(&request.team)?,
        me: name(&request.me)?,
        key,
        epoch: FIRST_EPOCH,
        device_seed,
        founder: true,
    };
    intents.start = Some(new.clone());
    let token = request.token.trim();
    let create = CreateTeam {
        version: VERSION,
        team,
        token: (!token.is_empty()).then(|| token.to_owned()),
    };
    let signer = Signer::from_seed(device_seed);
    let body = Signed::seal(&signer, Endpoint::CreateTeam, &create);
    let arrived = transport.post(&server, Route::CreateTeam, body).await;
    arrived.outcome.map_err(|failure| refused(&failure))?;
    Ok(new)
}

/// Creates an invitation and puts it into its mailbox.
///
/// # Errors
/// [`Error::Address`], [`Error::TooLong`], [`Error::Sync`].
pub(super) async fn invite(
    transport: &impl Transport,
    member: &Membership,
    now: DateTime<Utc>,
) -> Result<view::Invitation, Error> {
    let server = Address::parse(&member.server)?;
    let code = Code::random();
    let invited = code.stretch()?;
    let sealed = invited.seal(&Invitation {
        team: member.team,
        team_name: member.team_name.clone(),
        key: member.key.clone(),
        epoch: member.epoch,
        inviter: member.me.clone(),
    })?;
    let put = PutMailbox {
        version: VERSION,
        team: member.team,
        mailbox: invited.mailbox(),
        seconds: MAX_MAILBOX_SECONDS,
        sealed,
    };
    let body = Signed::seal(&member.signer, Endpoint::PutMailbox, &put);
    let route = Route::PutMailbox(member.team);
    let arrived = transport.post(&server, route, body).await;
    arrived.outcome.map_err(|failure| refused(&failure))?;
    Ok(view::Invitation {
        team: member.team_name.clone(),
        server: member.server.clone(),
        words: code.words(),
        code: code.line(&member.server),
        // By this phone's clock, for display only; the server enforces expiry by its own.
        expires: now + TimeDelta::seconds(MAX_MAILBOX_SECONDS.into()),
    })
}

/// Opens the mailbox addressed by the words and reads its invitation.
///
/// # Errors
/// [`Error::Words`], [`Error::Address`], [`Error::Empty`], [`Error::TooLong`],
/// [`Error::InvitationUnknown`], [`Error::InvitationUsed`], [`Error::InvitationExpired`],
/// [`Error::Sync`].
pub(super) async fn join(
    transport: &impl Transport,
    intents: &mut Intents,
    request: &JoinTeam,
) -> Result<NewMembership, Error> {
    let (in_code, code) = read_code_line(&request.words)?;
    let server = Address::parse(in_code.as_deref().unwrap_or(&request.server))?;
    let me = name(&request.me)?;
    let invited = code.stretch()?;
    // A mailbox reopens only for the device that opened it first.
    let device_seed = match intents.join {
        Some((mailbox, seed)) if mailbox == invited.mailbox() => seed,
        _ => random(),
    };
    intents.join = Some((invited.mailbox(), device_seed));
    let open = OpenMailbox {
        version: VERSION,
        mailbox: invited.mailbox(),
    };
    let signer = Signer::from_seed(device_seed);
    let body = Signed::seal(&signer, Endpoint::OpenMailbox, &open);
    let arrived = transport.post(&server, Route::OpenMailbox, body).await;
    let body = arrived.outcome.map_err(|failure| refused(&failure))?;

    let nonsense = || Error::Sync(SyncProblem::Nonsense);
    let contents: MailboxContents = voorveld_protocol::decode(&body).map_err(|_| nonsense())?;
    let invitation = invited.open(&contents.sealed).map_err(|_| nonsense())?;
    if contents.team != invitation.team {
        return Err(nonsense());
    }
    Ok(NewMembership {
        server: server.to_string(),
        team: invitation.team,
        team_name: invitation.team_name,
        me,
        key: invitation.key.clone(),
        epoch: invitation.epoch,
        device_seed,
        founder: false,
    })
}

/// Validates a display name: non-empty and at most [`MAX_LINE`] characters.
fn name(typed: &str) -> Result<String, Error> {
    let name = typed.trim();
    match name.chars().count() {
        0 => Err(Error::Empty),
        long if long > MAX_LINE as usize => Err(Error::TooLong { max: MAX_LINE }),
        _ => Ok(name.to_owned()),
    }
}

fn refused(failure: &Failure) -> Error {
    if let Failure::Refused(refusal) = failure {
        match refusal.code {
            RefusalCode::MailboxUnknown => return Error::InvitationUnknown,
            RefusalCode::MailboxUsed => return Error::InvitationUsed,
            RefusalCode::MailboxExpired => return Error::InvitationExpired,
            RefusalCode::RegistrationClosed => return Error::RegistrationClosed,
            _ => {}
        }
    }
    Error::Sync(failure.problem())
}

#[cfg(test)]
mod tests;
