//! The sealed mailbox through which a new device is let in: single use, a day at most.

use minicbor::{Decode, Encode};

use crate::{DeviceKey, MailboxId, TeamTag};

/// Puts an invitation into a mailbox. Payload of a [`crate::Signed`] by a device of the team.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct PutMailbox {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// The team the invitation is to.
    #[n(1)]
    pub team: TeamTag,
    /// Derived from the five words.
    #[n(2)]
    pub mailbox: MailboxId,
    /// How long it is good for, in seconds; the server allows [`crate::MAX_MAILBOX_SECONDS`].
    #[n(3)]
    pub seconds: u32,
    /// The sealed invitation: opaque to the server.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}

/// Opens a mailbox and makes the caller a device of its team. Payload of a [`crate::Signed`] by the
/// new device. The same device may open it again (its connection was cut); another may not.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OpenMailbox {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// Derived from the five words.
    #[n(1)]
    pub mailbox: MailboxId,
}

/// What was in the mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct MailboxContents {
    /// The team the caller is now a device of.
    #[n(0)]
    pub team: TeamTag,
    /// The device that invited.
    #[n(1)]
    pub inviter: DeviceKey,
    /// The sealed invitation.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}
