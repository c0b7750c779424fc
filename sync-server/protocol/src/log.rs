//! The log: records, their hashes, and the hash chain over them.

use minicbor::{Decode, Encode};

use crate::{DecodeError, DeviceKey, DocumentTag, Hash, LogId, Signature, Signer, TeamTag, sign};

/// The kind of a record. The server treats all kinds alike, and stores and returns unknown ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RecordKind(pub u8);

impl RecordKind {
    /// Automerge changes of one document.
    pub const CHANGES: Self = Self(0);
    /// A whole document, superseding its earlier records.
    pub const SNAPSHOT: Self = Self(1);
    /// A new key epoch.
    pub const KEY_EPOCH: Self = Self(2);
    /// The erasure of a document.
    pub const ERASURE: Self = Self(3);
}

impl<C> Encode<C> for RecordKind {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.u8(self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for RecordKind {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        d.u8().map(Self)
    }
}

/// One sealed record as a device pushes it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct PushedRecord {
    /// The device's own record number: 1, 2, 3… without a gap.
    #[n(0)]
    pub dev_seq: u64,
    /// The kind of record.
    #[n(1)]
    pub kind: RecordKind,
    /// The document it belongs to.
    #[n(2)]
    pub document: DocumentTag,
    /// The key epoch it is sealed under.
    #[n(3)]
    pub epoch: u32,
    /// The sealed payload: opaque to the server.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
    /// The device's signature over [`PushedRecord::hash`].
    #[n(5)]
    pub signature: Signature,
}

impl PushedRecord {
    /// Creates and signs a record.
    pub fn sign(
        team: TeamTag,
        signer: &Signer,
        dev_seq: u64,
        kind: RecordKind,
        document: DocumentTag,
        epoch: u32,
        sealed: Vec<u8>,
    ) -> Self {
        let mut record = Self {
            dev_seq,
            kind,
            document,
            epoch,
            sealed,
            signature: Signature([0; 64]),
        };
        let hash = record.hash(team, signer.device());
        record.signature = signer.sign_hash(sign::RECORD_CONTEXT, hash);
        record
    }

    /// Verifies the device's signature.
    ///
    /// # Errors
    /// [`DecodeError::Signature`].
    pub fn verify(&self, team: TeamTag, device: DeviceKey) -> Result<(), DecodeError> {
        sign::verify_hash(
            sign::RECORD_CONTEXT,
            device,
            self.hash(team, device),
            &self.signature,
        )
    }

    /// Returns the record hash: it covers everything but the signature (PROTOCOL.md, section 3).
    pub fn hash(&self, team: TeamTag, device: DeviceKey) -> Hash {
        let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 record hash v1");
        hasher.update(&team.0);
        hasher.update(&device.0);
        hasher.update(&self.dev_seq.to_be_bytes());
        hasher.update(&[self.kind.0]);
        hasher.update(&self.document.0);
        hasher.update(&self.epoch.to_be_bytes());
        hasher.update(blake3::hash(&self.sealed).as_bytes());
        Hash(hasher.finalize().into())
    }
}

/// The hash chain over a log: two logs with the same chain at the same number hold the same records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Chain(#[n(0)] pub Hash);

impl Chain {
    /// Returns the chain of a log without records.
    pub fn start(log: LogId) -> Self {
        Self(Hash(blake3::derive_key(
            "voorveld 2026 chain start v1",
            &log.0,
        )))
    }

    /// Returns the chain after one more record, to which the server gave the number `seq`.
    pub fn after(self, seq: u64, record: Hash) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 chain v1");
        hasher.update(&self.0.0);
        hasher.update(&seq.to_be_bytes());
        hasher.update(&record.0);
        Self(Hash(hasher.finalize().into()))
    }
}

/// The end of a log: the number and chain of its last record (0 and [`Chain::start`] when empty).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Head {
    /// The log.
    #[n(0)]
    pub log: LogId,
    /// Number of the last record; records are numbered 1, 2, 3… without a gap.
    #[n(1)]
    pub seq: u64,
    /// The chain after that record.
    #[n(2)]
    pub chain: Chain,
}

/// One log entry in a response. Its number is not sent: entries follow the cursor one by one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum LogEntry {
    /// A record in full.
    #[n(0)]
    Record {
        /// Index into the response's `devices`.
        #[n(0)]
        device: u32,
        /// The record as that device pushed it.
        #[n(1)]
        record: PushedRecord,
    },
    /// One of the caller's own records, reduced to what the chain needs.
    #[n(1)]
    Own {
        /// The caller's number of the record.
        #[n(0)]
        dev_seq: u64,
        /// Its [`PushedRecord::hash`].
        #[n(1)]
        hash: Hash,
    },
}
