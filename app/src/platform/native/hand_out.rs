//! Files that leave the app: into the folder where this system keeps what was downloaded.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::paper::HandOut;
use crate::platform::{Handed, NotHanded};

/// Hands a file out.
pub(crate) async fn hand_out(file: &HandOut) -> Result<Handed, NotHanded> {
    let folder = folder().ok_or(NotHanded)?;
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let saved = tokio::task::spawn_blocking(move || save(&folder, &name, &bytes)).await;
    match saved {
        Ok(Ok(path)) => Ok(Handed::Saved(path.display().to_string())),
        failed => {
            tracing::warn!("a file could not be handed out: {failed:?}");
            Err(NotHanded)
        }
    }
}

fn folder() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    std::env::var_os("XDG_DOWNLOAD_DIR")
        .map(PathBuf::from)
        .or_else(|| home.map(|home| home.join("Downloads")))
}

/// Never over a file that is there already.
fn save(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut path = folder.join(name);
    for n in 2.. {
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                break;
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                path = folder.join(format!("{stem}-{n}.{ending}"));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::save;

    #[test]
    fn a_file_is_never_saved_over_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = save(folder.path(), "maand.csv", b"een").expect("saves");
        let second = save(folder.path(), "maand.csv", b"twee").expect("saves");
        assert_eq!(std::fs::read(first).expect("there"), b"een");
        assert!(second.ends_with("maand-2.csv"));
    }
}
