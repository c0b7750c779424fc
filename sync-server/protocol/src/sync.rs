//! `sync`: one request takes up what a device made and brings down what the others made.

use minicbor::{Decode, Encode};

use crate::{
    Chain, DecodeError, DeviceKey, Hash, Head, LogEntry, LogId, PushedRecord, Signature, Signer,
    TeamTag, sign,
};

/// How far the caller has read, and of which log. `seq` 0 is always legal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Cursor {
    /// The log the caller knows, if it knows one.
    #[n(0)]
    pub log: Option<LogId>,
    /// Number of the last record it has taken in.
    #[n(1)]
    pub seq: u64,
    /// The chain it computed there; ignored at 0.
    #[n(2)]
    pub chain: Option<Chain>,
}

/// What a device says of itself to the others, sealed. Only its latest one is kept.
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
    /// By the device, over the status hash (PROTOCOL.md, section 3).
    #[n(2)]
    pub signature: Signature,
}

impl Status {
    /// Makes and signs a status.
    pub fn sign(team: TeamTag, signer: &Signer, epoch: u32, sealed: Vec<u8>) -> Self {
        let hash = Self::hash(team, signer.device(), epoch, &sealed);
        Self {
            epoch,
            sealed,
            signature: signer.sign_hash(sign::STATUS_CONTEXT, hash),
        }
    }

    /// Checks the device's signature.
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
    /// As that device sent it.
    #[n(1)]
    pub status: Status,
}

/// The request. Sent as the payload of a [`crate::Signed`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncRequest {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// Whose log.
    #[n(1)]
    pub team: TeamTag,
    /// How far the caller has read.
    #[n(2)]
    pub cursor: Cursor,
    /// The caller's new records, by rising `dev_seq`. All are kept, or none.
    #[n(3)]
    pub pushes: Vec<PushedRecord>,
    /// The caller's new status, if it has one.
    #[n(4)]
    pub status: Option<Status>,
    /// The `status_version` of the last response the caller took in, 0 at first.
    #[n(5)]
    pub status_version: u64,
    /// How many bytes of sealed payload the caller wants at most; one record always comes.
    #[n(6)]
    pub max_bytes: u32,
    /// Send the caller's own records whole too: it lost them, or compares a new log with its own.
    #[n(7)]
    pub include_own: bool,
}

/// The response.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SyncResponse {
    /// The cursor is not in this log (another `log`, a `seq` beyond the head, another `chain`):
    /// entries start at record 1, and the caller reads the log anew. Pushes are kept all the same.
    #[n(0)]
    pub restarted: bool,
    /// Where the log ends now, pushes included.
    #[n(1)]
    pub head: Head,
    /// The highest `dev_seq` of the caller that is kept, durably. 0 when none.
    #[n(2)]
    pub kept: u64,
    /// The devices that entries and statuses point at.
    #[n(3)]
    pub devices: Vec<DeviceKey>,
    /// The records after the cursor, in order.
    #[n(4)]
    pub entries: Vec<LogEntry>,
    /// Entries do not reach the head: ask again from the last one.
    #[n(5)]
    pub more: bool,
    /// Statuses of other devices that changed since `status_version`.
    #[n(6)]
    pub statuses: Vec<DeviceStatus>,
    /// To send along next time.
    #[n(7)]
    pub status_version: u64,
}
