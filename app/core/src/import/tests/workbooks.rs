//! Workbooks of several sheets, of which not all are lists.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::{CaseRow, ImportReason as Why, Reading, Rows, read, today};
use crate::ImportRefusal;

/// Lists of three rows whose district is one merged cell.
const MERGED: &[u8] = include_bytes!("../../../tests/data/import/samengevoegd.xls");

pub(super) type Sheet<'a> = (&'a str, &'a [&'a str]);

/// Builds an .xlsx. Each row is a text with semicolons between its cells. Places behind a plus sign in
/// the name of a sheet are merged: "Lijst+A1:C1".
pub(super) fn workbook(sheets: &[Sheet<'_>], comments: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, xml: &str| {
        parts
            .start_file(name, SimpleFileOptions::default())
            .expect("starts");
        parts.write_all(xml.as_bytes()).expect("writes");
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut named, mut linked) = (String::new(), String::new());
    for ((name, rows), at) in sheets.iter().zip(1..) {
        let mut names = name.split('+');
        let name = names.next().unwrap_or_default();
        // Oud!hidden is a sheet with a state.
        let (name, state) = name.split_once('!').unwrap_or((name, "visible"));
        let merged: String = names
            .map(|place| format!("<mergeCell ref=\"{place}\"/>"))
            .collect();
        let merged = match merged.is_empty() {
            true => merged,
            false => format!("<mergeCells>{merged}</mergeCells>"),
        };
        named +=
            &format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"r{at}\"/>");
        linked += &format!(
            "<Relationship Id=\"r{at}\" Type=\"{links}/worksheet\" \
             Target=\"worksheets/sheet{at}.xml\"/>"
        );
        let cells = |row: &str| -> String {
            // A cell far away says where it is: XFD1048576=text.
            let cell = |text: &str| {
                let (place, text) = text.split_once('=').unwrap_or(("", text));
                let place = if place.is_empty() {
                    String::new()
                } else {
                    format!(" r=\"{place}\"")
                };
                // A formula, without its value or with an empty one.
                if let Some(formula) = text.strip_prefix('~') {
                    return format!("<c{place}><f>{formula}</f></c>");
                }
                if let Some(formula) = text.strip_prefix('^') {
                    return format!("<c{place} t=\"str\"><f>{formula}</f><v></v></c>");
                }
                format!("<c{place} t=\"inlineStr\"><is><t>{text}</t></is></c>")
            };
            row.split(';').map(cell).collect()
        };
        let rows: String = rows
            .iter()
            .zip(1..)
            .map(|(row, line)| format!("<row r=\"{line}\">{}</row>", cells(row)))
            .collect();
        add(
            &format!("xl/worksheets/sheet{at}.xml"),
            &format!(
                "<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>"
            ),
        );
    }
    add(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><sheets>{named}</sheets></workbook>"
        ),
    );
    add(
        "xl/_rels/workbook.xml.rels",
        &format!("<Relationships xmlns=\"{package}\">{linked}</Relationships>"),
    );
    add(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" \
             Type=\"{links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let comments: String = comments
        .iter()
        .map(|(cell, text)| {
            format!("<comment ref=\"{cell}\" authorId=\"0\"><text><r><rPr><b/></rPr><t>Bas:</t></r><r><t>{text}</t></r></text></comment>")
        })
        .collect();
    add(
        "xl/comments1.xml",
        &format!("<comments xmlns=\"{main}\"><commentList>{comments}</commentList></comments>"),
    );
    parts.finish().expect("finishes").into_inner()
}

pub(super) fn cases(bytes: &[u8]) -> (Vec<CaseRow>, Reading) {
    let reading = read("lijst.xlsx", bytes, today()).expect("a workbook");
    match reading.rows.clone() {
        Rows::Cases(rows) => (rows, reading),
        Rows::Contacts(_) => panic!("read as contacts"),
    }
}

/// Returns sheet, line and reason of each remark.
pub(super) fn told(reading: &Reading) -> Vec<(&str, u32, &Why)> {
    let problems = reading.problems.iter();
    problems
        .map(|problem| (problem.sheet.as_str(), problem.line, &problem.reason))
        .collect()
}

const LIST: Sheet<'_> = ("Lijst", &["Dossiernummer;Naam", "A-1;Poedel"]);

#[test]
fn a_sheet_that_is_no_list_is_told_wherever_it_stands() {
    let told_of = |sheets: &[Sheet<'_>]| {
        let (rows, reading) = cases(&workbook(sheets, &[]));
        assert_eq!(rows.len(), 1);
        let texts = reading.problems.iter().map(|problem| &problem.reason);
        texts.cloned().collect::<Vec<_>>()
    };
    let words: Sheet<'_> = ("Uitleg", &["Deze lijst is van ons", "Bel Bas"]);
    let stray = |text: &str| Why::Stray {
        text: text.to_owned(),
    };
    let expected = [stray("Deze lijst is van ons"), stray("Bel Bas")];
    assert_eq!(told_of(&[words, LIST]), expected);
    assert_eq!(told_of(&[LIST, words]), expected);
    // Numbers of cases by district, as in a pivot table.
    let counted: Sheet<'_> = ("Overzicht", &["Aantal;Gemiddeld", "3;4"]);
    assert_eq!(
        told_of(&[counted, LIST]),
        [stray("Aantal · Gemiddeld"), stray("3 · 4")]
    );
}

#[test]
fn remarks_name_the_sheet_when_there_are_several() {
    let sheets: [Sheet<'_>; 2] = [
        ("Noord", &["Dossiernummer;Naam;Adres", "A-1;;Dijk 1"]),
        (
            "Zuid",
            &["Dossiernummer;Naam;Adres", "A-2;;Dijk 2", "A-3;Kers;Dijk 3"],
        ),
    ];
    let (rows, reading) = cases(&workbook(&sheets, &[]));
    assert_eq!(
        told(&reading),
        [("Noord", 2, &Why::NoName), ("Zuid", 2, &Why::NoName)]
    );
    assert_eq!((rows[0].sheet.as_str(), rows[0].line), ("Zuid", 3));
    let (_, reading) = cases(&workbook(
        &[(
            "Noord",
            &["Dossiernummer;Naam;Adres", "A-1;;Dijk 1", "A-2;Kers;"],
        )],
        &[],
    ));
    assert_eq!(told(&reading), [("", 2, &Why::NoName)]);
}

#[test]
fn one_person_on_two_sheets_is_one_case() {
    let sheets: [Sheet<'_>; 2] = [
        (
            "Januari",
            &["Dossiernummer;Naam;Opmerking", "A-1;Poedel;rustig"],
        ),
        (
            "Februari",
            &["Dossiernummer;Naam;Opmerking", "A-1;Poedel;mes in de la"],
        ),
    ];
    let (rows, reading) = cases(&workbook(&sheets, &[]));
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].background, "rustig\nmes in de la");
    assert_eq!(
        told(&reading),
        [("Februari", 2, &Why::JoinedTo { first_line: 2 })]
    );
}

#[test]
fn a_comment_at_a_cell_stands_with_its_row_and_its_danger_is_offered() {
    let (rows, reading) = cases(&workbook(
        &[LIST],
        &[("B2", " let op: &lt;mes&gt; &amp; hond")],
    ));
    assert_eq!(rows[0].background, "Bas: let op: <mes> & hond");
    assert_eq!(rows[0].danger, ["Bas: let op: <mes> & hond"]);
    assert_eq!(told(&reading), []);
    // With several sheets it is unknown of which row it is.
    let other: Sheet<'_> = ("Twee", &["Dossiernummer;Naam", "A-9;Kers"]);
    let (_, reading) = cases(&workbook(&[LIST, other], &[("B2", "mes")]));
    let text = "Bas:mes".to_owned();
    assert_eq!(told(&reading), [("", 2, &Why::CellComment { text })]);
}

#[test]
fn a_sheet_that_the_workbook_hides_is_read_and_told() {
    let hidden: Sheet<'_> = ("Oud!hidden", &["Dossiernummer;Naam", "A-9;Kers"]);
    let (rows, reading) = cases(&workbook(&[LIST, hidden], &[]));
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert!(names.contains(&"Kers"), "{names:?}");
    assert_eq!(told(&reading), [("Oud", 1, &Why::HiddenSheet)]);
}

#[test]
fn the_rows_of_all_sheets_together_are_bounded() {
    let rows: Vec<String> = (0..12_000)
        .map(|row| format!("A-{row};Mens {row}"))
        .collect();
    let rows: Vec<&str> = std::iter::once("Dossiernummer;Naam")
        .chain(rows.iter().map(String::as_str))
        .collect();
    let bytes = workbook(&[("Een", &rows), ("Twee", &rows)], &[]);
    let refusal = read("groot.xlsx", &bytes, today()).expect_err("refused");
    assert!(
        matches!(refusal, ImportRefusal::TooManyRows { rows: 24_002, .. }),
        "{refusal:?}"
    );
}

#[test]
fn a_stray_cell_far_away_is_refused_before_the_cells_in_between_are_held() {
    for far in ["XFD1048576", "A1048576", "XFD9000"] {
        let stray = format!("{far}=x");
        let rows = ["Dossiernummer;Naam", "A-1;Poedel", stray.as_str()];
        let refusal = read("ver.xlsx", &workbook(&[("Een", &rows)], &[]), today());
        assert!(
            matches!(
                refusal,
                Err(ImportRefusal::TooLarge | ImportRefusal::TooManyRows { .. })
            ),
            "{far}: {refusal:?}"
        );
    }
    let rows = ["Dossiernummer;Naam", "A-1;Poedel", "Z90=x"];
    assert!(read("nabij.xlsx", &workbook(&[("Een", &rows)], &[]), today()).is_ok());
}

#[test]
fn a_cell_merged_across_rows_counts_for_each_in_the_old_format_too() {
    let (rows, _) = cases(MERGED);
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.name.as_str(), row.district.as_str()))
        .collect();
    assert_eq!(
        found,
        [("Poedel", "Noord"), ("Kers", "Noord"), ("Neon", "Noord")]
    );
}
