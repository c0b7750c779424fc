//! Paths of the programs under test.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

/// Returns the path of the app.
pub fn app() -> PathBuf {
    let path = match option_env!("CARGO_BIN_EXE_voorveld") {
        Some(path) => PathBuf::from(path),
        None => folder().join("voorveld"),
    };
    assert!(
        path.exists(),
        "the app is not built; run: cargo build (looked for {})",
        path.display()
    );
    path
}

/// Returns the path of the sync server. It belongs to another package, which a test run does not
/// build: under cargo it is built here when missing or older than its source.
pub fn server() -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    let path = folder().join("voorveld-sync-server");
    BUILT.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("sync-server");
        let built = std::fs::metadata(&path).and_then(|file| file.modified());
        if built.is_ok_and(|built| built >= newest(&source)) {
            return;
        }
        if let Some(cargo) = std::env::var_os("CARGO") {
            let mut build = Command::new(cargo);
            // All binaries at once, as ./run builds them: another selection would enable other features.
            build.args(["build", "--quiet", "--workspace", "--bins"]);
            build.current_dir(env!("CARGO_MANIFEST_DIR"));
            if !cfg!(debug_assertions) {
                build.arg("--release");
            }
            let built = build.status().expect("cargo runs");
            assert!(built.success(), "the sync server does not build");
        }
    });
    assert!(
        path.exists(),
        "the sync server is not built; run: cargo build --workspace --bins"
    );
    path
}

/// Returns the newest modification time in a source folder.
fn newest(folder: &Path) -> SystemTime {
    let mut newest = SystemTime::UNIX_EPOCH;
    let Ok(entries) = std::fs::read_dir(folder) else {
        return newest; // without its source the existing binary is used
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let changed = if path.is_dir() {
            self::newest(&path)
        } else {
            std::fs::metadata(&path)
                .and_then(|file| file.modified())
                .unwrap_or(SystemTime::UNIX_EPOCH)
        };
        newest = newest.max(changed);
    }
    newest
}

/// Returns the target folder of the profile this program was built in.
fn folder() -> PathBuf {
    let this = std::env::current_exe().expect("this program has a path");
    // Tests are in deps/, examples in examples/.
    this.parent()
        .and_then(Path::parent)
        .expect("this program lies in a folder of target/")
        .to_path_buf()
}

/// Returns a command for a system program.
///
/// # Panics
/// Names the package to install if the program is missing: a window test is never skipped.
pub fn system(program: &str, package: &str) -> Command {
    let found = std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    });
    assert!(
        found,
        "{program} is needed to play the app in a window; install the package {package}"
    );
    Command::new(program)
}
