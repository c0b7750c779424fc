//! Tables for a spreadsheet: CSV (RFC 4180) in the form that a Dutch Excel opens, with semicolons and a
//! UTF-8 byte order mark.

use super::{ExportFile, FileKind};

/// Characters that make a spreadsheet read a cell as a formula, including their full-width forms.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// Characters that some spreadsheets treat as the start of a new cell.
const BREAKS: [char; 3] = ['\t', '\r', '\n'];

/// Creates a table with its header row. Cells that a spreadsheet would read as a formula are prefixed
/// with an apostrophe (OWASP, "CSV Injection"); numbers stay numbers.
pub fn table(stem: &str, head: &[String], rows: &[Vec<String>]) -> ExportFile {
    let mut out = String::from("\u{feff}");
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                out.push(';');
            }
            put(&mut out, cell);
        }
        out.push_str("\r\n");
    }
    ExportFile::new(stem, FileKind::Table, out.into_bytes())
}

fn put(out: &mut String, cell: &str) {
    let formula = is_formula(cell);
    let quoted = cell.contains([';', '"', '\n', '\r', ',']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
}

/// Tells whether a cell is read as a formula; leading whitespace and invisible characters are ignored.
fn is_formula(cell: &str) -> bool {
    let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
    cell.starts_with(BREAKS) || seen.starts_with(FORMULA) && !is_number(cell) || guards_itself(seen)
}

/// Tells whether a cell starts with an apostrophe that would be taken for a guard when it is read
/// again: `'68`, `'=`.
fn guards_itself(seen: &str) -> bool {
    let before = |c: char| c == '\'' || c.is_whitespace() || is_unseen(c);
    let rest = seen.trim_start_matches(before);
    let is_number =
        rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains(char::is_alphabetic);
    seen.starts_with('\'') && (rest.starts_with(FORMULA) || is_number)
}

/// Matches zero-width characters, bidirectional controls, byte order marks, soft hyphens and control
/// characters.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\0'..='\u{1f}')
}

/// Tells whether a cell is a number: `-12,50` is, `-1+cmd` is not.
fn is_number(cell: &str) -> bool {
    let digits = cell.trim_start_matches('-');
    !digits.is_empty()
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.')
}

#[cfg(test)]
mod tests {
    use super::table;

    fn check(cell: &str, written: &str) {
        let file = table("x", &[cell.to_owned()], &[]);
        let text = String::from_utf8(file.bytes).expect("text");
        assert_eq!(text, format!("\u{feff}{written}\r\n"));
    }

    #[test]
    fn cells_come_out_of_a_spreadsheet_as_they_went_in() {
        check("Boodschappen", "Boodschappen");
        check("taxi; heen", "\"taxi; heen\"");
        check("zei \"nee\"", "\"zei \"\"nee\"\"\"");
        check("twee\nregels", "\"twee\nregels\"");
        check("-38,20", "\"-38,20\"");
        check("’t Hoekje = dicht", "’t Hoekje = dicht");
    }

    #[test]
    fn what_was_guarded_is_read_again_as_it_was() {
        use voorveld_core::import::{Rows, read};

        let begins = ["", "'", "''", "\u{202a}", "\u{200b}", "\t", "\n", "\u{ad}'"];
        let signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "0", "a"];
        let ends = ["", "1", "12 x", "x; \"y\"\nz", "'"];
        for begin in begins {
            for sign in signs {
                for end in ends {
                    let cell = format!("{begin}{sign}{end}");
                    let head = ["Dossiernummer", "Naam", "Achtergrond"].map(str::to_owned);
                    let row = ["A-1".to_owned(), "Poedel".to_owned(), cell.clone()];
                    let file = table("x", &head, &[row.to_vec()]);
                    let today = chrono::NaiveDate::default();
                    let reading = read("x.csv", &file.bytes, today).expect("reads");
                    let Rows::Cases(rows) = reading.rows else {
                        panic!("no cases");
                    };
                    // Invisible characters are taken out, and so is space around a text.
                    let shown = cell.replace(['\u{202a}', '\u{200b}', '\u{ad}'], "");
                    assert_eq!(rows[0].background, shown.trim(), "{cell:?}");
                }
            }
        }
    }

    #[test]
    fn no_cell_becomes_a_formula() {
        for nasty in [
            "=1+1",
            "+31612345678x",
            "@SUM(A1)",
            "-1+cmd|x",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\nop een nieuwe regel",
            "＝1+1",
            "＋31",
            "－1+1",
            "＠SUM(A1)",
            "  =1+1",
            "\u{a0}=1+1",
            "\u{200b}=1+1",
            "\u{feff}\u{202e}@SUM(A1)",
            "\u{1}=1+1",
            " -38,20",
        ] {
            let file = table("x", &[nasty.to_owned()], &[]);
            let text = String::from_utf8(file.bytes).expect("text");
            let cell = text.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(cell.starts_with('\''), "{nasty:?}: {text:?}");
        }
    }
}
