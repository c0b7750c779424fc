//! Where teams, logs and mailboxes are kept: one trait, and what goes in and comes out of it.
//!
//! The trait has no notion of a particular database. Whoever writes another store makes it pass
//! [`crate::conformance::suite`]; [`page`] holds what all stores share.

pub mod page;
pub mod sqlite;

use async_trait::async_trait;
use voorveld_protocol::{
    Cursor, DeviceKey, Hash, LogId, MailboxContents, MailboxId, PushedRecord, Status, SyncResponse,
    TeamTag,
};

/// A team to start.
#[derive(Debug, Clone)]
pub struct NewTeam {
    /// Its tag, chosen by the caller.
    pub team: TeamTag,
    /// Its first device.
    pub founder: DeviceKey,
    /// What its log will be called; not used when the team exists.
    pub log: LogId,
}

/// A record whose signature was checked, with its hash.
#[derive(Debug, Clone)]
pub struct NumberedRecord {
    /// As the device pushed it.
    pub record: PushedRecord,
    /// [`PushedRecord::hash`].
    pub hash: Hash,
}

/// What one request adds. All of it is kept, or nothing.
#[derive(Debug, Clone)]
pub struct Push {
    /// Whose log.
    pub team: TeamTag,
    /// The device that made it.
    pub device: DeviceKey,
    /// By rising `dev_seq`; signatures checked.
    pub records: Vec<NumberedRecord>,
    /// Replaces the device's status; signature checked.
    pub status: Option<Status>,
}

/// What one request asks for; the fields are those of [`voorveld_protocol::SyncRequest`].
#[derive(Debug, Clone)]
pub struct Query {
    /// Whose log.
    pub team: TeamTag,
    /// The device that asks.
    pub device: DeviceKey,
    /// How far it has read.
    pub cursor: Cursor,
    /// Which statuses it has.
    pub status_version: u64,
    /// How many bytes the page may have.
    pub max_bytes: u32,
    /// Whether its own records are sent whole.
    pub include_own: bool,
}

/// An invitation to put away.
#[derive(Debug, Clone)]
pub struct NewMailbox {
    /// The team it is to.
    pub team: TeamTag,
    /// The device of that team that invites.
    pub inviter: DeviceKey,
    /// Where it is put.
    pub mailbox: MailboxId,
    /// The sealed invitation.
    pub sealed: Vec<u8>,
    /// Now, in seconds since 1970.
    pub now: u64,
    /// When it is too late to open it, in seconds since 1970.
    pub expires: u64,
}

/// Why a store did not do what was asked. Everything but [`StoreError::Storage`] is an answer to
/// the caller; nothing of a refused request is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No such team.
    #[error("no such team")]
    UnknownTeam,
    /// The device is not the team's.
    #[error("not a device of this team")]
    UnknownDevice,
    /// This device number is taken by a record with another hash.
    #[error("device number {0} is taken by another record")]
    Fork(u64),
    /// This device number was expected.
    #[error("device number {0} was expected")]
    Gap(u64),
    /// The team was started by another device.
    #[error("the team exists already")]
    TeamTaken,
    /// The mailbox holds another invitation.
    #[error("the mailbox exists already")]
    MailboxTaken,
    /// The team has too many invitations waiting.
    #[error("too many invitations are waiting")]
    TooManyMailboxes,
    /// Nothing was put in this mailbox, or it was long ago.
    #[error("no such mailbox")]
    MailboxUnknown,
    /// Another device opened it.
    #[error("the mailbox was opened by another device")]
    MailboxUsed,
    /// It is too late.
    #[error("the mailbox has expired")]
    MailboxExpired,
    /// More writes wait than the store takes.
    #[error("too many writes are waiting")]
    Busy,
    /// The database or its disk failed; the text is for the administrator.
    #[error("storage: {0}")]
    Storage(String),
}

/// Most unexpired mailboxes one team may have.
pub const MAX_MAILBOXES: u64 = 64;

/// How long an expired mailbox is still known as expired, in seconds; its contents go at once.
pub const MAILBOX_MEMORY_SECONDS: u64 = 7 * 24 * 60 * 60;

/// A durable home for logs. When a call returns `Ok`, what it wrote survives a power cut.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Starts a team; the same founder may do so again.
    async fn create_team(&self, new: NewTeam) -> Result<(), StoreError>;

    /// The highest `dev_seq` kept of this device, 0 when none.
    async fn kept(&self, team: TeamTag, device: DeviceKey) -> Result<u64, StoreError>;

    /// Adds to the log. Records that are there already are skipped; returns the new `kept`.
    async fn push(&self, push: Push) -> Result<u64, StoreError>;

    /// Reads one page of the log, of one moment, with every push that was answered before.
    async fn read(&self, query: Query) -> Result<SyncResponse, StoreError>;

    /// Puts an invitation away; the same one may be put again.
    async fn put_mailbox(&self, new: NewMailbox) -> Result<(), StoreError>;

    /// Takes an invitation out and makes the device one of its team's.
    async fn open_mailbox(
        &self,
        mailbox: MailboxId,
        device: DeviceKey,
        now: u64,
    ) -> Result<MailboxContents, StoreError>;

    /// Whether it can be read, and would take a write.
    async fn probe(&self) -> Result<(), StoreError>;

    /// Finishes the writes that wait, and lets go of the files. Later calls fail.
    async fn close(&self) -> Result<(), StoreError>;
}
