//! Access to the cells of a record by column meaning.

mod address;
mod name;

use super::columns::{Column, Kind, Title};
use super::date::{self, Order, Written};
use super::fold::{fold, letters, lines, one_line};
use super::judge::numbers;
use super::records::Record;
use super::resolve::is_row_number;
use super::service_number;
use super::table::Section;

/// A cell with a known meaning.
#[derive(Clone, Copy)]
struct Cell<'a> {
    column: Column,
    kind: Kind,
    at: usize,
    title: &'a str,
    value: &'a str,
}

/// The cells of a record, by meaning.
pub(super) struct Fields<'a> {
    known: Vec<Cell<'a>>,
    orders: &'a [Order],
    /// Title and value of all other cells.
    pub extra: Vec<(String, &'a str)>,
}

/// Columns that may occur more than once; the choice between their values is made later.
const SEVERAL: [Column; 7] = [
    Column::Phone,
    Column::PhoneLabel,
    Column::Address,
    Column::HouseNumber,
    Column::HouseSuffix,
    Column::Postcode,
    Column::Place,
];

impl<'a> Fields<'a> {
    /// Groups the cells of a record. Of equal columns the first non-empty one counts, others are extra.
    pub fn of(section: &'a Section, record: &'a Record) -> Self {
        let mut fields = Self {
            known: Vec::new(),
            orders: &section.orders,
            extra: Vec::new(),
        };
        for (at, cell) in record.cells.iter().enumerate() {
            let value = cell.trim();
            let title = section.titles.get(at).map_or("", |title| title.trim());
            let Title {
                column,
                kind,
                service_numbers,
                ..
            } = section.columns.get(at).copied().unwrap_or_default();
            match column {
                _ if value.is_empty() => {}
                _ if service_numbers && service_number::is_one(value) => {}
                Some(Column::Bsn) if !service_number::is_said(value) => {}
                Some(Column::Bsn) => fields.extra.push((title.to_owned(), value)),
                Some(Column::Counter) if is_row_number(value) || letters(value).is_empty() => {}
                Some(column)
                    if column != Column::Counter
                        && (SEVERAL.contains(&column)
                            || !fields.known.iter().any(|known| known.column == column)) =>
                {
                    fields.known.push(Cell {
                        column,
                        kind,
                        at,
                        title,
                        value,
                    });
                }
                _ => fields.extra.push((title.to_owned(), value)),
            }
        }
        fields.one_address(section);
        fields
    }

    fn cell(&self, column: Column) -> Option<Cell<'a>> {
        self.known
            .iter()
            .find(|known| known.column == column)
            .copied()
    }

    /// Returns the value as written; empty when there is none.
    pub fn raw(&self, column: Column) -> &'a str {
        self.cell(column).map_or("", |cell| cell.value)
    }

    /// Returns the value on one line.
    pub fn line(&self, column: Column) -> String {
        one_line(self.raw(column))
    }

    /// Returns the value with its line breaks.
    pub fn lines(&self, column: Column) -> String {
        lines(self.raw(column))
    }

    /// Joins the non-empty values on one line with spaces.
    fn joined(&self, columns: &[Column]) -> String {
        let values: Vec<&str> = columns.iter().map(|column| self.raw(*column)).collect();
        one_line(&values.join(" "))
    }

    /// Parses the date in a column, using the column's order of day and month.
    pub fn day(&self, column: Column) -> Option<Written> {
        let cell = self.cell(column)?;
        let order = self.orders.get(cell.at).copied().unwrap_or_default();
        Some(date::day(cell.value, order))
    }

    /// Picks the phone number to call: a mobile one, else an unspecified one, home, work. The others
    /// become extra, under the label in the preceding column. A number of an organisation or an
    /// outdated one is picked only with `of_anybody`.
    pub fn phone(&mut self, of_anybody: bool) -> String {
        let mut phones: Vec<(Kind, String, &'a str, Option<Cell<'a>>)> = Vec::new();
        let mut label: Option<Cell<'a>> = None;
        for cell in &self.known {
            match cell.column {
                Column::PhoneLabel => {
                    let before = label.replace(*cell);
                    let alone = before.map(|label| (label.title.to_owned(), label.value));
                    self.extra.extend(alone);
                }
                Column::Phone => {
                    let label = label.take();
                    let kind = label.map_or(cell.kind, |label| label_kind(label.value));
                    let title = label.map_or(cell.title, |label| label.value);
                    phones.push((kind, one_line(title), cell.value, label));
                }
                _ => {}
            }
        }
        let first = (0..phones.len())
            .filter(|at| of_anybody || phones[*at].0 != Kind::Another)
            .min_by_key(|at| (numbers(phones[*at].2).is_empty(), phones[*at].0));
        let chosen = first.map(|first| phones.remove(first));
        // The label of the chosen number is kept if it says more than its kind.
        let said = chosen
            .as_ref()
            .filter(|chosen| matches!(chosen.0, Kind::Plain | Kind::Other));
        for label in [label, said.and_then(|chosen| chosen.3)]
            .into_iter()
            .flatten()
        {
            self.extra.push((label.title.to_owned(), label.value));
        }
        let chosen = chosen.map_or("", |chosen| chosen.2);
        for (_, title, value, _) in phones {
            if chosen.is_empty() || fold(value) != fold(chosen) {
                self.extra.push((title, value));
            }
        }
        one_line(chosen)
    }

    /// Moves a value to the extra ones, under its title.
    pub fn set_aside(&mut self, column: Column) {
        if let Some(cell) = self.cell(column) {
            self.extra.push((cell.title.to_owned(), cell.value));
        }
    }

    /// Returns the remark, followed by all extra values as "Title: value".
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

fn label_kind(label: &str) -> Kind {
    match super::titles::understand(label).kind {
        Kind::Plain if matches!(letters(label).as_str(), "other" | "overig") => Kind::Other,
        kind => kind,
    }
}
