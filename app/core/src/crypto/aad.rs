//! The associated data of sealed payloads: a payload opens only in the place it was sealed for.

use voorveld_protocol::{DeviceKey, DocumentTag, MailboxId, RecordKind, TeamTag};
use zeroize::Zeroizing;

/// Associated data of one sealed payload. Each purpose derives a key of its own, so that a payload
/// sealed for one purpose never opens for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aad {
    /// Context string of the key derivation.
    context: &'static str,
    /// Fixed width per context, so that no two places encode to the same bytes.
    bytes: Vec<u8>,
}

impl Aad {
    /// Returns the associated data of a record: all its fields except the payload.
    ///
    /// Layout, numbers big-endian: team 16 · device 32 · dev_seq 8 · kind 1 · document 16 · epoch 4.
    pub(crate) fn record(
        team: TeamTag,
        device: DeviceKey,
        dev_seq: u64,
        kind: RecordKind,
        document: DocumentTag,
        epoch: u32,
    ) -> Self {
        let mut bytes = Vec::with_capacity(77);
        bytes.extend_from_slice(&team.0);
        bytes.extend_from_slice(&device.0);
        bytes.extend_from_slice(&dev_seq.to_be_bytes());
        bytes.push(kind.0);
        bytes.extend_from_slice(&document.0);
        bytes.extend_from_slice(&epoch.to_be_bytes());
        Self {
            context: "voorveld 2026 record key v1",
            bytes,
        }
    }

    /// Returns the associated data of a device's status. Layout: team 16 · device 32 · epoch 4.
    pub(crate) fn status(team: TeamTag, device: DeviceKey, epoch: u32) -> Self {
        let mut bytes = Vec::with_capacity(52);
        bytes.extend_from_slice(&team.0);
        bytes.extend_from_slice(&device.0);
        bytes.extend_from_slice(&epoch.to_be_bytes());
        Self {
            context: "voorveld 2026 status key v1",
            bytes,
        }
    }

    /// Returns the associated data of an invitation. Layout: mailbox 16. The team is part of the
    /// payload, because the joining phone does not know it beforehand.
    pub(crate) fn invitation(mailbox: MailboxId) -> Self {
        Self {
            context: "voorveld 2026 invitation key v1",
            bytes: mailbox.0.to_vec(),
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn key(&self, secret: &[u8; 32]) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(self.context, secret))
    }
}
