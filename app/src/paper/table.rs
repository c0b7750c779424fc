//! A table for a spreadsheet: CSV (RFC 4180) as a Dutch Excel opens it, with semicolons and a mark that
//! it is UTF-8.

use super::{FileKind, HandOut};

/// A spreadsheet takes a cell that begins like this for a formula to work out; the wide ones where
/// Chinese and Japanese are written.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// Some take these for the end of the cell before, and what follows for another.
const BREAKS: [char; 3] = ['\t', '\r', '\n'];

/// A table with its head. Cells that a spreadsheet would take for a formula get an apostrophe in
/// front (OWASP, "CSV Injection"); numbers stay numbers.
pub fn table(stem: &str, head: &[String], rows: &[Vec<String>]) -> HandOut {
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
    HandOut::new(stem, FileKind::Table, out.into_bytes())
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

/// Blanks and marks that nobody sees do not keep a formula from being one.
fn is_formula(cell: &str) -> bool {
    let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
    cell.starts_with(BREAKS) || seen.starts_with(FORMULA) && !is_number(cell)
}

/// Joiners, marks of direction and of byte order, soft hyphens.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\0'..='\u{1f}')
}

/// `-12,50` is an amount, `-1+cmd` is not.
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
