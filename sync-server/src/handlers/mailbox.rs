//! Pairing: mailboxes through which a new device joins a team.

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::Response,
};
use voorveld_protocol::{
    Endpoint, MAX_MAILBOX_SECONDS, MAX_SMALL_SEALED_BYTES, OpenMailbox, PutMailbox, RefusalCode,
};

use super::{cbor, same_team};
use crate::{AppState, NewMailbox, Refused, extract};

pub(crate) async fn put_mailbox(
    State(AppState(shared)): State<AppState>,
    Path(path): Path<String>,
    request: Request,
) -> Result<StatusCode, Refused> {
    let taken = extract::take::<PutMailbox>(&shared, Endpoint::PutMailbox, request).await?;
    let put = taken.message;
    same_team(&path, put.team)?;
    if put.sealed.len() > MAX_SMALL_SEALED_BYTES {
        return Err(Refused::new(
            RefusalCode::TooLarge,
            format!("an invitation has at most {MAX_SMALL_SEALED_BYTES} sealed bytes"),
        ));
    }
    if put.seconds > MAX_MAILBOX_SECONDS {
        return Err(Refused::new(
            RefusalCode::TooLarge,
            format!("an invitation is good for {MAX_MAILBOX_SECONDS} seconds at most"),
        ));
    }
    let now = (shared.clock)();
    shared
        .store
        .put_mailbox(NewMailbox {
            team: put.team,
            inviter: taken.device,
            mailbox: put.mailbox,
            sealed: put.sealed,
            now,
            expires: now.saturating_add(u64::from(put.seconds)),
        })
        .await?;
    Ok(StatusCode::CREATED)
}

pub(crate) async fn open_mailbox(
    State(AppState(shared)): State<AppState>,
    request: Request,
) -> Result<Response, Refused> {
    let taken = extract::take::<OpenMailbox>(&shared, Endpoint::OpenMailbox, request).await?;
    let now = (shared.clock)();
    let contents = shared
        .store
        .open_mailbox(taken.message.mailbox, taken.device, now)
        .await?;
    Ok(cbor(voorveld_protocol::encode(&contents)))
}
