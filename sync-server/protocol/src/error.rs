//! What goes wrong: bytes that are no message, and requests the server refuses.

use minicbor::{Decode, Encode};

/// Bytes that cannot be taken as a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Not the CBOR this message has.
    #[error("malformed message: {0}")]
    Malformed(String),
    /// A whole message with something behind it.
    #[error("bytes behind the message")]
    Trailing,
    /// The signature is not by the device that is named, or not over these bytes.
    #[error("signature does not verify")]
    Signature,
}

/// Why the server refused a request. The number is the wire form and never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum RefusalCode {
    /// The bytes are not the message this endpoint takes.
    #[n(1)]
    Malformed,
    /// The request's or a record's signature does not verify.
    #[n(2)]
    Signature,
    /// Another protocol version than this server's.
    #[n(3)]
    Version,
    /// No such team here.
    #[n(4)]
    UnknownTeam,
    /// The device is not one of the team's.
    #[n(5)]
    UnknownDevice,
    /// A device number that is taken by a record with another hash; `detail` is that number.
    #[n(6)]
    Fork,
    /// Device numbers must follow each other; `detail` is the one expected.
    #[n(7)]
    Gap,
    /// Larger than a limit allows.
    #[n(8)]
    TooLarge,
    /// This server does not let the caller start a team.
    #[n(9)]
    RegistrationClosed,
    /// No mailbox for these words.
    #[n(10)]
    MailboxUnknown,
    /// The mailbox was opened by another device before.
    #[n(11)]
    MailboxUsed,
    /// The mailbox's time has passed.
    #[n(12)]
    MailboxExpired,
    /// The team or mailbox exists already, and is another's.
    #[n(13)]
    Taken,
    /// The server could not keep the data (its disk, its database). Nothing of the request counts.
    #[n(14)]
    Storage,
    /// Too much at once; try again later.
    #[n(15)]
    Busy,
}

/// A refusal as it is sent, with a sentence for the log of whoever runs the client.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, thiserror::Error)]
#[error("{code:?}: {message}")]
#[cbor(array)]
pub struct Refusal {
    /// What is wrong.
    #[n(0)]
    pub code: RefusalCode,
    /// The number that belongs to [`RefusalCode::Fork`] and [`RefusalCode::Gap`], else 0.
    #[n(1)]
    pub detail: u64,
    /// In English, for developers and administrators; carries no content.
    #[n(2)]
    pub message: String,
}

impl Refusal {
    /// A refusal without a number.
    pub fn new(code: RefusalCode, message: impl Into<String>) -> Self {
        Self {
            code,
            detail: 0,
            message: message.into(),
        }
    }
}
