//! One phone with a whole team stored: saving, searching, opening.

use std::time::Instant;

use chrono::NaiveDate;
use futures::executor::block_on;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;
use voorveld_core::api::{ReadCase, ReadCases, ReadTimeline, ReadToday, SaveEncounter};
use voorveld_core::model::{Channel, Who};
use voorveld_core::sample::Weight;
use voorveld_core::view::CaseFilter;
use voorveld_core::{CaseId, EncounterId, Environment, Phone, Workspace};

use crate::figures::{Figures, Times};
use crate::filled::{Filled, folder};
use crate::screens::{self, FRAME};
use crate::{ENCOUNTERS, Size};

pub(crate) const PIN: &str = "000000";

pub(crate) fn today() -> NaiveDate {
    voorveld_core::day::of(chrono::Utc::now())
}

/// Returns a random sentence of about 200 characters.
pub(crate) fn sentence(random: &mut ChaCha8Rng) -> String {
    let mut text = String::new();
    while text.chars().count() < 190 {
        let parts = [
            "Stond bij de bushalte en keek weg",
            "Buurvrouw zegt dat het licht brandt",
            "Wil geen opvang maar wel een droge slaapzak",
            "Belde zelf terug na drie dagen",
            "Samen boodschappen gedaan",
            "Deed open en bleef in de gang staan",
            "Vertelde over zijn zus in het noorden",
            "Brief van de corporatie nog dicht",
            "Hond was los",
            "Lachte om de duif",
            "Moet woensdag naar het gemeentehuis",
            "Fiets is nog steeds kapot",
            "Vroeg of ik morgen weer kom",
            "Koffie gedronken op de bank",
        ];
        text.push_str(parts[random.random_range(0..parts.len())]);
        text.push_str(&format!(" {} ", random.random_range(1..60)));
    }
    text
}

pub(crate) fn encounter(random: &mut ChaCha8Rng, case: CaseId) -> SaveEncounter {
    SaveEncounter {
        id: EncounterId(Uuid::from_u128(random.random())),
        text: sentence(random),
        channel: Channel::Street,
        who: Who::Case(case),
        at: None,
    }
}

pub(crate) fn all_cases(workspace: &Workspace) -> anyhow::Result<Vec<CaseId>> {
    let list = block_on(workspace.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: u32::MAX >> 1,
    }))?;
    Ok(list.cases.into_iter().map(|case| case.id).collect())
}

/// Opens a bare SQLCipher database with one table: the baseline cost of disk and cipher.
fn bare_table(folder: &std::path::Path) -> anyhow::Result<rusqlite::Connection> {
    let bare = rusqlite::Connection::open(folder.join("bare.db"))?;
    let key = "11".repeat(32);
    bare.execute_batch(&format!(
        "PRAGMA key = \"x'{key}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE encounters (id BLOB PRIMARY KEY, text TEXT)"
    ))?;
    Ok(bare)
}

pub(crate) fn measure(size: &Size, filled: &Filled, figures: &mut Figures) -> anyhow::Result<()> {
    let folder = folder()?;
    let n = size.name;
    let on_file = format!(
        "{} cases x {ENCOUNTERS} encounters, {} contacts",
        size.cases, size.contacts
    );
    println!("\n{on_file}");
    let phone = filled.phone(size, folder.path())?;
    let bytes: u64 = std::fs::read_dir(folder.path())?
        .filter_map(|file| file.ok()?.metadata().ok())
        .map(|meta| meta.len())
        .sum();
    figures.add(
        format!("file_{n}"),
        bytes as f64 / 1e6,
        "MB",
        None,
        format!("size of the phone's folder: {on_file}"),
    );

    let opening = Instant::now();
    let workspace = block_on(phone.unlock(PIN, Environment::default()))?;
    block_on(workspace.call(ReadToday))?;
    figures.add(
        format!("unlock_to_today_{n}"),
        opening.elapsed().as_secs_f64() * 1000.0,
        "ms",
        None,
        "from the sixth digit to the view model of Vandaag; Argon2id with 64 MiB is most of it",
    );
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let cases = all_cases(&workspace)?;
    let bare = bare_table(folder.path())?;
    // Interleaved, so that other load on the disk affects both alike.
    let (mut bare_times, mut save_times) = (Vec::new(), Vec::new());
    for _ in 0..1000 {
        let (id, text): ([u8; 16], String) = (random.random(), sentence(&mut random));
        let start = Instant::now();
        bare.execute("INSERT INTO encounters VALUES (?1, ?2)", (id, text))?;
        bare_times.push(start.elapsed());
        let case = cases[random.random_range(0..cases.len())];
        let encounter = encounter(&mut random, case);
        let start = Instant::now();
        block_on(workspace.call(encounter))?;
        save_times.push(start.elapsed());
    }
    let (bare, save) = (Times::from(bare_times), Times::from(save_times));
    let how = format!("1000 encounters of 200 characters on random cases, durable; {on_file}");
    figures.add_times(format!("save_{n}"), &save, FRAME, how);
    let how = "an insert into a bare SQLCipher table with synchronous=FULL, taking turns with that";
    figures.add_times(format!("save_bare_{n}"), &bare, None, how);
    figures.add(
        format!("save_ratio_p50_{n}"),
        save.quantile(0.5) / bare.quantile(0.5),
        "x",
        2.0,
        "median save / median insert into the bare table",
    );
    figures.add(
        format!("save_ratio_p99_{n}"),
        save.quantile(0.99) / bare.quantile(0.99),
        "x",
        2.0,
        "the same for the 99th percentiles",
    );

    let long = cases[0];
    for _ in 0..(1000 - ENCOUNTERS) {
        block_on(workspace.call(encounter(&mut random, long)))?;
    }
    let open = Times::of(300, |_| {
        block_on(workspace.call(ReadCase { case: long })).expect("opens");
        let page = ReadTimeline {
            case: long,
            before: None,
            limit: 30,
        };
        block_on(workspace.call(page)).expect("reads");
    });
    figures.add_times(
        format!("open_long_case_{n}"),
        &open,
        FRAME,
        "a case of 1000 encounters: request to view model, with the first page of its timeline",
    );
    let save = Times::of(300, |_| {
        block_on(workspace.call(encounter(&mut random, long))).expect("saves");
    });
    figures.add_times(
        format!("save_long_case_{n}"),
        &save,
        FRAME,
        "an encounter on a case of 1000, durable",
    );
    screens::measure(size, &phone, workspace, &cases, figures)
}

/// Returns the size of a phone's documents; the phone must be closed.
pub(crate) fn weigh(phone: &Phone) -> anyhow::Result<Weight> {
    Ok(phone.weigh(PIN, Environment::default())?)
}
