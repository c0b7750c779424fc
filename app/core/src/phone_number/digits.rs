//! The digits of numbers: as they are read aloud, and as they are looked for.

use super::plan;
use super::signs::Signs;
use super::whole;

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

/// The digits of a text as they are looked for, one string for each run: a number that can be
/// called in its national digits (0612345678) however it is written, other digits as they stand.
pub fn digits(text: &str) -> Vec<String> {
    let signs = Signs::of(text);
    let mut found = Vec::new();
    let mut from = 0;
    for number in whole::numbers(&signs) {
        runs(&signs.text(from..number.signs.start), &mut found);
        found.push(national(&number.dial).replace('+', ""));
        from = number.signs.end;
    }
    runs(&signs.text(from..signs.len()), &mut found);
    found
}

fn runs(text: &str, found: &mut Vec<String>) {
    let runs = text.split(|sign: char| !sign.is_ascii_digit());
    found.extend(runs.filter(|run| !run.is_empty()).map(str::to_owned));
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
