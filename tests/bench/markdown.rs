//! Prints the tables of docs/figures.md from the figures of the last full run.

use std::collections::BTreeMap;

use crate::figures::{Figure, Figures};

/// The suffixes of figures for both sizes.
const SIZES: [&str; 2] = ["_850", "_8500"];

/// Prints the screens in one table, with both sizes side by side, and then all other figures.
pub(crate) fn print(figures: &Figures) {
    let mut screens: BTreeMap<&str, [Option<&Figure>; 2]> = BTreeMap::new();
    let mut rest = Vec::new();
    for (name, figure) in figures.iter() {
        let size = SIZES.iter().position(|size| name.ends_with(size));
        match size {
            Some(size) if figure.p50.is_some() => {
                let name = name.strip_suffix(SIZES[size]).unwrap_or(name);
                screens.entry(name).or_default()[size] = Some(figure);
            }
            _ => rest.push((name, figure)),
        }
    }
    println!("| ms | 850: p50 | p99 | cold | 8,500: p50 | p99 | cold | |");
    println!("|---|---|---|---|---|---|---|---|");
    for (name, sizes) in screens {
        let over = sizes.iter().flatten().any(|figure| figure.is_over());
        let cells: Vec<String> = sizes.into_iter().flat_map(times).collect();
        println!("| `{name}` | {} | {} |", cells.join(" | "), verdict(over));
    }
    println!("\n| figure | value | budget | |\n|---|---|---|---|");
    for (name, figure) in rest {
        let budget = figure.budget.map_or(String::new(), number);
        let verdict = match figure.budget {
            Some(_) => verdict(figure.is_over()),
            None => "",
        };
        println!(
            "| `{name}` | {} {} | {budget} | {verdict} |",
            number(figure.value),
            figure.unit
        );
    }
}

fn times(figure: Option<&Figure>) -> [String; 3] {
    let cell = |value: Option<f64>| value.map_or(String::new(), number);
    [
        cell(figure.and_then(|figure| figure.p50)),
        cell(figure.map(|figure| figure.value)),
        cell(figure.and_then(|figure| figure.cold)),
    ]
}

fn verdict(over: bool) -> &'static str {
    if over { "**over**" } else { "within" }
}

/// Formats a number with three significant digits.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        0.0 => 0,
        value => (2 - value.log10().floor() as i32).clamp(0, 3),
    };
    let text = format!("{value:.*}", digits as usize);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
