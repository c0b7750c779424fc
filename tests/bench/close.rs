//! A duo's day close and a new phone's first sync, against the real server process.

use std::process::{Child, Command, Stdio};

use futures::executor::block_on;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use voorveld_core::api::{Invite, JoinTeam, ReadTeam, StartTeam, Sync};
use voorveld_core::view::SyncReport;
use voorveld_core::{Environment, Phone, Workspace};

use crate::line::Line;

use crate::SMALL;
use crate::figures::Figures;
use crate::filled::{Filled, folder};
use crate::phone::{PIN, all_cases, encounter, weigh};

/// A server process, stopped on drop.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(folder: &std::path::Path) -> anyhow::Result<Self> {
        let program = crate::server::program("voorveld-sync-server")?;
        let mut process = Command::new(program)
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = process
            .stdout
            .take()
            .ok_or_else(|| anyhow::anyhow!("no output"))?;
        let mut lines = std::io::BufRead::lines(std::io::BufReader::new(output));
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("listening on http://").map(str::to_owned))
            .ok_or_else(|| anyhow::anyhow!("the server did not start"))?;
        Ok(Self { process, address })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self
            .process
            .kill()
            .and_then(|()| self.process.wait().map(drop))
        {
            eprintln!("the server did not stop: {error}");
        }
    }
}

pub(crate) fn sync(workspace: &Workspace) -> anyhow::Result<SyncReport> {
    Ok(block_on(workspace.call(Sync { close_day: false }))?)
}

/// Returns this process's CPU time so far, in seconds (`/proc/self/stat`, 100 ticks per second).
pub(crate) fn processor_time() -> anyhow::Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks: f64 = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    Ok(ticks / 100.0)
}

pub(crate) fn measure(filled: &Filled, figures: &mut Figures) -> anyhow::Result<()> {
    println!("\nday close and new phone, against a server process");
    let folder = folder()?;
    let server = Server::start(&folder.path().join("server"))?;
    let line = Line::to(server.address.parse()?)?;
    let noor_phone = filled.phone(&SMALL, &folder.path().join("noor"))?;
    let saved = weigh(&noor_phone)?;
    let noor = block_on(noor_phone.unlock(PIN, Environment::default()))?;
    block_on(noor.call(StartTeam {
        server: line.url(),
        token: String::new(),
        team: "Oosterhage".into(),
        me: "Noor".into(),
    }))?;
    let first = sync(&noor)?;
    println!("  first upload: {first:?}");

    let invitation = block_on(noor.call(Invite))?;
    let bas_phone = Phone::at(folder.path().join("bas"));
    let bas = block_on(bas_phone.create(PIN, Environment::default()))?;
    line.bytes();
    let before = processor_time()?;
    block_on(bas.call(JoinTeam {
        server: line.url(),
        words: invitation.words.join(" "),
        me: "Bas".into(),
    }))?;
    let spent = processor_time()? - before;
    let team = block_on(bas.call(ReadTeam))?;
    anyhow::ensure!(
        team.sync.problem.is_none(),
        "joining failed: {:?}",
        team.sync.problem
    );
    let bytes = line.bytes();
    let how = format!(
        "{} documents (850 x 60, 10,000 contacts) of {} bytes saved by Automerge",
        saved.documents, saved.saved
    );
    figures.add(
        "new_phone_bytes_ratio",
        bytes as f64 / saved.saved as f64,
        "x",
        1.0,
        format!("all bytes on the line, HTTP and pairing included / saved bytes; {how}"),
    );
    figures.add("new_phone_cpu", spent, "s", 3.0, format!("processor time of the phone's process, pairing with Argon2id, projections and search included; {how}"));

    sync(&noor)?;
    sync(&bas)?;
    line.bytes();
    let nothing = sync(&noor)?;
    anyhow::ensure!(nothing.requests == 1, "nothing had changed");
    let bodies = nothing.bytes_up + nothing.bytes_down;
    figures.add(
        "nothing_changed_bytes",
        bodies as f64,
        "B",
        512.0,
        "bodies of the one request and response",
    );
    figures.add(
        "nothing_changed_line_bytes",
        line.bytes() as f64,
        "B",
        None,
        "the same with HTTP headers",
    );
    drop((noor, bas));
    day(figures, &line, &noor_phone, &bas_phone)
}

/// Logs 30 cases x 4 encounters offline on both phones, then closes the day.
fn day(figures: &mut Figures, line: &Line, noor: &Phone, bas: &Phone) -> anyhow::Result<()> {
    let mut raw = 0;
    for (phone, from) in [(noor, 0), (bas, 30)] {
        write_day(phone, from)?;
        raw += weigh(phone)?.unsent_changes;
    }
    let open = |phone: &Phone| block_on(phone.unlock_by_hand(PIN, Environment::default()));
    let (noor, bas) = (open(noor)?, open(bas)?);
    line.bytes();
    // Noor closes first, then Bas; a second close each tells them that both are equal.
    let mut reports = Vec::new();
    for (who, phone) in [
        ("Noor", &noor),
        ("Bas", &bas),
        ("Noor", &noor),
        ("Bas", &bas),
    ] {
        let report = sync(phone)?;
        println!("  {who}: {report:?}");
        reports.push(report);
    }
    let bytes = line.bytes();
    let (one, other) = (
        block_on(noor.call(ReadTeam))?,
        block_on(bas.call(ReadTeam))?,
    );
    anyhow::ensure!(
        one.sync.words == other.sync.words,
        "the phones are not equal"
    );
    let know = |team: &voorveld_core::view::TeamView| team.sync.partners.iter().all(|p| p.equal);
    anyhow::ensure!(
        know(&one) && know(&other),
        "the phones do not know that they are equal"
    );
    // Each change is uploaded by one phone and downloaded by the other, so it counts twice.
    let ratio = bytes as f64 / (2 * raw) as f64;
    figures.add(
        "day_close_bytes_ratio",
        ratio,
        "x",
        0.6,
        format!(
            "all bytes on the line, headers and proof of equality included ({bytes}) / raw \
             Automerge changes up and down (2 x {raw}); two phones, each 30 cases x 4 encounters"
        ),
    );
    figures.add(
        "day_close_requests_up",
        f64::from(reports[0].requests),
        "",
        1.0,
        "requests of the first phone to bring its day up (and down what there is)",
    );
    figures.add(
        "day_close_requests_up_and_down",
        f64::from(reports[1].requests),
        "",
        None,
        "requests of the second phone: one brings its day up and the first one's down, one says \
         that it has it",
    );
    figures.add(
        "day_close_requests_all",
        f64::from(reports.iter().map(|report| report.requests).sum::<u32>()),
        "",
        None,
        "requests of both phones together until both have all and both know that they are equal",
    );
    Ok(())
}

/// Writes a day's encounters offline: this phone syncs only on request.
fn write_day(phone: &Phone, from: usize) -> anyhow::Result<()> {
    let workspace = block_on(phone.unlock_by_hand(PIN, Environment::default()))?;
    let cases = all_cases(&workspace)?;
    let mut random = ChaCha8Rng::seed_from_u64(from as u64);
    for case in &cases[from..from + 30] {
        for _ in 0..4 {
            block_on(workspace.call(encounter(&mut random, *case)))?;
        }
    }
    Ok(())
}
