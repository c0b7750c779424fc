//! Time from start to the first screen, next to an empty app.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::Context;

use crate::figures::{Figures, Times};
use crate::server::program;

const RUNS: usize = 7;

/// A virtual X display.
struct Display(Child, String);

impl Display {
    fn start() -> anyhow::Result<Self> {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "800x900x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb is missing: ./run setup")?;
        let mut number = String::new();
        let output = process.stdout.take().context("no output")?;
        BufReader::new(output).read_line(&mut number)?;
        Ok(Self(process, format!(":{}", number.trim())))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Err(error) = self.0.kill().and_then(|()| self.0.wait().map(drop)) {
            eprintln!("Xvfb did not stop: {error}");
        }
    }
}

fn first_screen(display: &Display, mut command: Command) -> anyhow::Result<std::time::Duration> {
    let start = Instant::now();
    let mut process = command
        .env("DISPLAY", &display.1)
        .env("RUST_LOG", "voorveld=info,empty=info")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let output = process.stdout.take().context("no output")?;
    let seen = BufReader::new(output)
        .lines()
        .map_while(Result::ok)
        .any(|line| line.contains("first screen"));
    let took = start.elapsed();
    process.kill()?;
    process.wait()?;
    anyhow::ensure!(seen, "ended without a first screen");
    Ok(took)
}

pub(crate) fn measure(figures: &mut Figures) -> anyhow::Result<()> {
    println!("\nstart");
    let display = Display::start()?;
    let folder = tempfile::tempdir()?;
    let (mut empty, mut app) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let bare = first_screen(&display, Command::new(program("examples/empty")?))?;
        let mut voorveld = Command::new(program("voorveld")?);
        voorveld.arg("--data").arg(folder.path());
        let ours = first_screen(&display, voorveld)?;
        // The first run of each only warms the disk cache.
        if run > 0 {
            empty.push(bare);
            app.push(ours);
        }
    }
    let (empty, app) = (
        Times::from(empty).quantile(0.5),
        Times::from(app).quantile(0.5),
    );
    figures.add(
        "start",
        app,
        "ms",
        None,
        "median of 6, process start to the first screen (the code) mounted, release build, Xvfb",
    );
    figures.add(
        "start_ratio",
        app / empty,
        "x",
        1.5,
        format!("that / the same for an empty Dioxus app ({empty:.0} ms), taking turns"),
    );
    Ok(())
}
