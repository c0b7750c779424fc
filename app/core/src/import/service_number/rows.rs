//! A citizen service number that a row has in a column for it is taken out of the row's other cells.

use super::{LEFT_OUT, passes, separates};
use crate::folding::digit;
use crate::import::columns::{Column, Title};
use crate::import::phone;
use crate::import::records::Record;

/// The digits of such a number, without leading zeros.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=9;

/// Takes the numbers that each record has in a column of citizen service numbers out of all its cells.
/// Mistyped ones count too: the title says what they are. The cell of such a column keeps its words.
pub(in crate::import) fn take_out(titles: &[Title], records: &mut [Record]) {
    let is_theirs = |title: &Title| title.column == Some(Column::Bsn) || title.service_numbers;
    if !titles.iter().any(is_theirs) {
        return;
    }
    for record in records {
        let cells = record.cells.iter().zip(titles);
        let theirs = cells.filter(|(_, title)| is_theirs(title));
        let numbers: Vec<String> = theirs
            .flat_map(|(cell, title)| match title.column {
                Some(Column::Bsn) => numbers_in(cell),
                _ => numbers_in(cell)
                    .into_iter()
                    .filter(|number| passes(number))
                    .collect(),
            })
            .collect();
        if numbers.is_empty() {
            continue;
        }
        for (at, cell) in record.cells.iter_mut().enumerate() {
            let title = titles.get(at).copied().unwrap_or_default();
            let alone = super::number_in(cell).is_some();
            // A number alone in its own column goes with it.
            if !(is_theirs(&title) && alone)
                && let Some(rest) = without(cell, &numbers)
            {
                *cell = rest;
            }
        }
    }
}

/// Returns whether a value in a column of citizen service numbers says something else: why there is no
/// number, or whom to call.
pub(in crate::import) fn is_said(value: &str) -> bool {
    use crate::import::no_value::{Of, is_none};
    let words = value.replace(LEFT_OUT, "");
    let digits = words.chars().filter(|c| digit(*c).is_some()).count();
    let says = words.chars().any(char::is_alphanumeric) && !is_none(Of::Number, words.trim());
    says && (digits < 5 || digits > 9 && !phone::calls(&words).is_empty())
}

/// Returns the numbers of the right length in a cell, without leading zeros; ten digits are a phone number
/// unless what follows the zero passes the test.
fn numbers_in(cell: &str) -> Vec<String> {
    let pieces = cell.split(|c: char| digit(c).is_none() && !separates(c));
    pieces
        .filter_map(|piece| {
            let digits = piece.chars().filter_map(digit);
            let digits: String = digits.map(|value| char::from(b'0' + value)).collect();
            let number = digits.trim_start_matches('0');
            let is_phone = digits.len() > 9 && (digits.starts_with("06") || !passes(number));
            (DIGITS.contains(&number.len()) && !is_phone).then(|| number.to_owned())
        })
        .collect()
}

/// Returns the text without these numbers, if it has any.
fn without(text: &str, numbers: &[String]) -> Option<String> {
    let mut kept = String::with_capacity(text.len());
    let mut found = false;
    let mut at = 0;
    let mut in_number = false;
    while let Some(first) = text[at..].chars().next() {
        let is_digit = digit(first).is_some();
        let length = (is_digit && !in_number)
            .then(|| {
                let mut all = numbers.iter();
                all.find_map(|number| length_of(&text[at..], number))
            })
            .flatten();
        if let Some(length) = length {
            found = true;
            kept.push_str(LEFT_OUT);
            at += length;
            in_number = false;
        } else {
            kept.push(first);
            at += first.len_utf8();
            in_number = is_digit;
        }
    }
    found.then_some(kept)
}

/// Returns the length of the number at the start of the text, written in any way.
fn length_of(text: &str, number: &str) -> Option<usize> {
    let mut wanted = number.chars().peekable();
    let mut begun = false;
    for (at, c) in text.char_indices() {
        let Some(value) = digit(c) else {
            if separates(c) && wanted.peek().is_some() {
                continue;
            }
            return wanted.peek().is_none().then_some(at);
        };
        let value = char::from(b'0' + value);
        if wanted.peek() == Some(&value) {
            wanted.next();
            begun = true;
        } else if begun || value != '0' {
            return None;
        }
    }
    wanted.peek().is_none().then_some(text.len())
}
