//! The vault: the file that turns the PIN into the keys of this phone's databases.
//!
//! PIN → Argon2id → wraps a random master key → wraps one random key per database. Changing the PIN thus
//! rewrites one entry, and destroying one entry destroys one database. The notes about the teams are
//! sealed with the master key, so that not even a municipality's name is readable without the PIN.
//!
//! A PIN of six digits allows a million guesses. At [`PinCost::PHONE`] a guess takes about 0.1 s and
//! 64 MiB, so an attacker who has the file tries all of them in about a day on one core. The PIN
//! protects against somebody who finds the phone; only the phone's own disk encryption protects
//! against somebody who copies its storage.

use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use minicbor::{Decode, Encode};
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{DatabaseKey, random};
use crate::Error;

mod file;
mod notes;

pub(crate) use notes::{TeamNote, TeamNotes};

/// Format version. Version 1 had no notes; it can still be read.
const VERSION: u8 = 2;
/// Upper limit, so that a damaged file cannot make the phone allocate gigabytes.
const MAX_COST: PinCost = PinCost {
    kib: 1024 * 1024,
    passes: 64,
    lanes: 16,
};

/// The Argon2id cost of one guess of the PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct PinCost {
    /// Memory, in KiB.
    #[n(0)]
    pub(crate) kib: u32,
    /// Number of passes over the memory.
    #[n(1)]
    pub(crate) passes: u32,
    /// Degree of parallelism.
    #[n(2)]
    pub(crate) lanes: u32,
}

impl PinCost {
    /// The cost on phones: 64 MiB, three passes (RFC 9106's second recommended option, but with one
    /// lane).
    pub(crate) const PHONE: Self = Self {
        kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };
    /// The cost in tests; it offers no protection.
    #[cfg(test)]
    pub(crate) const TEST: Self = Self {
        kib: 8,
        passes: 1,
        lanes: 1,
    };
}

/// An unlocked vault.
#[derive(ZeroizeOnDrop)]
pub(crate) struct Vault {
    #[zeroize(skip)]
    folder: PathBuf,
    #[zeroize(skip)]
    contents: VaultContents,
    #[zeroize(skip)]
    notes: TeamNotes,
    master: MasterKey,
}

#[derive(Clone, Zeroize, ZeroizeOnDrop)]
struct MasterKey([u8; 32]);

/// The contents of the file. All secrets in it are encrypted under keys derived from the PIN.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct VaultContents {
    #[n(0)]
    cost: PinCost,
    #[cbor(n(1), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[cbor(n(2), with = "minicbor::bytes")]
    master: Vec<u8>,
    #[n(3)]
    databases: Vec<Entry>,
    /// [`TeamNotes`], sealed.
    #[cbor(n(4), with = "minicbor::bytes")]
    notes: Option<Vec<u8>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct Entry {
    #[cbor(n(0), with = "minicbor::bytes")]
    id: [u8; 16],
    #[cbor(n(1), with = "minicbor::bytes")]
    wrapped: Vec<u8>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(…)")
    }
}

impl Vault {
    /// Returns whether the folder contains a vault.
    pub(crate) fn exists(folder: &Path) -> bool {
        file::exists(folder)
    }

    /// Renames the vault, with the keys in it; nothing is deleted. Its databases keep their names,
    /// which are never reused. Under its old name, the vault opens them again with its PIN.
    ///
    /// # Errors
    /// [`Error::Storage`] if the file cannot be renamed.
    pub(crate) fn set_aside(folder: &Path) -> Result<(), Error> {
        file::set_aside(folder)
    }

    /// Creates the vault of a new phone. Never replaces an existing one.
    ///
    /// # Errors
    /// [`Error::Storage`] if there is already a vault or it cannot be written; [`Error::DiskFull`];
    /// [`Error::Internal`] if out of memory.
    pub(crate) fn create(folder: &Path, pin: &str, cost: PinCost) -> Result<Self, Error> {
        if file::exists(folder) {
            return Err(Error::Storage("there is a vault already".into()));
        }
        let master = MasterKey(random());
        let salt = random();
        let key = pin_key(pin, &salt, cost)?;
        let contents = VaultContents {
            cost,
            salt,
            master: wrap(&key, MASTER_PLACE, &master.0),
            databases: Vec::new(),
            notes: None,
        };
        let vault = Self {
            folder: folder.to_owned(),
            contents,
            notes: TeamNotes::default(),
            master,
        };
        vault.save(&vault.contents)?;
        Ok(vault)
    }

    /// Opens the vault with the PIN.
    ///
    /// # Errors
    /// [`Error::WrongPin`]; [`Error::StoreNewer`]; [`Error::StoreDamaged`] if the file is damaged (it
    /// is not moved); [`Error::Storage`]; [`Error::Internal`] if out of memory.
    pub(crate) fn unlock(folder: &Path, pin: &str) -> Result<Self, Error> {
        let contents: VaultContents = file::read(folder, VERSION)?;
        let key = pin_key(pin, &contents.salt, contents.cost)?;
        let master = unwrap(&key, MASTER_PLACE, &contents.master).ok_or(Error::WrongPin)?;
        let sealed = contents.notes.as_deref();
        Ok(Self {
            folder: folder.to_owned(),
            notes: sealed
                .map(|sealed| notes::open(&master, sealed))
                .unwrap_or_default(),
            contents,
            master: MasterKey(*master),
        })
    }

    /// Returns the key of a database; `None` if the vault does not hold it, or no longer does.
    pub(crate) fn database_key(&self, id: Uuid) -> Option<DatabaseKey> {
        let entries = &self.contents.databases;
        let entry = entries.iter().find(|entry| entry.id == *id.as_bytes())?;
        unwrap(&self.master.0, id.as_bytes(), &entry.wrapped).map(|key| DatabaseKey(*key))
    }

    /// Returns the ids of all databases with a key in the vault.
    pub(crate) fn databases(&self) -> impl Iterator<Item = Uuid> {
        let entries = self.contents.databases.iter();
        entries.map(|entry| Uuid::from_bytes(entry.id))
    }

    /// Adds a key for a database, or returns the existing one.
    ///
    /// # Errors
    /// [`Error::DiskFull`] or [`Error::Storage`]; nothing is changed then.
    pub(crate) fn add_database(&mut self, id: Uuid) -> Result<DatabaseKey, Error> {
        if let Some(key) = self.database_key(id) {
            return Ok(key);
        }
        let key = DatabaseKey(random());
        let mut contents = self.contents.clone();
        contents.databases.push(Entry {
            id: *id.as_bytes(),
            wrapped: wrap(&self.master.0, id.as_bytes(), &key.0),
        });
        self.keep(contents)?;
        Ok(key)
    }

    /// Returns the notes about the teams.
    pub(crate) fn notes(&self) -> &TeamNotes {
        &self.notes
    }

    /// Replaces the notes about the teams.
    ///
    /// # Errors
    /// [`Error::DiskFull`] or [`Error::Storage`]; nothing is changed then.
    pub(crate) fn keep_notes(&mut self, notes: TeamNotes) -> Result<(), Error> {
        let mut contents = self.contents.clone();
        contents.notes = Some(notes::seal(&self.master.0, &notes));
        self.keep(contents)?;
        self.notes = notes;
        Ok(())
    }

    fn keep(&mut self, contents: VaultContents) -> Result<(), Error> {
        self.save(&contents)?;
        self.contents = contents;
        Ok(())
    }

    fn save(&self, contents: &VaultContents) -> Result<(), Error> {
        file::write(&self.folder, VERSION, &voorveld_protocol::encode(contents))
    }
}

const MASTER_PLACE: &[u8] = b"voorveld vault master v1";

fn pin_key(pin: &str, salt: &[u8; 16], cost: PinCost) -> Result<Zeroizing<[u8; 32]>, Error> {
    let within =
        cost.kib <= MAX_COST.kib && cost.passes <= MAX_COST.passes && cost.lanes <= MAX_COST.lanes;
    let params = argon2::Params::new(cost.kib, cost.passes, cost.lanes, Some(32))
        .ok()
        .filter(|_| within)
        .ok_or_else(file::damaged)?;
    super::stretch(pin.as_bytes(), salt, params)
}

fn wrap(key: &[u8; 32], place: &[u8], secret: &[u8]) -> Vec<u8> {
    let nonce = random::<24>();
    let payload = Payload {
        msg: secret,
        aad: place,
    };
    let wrapped = XChaCha20Poly1305::new(&(*key).into())
        .encrypt(&XNonce::from(nonce), payload)
        .unwrap_or_else(|_| unreachable!("a few bytes are within the cipher's limit"));
    [nonce.as_slice(), &wrapped].concat()
}

fn unwrap(key: &[u8; 32], place: &[u8], wrapped: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let secret = unseal(key, place, wrapped)?;
    <[u8; 32]>::try_from(secret.as_slice())
        .ok()
        .map(Zeroizing::new)
}

fn unseal(key: &[u8; 32], place: &[u8], wrapped: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, wrapped) = wrapped.split_first_chunk::<24>()?;
    let payload = Payload {
        msg: wrapped,
        aad: place,
    };
    XChaCha20Poly1305::new(&(*key).into())
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .ok()
}

#[cfg(test)]
mod tests;
