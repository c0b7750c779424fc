//! Citizen service numbers (BSN), which are never imported.

mod rows;

use std::ops::Range;

use super::date::{self, Order, Written};
use crate::folding::{digit, is_hyphen, is_unseen};
pub(super) use rows::{is_said, take_out};

/// The replacement text.
pub(super) const LEFT_OUT: &str = "[weggelaten]";

/// How far from a number the word that names it may be, in words.
const WORDS_BEFORE: usize = 8;
const WORDS_AFTER: usize = 4;
/// How close the word must be to a number that does not pass the test, which may be mistyped.
const WORDS_BESIDE: usize = 2;
/// How far from a number that word is looked for, in characters.
const NEAR: usize = 120;

/// The longest notation of one number that is read, in characters.
const LONGEST: usize = 40;
/// A number of nine digits with up to three separators is one number; a longer one may be several.
const ONE_NUMBER: usize = 12;

/// Returns whether the text is a single number that passes the BSN's check (modulo 11), in any notation.
pub(super) fn is_one(text: &str) -> bool {
    number_in(text).is_some_and(|text| passes(text) && !is_day(text))
}

/// Returns the number, if the cell holds nothing else.
fn number_in(text: &str) -> Option<&str> {
    let text = text
        .trim()
        .trim_start_matches(['\'', '=', '"'])
        .trim_end_matches('"');
    let text = text.strip_suffix(".0").unwrap_or(text);
    let number = text.chars().all(|c| digit(c).is_some() || separates(c));
    (number && text.contains(|c| digit(c).is_some())).then_some(text)
}

fn separates(c: char) -> bool {
    matches!(
        c,
        ' ' | '.' | '_' | '/' | '\u{a0}' | '\u{202f}' | '\u{2009}'
    ) || is_hyphen(c)
        || is_unseen(c)
}

fn passes(text: &str) -> bool {
    let digits = text.chars().filter_map(digit);
    let digits: String = digits.map(|value| char::from(b'0' + value)).collect();
    crate::is_bsn(&digits)
}

fn is_day(text: &str) -> bool {
    let orders = [Order::DayFirst, Order::MonthFirst];
    orders
        .iter()
        .any(|order| matches!(date::day(text.trim(), *order), Written::Day(_)))
}

/// How much of a column is citizen service numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    None,
    /// The other values are not numbers: "onbekend", C-4.
    Some,
    All,
}

/// Returns whether a column holds citizen service numbers: most of its numbers pass the test. One in
/// eleven passes by chance, so a column of other numbers hardly ever qualifies. If it does, losing a
/// number that can be asked for again is better than storing one that may not be stored. A number of
/// eight digits may have lost a zero, but is as often a date or a reference: it takes three. So does a
/// column whose title says that it holds something else.
pub(super) fn share(values: &[&str], titled_otherwise: bool) -> Share {
    let numbers: Vec<&str> = values.iter().filter_map(|value| number_in(value)).collect();
    let passing: Vec<&&str> = numbers.iter().filter(|value| is_one(value)).collect();
    let nines = passing
        .iter()
        .filter(|text| text.chars().filter_map(digit).count() == 9)
        .count();
    let most = |of: usize| passing.len() * 2 > of;
    if passing.len() < 3 && (nines == 0 || titled_otherwise) || !most(numbers.len()) {
        Share::None
    } else if most(values.len()) {
        Share::All
    } else if passing.len() > 1 {
        Share::Some
    } else {
        Share::None
    }
}

/// Removes the numbers that the text itself calls a citizen service number. Returns the text, whether
/// any was removed, and whether another number looks like one.
pub(super) fn taken_out(text: &str) -> (String, bool, bool) {
    let mut kept = String::with_capacity(text.len());
    let (mut called, mut looks) = (false, false);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (before, rest) = text.split_at(at);
        let digits = run(rest, |c| digit(c).is_some());
        if digits == 0 {
            kept.push(first);
            at += first.len_utf8();
            continue;
        }
        let word = before.trim_end_matches(char::is_alphabetic);
        let glued = names_it(&[before[word.len()..].to_lowercase()]);
        // NL123456782, as the tax office writes it.
        let apart = glued || before[word.len()..].eq_ignore_ascii_case("nl");
        let inside = before.ends_with(|c: char| c.is_alphanumeric() || c == '+') && !apart;
        let day = run(rest, |c| !c.is_whitespace());
        let day = rest[..day].trim_end_matches(|c: char| !c.is_alphanumeric());
        let step = if inside {
            digits
        } else if is_day(day) {
            day.len()
        } else if let Some((length, named)) = number_at(text, at, glued) {
            if named {
                called = true;
                kept.push_str(LEFT_OUT);
                at += length;
                continue;
            }
            looks |= !rest.starts_with("06");
            length
        } else {
            digits
        };
        kept.push_str(&rest[..step]);
        at += step;
    }
    (kept, called, looks)
}

/// Returns the length of the leading run of such characters.
fn run(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(of).len()
}

/// Returns the length of the number that begins here and passes the test, and whether the text calls it
/// a citizen service number.
fn number_at(text: &str, at: usize, glued: bool) -> Option<(usize, bool)> {
    let rest = &text[at..];
    let near = rest
        .char_indices()
        .nth(LONGEST)
        .map_or(rest, |(end, _)| &rest[..end]);
    let digits = run(near, |c| digit(c).is_some());
    let grouped = run(near, |c| digit(c).is_some() || separates(c));
    let grouped = near[..grouped].trim_end_matches(separates);
    let named = |length: usize| glued || is_called(text, at..at + length);
    for number in [&near[..digits], grouped] {
        let padded = number.strip_prefix('0').is_some_and(passes);
        if (padded && !starts_a_phone(number) || may_be_mistyped(number))
            && (glued || is_called_beside(&text[..at]))
        {
            return Some((number.len(), true));
        }
        if passes(number) && !is_day(number) {
            let named = named(number.len());
            if named || number.chars().count() <= ONE_NUMBER {
                return Some((number.len(), named));
            }
        }
    }
    // More numbers follow: only the text can tell where this one ends.
    let mut counted = 0;
    let end = near.char_indices().find_map(|(place, c)| {
        counted += usize::from(digit(c).is_some());
        (counted == 9).then_some(place + c.len_utf8())
    });
    let end = end
        .filter(|end| *end < grouped.len() && !near[*end..].starts_with(|c| digit(c).is_some()))?;
    (passes(&near[..end]) && named(end)).then_some((end, true))
}

/// Returns whether the text has as many digits as a citizen service number and is no day.
fn may_be_mistyped(number: &str) -> bool {
    number.chars().filter_map(digit).count() == 9 && !starts_a_phone(number) && !is_day(number)
}

fn starts_a_phone(number: &str) -> bool {
    number.starts_with("06")
}

/// Returns the words of the sentence that leads up to a number.
fn words_before(before: &str) -> Vec<String> {
    let mut far = before.char_indices().rev();
    let from = far.nth(NEAR).map_or(0, |(at, _)| at);
    clauses(&before[from..]).pop().unwrap_or_default()
}

/// Returns whether the last words of a text are the name of such a number.
fn is_called_beside(before: &str) -> bool {
    let words = words_before(before);
    names_it(&words[words.len().saturating_sub(WORDS_BESIDE)..])
}

/// Returns whether the words around a number call it a citizen service number.
fn is_called(text: &str, number: Range<usize>) -> bool {
    let words = words_before(&text[..number.start]);
    let first = words.len().saturating_sub(WORDS_BEFORE);
    if names_it(&words[first..]) {
        return true;
    }
    let after = &text[number.end..];
    let to = after
        .char_indices()
        .nth(NEAR)
        .map_or(after.len(), |(at, _)| at);
    let after = &after[..to];
    let end = after.find(|c| digit(c).is_some());
    let clauses = clauses(&after[..end.unwrap_or(after.len())]);
    let Some(words) = clauses.first() else {
        return false;
    };
    // In "… en bsn 123" the word belongs to the number that follows.
    let next = end.is_some() && clauses.len() == 1;
    let near = &words[..words.len().min(WORDS_AFTER)];
    names_it(near) && !(next && words.len() <= WORDS_AFTER)
}

/// Splits a text into sentences and lines, and these into folded words.
fn clauses(text: &str) -> Vec<Vec<String>> {
    let mut clauses = vec![Vec::new()];
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        // A full stop after a short word ends no sentence: b.s.n., nr., mevr.
        let ends = matches!(c, '\n' | '!' | '?' | ';') || c == '.' && word.chars().count() > 4;
        if let Some(clause) = clauses.last_mut().filter(|_| !word.is_empty()) {
            clause.push(std::mem::take(&mut word));
        }
        if ends {
            clauses.push(Vec::new());
        }
    }
    clauses
}

/// Returns whether these words name a citizen service number, written as one word or in parts.
fn names_it(words: &[String]) -> bool {
    let whole = |word: &String| {
        ["bsn", "burgerservice", "sofi"]
            .iter()
            .any(|name| word.starts_with(name))
    };
    words.iter().any(whole)
        || words.windows(2).any(|two| two == ["burger", "service"])
        || words.windows(3).any(|three| three == ["b", "s", "n"])
}
