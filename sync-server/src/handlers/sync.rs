//! Sync: one request pushes the device's new records and returns those it has not read.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Path, Request, State},
    response::Response,
};
use tokio::sync::OwnedSemaphorePermit;
use voorveld_protocol::{
    DecodeError, DeviceKey, Endpoint, MAX_PAGE_BYTES, MAX_PUSHES, MAX_SEALED_BYTES,
    MAX_SMALL_SEALED_BYTES, PushedRecord, RefusalCode, Status, SyncRequest, TeamTag,
};

use super::{cbor, same_team};
use crate::{
    AppState, NumberedRecord, Push, Query, Refused,
    extract::{self, Taken, units},
    state::Shared,
};

/// A page this small is always granted, even when the page memory is used up.
const SMALL_PAGE_BYTES: u32 = 64 * 1024;

pub(crate) async fn sync(
    State(AppState(shared)): State<AppState>,
    Path(path): Path<String>,
    request: Request,
) -> Result<Response, Refused> {
    let taken = extract::take::<SyncRequest>(&shared, Endpoint::Sync, request).await?;
    same_team(&path, taken.message.team)?;
    let query = Query {
        team: taken.message.team,
        device: taken.device,
        cursor: taken.message.cursor,
        status_version: taken.message.status_version,
        max_bytes: taken.message.max_bytes,
        include_own: taken.message.include_own,
    };
    push(&shared, taken).await?;
    page(&shared, query).await
}

/// Stores the request's records and status, if it has any.
async fn push(shared: &Shared, taken: Taken<SyncRequest>) -> Result<(), Refused> {
    let Taken {
        device,
        message,
        _memory,
    } = taken;
    if message.pushes.is_empty() && message.status.is_none() {
        return Ok(());
    }
    refuse_unfit(&message.pushes, message.status.as_ref())?;
    // Unknown devices are refused before their signatures cost any work.
    shared.store.kept(message.team, device).await?;
    let push = {
        let _turn = shared.checking.acquire().await;
        tokio::task::spawn_blocking(move || {
            check(message.team, device, message.pushes, message.status)
        })
        .await
        .map_err(|e| Refused {
            cause: Some(e.to_string()),
            ..Refused::new(RefusalCode::Storage, "the server failed")
        })??
    };
    shared.store.push(push).await?;
    Ok(())
}

/// Refuses pushes that exceed a limit or are not in ascending order of `dev_seq`, starting above 0.
fn refuse_unfit(pushes: &[PushedRecord], status: Option<&Status>) -> Result<(), Refused> {
    let too_large = |what: String| Err(Refused::new(RefusalCode::TooLarge, what));
    if pushes.len() > MAX_PUSHES {
        return too_large(format!("a request pushes at most {MAX_PUSHES} records"));
    }
    if pushes.iter().any(|r| r.sealed.len() > MAX_SEALED_BYTES) {
        return too_large(format!(
            "a record has at most {MAX_SEALED_BYTES} sealed bytes"
        ));
    }
    if status.is_some_and(|s| s.sealed.len() > MAX_SMALL_SEALED_BYTES) {
        return too_large(format!(
            "a status has at most {MAX_SMALL_SEALED_BYTES} sealed bytes"
        ));
    }
    let rising = pushes.iter().is_sorted_by(|a, b| a.dev_seq < b.dev_seq);
    if !rising || pushes.first().is_some_and(|first| first.dev_seq == 0) {
        return Err(Refused::new(
            RefusalCode::Malformed,
            "records are pushed by rising device number, from 1",
        ));
    }
    Ok(())
}

/// Verifies each record's own signature: a stored record stays attributed to its device forever.
fn check(
    team: TeamTag,
    device: DeviceKey,
    pushes: Vec<PushedRecord>,
    status: Option<Status>,
) -> Result<Push, DecodeError> {
    if let Some(status) = &status {
        status.verify(team, device)?;
    }
    let records = pushes
        .into_iter()
        .map(|record| {
            record.verify(team, device)?;
            let hash = record.hash(team, device);
            Ok(NumberedRecord { record, hash })
        })
        .collect::<Result<_, DecodeError>>()?;
    Ok(Push {
        team,
        device,
        records,
        status,
    })
}

/// Reads a page. When memory is short the page gets smaller; it is never refused.
async fn page(shared: &Shared, mut query: Query) -> Result<Response, Refused> {
    let _turn = shared.reading.acquire().await;
    query.max_bytes = query.max_bytes.min(MAX_PAGE_BYTES);
    let mut memory = None;
    if query.max_bytes > SMALL_PAGE_BYTES {
        let wanted = units(query.max_bytes as usize);
        memory = Arc::clone(&shared.pages)
            .try_acquire_many_owned(wanted)
            .ok();
        if memory.is_none() {
            query.max_bytes = SMALL_PAGE_BYTES;
        }
    }
    let bytes = voorveld_protocol::encode(&shared.store.read(query).await?);
    if let Some(held) = &mut memory {
        let surplus = held
            .num_permits()
            .saturating_sub(units(bytes.len()) as usize);
        drop(held.split(surplus));
    }
    Ok(cbor(Bytes::from_owner(Answer {
        bytes,
        _memory: memory,
    })))
}

/// A response body that holds its memory permits until it is sent or the connection is closed.
struct Answer {
    bytes: Vec<u8>,
    _memory: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Answer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}
