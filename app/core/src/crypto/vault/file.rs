//! The vault's file: replaced as a whole or not at all, and told apart from a damaged one.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use minicbor::{Decode, Encode};

use crate::Error;

const NAME: &str = "vault.cbor";
const NEW_NAME: &str = "vault.cbor.new";

/// What lies on disk: the contents, and a sum that tells a damaged file from a wrong PIN.
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
    path(folder).exists()
}

/// Reads the contents.
pub(super) fn read<T>(folder: &Path, known: u8) -> Result<T, Error>
where
    T: for<'b> Decode<'b, ()>,
{
    let bytes = fs::read(path(folder)).map_err(storage)?;
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

/// Replaces the file: whatever happens meanwhile, either the old or the new one is there, whole.
pub(super) fn write(folder: &Path, version: u8, contents: &[u8]) -> Result<(), Error> {
    let bytes = voorveld_protocol::encode(&Sealed {
        version,
        contents: contents.to_vec(),
        sum: sum(version, contents),
    });
    replace(folder, &bytes).map_err(storage)
}

/// The vault is not renamed or moved: without it nothing opens, and whoever repairs it looks here.
pub(super) fn damaged() -> Error {
    Error::StoreDamaged {
        set_aside: NAME.into(),
    }
}

fn replace(folder: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let new = folder.join(NEW_NAME);
    let mut file = open_private(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&new, path(folder))?;
    sync_folder(folder)
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The rename itself must survive a power cut too.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows cannot open a folder as a file; NTFS journals its renames.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
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

fn storage(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::Storage(error.to_string()),
    }
}
