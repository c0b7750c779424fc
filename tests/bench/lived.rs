//! A team with a realistic history: three phones that synced every evening. Its log has one record per
//! document and day, whereas the log of `close.rs`, pushed at once, has one per document.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use futures::executor::block_on;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use voorveld_core::api::{CreateCase, Invite, JoinTeam, ReadTeam, SaveEncounter, StartTeam};
use voorveld_core::model::Who;
use voorveld_core::{CaseId, Environment, Phone, Workspace};

use crate::close::{Server, processor_time, sync};
use crate::figures::{Figures, Times};
use crate::filled::folder;
use crate::line::Line;
use crate::phone::{PIN, encounter};

/// The team of the design's budgets; in 884 days three phones write 60 encounters per case.
const CASES: usize = 850;
const DAYS: i64 = 884;
/// Per phone.
const ENCOUNTERS_A_DAY: usize = 20;

/// Returns the number of days to simulate; VOORVELD_LIVED_DAYS shortens the run.
fn days() -> i64 {
    let asked = std::env::var("VOORVELD_LIVED_DAYS").ok();
    asked.and_then(|days| days.parse().ok()).unwrap_or(DAYS)
}

pub(crate) fn measure(figures: &mut Figures) -> anyhow::Result<()> {
    println!("\na new phone in a team that lived its days");
    let days = days();
    let folder = folder()?;
    let server = Server::start(&folder.path().join("server"))?;
    let line = Line::to(server.address.parse()?)?;
    let day = Arc::new(AtomicI64::new(0));
    let environment = || {
        let day = Arc::clone(&day);
        Environment::with_clock(move || {
            let passed = TimeDelta::days(day.load(Ordering::Relaxed) - days);
            Utc::now() + passed
        })
    };
    let open = |name: &str, environment: Environment| -> anyhow::Result<Workspace> {
        let phone = Phone::at(folder.path().join(name));
        Ok(block_on(phone.create(PIN, environment))?)
    };
    let noor = open("noor", environment())?;
    block_on(noor.call(StartTeam {
        server: line.url(),
        token: String::new(),
        team: "Oosterhage".into(),
        me: "Noor".into(),
    }))?;
    let cases: Vec<CaseId> = (0..CASES)
        .map(|number| {
            let name = format!("Dossier {number}");
            block_on(noor.call(CreateCase { name }))
        })
        .collect::<Result<_, _>>()?;
    sync(&noor)?;
    let mut phones = vec![noor];
    for name in ["Bas", "Carla"] {
        let phone = open(name, environment())?;
        join(&phones[0], &phone, &line, name)?;
        phones.push(phone);
    }
    let mut random = ChaCha8Rng::seed_from_u64(884);
    for today in 0..days {
        day.store(today, Ordering::Relaxed);
        for phone in &phones {
            for _ in 0..ENCOUNTERS_A_DAY {
                let case = cases[random.random_range(0..cases.len())];
                block_on(phone.call(encounter(&mut random, case)))?;
            }
            sync(phone)?;
        }
    }
    day.store(days, Ordering::Relaxed);
    let els = open("els", Environment::default())?;
    line.bytes();
    let (done, saves) = saving(&els);
    let (cpu, clock) = (processor_time()?, Instant::now());
    join(&phones[0], &els, &line, "Els")?;
    while block_on(els.call(ReadTeam))?.sync.running {
        std::thread::sleep(Duration::from_millis(20));
    }
    let (cpu, clock) = (processor_time()? - cpu, clock.elapsed());
    done.store(true, Ordering::Relaxed);
    let saves = saves
        .join()
        .map_err(|_| anyhow::anyhow!("the saving ended"))?;
    let how = format!(
        "{CASES} cases, three phones, {days} days of {ENCOUNTERS_A_DAY} encounters a phone, synced daily"
    );
    let of_all = format!("processor time of the process of all phones; {how}");
    figures.add("lived_new_phone_cpu", cpu, "s", 2.5, of_all);
    figures.add(
        "lived_new_phone_time",
        clock.as_secs_f64(),
        "s",
        None,
        how.clone(),
    );
    figures.add(
        "lived_new_phone_bytes",
        line.bytes() as f64,
        "B",
        8_500_000.0,
        how.clone(),
    );
    let (count, times) = (saves.len(), Times::from(saves));
    for (name, share, budget) in [
        ("p50", 0.5, None),
        ("p99", 0.99, None),
        ("max", 1.0, Some(50.0)),
    ] {
        let figure = format!("lived_save_during_intake_{name}");
        let how = format!("a save while the new phone takes it all in, of {count}; {how}");
        figures.add(figure, times.quantile(share), "ms", budget, how);
    }
    Ok(())
}

fn join(member: &Workspace, phone: &Workspace, line: &Line, me: &str) -> anyhow::Result<()> {
    let invitation = block_on(member.call(Invite))?;
    block_on(phone.call(JoinTeam {
        server: line.url(),
        words: invitation.words.join(" "),
        me: me.into(),
    }))?;
    Ok(())
}

/// Saves an encounter every 25 ms until told to stop; returns how long each save took.
fn saving(phone: &Workspace) -> (Arc<AtomicBool>, std::thread::JoinHandle<Vec<Duration>>) {
    let (done, phone) = (Arc::new(AtomicBool::new(false)), phone.clone());
    let until = Arc::clone(&done);
    let thread = std::thread::spawn(move || {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let mut times = Vec::new();
        while !until.load(Ordering::Relaxed) {
            let nobody = CaseId(uuid::Uuid::nil());
            let save = SaveEncounter {
                who: Who::Unknown,
                ..encounter(&mut random, nobody)
            };
            let began = Instant::now();
            if block_on(phone.call(save)).is_ok() {
                times.push(began.elapsed());
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        times
    });
    (done, thread)
}
