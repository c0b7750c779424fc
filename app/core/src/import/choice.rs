//! Columns whose title leaves their meaning uncertain, and the user's choices for them.

use super::columns::Column;
use super::fold::{fold, one_line};
use super::table::Table;
use crate::model::{Holds, UnsureColumn};

impl Holds {
    pub(super) fn column(self) -> Option<Column> {
        match self {
            Self::Name => Some(Column::Name),
            Self::Number => Some(Column::Number),
            Self::Address => Some(Column::Address),
            Self::Phone => Some(Column::Phone),
            Self::Else => None,
        }
    }

    fn of(column: Column) -> Option<Self> {
        match column {
            Column::Name => Some(Self::Name),
            Column::Number => Some(Self::Number),
            Column::Address => Some(Self::Address),
            Column::Phone => Some(Self::Phone),
            _ => None,
        }
    }
}

/// Returns the columns to ask about: those with a partly known title, and a row counter that may be a
/// case number.
pub(super) fn unsure(table: &Table) -> Vec<UnsureColumn> {
    let mut found: Vec<UnsureColumn> = Vec::new();
    for section in &table.sections {
        for (at, title) in section.columns.iter().enumerate() {
            let maybe = match title.column {
                Some(Column::Counter) => Some(Column::Number),
                _ => title.maybe,
            };
            let values = section
                .records
                .iter()
                .filter_map(|record| record.cells.get(at));
            let sample = values
                .map(|cell| one_line(cell))
                .find(|cell| !cell.is_empty());
            let written = section
                .titles
                .get(at)
                .map(|title| one_line(title))
                .unwrap_or_default();
            let (Some(maybe), Some(sample)) = (maybe.and_then(Holds::of), sample) else {
                continue;
            };
            let taken_as = title.column.and_then(Holds::of).unwrap_or(Holds::Else);
            let maybe = if taken_as == maybe {
                Holds::Else
            } else {
                maybe
            };
            if !found.iter().any(|other| other.title == written) {
                found.push(UnsureColumn {
                    title: written,
                    sample,
                    taken_as,
                    maybe,
                });
            }
        }
    }
    found
}

/// Returns the folded titles of a table, which identify its layout.
pub(super) fn shape(table: &Table) -> String {
    let titles = table
        .sections
        .first()
        .map(|section| section.titles.as_slice())
        .unwrap_or_default();
    titles
        .iter()
        .map(|title| fold(title))
        .collect::<Vec<_>>()
        .join("\u{1f}")
}
