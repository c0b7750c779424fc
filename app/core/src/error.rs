//! Errors, grouped by how the caller should react.

use serde::{Deserialize, Serialize};

/// The error of a request. A failed request changes nothing: stored data and drafts stay as they were.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Error {
    /// The PIN does not open this phone's vault.
    #[error("wrong code")]
    WrongPin,
    /// The mandatory field is empty.
    #[error("nothing was written")]
    Empty,
    /// A text exceeds the limit of its field.
    #[error("text longer than {max} characters")]
    TooLong {
        /// The limit, in characters.
        max: u32,
    },
    /// A value is not valid for its field; nothing was stored.
    #[error("not a value of this field: {0}")]
    Value(BadValue),
    /// The record named by the request does not exist, or no longer exists.
    #[error("not found")]
    NotFound,
    /// The phone's disk is full; nothing was stored.
    #[error("the disk is full")]
    DiskFull,
    /// The store was written by a newer version of the app.
    #[error("the store has schema {found}, this app knows {known}")]
    StoreNewer {
        /// The schema version of the store.
        found: u32,
        /// The newest schema version this app knows.
        known: u32,
    },
    /// The store cannot be opened. Its file was set aside under this name; nothing was deleted. A damaged
    /// vault stays in place, under its own name.
    #[error("the store is damaged; set aside as {set_aside}")]
    StoreDamaged {
        /// The file name, in the same folder.
        set_aside: String,
    },
    /// The store's file is damaged. Checking the phone
    /// ([`CheckPhone`](crate::api::CheckPhone)) sets it aside and rescues what can be read of it.
    #[error("the store's file is damaged")]
    FileDamaged,
    /// The store is open in another process, or another process is checking it.
    #[error("the store is in use")]
    InUse,
    /// A file on the phone cannot be read or written.
    #[error("storage: {0}")]
    Storage(String),
    /// A file cannot be imported.
    #[error("not an importable file: {0}")]
    Import(ImportRefusal),
    /// The code is not five known words. The number is the position (1 to 5) of the first unknown
    /// word, or 0 if the number of words is not five.
    #[error("word {0} of the code is unknown")]
    Words(u8),
    /// There is no invitation for these words: they were mistyped, or it was never made.
    #[error("no invitation for these words")]
    InvitationUnknown,
    /// The invitation was already used by another phone.
    #[error("the invitation was used before")]
    InvitationUsed,
    /// The invitation has expired: it was valid for one day.
    #[error("the invitation has expired")]
    InvitationExpired,
    /// The server refuses to register a team without a valid registration token.
    #[error("the server wants a registration token")]
    RegistrationClosed,
    /// This phone is already in a team.
    #[error("this phone is in a team already")]
    InTeam,
    /// The request needs a team, and this phone is in none.
    #[error("this phone is in no team")]
    NoTeam,
    /// The text is not a valid server address.
    #[error("not a server address")]
    Address,
    /// Communication with the server failed.
    #[error("sync: {0}")]
    Sync(#[from] SyncProblem),
    /// A bug or an unexpected condition inside this app.
    #[error("internal: {0}")]
    Internal(String),
}

/// Why a value is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum BadValue {
    /// Not a number, or out of range.
    #[error("number")]
    Number,
    /// Not an amount of money, zero, or more than [`MAX_AMOUNT`](crate::MAX_AMOUNT).
    #[error("amount")]
    Amount,
    /// Not a date, or a date outside the allowed range.
    #[error("day")]
    Day,
    /// A moment in the future, where only the past is allowed.
    #[error("future")]
    Future,
    /// Not a readable picture, or too large.
    #[error("picture")]
    Picture,
    /// A case in which something was recorded, where only an empty one can be removed.
    #[error("not empty")]
    NotEmpty,
}

/// Why a file is refused as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ImportRefusal {
    /// The file is empty.
    #[error("empty")]
    EmptyFile,
    /// The file is neither a table nor an address book.
    #[error("unknown kind")]
    UnknownKind,
    /// The table has no column with names.
    #[error("no name column")]
    NoNameColumn,
    /// A team export made by a newer version of the app.
    #[error("made by a newer app")]
    NewerExport,
    /// A team export from an old version of the app that did not yet write the complete data.
    #[error("not whole")]
    NotWhole,
    /// The file exceeds the size limit.
    #[error("too large")]
    TooLarge,
    /// The file has more rows than the limit.
    #[error("{rows} rows, of at most {most}")]
    TooManyRows {
        /// The number of rows in the file.
        rows: u32,
        /// The limit.
        most: u32,
    },
    /// A spreadsheet that cannot be read: damaged, password-protected, or opened in a browser, where
    /// spreadsheets are not supported. Saving it as CSV helps.
    #[error("spreadsheet")]
    Spreadsheet,
    /// The preview is no longer in memory: the file must be chosen again.
    #[error("preview gone")]
    PreviewGone,
}

/// Why a sync failed. Unsent work stays on the phone and is retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum SyncProblem {
    /// The server is unreachable: no network, unknown host, or connection refused.
    #[error("no connection")]
    NoConnection,
    /// The connection was made, but no complete response arrived in time.
    #[error("no answer")]
    NoAnswer,
    /// The server's certificate is not trusted.
    #[error("certificate not trusted")]
    Certificate,
    /// The response violates the protocol or contradicts what the phone knows.
    #[error("answer makes no sense")]
    Nonsense,
    /// The server reports a problem of its own, such as a full disk or overload.
    #[error("server has trouble")]
    ServerTrouble,
    /// The server does not know this team or this phone, or no longer does.
    #[error("not known to the server")]
    NotKnown,
    /// The server speaks another protocol version.
    #[error("version differs")]
    Version,
    /// A copy of this phone's store has synced as well: this phone must take a new identity.
    #[error("this phone exists twice")]
    Fork,
    /// The phone's own store failed during the sync.
    #[error("own store")]
    OwnStore,
    /// The server's log lacks records that the server claims to keep.
    #[error("the server withholds records")]
    Withheld,
    /// Syncing makes no progress: the server's log restarts every time, or never contains what was sent.
    #[error("no progress")]
    NoProgress,
    /// The network answered instead of the server: a captive portal that asks for a login.
    #[error("the network wants a login")]
    LoginPage,
}

impl SyncProblem {
    /// Returns the code to report to an administrator. Codes are stable.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoConnection => "V-501",
            Self::NoAnswer => "V-503",
            Self::Certificate => "V-505",
            Self::Nonsense => "V-507",
            Self::ServerTrouble => "V-509",
            Self::NotKnown => "V-511",
            Self::Version => "V-513",
            Self::Fork => "V-515",
            Self::OwnStore => "V-517",
            Self::Withheld => "V-519",
            Self::NoProgress => "V-521",
            Self::LoginPage => "V-523",
        }
    }
}
