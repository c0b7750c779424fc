//! Phone numbers as people write them: detects the callable numbers in a text.
//!
//! Detection is conservative: digits of two numbers are never combined, a group of digits is never
//! split, and anything ambiguous (a date, an account, a reference) or incomplete is not detected.

mod beside;
mod groups;
mod label;
mod plan;
mod signs;
mod spelling;
#[cfg(test)]
mod tests;
mod void;
mod whole;

use std::ops::Range;

pub use spelling::spoken;

use signs::Signs;

/// A callable number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The string to dial: E.164, or the national digits of numbers that can be called only from the
    /// Netherlands (112, 0800 …, 14 020).
    pub dial: String,
    /// The text beside the number, on one line: `zus: na 17 uur`, `tst 12`; may be empty.
    pub label: String,
    /// The position of the number in the text, in bytes.
    pub span: Range<usize>,
}

/// Returns the callable numbers in a text, in order, without duplicates.
pub fn calls(text: &str) -> Vec<Call> {
    let signs = Signs::of(text);
    let found = whole::numbers(&signs);
    let labels = label::labels(&signs, &found);
    let mut calls: Vec<Call> = Vec::new();
    for (number, label) in found.into_iter().zip(labels) {
        if void::is_void(&label) {
            continue;
        }
        let label = label::shortened(&label);
        match calls.iter_mut().find(|call| call.dial == number.dial) {
            Some(call) if call.label.is_empty() => call.label = label,
            Some(_) => {}
            None => calls.push(Call {
                dial: number.dial,
                label,
                span: signs.place(number.signs),
            }),
        }
    }
    calls
}

/// Returns the dial strings of the numbers in a text, without duplicates.
pub fn in_text(text: &str) -> Vec<String> {
    calls(text).into_iter().map(|call| call.dial).collect()
}

/// Returns the dial string of a text that consists of a single number; `None` for any other text.
pub fn normal(text: &str) -> Option<String> {
    let signs = Signs::of(text);
    let [number] = <[_; 1]>::try_from(whole::numbers(&signs)).ok()?;
    let before = signs.text(0..number.signs.start).to_lowercase();
    let before = before.trim().trim_start_matches("tel:");
    let after = signs.text(number.signs.end..signs.len());
    // Spreadsheets may append a zero fraction to whole numbers.
    let after = match after.strip_prefix(['.', ',']) {
        Some(zeros) => zeros.trim_start_matches('0'),
        None => &after,
    };
    let says_nothing = |sign: char| sign.is_whitespace() || "=\"'’‘“”().,;-".contains(sign);
    (before.chars().all(says_nothing) && after.chars().all(says_nothing)).then_some(number.dial)
}

/// Returns a phone number as it is stored: the dial string if the text is a single number, and
/// otherwise the text as written, with remarks, extensions and further numbers.
pub fn kept(text: &str) -> String {
    normal(text).unwrap_or_else(|| text.trim().to_owned())
}
