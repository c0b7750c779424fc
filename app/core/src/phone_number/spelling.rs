//! How numbers are written.

use super::plan;

/// A number as people read it aloud: `06 12345678`, `020 1234567`, `0800 0113`, `14 020`; one from
/// abroad as it is dialled.
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

/// As it is dialled in this country.
fn national(dial: &str) -> String {
    match dial.strip_prefix("+31") {
        Some(rest) => format!("0{rest}"),
        None => dial.to_owned(),
    }
}

/// The ways in which a number is mostly written, none of which need be the way it was typed; empty
/// when this is no number.
pub(crate) fn spellings(text: &str) -> Vec<String> {
    let Some(number) = super::normal(text) else {
        return Vec::new();
    };
    let mut spellings = vec![number.clone()];
    if let Some(rest) = number.strip_prefix("+31") {
        let national = format!("0{rest}");
        for area in 2..=4 {
            if let Some((area, rest)) = national.split_at_checked(area) {
                spellings.push(format!("{area} {rest}"));
            }
        }
        if let Some(rest) = national.strip_prefix("06") {
            let pairs: Vec<&str> = (0..rest.len() / 2)
                .filter_map(|pair| rest.get(2 * pair..2 * pair + 2))
                .collect();
            spellings.push(format!("06 {}", pairs.join(" ")));
        }
        spellings.push(national);
    }
    spellings
}
