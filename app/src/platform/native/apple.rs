//! What is specific to iPhone and iPad.

use std::path::PathBuf;

use rustix::fs::{XattrFlags, setxattr};

/// Extended attribute that excludes a folder from iCloud and computer backups.
const NO_BACKUP: &str = "com.apple.metadata:com_apple_backup_excludeItem";

/// The attribute's value: the text `com.apple.backupd` as a binary property list.
const NO_BACKUP_BY: &[u8] = b"bplist00\x5f\x10\x11com.apple.backupd\x08\
    \0\0\0\0\0\0\x01\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x1c";

/// Returns the app's data folder. The entitlement in `Dioxus.toml` makes it unreadable while the phone
/// is locked.
///
/// # Errors
/// When HOME is not set, or the folder does not exist and cannot be created.
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
