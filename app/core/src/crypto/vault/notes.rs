//! What the vault remembers of the teams on this phone.

use minicbor::{Decode, Encode};
use uuid::Uuid;

const PLACE: &[u8] = b"voorveld vault notes v1";
/// How long a name is shows only in steps of this many bytes.
const STEP: usize = 512;

/// Of all teams.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(array)]
pub(crate) struct TeamNotes {
    /// The database that was opened last.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) open: Option<[u8; 16]>,
    #[n(1)]
    pub(super) teams: Vec<TeamNote>,
}

/// Of one team, as it stood when it was last left.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(array)]
pub(crate) struct TeamNote {
    /// Which database.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(crate) id: [u8; 16],
    /// The team's name; empty before there is one.
    #[n(1)]
    pub(crate) name: String,
    /// How many records were only on this phone.
    #[n(2)]
    pub(crate) only_here: u32,
    /// There is something in it.
    #[n(3)]
    pub(crate) touched: bool,
    /// The name under which its file was set aside, because it did not open.
    #[n(4)]
    pub(crate) damaged: Option<String>,
}

impl TeamNote {
    /// Nothing known yet of this database.
    pub(crate) fn new(id: Uuid) -> Self {
        Self {
            id: id.into_bytes(),
            ..Self::default()
        }
    }

    /// Which database.
    pub(crate) fn id(&self) -> Uuid {
        Uuid::from_bytes(self.id)
    }
}

impl TeamNotes {
    /// The database that was opened last.
    pub(crate) fn open(&self) -> Option<Uuid> {
        self.open.map(Uuid::from_bytes)
    }

    /// Another one is open now.
    pub(crate) fn set_open(&mut self, id: Uuid) {
        self.open = Some(id.into_bytes());
    }

    /// What is known of a database.
    pub(crate) fn of(&self, id: Uuid) -> Option<&TeamNote> {
        self.teams.iter().find(|team| team.id() == id)
    }

    /// In place of what was known of that database.
    pub(crate) fn put(&mut self, note: TeamNote) {
        match self.teams.iter_mut().find(|team| team.id == note.id) {
            Some(team) => *team = note,
            None => self.teams.push(note),
        }
    }
}

/// Padded, so that the file does not tell how long the names are.
pub(super) fn seal(key: &[u8; 32], notes: &TeamNotes) -> Vec<u8> {
    let bytes = voorveld_protocol::encode(notes);
    let mut padded = (bytes.len() as u32).to_be_bytes().to_vec();
    padded.extend(bytes);
    padded.resize(padded.len().next_multiple_of(STEP), 0);
    super::wrap(key, PLACE, &padded)
}

/// Notes of a newer app that this one cannot read are no reason to keep the databases shut.
pub(super) fn open(key: &[u8; 32], sealed: &[u8]) -> TeamNotes {
    let read = || {
        let padded = super::unseal(key, PLACE, sealed)?;
        let (length, rest) = padded.split_first_chunk::<4>()?;
        let bytes = rest.get(..u32::from_be_bytes(*length) as usize)?;
        voorveld_protocol::decode(bytes).ok()
    };
    read().unwrap_or_default()
}
