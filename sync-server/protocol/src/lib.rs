//! The wire format between phones and the sync server: messages, signatures, and rejection rules.
//!
//! `PROTOCOL.md` beside this crate is normative; this is its reference implementation. A sealed payload
//! is opaque bytes here (`SEALED.md` specifies its content). The crate knows no HTTP, SQL, Automerge or
//! encryption.
//!
//! Encoding and signing, then verifying and decoding:
//!
//! ```
//! use voorveld_protocol::{CreateTeam, Endpoint, Signed, Signer, TeamTag, VERSION, decode};
//!
//! let founder = Signer::from_seed([7; 32]);
//! let team = TeamTag([1; 16]);
//! let message = CreateTeam { version: VERSION, team, token: None };
//! let body: Vec<u8> = Signed::seal(&founder, Endpoint::CreateTeam, &message);
//!
//! let request: Signed = decode(&body)?;
//! request.verify(Endpoint::CreateTeam)?;
//! assert_eq!(request.device, founder.device());
//! assert_eq!(decode::<CreateTeam>(&request.payload)?, message);
//! // A signature is valid for its own endpoint only.
//! assert!(request.verify(Endpoint::Sync).is_err());
//! # Ok::<(), voorveld_protocol::DecodeError>(())
//! ```

mod error;
mod ids;
mod log;
mod mailbox;
mod scan;
mod sign;
mod sync;
mod team;

pub use error::{DecodeError, Refusal, RefusalCode};
pub use ids::{DeviceKey, DocumentTag, Hash, LogId, MailboxId, Signature, TeamTag};
pub use log::{Chain, Head, LogEntry, PushedRecord, RecordKind};
pub use mailbox::{MailboxContents, OpenMailbox, PutMailbox};
pub use sign::{Endpoint, Signed, Signer, verify};
pub use sync::{Cursor, DeviceStatus, Status, SyncRequest, SyncResponse};
pub use team::CreateTeam;

/// The protocol version of this crate. A server refuses any other.
pub const VERSION: u8 = 1;

/// Largest request body the server reads, in bytes.
pub const MAX_REQUEST_BYTES: usize = 8 * 1024 * 1024;

/// Largest sealed payload of one record, in bytes.
pub const MAX_SEALED_BYTES: usize = 4 * 1024 * 1024;

/// Largest sealed payload of a status or an invitation, in bytes.
pub const MAX_SMALL_SEALED_BYTES: usize = 4 * 1024;

/// Most records one request may push.
pub const MAX_PUSHES: usize = 4096;

/// Largest page of a response, in bytes of sealed payload; one record always fits.
pub const MAX_PAGE_BYTES: u32 = 4 * 1024 * 1024;

/// Longest lifetime of an invitation in its mailbox, in seconds.
pub const MAX_MAILBOX_SECONDS: u32 = 24 * 60 * 60;

/// Encodes a message as CBOR.
pub fn encode<T: minicbor::Encode<()>>(message: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    match minicbor::encode(message, &mut bytes) {
        Ok(()) => {}
        // Writing to a Vec cannot fail, and no message has a fallible encoder.
        Err(never) => unreachable!("encoding into memory: {never}"),
    }
    bytes
}

/// Decodes a message, which must span all of the bytes and keep to the CBOR profile of PROTOCOL.md.
/// Never allocates for a length that is merely claimed.
///
/// # Errors
/// [`DecodeError::Malformed`] when the bytes are not such a message, [`DecodeError::Trailing`] when
/// bytes follow it.
pub fn decode<'b, T: minicbor::Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, DecodeError> {
    scan::check(bytes)?;
    minicbor::decode(bytes).map_err(|e| DecodeError::Malformed(e.to_string()))
}
