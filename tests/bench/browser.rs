//! The app in a real browser, with the whole team stored: `tests/browser/speed.mjs`.

use std::process::Command;

use anyhow::Context as _;
use futures::executor::block_on;
use voorveld_core::Environment;
use voorveld_core::api::{Invite, StartTeam};

use crate::close::{Server, sync};
use crate::figures::Figures;
use crate::filled::{Filled, folder};
use crate::phone::PIN;
use crate::{ENCOUNTERS, SMALL};

pub(crate) fn measure(filled: &Filled, figures: &mut Figures) -> anyhow::Result<()> {
    println!("\nin a browser");
    let folder = folder()?;
    let server = Server::start(&folder.path().join("server"))?;
    let address = format!("http://{}", server.address);
    let phone = filled.phone(&SMALL, &folder.path().join("noor"))?;
    let noor = block_on(phone.unlock(PIN, Environment::default()))?;
    block_on(noor.call(StartTeam {
        server: address.clone(),
        token: String::new(),
        team: "Oosterhage".into(),
        me: "Noor".into(),
    }))?;
    sync(&noor)?;
    let words = block_on(noor.call(Invite))?.words.join(" ");

    let output = Command::new("node")
        .arg(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/browser/speed.mjs"
        ))
        .args(["--whole", "--server", &address, "--words", &words])
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("starting node")?;
    anyhow::ensure!(output.status.success(), "speed.mjs failed");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let get = |path: &str| {
        told.pointer(path)
            .and_then(serde_json::Value::as_f64)
            .with_context(|| format!("no {path} in {told}"))
    };
    let on_file = format!(
        "Chromium, all of it slowed down 4 times, {} cases x {ENCOUNTERS} encounters, {} contacts",
        SMALL.cases, SMALL.contacts
    );
    for (name, path, scale, unit, budget, what) in [
        (
            "web_program",
            "/app/program/bytes",
            1e-6,
            "MB",
            Some(3.0),
            "the program (wasm)",
        ),
        (
            "web_program_sent",
            "/app/program/brotli",
            1e-6,
            "MB",
            Some(1.1),
            "the program as it is sent (Brotli)",
        ),
        (
            "web_all_sent",
            "/app/total/brotli",
            1e-6,
            "MB",
            None,
            "all that the first visit fetches (Brotli)",
        ),
        (
            "web_cold_start",
            "/coldStart",
            1.0,
            "ms",
            None,
            "first visit until the code's screen",
        ),
        (
            "web_warm_start",
            "/warmStart",
            1.0,
            "ms",
            None,
            "later start until the code's screen",
        ),
        (
            "web_unlock",
            "/unlock",
            1.0,
            "ms",
            None,
            "sixth digit until Vandaag, Argon2id with 64 MiB included",
        ),
        (
            "web_new_phone",
            "/join/whole",
            1.0,
            "ms",
            None,
            "joining, the whole team taken in, day closed",
        ),
        (
            "web_save_joining_p50",
            "/join/save/p50",
            1.0,
            "ms",
            None,
            "tap on Bewaar until the sheet is gone, while a whole team comes in",
        ),
        (
            "web_save_joining_worst",
            "/join/save/worst",
            1.0,
            "ms",
            None,
            "the slowest of these",
        ),
        (
            "web_worker_task_p99_joining",
            "/workerTaskJoining/p99",
            1.0,
            "ms",
            Some(50.0),
            "how long the worker hears nobody, while a whole team comes in",
        ),
        (
            "web_worker_task_joining",
            "/workerTaskJoining/worst",
            1.0,
            "ms",
            None,
            "the longest of these",
        ),
        (
            "web_save_p50",
            "/save/p50",
            1.0,
            "ms",
            None,
            "tap on Bewaar until the sheet is gone",
        ),
        (
            "web_save_p99",
            "/save/p99",
            1.0,
            "ms",
            None,
            "tap on Bewaar until the sheet is gone",
        ),
        (
            "web_search_p50",
            "/searchPerLetter/p50",
            1.0,
            "ms",
            None,
            "a letter until its answer is drawn",
        ),
        (
            "web_search_p99",
            "/searchPerLetter/p99",
            1.0,
            "ms",
            None,
            "a letter until its answer is drawn",
        ),
        (
            "web_longest_task_joining",
            "/longestTaskJoining",
            1.0,
            "ms",
            Some(50.0),
            "longest task of the page while a whole team comes in",
        ),
        (
            "web_longest_task",
            "/longestTask",
            1.0,
            "ms",
            None,
            "longest task of the page while saving and searching",
        ),
    ] {
        figures.add(
            name,
            get(path)? * scale,
            unit,
            budget,
            format!("{what}; {on_file}"),
        );
    }
    Ok(())
}
