//! The separators of a table.

use crate::import::fold::break_bytes;
use crate::import::records::Records;

/// The separators to try, the most common one in the Netherlands first.
pub(super) const SEPARATORS: [u8; 4] = *b";,\t|";

/// Returns the rows of a file in which each row is one quoted cell, as Excel writes a list that it
/// opened with another separator. Line breaks stay where they are.
pub(super) fn unwrapped(text: &str) -> Option<String> {
    let mut inner = String::with_capacity(text.len());
    for record in Records::new(text, SEPARATORS[0], 1) {
        let mut cells = record.cells.iter();
        inner.push_str(cells.next()?);
        inner.push('\n');
        if record.fault.is_some() || cells.any(|cell| !cell.trim().is_empty()) {
            return None;
        }
    }
    (inner.len() + 2 < text.len()).then_some(inner)
}

/// Returns the separator named by a first line such as `sep=;`, and the text after that line.
pub(super) fn named_separator(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_at(text.find(['\r', '\n'])?);
    let first = first.trim_matches('"').to_ascii_lowercase();
    let separator = first.strip_prefix("sep=")?.bytes().next()?;
    let rest = &rest[break_bytes(rest)..];
    (separator.is_ascii_punctuation() || separator == b'\t').then_some((separator, rest))
}
