//! One handler per endpoint. Handlers validate; the store persists.

mod health;
mod mailbox;
mod sync;
mod team;
mod web_app;

pub(crate) use health::health;
pub(crate) use mailbox::{open_mailbox, put_mailbox};
pub(crate) use sync::sync;
pub(crate) use team::create_team;
pub(crate) use web_app::web_app;

use axum::{
    body::Bytes,
    http::header,
    response::{IntoResponse, Response},
};
use voorveld_protocol::{RefusalCode, TeamTag};

use crate::Refused;

/// Checks that the tag in the path is the one in the signed message.
fn same_team(path: &str, signed: TeamTag) -> Result<(), Refused> {
    if TeamTag::from_hex(path) == Some(signed) {
        return Ok(());
    }
    Err(Refused::new(
        RefusalCode::Malformed,
        "the path names another team than the request",
    ))
}

fn cbor(body: impl Into<Bytes>) -> Response {
    let body: Bytes = body.into();
    ([(header::CONTENT_TYPE, "application/cbor")], body).into_response()
}
