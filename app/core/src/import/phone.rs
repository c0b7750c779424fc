//! Phone numbers as the Dutch write them.

use phonenumber::{Mode, PhoneNumber, country};

/// The number in E.164, or `None` when it is none that can be called.
///
/// A number is good when the numbering plan in the library says so, or when it has the shape of a
/// Dutch mobile number. The second because a phone keeps its app for years: 06 numbers that are
/// issued after this library was made would otherwise all be remarked upon.
pub(super) fn normal(text: &str) -> Option<String> {
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let dialled: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // "(0)" between country code and number is said, not dialled.
    let dialled = dialled.replace("(0)", "");
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')');
    let (number, extension) = dialled.split_once(';').unwrap_or((&dialled, ""));
    if !number.chars().all(allowed) || !(extension.is_empty() || extension.starts_with("ext=")) {
        return None;
    }
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    // The Dutch prefix for abroad; the library takes 00 for part of the number.
    let digits = match digits.strip_prefix("00") {
        Some(abroad) => format!("+{abroad}"),
        None => digits,
    };
    let number = phonenumber::parse(Some(country::NL), &digits).ok()?;
    let normal = number.format().mode(Mode::E164).to_string();
    (is_good(&number) || is_dutch_mobile(&normal)).then_some(normal)
}

fn is_good(number: &PhoneNumber) -> bool {
    number.is_valid()
}

fn is_dutch_mobile(normal: &str) -> bool {
    normal.len() == "+31612345678".len() && normal.starts_with("+316")
}
