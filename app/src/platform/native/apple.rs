//! What only an iPhone or iPad has.

use std::path::PathBuf;

use rustix::fs::{XattrFlags, setxattr};

/// A folder marked so is left out of backups: iCloud's and a computer's.
const NO_BACKUP: &str = "com.apple.metadata:com_apple_backup_excludeItem";

/// The mark's content: the text `com.apple.backupd` as a binary property list.
const NO_BACKUP_BY: &[u8] = b"bplist00\x5f\x10\x11com.apple.backupd\x08\
    \0\0\0\0\0\0\x01\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x1c";

/// The app's own folder. That nothing in it can be read while the phone is locked is the work of the
/// entitlement in `Dioxus.toml`.
///
/// # Errors
/// When it is not there and cannot be made.
pub(super) fn data_folder() -> anyhow::Result<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let home = home.ok_or_else(|| anyhow::anyhow!("no HOME"))?;
    let folder = home.join("Library/Application Support/voorveld");
    std::fs::create_dir_all(&folder)?;
    if let Err(error) = setxattr(&folder, NO_BACKUP, NO_BACKUP_BY, XattrFlags::empty()) {
        tracing::error!(%error, "the store is not kept out of backups");
    }
    Ok(folder)
}
