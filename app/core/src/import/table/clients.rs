//! Signs in the titles and values of a table that it lists clients, although a column is only a
//! contact's: an employer, an e-mail address.

use super::Section;
use crate::import::columns::{Column, Title, has};
use crate::import::danger;
use crate::import::fold::fold;
use crate::import::value;

/// Prefixes of title words for incidents and problems.
const TROUBLES: [&str; 9] = [
    "delict",
    "diagnose",
    "incident",
    "medicatie",
    "overlast",
    "pleegdatum",
    "schuld",
    "uitkering",
    "verslaving",
];

impl Section {
    /// Returns whether the values of a status column are those of cases.
    pub fn works_on_people(&self) -> bool {
        let at = |column: &Title| column.column == Some(Column::Status);
        let place = self.columns.iter().position(at);
        let values = self
            .records
            .iter()
            .filter_map(|record| record.cells.get(place?));
        values.into_iter().any(|value| value::is_case_status(value))
    }

    /// Returns whether a column is about trouble, most rows have a date of birth, or the remarks of a
    /// table without roles and organisations speak of danger. Address books have few birthdays.
    pub fn is_about_clients(&self) -> bool {
        let in_trouble = |title: &String| {
            let title = fold(title);
            let mut words = title.split(|c: char| !c.is_alphanumeric());
            words.any(|word| TROUBLES.iter().any(|trouble| word.starts_with(trouble)))
        };
        let born = self.filled(Column::Born);
        let of_work = has(&self.columns, &[Column::Role, Column::Organisation]);
        self.titles.iter().any(in_trouble)
            || born > 0 && born * 2 >= self.records.len()
            || !of_work && self.speaks_of_danger()
    }

    /// Returns how many rows have a value in such a column.
    fn filled(&self, column: Column) -> usize {
        let at = |title: &Title| title.column == Some(column);
        let Some(place) = self.columns.iter().position(at) else {
            return 0;
        };
        let cells = self.records.iter().filter_map(|row| row.cells.get(place));
        cells.filter(|cell| !cell.trim().is_empty()).count()
    }

    fn speaks_of_danger(&self) -> bool {
        let remarks = |(title, _): &(&Title, &String)| {
            matches!(title.column, None | Some(Column::Background))
        };
        self.records.iter().any(|record| {
            let cells = self.columns.iter().zip(&record.cells).filter(remarks);
            cells
                .into_iter()
                .any(|(_, cell)| !danger::sentences(cell).is_empty())
        })
    }
}
