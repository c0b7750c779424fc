//! The cells of a record by what they are.

use super::columns::Column;
use super::fold::{lines, one_line};
use super::records::Record;
use super::table::Table;

/// One record by what its cells are.
pub(super) struct Fields<'a> {
    known: Vec<(Column, &'a str, &'a str)>,
    /// Title and value of everything else.
    pub extra: Vec<(&'a str, &'a str)>,
}

impl<'a> Fields<'a> {
    /// Of two columns for the same thing the first that is filled in counts, the other is extra.
    pub fn of(table: &'a Table, record: &'a Record) -> Self {
        let mut fields = Self {
            known: Vec::new(),
            extra: Vec::new(),
        };
        for (at, cell) in record.cells.iter().enumerate() {
            let cell = cell.trim();
            let title = table.titles.get(at).map_or("", |title| title.trim());
            match table.columns.get(at).copied().flatten() {
                _ if cell.is_empty() => {}
                Some(Column::Bsn) => {}
                Some(column) if !fields.known.iter().any(|known| known.0 == column) => {
                    fields.known.push((column, title, cell));
                }
                _ => fields.extra.push((title, cell)),
            }
        }
        fields
    }

    /// The value as written; empty when there is none.
    pub fn raw(&self, column: Column) -> &'a str {
        self.known
            .iter()
            .find(|known| known.0 == column)
            .map_or("", |known| known.2)
    }

    /// The value on one line.
    pub fn line(&self, column: Column) -> String {
        one_line(self.raw(column))
    }

    /// Values on one line, with spaces between those that are filled in.
    pub fn joined(&self, columns: &[Column]) -> String {
        one_line(
            &columns
                .iter()
                .map(|column| self.raw(*column))
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    /// Name, or first name and surname; what is not needed for it becomes extra.
    pub fn name(&mut self) -> String {
        let parts = [Column::FirstName, Column::Infix, Column::LastName];
        let name = self.line(Column::Name);
        if name.is_empty() {
            return self.joined(&parts);
        }
        for (column, title, value) in &self.known {
            if parts.contains(column) {
                self.extra.push((title, value));
            }
        }
        name
    }

    /// Street and number, and the place where that is given.
    pub fn address(&self) -> String {
        let street = self.joined(&[Column::Address, Column::HouseNumber, Column::HouseSuffix]);
        let place = self.line(Column::Place);
        match (street.is_empty(), place.is_empty()) {
            (_, true) => street,
            (true, false) => place,
            (false, false) => format!("{street}, {place}"),
        }
    }

    /// Takes a value into the extra ones, under its own title.
    pub fn set_aside(&mut self, column: Column) {
        if let Some((_, title, value)) = self.known.iter().find(|known| known.0 == column) {
            self.extra.push((title, value));
        }
    }

    /// The remark, and below it everything extra as "Title: value".
    pub fn text(&self) -> String {
        let mut text = lines(self.raw(Column::Background));
        for (title, value) in &self.extra {
            if !text.is_empty() {
                text.push('\n');
            }
            if !title.is_empty() {
                text.push_str(&one_line(title));
                text.push_str(": ");
            }
            text.push_str(&lines(value));
        }
        text
    }
}
