//! What a cell says, without the marks that programs put around it.

/// The text of a cell: the guards of spreadsheets taken off, and every way of writing a line break
/// made one.
pub(super) fn clean(cell: &str) -> String {
    let text = broken_lines(cell);
    unguarded(text.trim()).to_owned()
}

/// `="0612"` keeps zeros in Excel; an apostrophe keeps a text from being a formula, or a number from
/// being counted.
fn unguarded(text: &str) -> &str {
    if let Some(inner) = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        && !inner.contains('"')
    {
        return inner;
    }
    if let Some(rest) = text.strip_prefix('\'') {
        let invisible =
            |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}');
        let first = rest.trim_start_matches(invisible).chars().next();
        let guarded = |c: char| {
            c.is_ascii_digit() || matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
        };
        // 't is a word.
        if first.is_some_and(guarded) || rest.starts_with(['\t', '\r', '\n']) {
            return rest;
        }
    }
    text
}

/// Vertical tabs, Unicode's own line ends and Excel's `_x000D_` are line breaks.
fn broken_lines(text: &str) -> String {
    let text = text
        .replace("_x000D__x000A_", "\n")
        .replace("_x000D_\n", "\n")
        .replace("_x000D_", "\n")
        .replace("_x000A_", "\n")
        .replace("_x0009_", "\t");
    text.replace(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}
