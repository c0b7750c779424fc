//! Measures the budgets of the design and writes `target/bench/figures.json`.
//!
//! `./run bench` runs everything at 850 cases and at ten times that; `./run bench -- small` leaves
//! the larger one out, `./run bench -- phone` all but what one phone does by itself. Budgets that compare are measured in one run, on one machine, side by side.

mod browser;
mod close;
mod figures;
mod line;
mod phone;
mod practice;
mod screens;
mod server;
mod start;
mod teams;

use figures::Figures;

/// The team of the design's budgets.
pub(crate) struct Size {
    /// In the names of figures.
    name: &'static str,
    cases: usize,
    contacts: usize,
}

/// Encounters a case.
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

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let asked = |part: &str| arguments.iter().any(|argument| argument == part);
    let mut figures = Figures::default();
    for size in [SMALL, LARGE] {
        if asked("small") && size.name == LARGE.name {
            continue;
        }
        phone::measure(&size, &mut figures)?;
        figures.write()?;
    }
    if asked("phone") {
        return Ok(());
    }
    teams::measure(&mut figures)?;
    close::measure(&mut figures)?;
    server::measure(&mut figures)?;
    browser::measure(&mut figures)?;
    start::measure(&mut figures)?;
    let missed = figures.write()?;
    println!(
        "\n{} figures in target/bench/figures.json, {missed} over budget",
        figures.len()
    );
    Ok(())
}
