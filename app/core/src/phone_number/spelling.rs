//! Formatting of numbers for reading aloud.

use super::plan;

/// Formats a number for reading: `06 12345678`, `020 1234567`, `0800 0113`, `14 020`. Foreign numbers
/// are returned as dialled.
pub fn spoken(dial: &str) -> String {
    let national = national(dial);
    let apart = match national.as_str() {
        number if number.starts_with('+') => 0,
        number if number.starts_with("06") || plan::is_town_hall(number) => 2,
        number if number.starts_with("116") => 3,
        number => match number.strip_prefix('0') {
            Some(rest) if plan::is_service(rest) => 4,
            Some(rest) => 1 + plan::area(rest).map_or(2, str::len),
            None => 0,
        },
    };
    match national.split_at_checked(apart) {
        Some((area, rest)) if !area.is_empty() => format!("{area} {rest}"),
        _ => national,
    }
}

/// Returns the national format of a Dutch number.
fn national(dial: &str) -> String {
    match dial.strip_prefix("+31") {
        Some(rest) => format!("0{rest}"),
        None => dial.to_owned(),
    }
}
