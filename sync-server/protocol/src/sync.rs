//! The sync endpoint: one request pushes the device's records and returns those of others.

use minicbor::{Decode, Encode};

use crate::{
    Chain, DecodeError, DeviceKey, Hash, Head, LogEntry, LogId, PushedRecord, Signature, Signer,
    TeamTag, sign,
};

/// How far the caller has read, and in which log. `seq` 0 is always legal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Cursor {
    /// The log the caller knows, if any.
    #[n(0)]
    pub log: Option<LogId>,
    /// Number of the last record the caller processed.
    #[n(1)]
    pub seq: u64,
    /// The caller's own chain at `seq`; ignored at 0.
    #[n(2)]
    pub chain: Option<Chain>,
}

/// A sealed note from a device to the others. The server keeps only the latest.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Status {
    /// The key epoch it is sealed under.
    #[n(0)]
    pub epoch: u32,
    /// The sealed payload: opaque to the server.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
    /// The device's signature over the status hash (PROTOCOL.md, section 3).
    #[n(2)]
    pub signature: Signature,
}

impl Status {
    /// Creates and signs a status.
    pub fn sign(team: TeamTag, signer: &Signer, epoch: u32, sealed: Vec<u8>) -> Self {
        let hash = Self::hash(team, signer.device(), epoch, &sealed);
        Self {
            epoch,
            sealed,
            signature: signer.sign_hash(sign::STATUS_CONTEXT, hash),
        }
    }

    /// Verifies the device's signature.
    ///
    /// # Errors
    /// [`DecodeError::Signature`].
    pub fn verify(&self, team: TeamTag, device: DeviceKey) -> Result<(), DecodeError> {
        let hash = Self::hash(team, device, self.epoch, &self.sealed);
        sign::verify_hash(sign::STATUS_CONTEXT, device, hash, &self.signature)
    }

    fn hash(team: TeamTag, device: DeviceKey, epoch: u32, sealed: &[u8]) -> Hash {
        let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 status hash v1");
        hasher.update(&team.0);
        hasher.update(&device.0);
        hasher.update(&epoch.to_be_bytes());
        hasher.update(blake3::hash(sealed).as_bytes());
        Hash(hasher.finalize().into())
    }
}

/// Another device's latest status.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DeviceStatus {
    /// Index into the response's `devices`.
    #[n(0)]
    pub device: u32,
    /// The status as that device sent it.
    #[n(1)]
    pub status: Status,
}

/// The sync request. Payload of a [`crate::Signed`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncRequest {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// The team whose log is synced.
    #[n(1)]
    pub team: TeamTag,
    /// How far the caller has read.
    #[n(2)]
    pub cursor: Cursor,
    /// The caller's new records, in ascending order of `dev_seq`. All are applied, or none.
    #[n(3)]
    pub pushes: Vec<PushedRecord>,
    /// The caller's new status, if it has one.
    #[n(4)]
    pub status: Option<Status>,
    /// The `status_version` of the last response processed, 0 at first.
    #[n(5)]
    pub status_version: u64,
    /// Largest page the caller wants, in bytes of sealed payload; one record always fits.
    #[n(6)]
    pub max_bytes: u32,
    /// Whether to return the caller's own records in full, for one that lost them or rereads the log.
    #[n(7)]
    pub include_own: bool,
}

/// The sync response.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncResponse {
    /// Whether the cursor is not in this log (other `log`, `seq` beyond the head, other `chain`):
    /// entries then start at record 1 and the caller rereads the log. Pushes are applied either way.
    #[n(0)]
    pub restarted: bool,
    /// The end of the log, including this request's pushes.
    #[n(1)]
    pub head: Head,
    /// The caller's highest durable `dev_seq`, 0 if none.
    #[n(2)]
    pub kept: u64,
    /// The devices that entries and statuses refer to by index.
    #[n(3)]
    pub devices: Vec<DeviceKey>,
    /// The records after the cursor, in order.
    #[n(4)]
    pub entries: Vec<LogEntry>,
    /// Whether entries end before the head: ask again from the last one.
    #[n(5)]
    pub more: bool,
    /// Statuses of other devices that changed since `status_version`.
    #[n(6)]
    pub statuses: Vec<DeviceStatus>,
    /// To be sent with the next request.
    #[n(7)]
    pub status_version: u64,
}
