//! Phone numbers as people write them: what can be called in a text, and what is only digits.
//!
//! A number is called only where it stands whole: digits of two numbers are never put together, a
//! group of digits is never cut, and what may be something else (a date, an account, a file's
//! number) or has lost digits is left to be read.

mod beside;
mod groups;
mod label;
mod plan;
mod signs;
mod spelling;
#[cfg(test)]
mod tests;
mod whole;

use std::ops::Range;

pub use spelling::spoken;

use signs::Signs;

/// One number in a text that can be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What is dialled: E.164, or the national digits of numbers that are called in this country
    /// only (112, 0800 …, 14 020).
    pub dial: String,
    /// What stands beside it, on one line: `zus: na 17 uur`, `tst 12`; may be empty.
    pub label: String,
    /// Where the number stands in the text, in bytes.
    pub span: Range<usize>,
}

/// The numbers in a text that can be called, in the order of the text, each once.
pub fn calls(text: &str) -> Vec<Call> {
    let signs = Signs::of(text);
    let found = whole::numbers(&signs);
    let labels = label::labels(&signs, &found);
    let mut calls: Vec<Call> = Vec::new();
    for (number, label) in found.into_iter().zip(labels) {
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

/// What is dialled for the numbers in a text, each once.
pub fn in_text(text: &str) -> Vec<String> {
    calls(text).into_iter().map(|call| call.dial).collect()
}

/// What is dialled for a text that is one number and nothing else; `None` for every other text.
pub fn normal(text: &str) -> Option<String> {
    let signs = Signs::of(text);
    let [number] = <[_; 1]>::try_from(whole::numbers(&signs)).ok()?;
    let before = signs.text(0..number.signs.start).to_lowercase();
    let before = before.trim().trim_start_matches("tel:");
    let after = signs.text(number.signs.end..signs.len());
    // A spreadsheet writes whole numbers with a fraction when they stand among others.
    let after = match after.strip_prefix(['.', ',']) {
        Some(zeros) => zeros.trim_start_matches('0'),
        None => &after,
    };
    let says_nothing = |sign: char| sign.is_whitespace() || "=\"'’‘“”().,;-".contains(sign);
    (before.chars().all(says_nothing) && after.chars().all(says_nothing)).then_some(number.dial)
}

/// A phone number as it is kept: what is dialled when the text is one number, and otherwise the
/// text as it was written, with remarks, extensions and other numbers.
pub fn kept(text: &str) -> String {
    normal(text).unwrap_or_else(|| text.trim().to_owned())
}
