//! The mailbox through which a new device joins a team: single use, at most a day.

use minicbor::{Decode, Encode};

use crate::{DeviceKey, MailboxId, TeamTag};

/// Stores an invitation in a mailbox. Payload of a [`crate::Signed`] by a device of the team.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct PutMailbox {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// The team the invitation admits to.
    #[n(1)]
    pub team: TeamTag,
    /// Derived from the five words.
    #[n(2)]
    pub mailbox: MailboxId,
    /// Lifetime in seconds; at most [`crate::MAX_MAILBOX_SECONDS`].
    #[n(3)]
    pub seconds: u32,
    /// The sealed invitation: opaque to the server.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}

/// Opens a mailbox and admits the caller to its team. Payload of a [`crate::Signed`] by the new
/// device. The same device may retry, for example after a lost response; any other is refused.
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

/// The response to [`OpenMailbox`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct MailboxContents {
    /// The team the caller now belongs to.
    #[n(0)]
    pub team: TeamTag,
    /// The inviting device.
    #[n(1)]
    pub inviter: DeviceKey,
    /// The sealed invitation.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}
