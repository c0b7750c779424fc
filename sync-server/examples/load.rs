//! Load test: day closes against a real server process on this machine; reports rate, latency and
//! memory. Each device sends one request with 30 records of 900 sealed bytes, which the server
//! answers once they are on disk. Prints one line of JSON; exits with 1 when a budget is missed.
//!
//! `cargo build --release -p voorveld-sync-server && cargo run --release -p voorveld-sync-server
//! --example load [-- CLOSES [CONNECTIONS [SEALED_BYTES]]]`

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, ExitCode, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};
use voorveld_protocol::*;

const RECORDS: u64 = 30;
const LONGEST: Duration = Duration::from_secs(20);

/// A duo: the first device invites the second, as in the field.
struct Duo {
    team: TeamTag,
    devices: [Signer; 2],
}

impl Duo {
    fn new(number: u32) -> Self {
        let seed = |device: u8| {
            let mut seed = [device; 32];
            seed[..4].copy_from_slice(&number.to_be_bytes());
            Signer::from_seed(seed)
        };
        let mut team = [0x77; 16];
        team[..4].copy_from_slice(&number.to_be_bytes());
        Self {
            team: TeamTag(team),
            devices: [seed(1), seed(2)],
        }
    }

    /// Returns the requests that create the team and admit the second device.
    fn start(&self) -> Vec<Vec<u8>> {
        let [first, second] = &self.devices;
        let (version, mailbox) = (VERSION, MailboxId(self.team.0));
        let create = CreateTeam {
            version,
            team: self.team,
            token: None,
        };
        let put = PutMailbox {
            version,
            team: self.team,
            mailbox,
            seconds: 60,
            sealed: vec![1; 200],
        };
        let open = OpenMailbox { version, mailbox };
        let team = self.team.to_hex();
        vec![
            http(
                "/v1/teams",
                Signed::seal(first, Endpoint::CreateTeam, &create),
            ),
            http(
                &format!("/v1/teams/{team}/mailboxes"),
                Signed::seal(first, Endpoint::PutMailbox, &put),
            ),
            http(
                "/v1/mailboxes/open",
                Signed::seal(second, Endpoint::OpenMailbox, &open),
            ),
        ]
    }

    /// Returns the sync request of one device's day close.
    fn close(&self, device: usize, sealed_bytes: usize) -> Vec<u8> {
        let signer = &self.devices[device];
        let record = |dev_seq: u64| {
            // Sealed bytes do not compress, so these must not either.
            let mut sealed = vec![0; sealed_bytes];
            blake3::Hasher::new()
                .update(&self.team.0)
                .update(&[device as u8])
                .update(&dev_seq.to_be_bytes())
                .finalize_xof()
                .fill(&mut sealed);
            let document = DocumentTag([dev_seq as u8; 16]);
            PushedRecord::sign(
                self.team,
                signer,
                dev_seq,
                RecordKind::CHANGES,
                document,
                1,
                sealed,
            )
        };
        let request = SyncRequest {
            version: VERSION,
            team: self.team,
            cursor: Cursor {
                log: None,
                seq: 0,
                chain: None,
            },
            pushes: (1..=RECORDS).map(record).collect(),
            status: Some(Status::sign(self.team, signer, 1, vec![2; 120])),
            status_version: 0,
            max_bytes: MAX_PAGE_BYTES,
            include_own: false,
        };
        let path = format!("/v1/teams/{}/sync", self.team.to_hex());
        http(&path, Signed::seal(signer, Endpoint::Sync, &request))
    }
}

fn http(path: &str, body: Vec<u8>) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: load\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body].concat()
}

/// Sends one request and reads the whole response; returns status and body.
async fn exchange(stream: &mut TcpStream, request: &[u8]) -> std::io::Result<(u16, Vec<u8>)> {
    stream.write_all(request).await?;
    let mut answer = Vec::with_capacity(64 * 1024);
    let end = loop {
        if let Some(end) = answer.windows(4).position(|w| w == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut answer).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    };
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let bad = || std::io::Error::other(format!("not understood: {head}"));
    let status = head
        .get(9..12)
        .and_then(|s| s.parse().ok())
        .ok_or_else(bad)?;
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok())
        .unwrap_or(0);
    let mut body = answer.split_off(end);
    while body.len() < length {
        if stream.read_buf(&mut body).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok((status, body))
}

/// The server process, killed on drop.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(data: &std::path::Path) -> anyhow::Result<Self> {
        // Examples are built into a folder beside the binaries.
        let own = std::env::current_exe()?;
        let binary: Option<PathBuf> = own
            .ancestors()
            .nth(2)
            .map(|folder| folder.join("voorveld-sync-server"));
        let binary = binary.filter(|b| b.exists());
        let binary = binary.ok_or_else(|| anyhow::anyhow!("build voorveld-sync-server first"))?;
        let mut child = Command::new(binary)
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        let stdout = child.stdout.take();
        let stdout = stdout.ok_or_else(|| anyhow::anyhow!("no output"))?;
        BufReader::new(stdout).read_line(&mut line)?;
        let address = line.trim().trim_start_matches("listening on http://");
        Ok(Self {
            address: address.parse()?,
            child,
        })
    }

    /// Returns the process's peak memory so far, in MiB.
    fn peak_mib(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|kib| kib.trim().split(' ').next());
        Ok(peak.unwrap_or("0").parse::<f64>()? / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // An error means that the process has already ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[tokio::main(worker_threads = 2)]
async fn main() -> anyhow::Result<ExitCode> {
    let mut numbers = std::env::args().skip(1).map(|n| n.parse::<usize>());
    let closes = numbers.next().transpose()?.unwrap_or(3000).div_ceil(2) * 2;
    let connections = numbers.next().transpose()?.unwrap_or(32);
    let sealed_bytes = numbers.next().transpose()?.unwrap_or(900);

    let dir = tempfile::tempdir()?;
    let server = Server::start(dir.path())?;
    let mut stream = TcpStream::connect(server.address).await?;
    let mut requests = Vec::with_capacity(closes);
    let duos: Vec<Duo> = (0..closes as u32 / 2).map(Duo::new).collect();
    for duo in &duos {
        for request in duo.start() {
            let (status, _) = exchange(&mut stream, &request).await?;
            anyhow::ensure!(status < 300, "starting a team: {status}");
        }
    }
    for device in 0..2 {
        requests.extend(duos.iter().map(|duo| duo.close(device, sealed_bytes)));
    }

    let (requests, next) = (Arc::new(requests), Arc::new(AtomicUsize::new(0)));
    let start = Instant::now();
    let mut workers = JoinSet::new();
    for _ in 0..connections {
        let (requests, next, address) = (requests.clone(), next.clone(), server.address);
        workers.spawn(async move {
            let mut stream = TcpStream::connect(address).await?;
            let (mut times, mut down) = (Vec::new(), 0);
            while start.elapsed() < LONGEST {
                let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) else {
                    break;
                };
                let sent = Instant::now();
                let (status, body) = exchange(&mut stream, request).await?;
                times.push(sent.elapsed().as_secs_f64() * 1000.0);
                let kept = decode::<SyncResponse>(&body).map(|r| r.kept);
                anyhow::ensure!(status == 200 && kept == Ok(RECORDS), "{status}: {kept:?}");
                down += body.len();
            }
            anyhow::Ok((times, down))
        });
    }
    let (mut times, mut down) = (Vec::new(), 0);
    while let Some(done) = workers.join_next().await {
        let (some, bytes) = done??;
        times.extend(some);
        down += bytes;
    }
    let seconds = start.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    let percentile = |p: usize| times[(times.len() * p / 100).min(times.len() - 1)];
    let (rate, p99) = (times.len() as f64 / seconds, percentile(99));
    let peak = server.peak_mib()?;
    let within = rate >= 300.0 && p99 <= 250.0 && peak <= 128.0;
    let round = |number: f64| (number * 10.0).round() / 10.0;
    println!(
        "{}",
        json!({
            "closes": times.len(),
            "connections": connections,
            "sealed_bytes": RECORDS as usize * sealed_bytes,
            "closes_per_second": round(rate),
            "p50_ms": round(percentile(50)),
            "p99_ms": round(p99),
            "server_peak_mib": round(peak),
            "kib_down_per_close": round(down as f64 / 1024.0 / times.len() as f64),
            "within_budget": within,
        })
    );
    Ok(if within {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
