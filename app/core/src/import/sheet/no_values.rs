//! Formulas without a stored value: programs other than Excel may leave it for Excel to compute.

use calamine::{Data, Range};

use super::book::Book;
use crate::model::{ImportReason, RowProblem};

/// A formula without a stored value. Row and column count from 0.
#[derive(Debug)]
pub(super) struct NoValue {
    pub row: u32,
    pub column: u32,
    pub formula: String,
}

impl NoValue {
    pub fn remark(&self) -> RowProblem {
        let reason = ImportReason::NoValue {
            cell: format!("{}{}", letters(self.column), self.row.saturating_add(1)),
            formula: format!(
                "={}",
                self.formula
                    .trim_start_matches("of:")
                    .trim_start_matches('=')
            ),
        };
        RowProblem::on(self.row.saturating_add(1), reason)
    }
}

/// Returns the formulas of a sheet that have no value. Of an .xls all have one.
pub(super) fn of_sheet(book: &mut Book<'_>, name: &str, range: &Range<Data>) -> Vec<NoValue> {
    let mut found = Vec::new();
    macro_rules! find {
        ($book:expr) => {{
            let Ok(mut cells) = $book.worksheet_cells_reader(name) else {
                return found;
            };
            while let Ok(Some(cell)) = cells.next_formula() {
                let (row, column) = cell.get_position();
                let value = range.get_value((row, column));
                if !cell.get_value().is_empty() && value.is_none_or(|value| *value == Data::Empty) {
                    let formula = cell.get_value().clone();
                    found.push(NoValue {
                        row,
                        column,
                        formula,
                    });
                }
            }
        }};
    }
    match book {
        Book::Xlsx(book) => find!(book),
        Book::Xlsb(book) => find!(book),
        Book::Xls(_) | Book::Ods(_) => {}
    }
    found
}

/// Returns the letters of a column: A, Z, AA.
fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_their_letters() {
        let found = [0, 25, 26, 701, 702, 16_383].map(letters);
        assert_eq!(found, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
