//! The vault's file: replaced atomically, with a checksum to detect damage.

use std::path::{Path, PathBuf};

use minicbor::{Decode, Encode};

use crate::{Error, files};

const NAME: &str = "vault.cbor";

/// The file format: the contents, with a checksum that distinguishes a damaged file from a wrong PIN.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Sealed {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    contents: Vec<u8>,
    #[cbor(n(2), with = "minicbor::bytes")]
    sum: [u8; 8],
}

pub(super) fn exists(folder: &Path) -> bool {
    files::exists(&path(folder))
}

/// Reads and decodes the contents.
pub(super) fn read<T>(folder: &Path, known: u8) -> Result<T, Error>
where
    T: for<'b> Decode<'b, ()>,
{
    let bytes = files::read(&path(folder))?;
    let sealed: Sealed = voorveld_protocol::decode(&bytes).map_err(|_| damaged())?;
    if sealed.sum != sum(sealed.version, &sealed.contents) {
        return Err(damaged());
    }
    if sealed.version > known {
        return Err(Error::StoreNewer {
            found: sealed.version.into(),
            known: known.into(),
        });
    }
    voorveld_protocol::decode(&sealed.contents).map_err(|_| damaged())
}

/// Replaces the file atomically.
pub(super) fn write(folder: &Path, version: u8, contents: &[u8]) -> Result<(), Error> {
    let bytes = voorveld_protocol::encode(&Sealed {
        version,
        contents: contents.to_vec(),
        sum: sum(version, contents),
    });
    files::replace(&path(folder), &bytes)
}

/// Renames the vault, so that a new one can be created.
pub(super) fn set_aside(folder: &Path) -> Result<(), Error> {
    let from = path(folder);
    let name = |n: u32| folder.join(format!("vault.aside-{n}.cbor"));
    let free = (1..1000).map(name).find(|path| !files::exists(path));
    let to = free.ok_or_else(|| Error::Storage("too many vaults set aside".into()))?;
    files::rename(&from, &to)
}

/// Returns the error for a damaged vault. The file is not renamed: no database opens without it, and a
/// repair expects it in this place.
pub(super) fn damaged() -> Error {
    Error::StoreDamaged {
        set_aside: NAME.into(),
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

fn sum(version: u8, contents: &[u8]) -> [u8; 8] {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 vault sum v1");
    hasher.update(&[version]);
    hasher.update(contents);
    let mut sum = [0; 8];
    hasher.finalize_xof().fill(&mut sum);
    sum
}
