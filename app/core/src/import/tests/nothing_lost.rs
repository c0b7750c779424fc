//! For any table, each cell ends up in a field, in the background, or in a remark on its line.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::super::row::CaseRow;
use super::{ImportReason, Rows, read, today};
use crate::ImportRefusal;

/// Titles of all kinds: fields, columns of the other kind of list, unknown ones, and duplicates.
const TITLES: &[&str] = &[
    "Dossiernummer",
    "Nr",
    "#",
    "Naam",
    "Roepnaam",
    "Bijnaam",
    "Voornaam",
    "Tussenvoegsel",
    "Achternaam",
    "Contactpersoon",
    "Geboortedatum",
    "Adres",
    "Straat",
    "Huisnr",
    "Toevoeging",
    "Postcode",
    "Plaats",
    "Land",
    "Wijk",
    "Telefoon",
    "Mobiele telefoon",
    "Telefoon op werk",
    "Phone 1 - Label",
    "Phone 1 - Value",
    "Problematiek",
    "Bestuurlijk gevoelig",
    "Aangemeld door",
    "Naam verwijzer",
    "Datum aanmelding",
    "Eerste contact",
    "Status",
    "Vertrouwen",
    "Trekker",
    "Laatste contact",
    "Wat telt",
    "Wel",
    "Niet",
    "Opmerking",
    "Notities",
    "Functie",
    "Organisatie",
    "Waarvoor",
    "Past bij",
    "E-mail",
    "UID",
    "Voorveld-id",
    "Naam moeder",
    "Telefoon melder",
    "Huisdier",
    "Adres school",
    "Home Street",
    "Business Street",
    "Home City",
    "Naam zorgmijder",
    "Fax",
    "",
];

/// Titles above several columns, and their absence.
const GROUPS: &[&str] = &[
    "",
    "",
    "",
    "Cliënt",
    "Verwijzer",
    "Steunfiguur",
    "Adres",
    "Melding",
    "Organisatie",
    "Algemeen",
    "Laatste contact",
    "Werk",
];

/// A name, so that the table can be read, and any other columns.
fn table() -> impl Strategy<Value = (Vec<&'static str>, Vec<Vec<Option<u8>>>)> {
    let titles = prop::sample::subsequence(TITLES, 1..14).prop_shuffle();
    titles.prop_flat_map(|mut titles| {
        titles.extend(["Cliënt", "Wijk"]);
        let width = titles.len() + 1;
        let cell = prop::option::weighted(0.7, 0..6_u8);
        let rows = prop::collection::vec(prop::collection::vec(cell, width), 1..8);
        (Just(titles), rows)
    })
}

/// A unique word that encodes the kind of value, the row and the column. Some are of a recognised
/// kind; those are looked for in their stored form.
fn value(kind: u8, row: usize, column: usize) -> String {
    let place = row * 20 + column;
    match kind {
        0 => format!("0612{:06}", 100_000 + place),
        1 => format!("woord{place}q twee"),
        2 => format!("eerste{place}q\nregel{place}q"),
        3 => format!("hond{place}q; \"bijt{place}q\""),
        4 => format!("{}", 40_000 + place * 7),
        _ => format!("x{place}q"),
    }
}

fn words(value: &str) -> Vec<String> {
    let kept = value
        .strip_prefix("0612")
        .map_or(value, |rest| &value[value.len() - rest.len()..]);
    kept.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_130), ..ProptestConfig::default() })]

    #[test]
    fn every_cell_is_kept_or_told((titles, rows) in table()) {
        let width = titles.len();
        every_cell(&vec![""; width], &titles, &rows)?;
    }

    #[test]
    fn every_cell_below_two_lines_of_titles_is_kept_or_told(
        (titles, rows) in table(),
        groups in prop::collection::vec(prop::sample::select(GROUPS), 16),
    ) {
        let groups: Vec<&str> = groups.into_iter().take(titles.len()).collect();
        every_cell(&groups, &titles, &rows)?;
    }
}

/// Checks that each cell below these titles, and above those the groups, is kept or told.
fn every_cell(
    groups: &[&str],
    titles: &[&str],
    rows: &[Vec<Option<u8>>],
) -> Result<(), TestCaseError> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line_of = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        cells.join(";") + "\n"
    };
    let two_lines = groups.iter().any(|group| !group.is_empty());
    let mut text = line_of(titles);
    if two_lines {
        text = line_of(groups) + &text;
    }
    let header = if two_lines { 2 } else { 1 };
    let mut line = header + 1;
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(column, kind)| kind.map_or(String::new(), |kind| value(kind, at, column)))
            .collect();
        let written = cells
            .iter()
            .map(|cell| quoted(cell))
            .collect::<Vec<_>>()
            .join(";");
        text.push_str(&written);
        text.push('\n');
        lines.push((line, cells));
        line += 1 + u32::try_from(written.matches('\n').count()).expect("few lines");
    }
    let reading = match read("lijst.csv", text.as_bytes(), today()) {
        // A client column that is half numbers names too few; the list is refused as a whole.
        Err(ImportRefusal::NoNameColumn) => {
            let client = titles
                .iter()
                .rposition(|title| *title == "Cliënt")
                .expect("a column");
            let filled = lines
                .iter()
                .map(|(_, cells)| &cells[client])
                .filter(|cell| !cell.is_empty());
            let (named, numbers): (Vec<_>, Vec<_>) =
                filled.partition(|cell| cell.chars().any(char::is_alphabetic));
            prop_assert!(named.len() <= numbers.len(), "refused:\n{text}");
            return Ok(());
        }
        reading => reading.expect("a table"),
    };
    let kept = match &reading.rows {
        Rows::Cases(rows) => format!("{rows:?}"),
        Rows::Contacts(rows) => format!("{rows:?}"),
    }
    .to_lowercase();
    let told = format!("{:?}", reading.problems).to_lowercase();
    // What stands on an earlier row as well. Other rows that are left out are told with their text.
    let again = |line: u32| {
        let twice = |reason: &ImportReason| matches!(reason, ImportReason::TwiceInFile { .. });
        reading
            .problems
            .iter()
            .any(|problem| problem.line == line && twice(&problem.reason))
    };
    let columns_told = reading
        .problems
        .iter()
        .filter(|problem| problem.line <= header)
        .count();
    for (line, cells) in &lines {
        for cell in cells.iter().filter(|_| !again(*line)) {
            for word in words(cell) {
                // A column that only counts rows or holds BSNs is reported as a whole.
                let whole_column = columns_told > 0 && word.chars().all(|c| c.is_ascii_digit());
                prop_assert!(
                    kept.contains(&word) || told.contains(&word) || whole_column,
                    "{word} of line {line} is gone:\n{text}\n{reading:#?}"
                );
            }
        }
    }
    Ok(())
}

/// Frozen: teams have documents with these ids.
#[test]
fn identifiers_of_rows_never_change() {
    let row = |number: &str, name: &str, address: &str, phone: &str, background: &str| CaseRow {
        number: number.to_owned(),
        name: name.to_owned(),
        address: address.to_owned(),
        phone: phone.to_owned(),
        background: background.to_owned(),
        ..CaseRow::default()
    };
    let ids = [
        row("2023-001", "de duivenman", "Zuiderdijk 138a", "", ""),
        row("", "Zoë Çelik", "Dijk 1", "", ""),
        row("", "Łukasz Đ.", "", "+31612345678", ""),
        row("", "İsmet ß", "", "", "hond bijt"),
        row(
            "A-1",
            "Jan",
            "Dijk 1",
            "",
            "Achternaam: Wilg\nGeboortedatum: 1-1-1950",
        ),
    ]
    .map(|row| row.key().to_string());
    assert_eq!(
        ids,
        [
            "73e76e0b-e670-81ca-9583-08a8b453610c",
            "483b40dc-faec-8bb0-8a01-19678418e573",
            "d6695ce2-85ca-83c5-9d28-1bf654823664",
            "0983cd6b-77fb-8aa0-9dad-01d7722c1737",
            "dfb71eaf-3ddf-888d-93d0-ba49fcf43b3e",
        ]
    );
    assert_eq!(
        row("2023-001", "x", "", "", "").former_keys()[0].to_string(),
        "ffd1af7b-fa70-8112-a372-bf4340006823"
    );
}
