//! Measures the budgets of the design and writes `target/bench/figures.json`.
//!
//! `./run bench` runs everything, at 850 cases and at ten times that. `./run bench small close`
//! runs only these parts (`small`: one phone at 850 cases; `phone`: one phone at both sizes; `teams`,
//! `close`, `lived`, `server`, `browser`, `start`) and writes `figures-part.json`. `./run bench
//! markdown` measures nothing; it prints the tables of docs/figures.md from the last full run.
//! Figures that a budget compares are measured side by side, in one run on one machine.

mod browser;
mod close;
mod figures;
mod filled;
mod line;
mod lived;
mod markdown;
mod phone;
mod practice;
mod screens;
mod server;
mod start;
mod teams;

use std::time::Instant;

use figures::Figures;
use filled::Filled;

/// The size of a team for which budgets are set.
pub(crate) struct Size {
    /// Used in the names of figures.
    name: &'static str,
    cases: usize,
    contacts: usize,
}

/// Encounters per case.
pub(crate) const ENCOUNTERS: usize = 60;

const SMALL: Size = Size {
    name: "850",
    cases: 850,
    contacts: 10_000,
};
const LARGE: Size = Size {
    name: "8500",
    cases: 8_500,
    contacts: 100_000,
};

const PARTS: [&str; 8] = [
    "small", "phone", "teams", "close", "lived", "server", "browser", "start",
];

fn main() -> anyhow::Result<()> {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        // Cargo's own arguments.
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    if asked.iter().any(|part| part == "markdown") {
        markdown::print(&Figures::read(true)?);
        return Ok(());
    }
    if let Some(part) = asked.iter().find(|part| !PARTS.contains(&part.as_str())) {
        anyhow::bail!("no part {part}: {}, markdown", PARTS.join(", "));
    }
    let whole = asked.is_empty();
    let wants = |part: &str| whole || asked.iter().any(|asked| asked == part);
    let mut figures = Figures::default();
    let mut timed = |part: &str, measure: &dyn Fn(&mut Figures) -> anyhow::Result<()>| {
        let start = Instant::now();
        measure(&mut figures)?;
        let took = start.elapsed().as_secs_f64();
        let how = "how long this part of the measuring took";
        figures.add(format!("took_{part}"), took, "s", None, how);
        figures.write(whole)
    };
    let filled = Filled::default();
    if wants("small") || wants("phone") {
        timed("phone_850", &|figures| {
            phone::measure(&SMALL, &filled, figures)
        })?;
    }
    if wants("phone") {
        timed("phone_8500", &|figures| {
            phone::measure(&LARGE, &filled, figures)
        })?;
    }
    if wants("teams") {
        timed("teams", &|figures| teams::measure(&filled, figures))?;
    }
    if wants("close") {
        timed("close", &|figures| close::measure(&filled, figures))?;
    }
    if wants("lived") {
        timed("lived", &lived::measure)?;
    }
    if wants("server") {
        timed("server", &server::measure)?;
    }
    if wants("browser") {
        timed("browser", &|figures| browser::measure(&filled, figures))?;
    }
    if wants("start") {
        timed("start", &start::measure)?;
    }
    let missed = figures.write(whole)?;
    println!("\n{} figures, {missed} over budget", figures.len());
    Ok(())
}
