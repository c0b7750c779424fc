//! The vault's notes about the teams on this phone.

use minicbor::{Decode, Encode};
use uuid::Uuid;

const PLACE: &[u8] = b"voorveld vault notes v1";
/// Notes are padded to a multiple of this size, in bytes, to hide the length of names.
const STEP: usize = 512;

/// The notes about all teams.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(array)]
pub(crate) struct TeamNotes {
    /// The database opened last.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) open: Option<[u8; 16]>,
    #[n(1)]
    pub(super) teams: Vec<TeamNote>,
}

/// The note about one team, as of when it was last closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(array)]
pub(crate) struct TeamNote {
    /// The team's database.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(crate) id: [u8; 16],
    /// The team's name; empty before there is one.
    #[n(1)]
    pub(crate) name: String,
    /// The number of records stored on this phone only.
    #[n(2)]
    pub(crate) only_here: u32,
    /// Whether the database contains anything.
    #[n(3)]
    pub(crate) touched: bool,
    /// The file name under which the database was set aside because it could not be opened.
    #[n(4)]
    pub(crate) damaged: Option<String>,
}

impl TeamNote {
    /// Creates an empty note.
    pub(crate) fn new(id: Uuid) -> Self {
        Self {
            id: id.into_bytes(),
            ..Self::default()
        }
    }

    /// Returns the team's database.
    pub(crate) fn id(&self) -> Uuid {
        Uuid::from_bytes(self.id)
    }
}

impl TeamNotes {
    /// Returns the database opened last.
    pub(crate) fn open(&self) -> Option<Uuid> {
        self.open.map(Uuid::from_bytes)
    }

    /// Records which database was opened last.
    pub(crate) fn set_open(&mut self, id: Uuid) {
        self.open = Some(id.into_bytes());
    }

    /// Returns the note about a database.
    pub(crate) fn of(&self, id: Uuid) -> Option<&TeamNote> {
        self.teams.iter().find(|team| team.id() == id)
    }

    /// Adds a note, replacing the earlier one about the same database.
    pub(crate) fn put(&mut self, note: TeamNote) {
        match self.teams.iter_mut().find(|team| team.id == note.id) {
            Some(team) => *team = note,
            None => self.teams.push(note),
        }
    }
}

/// Seals the notes, padded so that the file size hides the length of the names.
pub(super) fn seal(key: &[u8; 32], notes: &TeamNotes) -> Vec<u8> {
    let bytes = voorveld_protocol::encode(notes);
    let mut padded = (bytes.len() as u32).to_be_bytes().to_vec();
    padded.extend(bytes);
    padded.resize(padded.len().next_multiple_of(STEP), 0);
    super::wrap(key, PLACE, &padded)
}

/// Opens the notes. Unreadable ones, such as those of a newer version, yield empty notes: they must not
/// keep the databases from being opened.
pub(super) fn open(key: &[u8; 32], sealed: &[u8]) -> TeamNotes {
    let read = || {
        let padded = super::unseal(key, PLACE, sealed)?;
        let (length, rest) = padded.split_first_chunk::<4>()?;
        let bytes = rest.get(..u32::from_be_bytes(*length) as usize)?;
        voorveld_protocol::decode(bytes).ok()
    };
    read().unwrap_or_default()
}
