//! Saves handed-out files in the system's downloads folder. A page is also opened in the system's
//! viewer, so that it can be printed there.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::export::{ExportFile, FileKind};
use crate::platform::{Handed, NotHanded};

/// Hands out a file.
pub(crate) async fn export(file: &ExportFile) -> Result<Handed, NotHanded> {
    let folder = folder().ok_or(NotHanded)?;
    let (name, bytes) = (file.name.clone(), file.bytes.clone());
    let saved = tokio::task::spawn_blocking(move || save(&folder, &name, &bytes)).await;
    let path = match saved {
        Ok(Ok(path)) => path,
        failed => {
            tracing::warn!("a file could not be handed out: {failed:?}");
            return Err(NotHanded);
        }
    };
    let place = path.display().to_string();
    Ok(if file.kind == FileKind::Page && open(&path) {
        Handed::Opened(place)
    } else {
        Handed::Saved(place)
    })
}

/// Returns the folder where users look for downloads, or else the app's own folder.
fn folder() -> Option<PathBuf> {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    let own = || super::data_folder().ok().map(|own| own.join("uit"));
    if cfg!(target_os = "android") {
        // Writing outside the app's own folder needs a permission; see docs/phones.md.
        own()
    } else if cfg!(target_os = "ios") {
        home().map(|home| home.join("Documents"))
    } else if cfg!(target_os = "windows") {
        std::env::var_os("USERPROFILE").map(|home| PathBuf::from(home).join("Downloads"))
    } else {
        home()
            .map(|home| {
                let chosen = std::fs::read_to_string(home.join(".config/user-dirs.dirs"));
                chosen
                    .ok()
                    .and_then(|dirs| download_folder(&dirs, &home))
                    .unwrap_or_else(|| home.join("Downloads"))
            })
            .or_else(own)
    }
}

/// Returns the user's download folder from freedesktop.org's `user-dirs.dirs`
/// (`XDG_DOWNLOAD_DIR="$HOME/Downloads"`).
fn download_folder(dirs: &str, home: &Path) -> Option<PathBuf> {
    let chosen = dirs.lines().find_map(|line| {
        line.trim()
            .strip_prefix("XDG_DOWNLOAD_DIR=\"")?
            .strip_suffix('"')
    })?;
    match chosen.strip_prefix("$HOME") {
        // $HOME itself means that there is none.
        Some("" | "/") => None,
        Some(inside) => Some(home.join(inside.trim_start_matches('/'))),
        None => Some(PathBuf::from(chosen)).filter(|path| path.is_absolute()),
    }
}

/// Saves a file under a new name, never overwriting one, and readable by the current user only.
fn save(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut path = folder.join(name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    for n in 2.. {
        match options.open(&path) {
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

/// Asks the system to open a file. Phones do not let an app pass on a path.
#[cfg(any(target_os = "android", target_os = "ios"))]
fn open(_path: &Path) -> bool {
    false
}

#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn open(path: &Path) -> bool {
    use std::process::{Command, Stdio};

    let shows = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(target_os = "windows") {
        "explorer"
    } else {
        "xdg-open"
    };
    let started = Command::new(shows)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Ok(mut child) => {
            // Reaps the viewer, which may run as long as its window is open.
            std::thread::spawn(move || child.wait());
            true
        }
        Err(error) => {
            tracing::debug!(%error, "nothing here shows a page");
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{download_folder, save};

    #[test]
    fn a_file_is_never_saved_over_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = save(folder.path(), "maand.csv", b"een").expect("saves");
        let second = save(folder.path(), "maand.csv", b"twee").expect("saves");
        assert_eq!(std::fs::read(first).expect("there"), b"een");
        assert!(second.ends_with("maand-2.csv"));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_on_the_machine_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = save(folder.path(), "dossier.json", b"{}").expect("saves");
        let mode = std::fs::metadata(path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn it_goes_where_somebody_chose_to_keep_downloads() {
        let check = |line: &str, found: Option<&str>| {
            assert_eq!(
                download_folder(line, Path::new("/home/noor")),
                found.map(PathBuf::from),
                "{line}"
            );
        };
        let dirs = "# gemaakt door xdg\nXDG_DESKTOP_DIR=\"$HOME/Bureaublad\"\n\
                    XDG_DOWNLOAD_DIR=\"$HOME/Gehaald\"\n";
        check(dirs, Some("/home/noor/Gehaald"));
        check("XDG_DOWNLOAD_DIR=\"/data/gehaald\"", Some("/data/gehaald"));
        check("XDG_DOWNLOAD_DIR=\"$HOME/\"", None);
        check("XDG_DOWNLOAD_DIR=\"gehaald\"", None);
        check("", None);
    }
}
