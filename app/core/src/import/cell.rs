//! Cleans cells of the markers that programs add.

use crate::folding;

/// Cleans a cell: removes spreadsheet guards and normalises line breaks.
pub(super) fn clean(cell: &str) -> String {
    let text = broken_lines(cell);
    unguarded(text.trim()).to_owned()
}

/// Removes guards: `="0612"` preserves leading zeros in Excel, and an apostrophe prevents
/// interpretation as a formula or number.
fn unguarded(text: &str) -> &str {
    if let Some(inner) = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        && !inner.contains('"')
    {
        return inner;
    }
    if let Some(rest) = text.strip_prefix('\'') {
        // The apostrophe of a text is guarded by another one.
        let before =
            |c: char| c == '\'' || c.is_whitespace() || c.is_control() || folding::is_unseen(c);
        let seen = rest.trim_start_matches(before);
        let is_number = || {
            seen.starts_with(|c: char| c.is_ascii_digit()) && !seen.contains(char::is_alphabetic)
        };
        // Words like 't keep their apostrophe.
        let guarded = seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
            || is_number()
            || rest.starts_with(['\t', '\r', '\n']);
        if guarded {
            return rest;
        }
    }
    text
}

/// Converts vertical tabs, form feeds, Unicode line separators and Excel's `_x000D_` to line breaks.
fn broken_lines(text: &str) -> String {
    let text = text
        .replace("_x000D__x000A_", "\n")
        .replace("_x000D_\n", "\n")
        .replace("_x000D_", "\n")
        .replace("_x000A_", "\n")
        .replace("_x0009_", "\t");
    text.replace(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}
