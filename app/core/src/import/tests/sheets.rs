//! Spreadsheets, and lists that are too large.

use super::{CaseRow, ImportReason as Why, Reading, Rows, day, read, today};
use crate::ImportRefusal;

const XLSX: &[u8] = include_bytes!("../../../tests/data/import/lijst.xlsx");
const ODS: &[u8] = include_bytes!("../../../tests/data/import/lijst.ods");
/// A file of 140 kB with a sheet that unpacks to 140 MB of blanks.
const BOMB: &[u8] = include_bytes!("../../../tests/data/import/bom.xlsx");

fn cases(name: &str, bytes: &[u8]) -> (Vec<CaseRow>, Reading) {
    let reading = read(name, bytes, today()).expect("a workbook");
    match reading.rows.clone() {
        Rows::Cases(rows) => (rows, reading),
        Rows::Contacts(_) => panic!("read as contacts"),
    }
}

#[test]
fn every_sheet_of_a_workbook_is_read() {
    // The file name does not matter: such files are also named .csv.
    let (rows, reading) = cases("lijst.csv", XLSX);
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.number.as_str(), row.name.as_str(), row.phone.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("000123", "Poedel", "+31612345678"),
            ("124", "Kers", "+31687654321"),
            ("125", "Neon", "")
        ]
    );
    assert_eq!(
        (rows[0].last_contact, rows[1].last_contact),
        (day(2026, 3, 19), day(2026, 3, 20))
    );
    assert_eq!(rows[0].background, "hond bijt\nbel eerst");
    // A merged cell counts for each of its rows.
    assert_eq!(
        (rows[1].lines.as_slice(), rows[1].background.as_str()),
        (&[5, 6][..], "rustig")
    );
    let told = |wanted: &Why| {
        reading
            .problems
            .iter()
            .any(|problem| problem.reason == *wanted)
    };
    assert!(told(&Why::ServiceNumbers));
    for text in ["Dossierlijst", "Vragen? Bel de balie"] {
        assert!(
            told(&Why::Stray {
                text: text.to_owned()
            }),
            "{text}: {:?}",
            reading.problems
        );
    }
    assert!(!format!("{reading:?}").contains("123456782"));
}

#[test]
fn open_document_sheets_are_read() {
    let (rows, reading) = cases("lijst.ods", ODS);
    assert_eq!(
        (rows[0].name.as_str(), rows[0].phone.as_str()),
        ("Zoë", "+31612345678")
    );
    assert_eq!(rows[0].last_contact, day(2026, 3, 19));
    assert_eq!(reading.problems, []);
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    assert_eq!(read("x.xlsx", BOMB, today()), Err(ImportRefusal::TooLarge));
    let cut = &XLSX[..XLSX.len() / 2];
    assert_eq!(
        read("x.xlsx", cut, today()),
        Err(ImportRefusal::Spreadsheet)
    );
}

#[test]
fn a_list_of_too_many_rows_is_refused_with_its_count() {
    let mut text = "Dossiernr;Naam;Adres\n".to_owned();
    for row in 1..=200_000 {
        text.push_str(&format!("A-{row};Jan {row};Dijk {row}\n"));
    }
    let (rows, most) = (200_001, super::super::MAX_ROWS);
    assert_eq!(
        read("groot.csv", text.as_bytes(), today()),
        Err(ImportRefusal::TooManyRows { rows, most })
    );
}
