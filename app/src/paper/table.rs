//! A table for a spreadsheet: CSV (RFC 4180) as a Dutch Excel opens it, with semicolons and a mark that
//! it is UTF-8.

use super::{FileKind, HandOut};

/// A spreadsheet takes a cell that begins like this for a formula to work out.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

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
    let formula = cell.starts_with(FORMULA) && !is_number(cell);
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
    }

    #[test]
    fn no_cell_becomes_a_formula() {
        for nasty in ["=1+1", "+31612345678x", "@SUM(A1)", "-1+cmd|x"] {
            let file = table("x", &[nasty.to_owned()], &[]);
            let text = String::from_utf8(file.bytes).expect("text");
            assert!(
                text.trim_start_matches('\u{feff}').starts_with('\''),
                "{text}"
            );
        }
    }
}
