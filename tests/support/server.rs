//! The real sync server in its own process, on real files.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::binaries;

/// A server that is running or temporarily down.
pub struct SyncServer {
    folder: PathBuf,
    options: Vec<String>,
    address: SocketAddr,
    running: Option<Child>,
}

impl SyncServer {
    /// Starts the server on a free port of this machine, with its data in this folder.
    pub fn start(folder: &Path, options: &[&str]) -> Self {
        let options: Vec<String> = options.iter().map(|&option| option.to_owned()).collect();
        let (child, address) = launch(folder, &options, "127.0.0.1:0");
        Self {
            folder: folder.to_path_buf(),
            options,
            address,
            running: Some(child),
        }
    }

    /// Returns its address, which survives restarts.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the address that is typed on a phone.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Kills the server without warning, like a power cut.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.running.take() {
            child.kill().expect("killed");
            child.wait().expect("ended");
        }
    }

    /// Starts it again, on the same port and data.
    pub fn restart(&mut self) {
        self.kill();
        let (child, address) = launch(&self.folder, &self.options, &self.address.to_string());
        assert_eq!(address, self.address, "the server came up elsewhere");
        self.running = Some(child);
    }

    /// Stops the server, copies its data and starts it again, like a nightly backup.
    pub fn back_up(&mut self, to: &Path) {
        self.kill();
        copy(&self.folder, to);
        self.restart();
    }

    /// Replaces its data by an earlier copy; an absent copy leaves it empty.
    pub fn restore(&mut self, from: &Path) {
        self.kill();
        std::fs::remove_dir_all(&self.folder).expect("emptied");
        copy(from, &self.folder);
        self.restart();
    }

    /// Returns all files of its database with their content.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(&self.folder).expect("its folder") {
            let path = entry.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            if name.starts_with("voorveld") {
                files.push((name.into_owned(), std::fs::read(&path).expect("read")));
            }
        }
        files.sort();
        files
    }
}

impl Drop for SyncServer {
    fn drop(&mut self) {
        if let Some(mut child) = self.running.take() {
            // An error means that the process has already ended.
            drop(child.kill());
            drop(child.wait());
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    let Ok(files) = std::fs::read_dir(from) else {
        return;
    };
    for file in files {
        let file = file.expect("a file").path();
        let name = file.file_name().expect("a name");
        std::fs::copy(&file, to.join(name)).expect("copied");
    }
}

fn launch(folder: &Path, options: &[String], listen: &str) -> (Child, SocketAddr) {
    std::fs::create_dir_all(folder).expect("made");
    let log = File::options()
        .create(true)
        .append(true)
        .open(folder.join("server.log"))
        .expect("a log file");
    let mut child = Command::new(binaries::server())
        .args(["--listen", listen, "--data"])
        .arg(folder)
        .args(options)
        .env_remove("VOORVELD_REGISTRATION_TOKEN")
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .expect("the server starts");
    let mut line = String::new();
    let stdout = child.stdout.take().expect("piped");
    BufReader::new(stdout).read_line(&mut line).expect("a line");
    let address = line.trim().rsplit("//").next().and_then(|a| a.parse().ok());
    let address = address.unwrap_or_else(|| {
        let log = std::fs::read_to_string(folder.join("server.log")).unwrap_or_default();
        panic!("the server is not ready: {line:?}\n{log}")
    });
    (child, address)
}
