//! The storage trait for teams, logs and mailboxes, with its inputs and outputs.
//!
//! The trait assumes no particular database. Every implementation must pass
//! [`crate::conformance::suite`]; [`page`] holds the code they share.

pub mod page;
pub mod sqlite;

use async_trait::async_trait;
use voorveld_protocol::{
    Cursor, DeviceKey, Hash, LogId, MailboxContents, MailboxId, PushedRecord, Status, SyncResponse,
    TeamTag,
};

/// A team to create.
#[derive(Debug, Clone)]
pub struct NewTeam {
    /// Its tag, chosen by the caller.
    pub team: TeamTag,
    /// Its first device.
    pub founder: DeviceKey,
    /// Identifies its log; ignored if the team exists.
    pub log: LogId,
}

/// A record whose signature was verified, with its hash.
#[derive(Debug, Clone)]
pub struct NumberedRecord {
    /// As the device pushed it.
    pub record: PushedRecord,
    /// [`PushedRecord::hash`].
    pub hash: Hash,
}

/// The records and status of one request, stored together or not at all.
#[derive(Debug, Clone)]
pub struct Push {
    /// The team whose log is appended to.
    pub team: TeamTag,
    /// The device that signed them.
    pub device: DeviceKey,
    /// In ascending order of `dev_seq`; signatures verified.
    pub records: Vec<NumberedRecord>,
    /// Replaces the device's status; signature verified.
    pub status: Option<Status>,
}

/// The read part of one request; the fields are those of [`voorveld_protocol::SyncRequest`].
#[derive(Debug, Clone)]
pub struct Query {
    /// The team whose log is read.
    pub team: TeamTag,
    /// The device that reads.
    pub device: DeviceKey,
    /// How far the device has read.
    pub cursor: Cursor,
    /// The version of the statuses the device has.
    pub status_version: u64,
    /// Largest size of the page, in bytes.
    pub max_bytes: u32,
    /// Whether the device's own records are sent in full.
    pub include_own: bool,
}

/// An invitation to store.
#[derive(Debug, Clone)]
pub struct NewMailbox {
    /// The team it admits to.
    pub team: TeamTag,
    /// The inviting device, which must be the team's.
    pub inviter: DeviceKey,
    /// The mailbox it is stored under.
    pub mailbox: MailboxId,
    /// The sealed invitation.
    pub sealed: Vec<u8>,
    /// The current time, in seconds since 1970.
    pub now: u64,
    /// When the mailbox expires, in seconds since 1970.
    pub expires: u64,
}

/// Why a store did not do what was asked; the call stored nothing then. The text of every variant but
/// [`StoreError::Storage`] is sent to the caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The team does not exist.
    #[error("no such team")]
    UnknownTeam,
    /// The device does not belong to the team.
    #[error("not a device of this team")]
    UnknownDevice,
    /// A record with another hash already has this device number.
    #[error("device number {0} is taken by another record")]
    Fork(u64),
    /// The device number is not the next one; holds the expected number.
    #[error("device number {0} was expected")]
    Gap(u64),
    /// Another device founded the team.
    #[error("the team exists already")]
    TeamTaken,
    /// The mailbox holds another invitation.
    #[error("the mailbox exists already")]
    MailboxTaken,
    /// The team has as many unexpired mailboxes as it may.
    #[error("too many invitations are waiting")]
    TooManyMailboxes,
    /// The mailbox never existed, or expired more than a week ago.
    #[error("no such mailbox")]
    MailboxUnknown,
    /// Another device opened the mailbox.
    #[error("the mailbox was opened by another device")]
    MailboxUsed,
    /// The mailbox has expired.
    #[error("the mailbox has expired")]
    MailboxExpired,
    /// The write queue is full.
    #[error("too many writes are waiting")]
    Busy,
    /// The database or its disk failed; the text is for the administrator.
    #[error("storage: {0}")]
    Storage(String),
}

/// Most unexpired mailboxes a team may have.
pub const MAX_MAILBOXES: u64 = 64;

/// How long an expired mailbox is still reported as expired, in seconds; its content is deleted first.
pub const MAILBOX_MEMORY_SECONDS: u64 = 7 * 24 * 60 * 60;

/// Durable storage of logs. What a call wrote survives a power cut once it returns `Ok`.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Creates a team; idempotent for the same founder.
    async fn create_team(&self, new: NewTeam) -> Result<(), StoreError>;

    /// Returns the highest `dev_seq` stored for this device, 0 if none.
    async fn kept(&self, team: TeamTag, device: DeviceKey) -> Result<u64, StoreError>;

    /// Appends to the log, skipping records it already holds; returns the new `kept`.
    async fn push(&self, push: Push) -> Result<u64, StoreError>;

    /// Reads one page from a consistent snapshot that includes every acknowledged push.
    async fn read(&self, query: Query) -> Result<SyncResponse, StoreError>;

    /// Stores an invitation; idempotent for the same invitation.
    async fn put_mailbox(&self, new: NewMailbox) -> Result<(), StoreError>;

    /// Returns an invitation and admits the device to its team; idempotent for the same device.
    async fn open_mailbox(
        &self,
        mailbox: MailboxId,
        device: DeviceKey,
        now: u64,
    ) -> Result<MailboxContents, StoreError>;

    /// Checks that the store can be read and accepts writes.
    async fn probe(&self) -> Result<(), StoreError>;

    /// Completes the queued writes and closes the files. Later calls fail.
    async fn close(&self) -> Result<(), StoreError>;
}
