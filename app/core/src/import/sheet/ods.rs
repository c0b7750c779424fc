//! What calamine does not read of an .ods: merged cells, comments at cells, formulas without a value.

use super::no_values::NoValue;
use super::xml::{Part, Tag, parts};
use crate::import::fold::one_line;

/// The most rows that a sheet can have.
const MAX_ROWS: u32 = 1_048_576;

/// Merged cells and comments of one sheet.
#[derive(Debug, Default)]
pub(super) struct OdsSheet {
    pub name: String,
    /// Top left and bottom right of merged cells, as rows and columns from 0.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// Row from 0, and text.
    pub comments: Vec<(u32, String)>,
    /// Formulas without a stored value.
    pub no_values: Vec<NoValue>,
}

#[derive(Default)]
struct Cell {
    wide: u32,
    text: String,
    /// Whether a value is stored beside the text.
    valued: bool,
    formula: String,
}

/// Reads `content.xml`.
pub(super) fn sheets(xml: &str) -> Vec<OdsSheet> {
    let mut sheets: Vec<OdsSheet> = Vec::new();
    let (mut row, mut column, mut tall) = (0_u32, 0_u32, 1);
    let mut cell: Option<Cell> = None;
    // A comment has its author and its day in elements of their own.
    let mut comment: Option<String> = None;
    let mut skipped = false;
    for part in parts(xml) {
        let Some(sheet) = sheets.last_mut() else {
            if let Part::Begin(tag) = part
                && tag.name == "table:table"
            {
                sheets.push(named(&tag));
            }
            continue;
        };
        match part {
            Part::Begin(tag) => match tag.name {
                "table:table" => {
                    let next = named(&tag);
                    (row, column) = (0, 0);
                    sheets.push(next);
                }
                "table:table-row" => {
                    tall = count(&tag, "table:number-rows-repeated").min(MAX_ROWS);
                    column = 0;
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let (high, wide) = (
                        count(&tag, "table:number-rows-spanned"),
                        count(&tag, "table:number-columns-spanned"),
                    );
                    if high > 1 || wide > 1 {
                        let end = (
                            row.saturating_add(high - 1),
                            column.saturating_add(wide - 1),
                        );
                        sheet.merged.push(((row, column), end));
                    }
                    let values = [
                        "value",
                        "string-value",
                        "date-value",
                        "time-value",
                        "boolean-value",
                    ];
                    cell = Some(Cell {
                        wide: count(&tag, "table:number-columns-repeated"),
                        text: String::new(),
                        valued: values
                            .iter()
                            .any(|name| tag.get(&format!("office:{name}")).is_some())
                            || tag.get("office:value-type").is_some(),
                        formula: tag.get("table:formula").unwrap_or_default(),
                    });
                }
                "office:annotation" => comment = Some(String::new()),
                "dc:date" | "meta:date-string" => skipped = true,
                _ => {}
            },
            Part::Text(text) => match (&mut comment, &mut cell) {
                (Some(comment), _) if !skipped => comment.push_str(&text),
                (None, Some(cell)) => cell.text.push_str(&text),
                _ => {}
            },
            Part::End("dc:date" | "meta:date-string") => skipped = false,
            Part::End(end @ ("text:p" | "dc:creator")) => {
                if let Some(comment) = &mut comment {
                    comment.push_str(if end == "text:p" { " " } else { ": " });
                }
            }
            Part::End("office:annotation") => {
                let text = one_line(&comment.take().unwrap_or_default());
                if !text.is_empty() {
                    sheet.comments.push((row, text));
                }
            }
            Part::End("table:table-cell" | "table:covered-table-cell") => {
                let Some(done) = cell.take() else { continue };
                if !done.formula.is_empty() && !done.valued && done.text.trim().is_empty() {
                    sheet.no_values.push(NoValue {
                        row,
                        column,
                        formula: done.formula,
                    });
                }
                column = column.saturating_add(done.wide);
            }
            Part::End("table:table-row") => row = row.saturating_add(tall),
            Part::End(_) => {}
        }
    }
    sheets
}

fn named(tag: &Tag<'_>) -> OdsSheet {
    OdsSheet {
        name: tag.get("table:name").unwrap_or_default(),
        ..OdsSheet::default()
    }
}

fn count(tag: &Tag<'_>, name: &str) -> u32 {
    let count = tag.get(name).and_then(|count| count.parse().ok());
    count.unwrap_or(1).max(1)
}
