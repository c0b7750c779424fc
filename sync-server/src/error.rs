//! Mapping errors to refusals.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use voorveld_protocol::{DecodeError, Refusal, RefusalCode};

use crate::StoreError;

/// A refusal to send. The cause goes to the server's log only.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The refusal sent to the caller.
    pub refusal: Refusal,
    /// Detail for the administrator's log.
    pub cause: Option<String>,
}

impl Refused {
    /// Creates a refusal without a cause.
    pub fn new(code: RefusalCode, message: impl Into<String>) -> Self {
        Refusal::new(code, message).into()
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self {
            refusal,
            cause: None,
        }
    }
}

impl From<DecodeError> for Refused {
    fn from(error: DecodeError) -> Self {
        let code = match error {
            DecodeError::Malformed(_) | DecodeError::Trailing => RefusalCode::Malformed,
            DecodeError::Signature => RefusalCode::Signature,
        };
        Self::new(code, error.to_string())
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        let (code, detail) = match error {
            StoreError::UnknownTeam => (RefusalCode::UnknownTeam, 0),
            StoreError::UnknownDevice => (RefusalCode::UnknownDevice, 0),
            StoreError::Fork(number) => (RefusalCode::Fork, number),
            StoreError::Gap(number) => (RefusalCode::Gap, number),
            StoreError::TeamTaken | StoreError::MailboxTaken => (RefusalCode::Taken, 0),
            StoreError::TooManyMailboxes => (RefusalCode::TooLarge, 0),
            StoreError::MailboxUnknown => (RefusalCode::MailboxUnknown, 0),
            StoreError::MailboxUsed => (RefusalCode::MailboxUsed, 0),
            StoreError::MailboxExpired => (RefusalCode::MailboxExpired, 0),
            StoreError::Busy => (RefusalCode::Busy, 0),
            StoreError::Storage(cause) => {
                return Self {
                    refusal: Refusal::new(
                        RefusalCode::Storage,
                        "the server could not keep the data; nothing of this request counts",
                    ),
                    cause: Some(cause),
                };
            }
        };
        Self::from(Refusal {
            code,
            detail,
            message: error.to_string(),
        })
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let body = voorveld_protocol::encode(&self.refusal);
        let mut response = (
            status(self.refusal.code),
            [(header::CONTENT_TYPE, "application/cbor")],
            body,
        )
            .into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Returns the HTTP status of a refusal (HTTP.md, "Refusals").
fn status(code: RefusalCode) -> StatusCode {
    match code {
        RefusalCode::Malformed => StatusCode::BAD_REQUEST,
        RefusalCode::Signature => StatusCode::UNAUTHORIZED,
        RefusalCode::UnknownDevice | RefusalCode::RegistrationClosed => StatusCode::FORBIDDEN,
        RefusalCode::UnknownTeam | RefusalCode::MailboxUnknown => StatusCode::NOT_FOUND,
        RefusalCode::Fork | RefusalCode::Gap | RefusalCode::Taken => StatusCode::CONFLICT,
        RefusalCode::MailboxUsed | RefusalCode::MailboxExpired => StatusCode::GONE,
        RefusalCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalCode::Version => StatusCode::UPGRADE_REQUIRED,
        RefusalCode::Busy => StatusCode::SERVICE_UNAVAILABLE,
        RefusalCode::Storage => StatusCode::INSUFFICIENT_STORAGE,
    }
}
