//! Intake of a request within limits: its body, its signed envelope, its version.

use std::sync::Arc;

use axum::{body::Body, extract::Request, http::header};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};
use voorveld_protocol::{DeviceKey, Endpoint, MAX_REQUEST_BYTES, RefusalCode, Signed, VERSION};

use crate::{
    Refused,
    state::{Shared, UNIT},
};

/// Bodies up to this size, most syncs among them, skip the memory budget, so that a few slow uploads
/// of megabytes cannot hold them up. [`crate::Limits::in_flight`] bounds their number.
const SMALL_BODY_BYTES: usize = 64 * 1024;

/// A verified message with the device that signed it and its share of the memory budget.
#[derive(Debug)]
pub(crate) struct Taken<T> {
    pub(crate) device: DeviceKey,
    pub(crate) message: T,
    pub(crate) _memory: Option<OwnedSemaphorePermit>,
}

/// Reads a request body, verifies its signature and version, and decodes its message.
pub(crate) async fn take<T>(
    shared: &Shared,
    endpoint: Endpoint,
    request: Request,
) -> Result<Taken<T>, Refused>
where
    T: for<'b> minicbor::Decode<'b, ()>,
{
    let size = announced(&request)?;
    let patience = shared.limits.body_timeout;
    let slow = |_| Refused::new(RefusalCode::Busy, "the request took too long to come in");
    let memory = timeout(patience, reserve(&shared.bodies, size))
        .await
        .map_err(slow)??;
    let body = timeout(patience, read(request.into_body()))
        .await
        .map_err(slow)??;

    let signed: Signed = voorveld_protocol::decode(&body)?;
    drop(body);
    signed.verify(endpoint)?;
    let version = signed.version()?;
    if version != VERSION {
        return Err(Refused::new(
            RefusalCode::Version,
            format!("this server speaks version {VERSION}, not {version}"),
        ));
    }
    Ok(Taken {
        device: signed.device,
        message: voorveld_protocol::decode(&signed.payload)?,
        _memory: memory,
    })
}

/// Returns the declared size of the body, or the largest allowed if none is declared.
fn announced(request: &Request) -> Result<usize, Refused> {
    let Some(length) = request.headers().get(header::CONTENT_LENGTH) else {
        return Ok(MAX_REQUEST_BYTES);
    };
    match length.to_str().ok().and_then(|text| text.parse().ok()) {
        Some(length) if length <= MAX_REQUEST_BYTES => Ok(length),
        _ => Err(too_large()),
    }
}

async fn reserve(
    budget: &Arc<Semaphore>,
    bytes: usize,
) -> Result<Option<OwnedSemaphorePermit>, Refused> {
    if bytes <= SMALL_BODY_BYTES {
        return Ok(None);
    }
    Arc::clone(budget)
        .acquire_many_owned(units(bytes))
        .await
        .map(Some)
        .map_err(|_| Refused::new(RefusalCode::Busy, "the server is stopping"))
}

/// Converts bytes to permits, rounding up.
pub(crate) fn units(bytes: usize) -> u32 {
    u32::try_from(bytes.div_ceil(UNIT)).unwrap_or(u32::MAX)
}

async fn read(body: Body) -> Result<axum::body::Bytes, Refused> {
    axum::body::to_bytes(body, MAX_REQUEST_BYTES)
        .await
        .map_err(|error| {
            use std::error::Error;
            // Only the limit's own error is named so; all others come from the connection.
            match error.source().map(ToString::to_string) {
                Some(text) if text.contains("length limit") => too_large(),
                _ => Refused::new(RefusalCode::Malformed, "the request was cut short"),
            }
        })
}

fn too_large() -> Refused {
    Refused::new(
        RefusalCode::TooLarge,
        format!("a request has at most {MAX_REQUEST_BYTES} bytes"),
    )
}
