//! Errors: bytes that do not decode, and requests the server refuses.

use minicbor::{Decode, Encode};

/// Why bytes were rejected as a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes are not valid CBOR of this message's shape.
    #[error("malformed message: {0}")]
    Malformed(String),
    /// Bytes follow a complete message.
    #[error("bytes behind the message")]
    Trailing,
    /// The signature is not by the named device, or not over these bytes.
    #[error("signature does not verify")]
    Signature,
}

/// Why the server refused a request. The number is the wire format and never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum RefusalCode {
    /// The bytes are not the message this endpoint takes.
    #[n(1)]
    Malformed,
    /// The signature of the request, a record or the status does not verify.
    #[n(2)]
    Signature,
    /// The protocol version is not the server's.
    #[n(3)]
    Version,
    /// The server does not have this team.
    #[n(4)]
    UnknownTeam,
    /// The device does not belong to the team.
    #[n(5)]
    UnknownDevice,
    /// A record with another hash already has a pushed device number; `detail` is that number.
    #[n(6)]
    Fork,
    /// A device number is not the next one; `detail` is the expected number.
    #[n(7)]
    Gap,
    /// A limit is exceeded.
    #[n(8)]
    TooLarge,
    /// The caller may not start a team on this server.
    #[n(9)]
    RegistrationClosed,
    /// No mailbox exists under this id.
    #[n(10)]
    MailboxUnknown,
    /// Another device already opened the mailbox.
    #[n(11)]
    MailboxUsed,
    /// The mailbox has expired.
    #[n(12)]
    MailboxExpired,
    /// The team or mailbox already exists and belongs to another device or invitation.
    #[n(13)]
    Taken,
    /// The server's disk or database failed. Nothing was applied.
    #[n(14)]
    Storage,
    /// The server is overloaded; retry with backoff.
    #[n(15)]
    Busy,
}

/// A refusal as sent, with a message for the client's log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, thiserror::Error)]
#[error("{code:?}: {message}")]
#[cbor(array)]
pub struct Refusal {
    /// The reason.
    #[n(0)]
    pub code: RefusalCode,
    /// The number for [`RefusalCode::Fork`] and [`RefusalCode::Gap`], otherwise 0.
    #[n(1)]
    pub detail: u64,
    /// In English, for developers and administrators; contains no content.
    #[n(2)]
    pub message: String,
}

impl Refusal {
    /// Creates a refusal whose `detail` is 0.
    pub fn new(code: RefusalCode, message: impl Into<String>) -> Self {
        Self {
            code,
            detail: 0,
            message: message.into(),
        }
    }
}
