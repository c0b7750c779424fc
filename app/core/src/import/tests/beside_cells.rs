//! What workbooks hold beside the values of cells: kinds of sheets, merged cells, comments, formulas.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::workbooks::{Sheet, cases, told, workbook};
use super::{ImportReason as Why, Rows, read, today};

const OLD: &[u8] = include_bytes!("../../../tests/data/import/samengevoegd.xls");

const LIST: Sheet<'_> = (
    "Lijst",
    &["Dossiernummer;Naam;Telefoon", "A-1;Poedel;0612345678"],
);
const BOOK: Sheet<'_> = (
    "Netwerk",
    &[
        "Naam;Organisatie;Telefoon;E-mail",
        "Bas;Voedselbank;0687654321;bas@example.org",
        ";Kringloop;;",
    ],
);

/// Builds an .ods of one sheet from the XML of its rows.
fn open_document(rows: &str) -> Vec<u8> {
    let mut parts = ZipWriter::new(Cursor::new(Vec::new()));
    let space = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{space}:office:1.0\" xmlns:table=\"{space}:table:1.0\" \
         xmlns:text=\"{space}:text:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Blad\">{rows}</table:table></office:spreadsheet>\
         </office:body></office:document-content>"
    );
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ] {
        parts
            .start_file(name, SimpleFileOptions::default())
            .expect("starts");
        parts.write_all(text.as_bytes()).expect("writes");
    }
    parts.finish().expect("finishes").into_inner()
}

/// Returns the XML of a row; a cell that begins with a tag is written as it is.
fn ods_row(cells: &[&str]) -> String {
    let cell = |text: &&str| match text.starts_with('<') {
        true => (*text).to_owned(),
        false => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        ),
    };
    format!(
        "<table:table-row>{}</table:table-row>",
        cells.iter().map(cell).collect::<String>()
    )
}

#[test]
fn contacts_on_a_sheet_of_their_own_are_no_cases_and_are_told() {
    for sheets in [[LIST, BOOK], [BOOK, LIST]] {
        let (rows, reading) = cases(&workbook(&sheets, &[]));
        let names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Poedel"]);
        assert_eq!(
            told(&reading),
            [
                ("Netwerk", 2, &Why::OtherKind),
                ("Netwerk", 3, &Why::OtherKind)
            ]
        );
        let left_out = &reading.problems[0];
        assert_eq!(left_out.name, "Bas");
        for said in ["Voedselbank", "0687654321", "bas@example.org"] {
            assert!(left_out.text.contains(said), "{}", left_out.text);
        }
        assert!(reading.problems[1].text.contains("Kringloop"));
    }
}

#[test]
fn a_sheet_decides_nothing_with_titles_only_or_with_the_titles_of_a_list_of_cases() {
    let empty: Sheet<'_> = ("Leeg", &["Dossiernummer;Naam;Aangemeld door"]);
    let reading = read("boek.xlsx", &workbook(&[BOOK, empty], &[]), today()).expect("reads");
    let Rows::Contacts(rows) = &reading.rows else {
        panic!("read as cases");
    };
    assert_eq!(rows.len(), 2);
    // Without danger in its remarks, the second sheet alone would be an address book.
    let titles = "Naam;Adres;E-mail;Bijzonderheden";
    let north = [titles, "Poedel;Dijk 1;p@x.nl;agressief"];
    let south = [titles, "Kers;Dijk 2;k@x.nl;rustig"];
    let (rows, reading) = cases(&workbook(&[("Noord", &north), ("Zuid", &south)], &[]));
    assert_eq!((rows.len(), reading.problems.len()), (2, 0));
}

#[test]
fn merged_titles_of_a_workbook_are_groups() {
    let sheet: Sheet<'_> = (
        "Lijst+A1:A2+B1:C1+D1:E1",
        &[
            "Dossiernr;Cliënt;;Verwijzer;",
            ";Naam;Telefoon;Naam;Telefoon",
            "A-1;Poedel;0612345678;Bas;0301234567",
        ],
    );
    let (rows, reading) = cases(&workbook(&[sheet], &[]));
    assert_eq!(
        (rows[0].number.as_str(), rows[0].name.as_str()),
        ("A-1", "Poedel")
    );
    assert_eq!(
        (rows[0].reported_by.as_str(), rows[0].phones.as_slice()),
        ("Bas", &["+31612345678".to_owned()][..])
    );
    assert_eq!(rows[0].background, "Verwijzer Telefoon: 0301234567");
    assert_eq!(reading.problems, []);
}

#[test]
fn a_formula_without_a_value_is_told_and_an_empty_value_is_none() {
    let rows = [
        "Dossiernummer;Naam;Wijk",
        "A-1;Poedel;^IF(1,2)",
        "A-2;~B2+C2;Oost",
    ];
    let (found, reading) = cases(&workbook(&[("Lijst", &rows)], &[]));
    assert_eq!(found.len(), 1);
    let formula = "=B2+C2".to_owned();
    let cell = "B3".to_owned();
    assert!(
        told(&reading).contains(&("", 3, &Why::NoValue { cell, formula })),
        "{:?}",
        reading.problems
    );
    assert_eq!(reading.problems.len(), 2, "{:?}", reading.problems);
}

#[test]
fn merged_cells_comments_and_formulas_of_an_open_document_are_seen() {
    let merged = "<table:table-cell table:number-rows-spanned=\"3\" office:value-type=\"string\"><text:p>Noord</text:p></table:table-cell>";
    let covered = "<table:covered-table-cell/>";
    let noted = "<table:table-cell office:value-type=\"string\"><office:annotation>\
         <dc:creator>Bas</dc:creator><dc:date>2026-11-01</dc:date><text:p>let op: <text:span>mes</text:span></text:p>\
         <text:p>&amp; hond</text:p></office:annotation><text:p>Kers</text:p></table:table-cell>";
    let formula = "<table:table-cell table:formula=\"of:=[.B2]\"/>";
    let valued = "<table:table-cell table:formula=\"of:=[.B2]\" office:value-type=\"string\" office:string-value=\"\"/>";
    let rows = [
        ods_row(&["Wijk", "Naam", "Telefoon"]),
        ods_row(&[merged, "Poedel", valued]),
        ods_row(&[covered, noted, "<table:table-cell/>"]),
        ods_row(&[covered, "Neon", formula]),
    ];
    let (found, reading) = cases(&open_document(&rows.concat()));
    let said = |row: &crate::import::row::CaseRow| {
        [&row.name, &row.district, &row.background].map(String::clone)
    };
    let found: Vec<_> = found.iter().map(said).collect();
    assert_eq!(
        found,
        [
            ["Poedel", "Noord", ""],
            ["Kers", "Noord", "Bas: let op: mes & hond"],
            ["Neon", "Noord", ""]
        ]
    );
    let (cell, formula) = ("C4".to_owned(), "=[.B2]".to_owned());
    assert_eq!(told(&reading), [("", 4, &Why::NoValue { cell, formula })]);
    // Rows that stand for several count as such.
    let skipped = "<table:table-row table:number-rows-repeated=\"4\"><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>";
    let rows = [
        ods_row(&["Wijk", "Naam"]),
        skipped.to_owned(),
        ods_row(&["Oost", noted]),
    ];
    let (found, _) = cases(&open_document(&rows.concat()));
    assert_eq!(found[0].line, 6);
    assert_eq!(found[0].danger, ["Bas: let op: mes & hond"]);
    // A comment on a title is of no row.
    let title = ods_row(&["Wijk", &noted.replace("Kers", "Naam")]);
    let (_, reading) = cases(&open_document(
        &[title, ods_row(&["Oost", "Kers"])].concat(),
    ));
    let text = "Bas: let op: mes & hond".to_owned();
    assert_eq!(told(&reading), [("", 1, &Why::CellComment { text })]);
}

#[test]
fn comments_that_cannot_be_read_are_told_where_they_may_be() {
    let count = |bytes: &[u8]| {
        let (_, reading) = cases(bytes);
        let unread = reading
            .problems
            .iter()
            .filter(|problem| problem.reason == Why::CommentsUnread);
        unread.count()
    };
    assert_eq!(count(OLD), 0);
    // The frame of a comment, at the end of the file.
    let frame = b"\x5d\x00\x1a\x00\x15\x00\x12\x00\x19\x00\x01\x00";
    assert_eq!(count(&[OLD, frame].concat()), 1);
}
