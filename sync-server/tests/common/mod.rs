//! Requests that tests send to a server, and a real server process to receive them.
#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod browser;
pub(crate) mod fixture;

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
};

use voorveld_protocol::*;

pub(crate) const TEAM: TeamTag = TeamTag([0xab; 16]);
pub(crate) const BEGIN: Cursor = Cursor {
    log: None,
    seq: 0,
    chain: None,
};

pub(crate) fn anna() -> Signer {
    Signer::from_seed([1; 32])
}

pub(crate) fn bram() -> Signer {
    Signer::from_seed([2; 32])
}

/// A request body and its path.
pub(crate) struct Post {
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) fn create(by: &Signer, token: Option<&str>) -> Post {
    let message = CreateTeam {
        version: VERSION,
        team: TEAM,
        token: token.map(Into::into),
    };
    Post {
        path: "/v1/teams".into(),
        body: Signed::seal(by, Endpoint::CreateTeam, &message),
    }
}

pub(crate) fn request(pushes: Vec<PushedRecord>) -> SyncRequest {
    SyncRequest {
        version: VERSION,
        team: TEAM,
        cursor: BEGIN,
        pushes,
        status: None,
        status_version: 0,
        max_bytes: MAX_PAGE_BYTES,
        include_own: false,
    }
}

pub(crate) fn sync(by: &Signer, request: &SyncRequest) -> Post {
    Post {
        path: format!("/v1/teams/{}/sync", request.team.to_hex()),
        body: Signed::seal(by, Endpoint::Sync, request),
    }
}

pub(crate) fn invitation(seconds: u32) -> PutMailbox {
    PutMailbox {
        version: VERSION,
        team: TEAM,
        mailbox: MailboxId([5; 16]),
        seconds,
        sealed: b"come in".to_vec(),
    }
}

pub(crate) fn put_mailbox(by: &Signer, message: &PutMailbox) -> Post {
    Post {
        path: format!("/v1/teams/{}/mailboxes", message.team.to_hex()),
        body: Signed::seal(by, Endpoint::PutMailbox, message),
    }
}

pub(crate) fn open_mailbox(by: &Signer) -> Post {
    let message = OpenMailbox {
        version: VERSION,
        mailbox: MailboxId([5; 16]),
    };
    Post {
        path: "/v1/mailboxes/open".into(),
        body: Signed::seal(by, Endpoint::OpenMailbox, &message),
    }
}

pub(crate) fn record(by: &Signer, dev_seq: u64, size: usize) -> PushedRecord {
    let (kind, document) = (RecordKind::CHANGES, DocumentTag([3; 16]));
    PushedRecord::sign(
        TEAM,
        by,
        dev_seq,
        kind,
        document,
        1,
        vec![dev_seq as u8; size],
    )
}

pub(crate) fn records(by: &Signer, from: u64, to: u64) -> Vec<PushedRecord> {
    (from..=to).map(|number| record(by, number, 900)).collect()
}

/// The response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn synced(&self) -> SyncResponse {
        assert_eq!(self.status, 200, "{:?}", decode::<Refusal>(&self.body));
        decode(&self.body).expect("a sync response")
    }

    pub(crate) fn refused(&self) -> (u16, RefusalCode, u64) {
        let refusal: Refusal = decode(&self.body).expect("a refusal");
        (self.status, refusal.code, refusal.detail)
    }
}

/// Posts over a new connection with handwritten HTTP, so that the request is sent byte for byte.
pub(crate) fn post(address: SocketAddr, post: &Post) -> std::io::Result<Reply> {
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: test\r\ncontent-type: application/cbor\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        post.path,
        post.body.len()
    );
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(&[head.as_bytes(), &post.body].concat())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n");
    let end = end.ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let status = String::from_utf8_lossy(&answer[9..12]).parse();
    Ok(Reply {
        status: status.expect("a status"),
        body: answer[end + 4..].to_vec(),
    })
}

/// The real server in its own process.
pub(crate) struct Process {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    stdout: BufReader<ChildStdout>,
}

impl Process {
    pub(crate) fn start(data: &Path, more: &[&str]) -> Self {
        Self::start_on("127.0.0.1:0", data, more)
    }

    pub(crate) fn start_on(listen: &str, data: &Path, more: &[&str]) -> Self {
        let mut command = Self::command_on(listen, data, more);
        let mut child = command.spawn().expect("starts");
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
        stdout.read_line(&mut line).expect("a line");
        let address = line.trim().rsplit("//").next().and_then(|a| a.parse().ok());
        let address = address.unwrap_or_else(|| panic!("not ready: {line:?}"));
        Self {
            child,
            address,
            stdout,
        }
    }

    pub(crate) fn command(data: &Path, more: &[&str]) -> Command {
        Self::command_on("127.0.0.1:0", data, more)
    }

    pub(crate) fn command_on(listen: &str, data: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_voorveld-sync-server"));
        command
            .args(["--listen", listen, "--data"])
            .arg(data)
            .args(more)
            .env_remove("VOORVELD_REGISTRATION_TOKEN")
            .env("RUST_LOG", "info")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub(crate) fn post(&self, message: &Post) -> Reply {
        post(self.address, message).expect("an answer")
    }

    /// Kills the server without warning, like a power cut.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("waited");
    }

    /// Stops the server; returns its standard output after the first line.
    pub(crate) fn last_words(mut self) -> String {
        self.ask_to_stop();
        let mut said = String::new();
        self.stdout.read_to_string(&mut said).expect("text");
        said
    }

    fn ask_to_stop(&self) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status();
        assert!(sent.expect("sent").success());
    }

    /// Stops the server as a service manager does; returns its exit status and its log.
    pub(crate) fn terminate(mut self) -> (ExitStatus, String) {
        self.ask_to_stop();
        let mut log = String::new();
        let mut stderr = self.child.stderr.take().expect("piped");
        stderr.read_to_string(&mut log).expect("a log");
        (self.child.wait().expect("ended"), log)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // An error means that the process has already ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
