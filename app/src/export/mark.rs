//! Escaping for HTML, SVG and CSS.

use std::fmt::Write as _;

/// Returns the style rule that repeats the heading at the foot of each sheet, beside the page number.
pub(super) fn foot(heading: &str) -> String {
    let mut quoted = String::new();
    for c in heading.chars() {
        // Characters with a meaning in CSS are written as escapes.
        let written = if c.is_alphanumeric() || c == ' ' {
            write!(quoted, "{c}")
        } else {
            write!(quoted, "\\{:x} ", u32::from(c))
        };
        written.unwrap_or_else(|_| unreachable!("a String takes all"));
    }
    format!("@page{{@bottom-left{{content:\"{quoted}\"}}}}\n")
}

/// Tells whether the first line is a fingerprint, a key or bytes: at least 32 hexadecimal digits and
/// nothing else.
pub(super) fn is_hex(value: &str) -> bool {
    let first = value.lines().next().unwrap_or_default();
    first.len() >= 32 && first.chars().all(|c| c.is_ascii_hexdigit())
}

pub(super) fn put_row(
    out: &mut String,
    open: &str,
    row: &[String],
    class: impl Fn(usize) -> &'static str,
) {
    out.push_str(open);
    for (column, cell) in row.iter().enumerate() {
        put(out, "td", class(column), cell);
    }
    out.push_str("</tr>");
}

pub(super) fn put(out: &mut String, name: &str, class: &str, text: &str) {
    let written = match class {
        "" => write!(out, "<{name} dir=\"auto\">"),
        class => write!(out, "<{name} dir=\"auto\" class=\"{class}\">"),
    };
    written.unwrap_or_else(|_| unreachable!("a String takes all"));
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Appends text to `out`, escaped for HTML and SVG, including attribute values.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::foot;

    #[test]
    fn the_heading_at_the_foot_of_each_sheet_cannot_leave_its_quotes() {
        assert_eq!(
            foot("\"}</style> J. \\"),
            "@page{@bottom-left{content:\"\\22 \\7d \\3c \\2f style\\3e  J\\2e  \\5c \"}}\n"
        );
    }
}
