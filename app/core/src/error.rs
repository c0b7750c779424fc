//! What can go wrong, by what the caller does next.

use serde::{Deserialize, Serialize};

/// Every error a call can answer with. Nothing is lost in any of them: the data and the draft stand
/// as they stood before the call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Error {
    /// The code does not open this phone's store.
    #[error("wrong code")]
    WrongPin,
    /// The one mandatory field is empty.
    #[error("nothing was written")]
    Empty,
    /// More text than a field takes.
    #[error("text longer than {max} characters")]
    TooLong {
        /// The limit, in characters.
        max: u32,
    },
    /// A value that the field cannot have; nothing of the call was kept.
    #[error("not a value of this field: {0}")]
    Value(BadValue),
    /// What the call names is not here (any more).
    #[error("not found")]
    NotFound,
    /// The phone's disk is full; nothing of the call was kept.
    #[error("the disk is full")]
    DiskFull,
    /// The store was made by a newer app.
    #[error("the store has schema {found}, this app knows {known}")]
    StoreNewer {
        /// The store's schema number.
        found: u32,
        /// The newest this app knows.
        known: u32,
    },
    /// The store does not open; its file was set aside under this name, nothing was deleted.
    #[error("the store is damaged; set aside as {set_aside}")]
    StoreDamaged {
        /// File name, in the same folder.
        set_aside: String,
    },
    /// A file of the phone cannot be read or written.
    #[error("storage: {0}")]
    Storage(String),
    /// A file to import is none that is understood.
    #[error("not an importable file: {0}")]
    Import(ImportRefusal),
    /// The five words are not five known words; the number is the first that is not (1…5), 0 when
    /// there are not five.
    #[error("word {0} of the code is unknown")]
    Words(u8),
    /// No invitation waits for these words (mistyped, or never made).
    #[error("no invitation for these words")]
    InvitationUnknown,
    /// The invitation was used by another phone.
    #[error("the invitation was used before")]
    InvitationUsed,
    /// The invitation's day has passed.
    #[error("the invitation has expired")]
    InvitationExpired,
    /// The server does not let this phone start a team.
    #[error("the server wants a registration token")]
    RegistrationClosed,
    /// This phone is in a team already, or holds work that would be lost.
    #[error("this phone is in a team already")]
    InTeam,
    /// The call needs a team, and this phone is in none.
    #[error("this phone is in no team")]
    NoTeam,
    /// The address is none a server can have.
    #[error("not a server address")]
    Address,
    /// Talking to the server failed.
    #[error("sync: {0}")]
    Sync(#[from] SyncProblem),
    /// A fault of this app.
    #[error("internal: {0}")]
    Internal(String),
}

/// Why a value is refused, by what whoever typed it does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum BadValue {
    /// Not a number, or not one between the limits.
    #[error("number")]
    Number,
    /// Not an amount of money, none at all, or beyond what one expense can be.
    #[error("amount")]
    Amount,
    /// Not a day, or one that cannot be.
    #[error("day")]
    Day,
    /// A moment that is still to come.
    #[error("future")]
    Future,
    /// Not a picture that can be read, or too large a one.
    #[error("picture")]
    Picture,
}

/// Why a file cannot be imported at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ImportRefusal {
    /// Nothing in it.
    #[error("empty")]
    EmptyFile,
    /// Neither a table nor an address book.
    #[error("unknown kind")]
    UnknownKind,
    /// A table without a column that names people.
    #[error("no name column")]
    NoNameColumn,
    /// A file of all of a team that a newer app made.
    #[error("made by a newer app")]
    NewerExport,
    /// A file of all of a team, made by an app that did not write everything into it.
    #[error("not whole")]
    NotWhole,
    /// Larger than can be read on a phone.
    #[error("too large")]
    TooLarge,
    /// More rows than can be kept on a phone.
    #[error("{rows} rows, of at most {most}")]
    TooManyRows {
        /// So many.
        rows: u32,
        /// Of at most so many.
        most: u32,
    },
    /// A spreadsheet that cannot be read here: damaged, locked with a password, or in a browser. As
    /// CSV it can.
    #[error("spreadsheet")]
    Spreadsheet,
    /// The preview is no longer at hand: choose the file again.
    #[error("preview gone")]
    PreviewGone,
}

/// Why a sync did not work. The work stays on the phone, and is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum SyncProblem {
    /// No way to the server: no network, no such host, connection refused.
    #[error("no connection")]
    NoConnection,
    /// Connected, but no (whole) answer in time.
    #[error("no answer")]
    NoAnswer,
    /// The server cannot prove that it is the one.
    #[error("certificate not trusted")]
    Certificate,
    /// An answer that is not this protocol's, or does not fit what the phone knows.
    #[error("answer makes no sense")]
    Nonsense,
    /// The server has trouble of its own (full disk, too busy).
    #[error("server has trouble")]
    ServerTrouble,
    /// The server does not know this team or this phone (any more).
    #[error("not known to the server")]
    NotKnown,
    /// The server speaks another version.
    #[error("version differs")]
    Version,
    /// Another copy of this phone's store has synced: this phone must take a new identity.
    #[error("this phone exists twice")]
    Fork,
    /// The phone's own store failed while syncing.
    #[error("own store")]
    OwnStore,
    /// The server's log lacks what the server says it keeps.
    #[error("the server withholds records")]
    Withheld,
    /// The server's answers bring the phone no further: its log begins anew each time, or never takes
    /// what it is sent.
    #[error("no progress")]
    NoProgress,
    /// The network answered instead of the server: it wants a login first.
    #[error("the network wants a login")]
    LoginPage,
}

impl SyncProblem {
    /// The code to say to an administrator; never changes its meaning.
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
