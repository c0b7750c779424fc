//! Launching the app as a process.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::binaries;
use super::display::Display;

/// Launches the app with the inspector enabled.
pub fn launch(display: &Display, folder: &Path, inspector: SocketAddr) -> Child {
    let said = File::options()
        .create(true)
        .append(true)
        .open(log_path(folder))
        .expect("a log file");
    let mut command = Command::new(binaries::app());
    display.show(&mut command);
    command
        .arg("--data")
        .arg(folder)
        .env("WEBKIT_INSPECTOR_HTTP_SERVER", inspector.to_string())
        .env("XDG_DATA_HOME", folder.join("browser"))
        .env("TZ", "Europe/Amsterdam")
        .stdout(Stdio::null())
        .stderr(said)
        .spawn()
        .expect("the app starts")
}

/// Returns the id of a process's window, once it has one.
pub fn find_window(display: &Display, process: u32) -> Option<String> {
    let process = process.to_string();
    let found = display.xdotool(&[
        "search",
        "--all",
        "--onlyvisible",
        "--pid",
        &process,
        "--name",
        "^Voorveld$",
    ])?;
    found.lines().last().map(ToOwned::to_owned)
}

/// # Panics
/// With the app's log, if the app has ended by itself.
pub fn still_running(app: &mut Child, folder: &Path) {
    if let Some(ended) = app.try_wait().expect("asked") {
        panic!("the app ended ({ended}); it said: {}", log(folder));
    }
}

fn log_path(folder: &Path) -> PathBuf {
    folder.with_extension("log")
}

/// Returns what the app wrote to standard error.
pub fn log(folder: &Path) -> String {
    std::fs::read_to_string(log_path(folder)).unwrap_or_default()
}

/// Returns an address with a free port.
pub fn free_port() -> SocketAddr {
    let probe = TcpListener::bind("127.0.0.1:0").expect("a free port");
    probe.local_addr().expect("its number")
}
