//! Effect on paper and in a spreadsheet.

use chrono::NaiveDate;
use voorveld_core::view::{Effect, Language};

use super::bars::{drawing, shown};
use super::figures::{figures, lines};
use crate::export::{ExportFile, Page, table};
use crate::{format, t_in};

/// Creates a page with the chart, the figures and the years.
pub fn page(language: Language, effect: &Effect, today: NaiveDate) -> ExportFile {
    let mut page = Page::new(
        language,
        &format!("effect-{today}"),
        &t_in!(language, "effect-title"),
    );
    let day = format::numeric_day(today);
    page.second(&t_in!(language, "export-made", day: day))
        .heading(&t_in!(language, "effect-new"))
        .drawing(&drawing(&effect.years))
        .heading(&t_in!(language, "effect-this-year"));
    let list: Vec<String> = figures(language, effect)
        .into_iter()
        .map(|(number, words)| format!("{number} {words}"))
        .collect();
    page.list(list.iter().map(String::as_str));
    page.heading(&t_in!(language, "effect-by-year"));
    let years = shown(&effect.years);
    let mut head = vec![String::new()];
    head.extend(years.iter().map(|year| year.year.to_string()));
    let rows: Vec<Vec<String>> = lines(language, years)
        .into_iter()
        .map(|(word, figures)| [vec![word], figures].concat())
        .collect();
    let numbers: Vec<usize> = (1..head.len()).collect();
    page.table(&head, &rows, &numbers)
        .second(&t_in!(language, "effect-counted"));
    page.finish()
}

/// Creates a table with one row per year.
pub fn years(language: Language, effect: &Effect, today: NaiveDate) -> ExportFile {
    let lines = lines(language, &effect.years);
    let mut head = vec![t_in!(language, "effect-year")];
    head.extend(lines.iter().map(|(word, _)| word.clone()));
    let rows: Vec<Vec<String>> = effect
        .years
        .iter()
        .enumerate()
        .map(|(n, year)| {
            let figures = lines.iter().map(|(_, figures)| figures[n].clone());
            std::iter::once(year.year.to_string())
                .chain(figures)
                .collect()
        })
        .collect();
    table(&format!("effect-{today}"), &head, &rows)
}
