//! Parses dates as lists write them. An ambiguous date is rejected; nothing is guessed.

mod moment;

use chrono::{Datelike, NaiveDate};

use crate::day::month_named;
use crate::folding;

/// The order of day and month in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// The Dutch order.
    #[default]
    DayFirst,
    /// The American order.
    MonthFirst,
    /// Undecided: day and month could be swapped in dates with slashes.
    Unsure,
}

/// The result of parsing a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// A valid date.
    Day(NaiveDate),
    /// Ambiguous between two dates.
    Unsure,
    /// Not a valid date.
    Nothing,
}

/// The three parts of a date.
struct Parts<'a> {
    parts: [&'a str; 3],
    slashes: bool,
}

/// Infers the order of day and month from a column's values: a part above twelve is a day. Without
/// evidence, dates with slashes remain unsure, unless the column also has dates with other separators,
/// which put the day first.
pub(super) fn order<'a>(values: impl Iterator<Item = &'a str> + Clone) -> Order {
    let (mut day_first, mut month_first, mut slashes, mut dutch) = (false, false, false, false);
    for value in values {
        let text = plain(value);
        let Some(parts) = parts(without_time(&text)) else {
            continue;
        };
        let [Some(first), Some(second)] = [0, 1].map(|at| number(parts.parts[at], 2)) else {
            continue;
        };
        slashes |= parts.slashes;
        dutch |= !parts.slashes;
        day_first |= first > 12 && second <= 12;
        month_first |= second > 12 && first <= 12;
    }
    match (day_first, month_first) {
        (false, true) => Order::MonthFirst,
        (true, false) => Order::DayFirst,
        (true, true) if slashes => Order::Unsure,
        (false, false) if slashes && !dutch => Order::Unsure,
        _ => Order::DayFirst,
    }
}

/// Parses a date.
///
/// The separators are `-`, `/`, `.`, a comma or spaces. A year of four digits may come first, as in
/// 2023-10-06; months may be words. A two-digit year is 20xx up to 68 and 19xx from 69 (the rule of
/// POSIX). A time after the date is dropped; a timestamp with UTC or an offset yields the date in the
/// Netherlands. A bare number is not read as a spreadsheet's serial date.
pub(super) fn day(text: &str, order: Order) -> Written {
    let text = plain(text);
    if let Some(day) = moment::day_of(&text) {
        return sane(Some(day));
    }
    if let Some([year, month, day]) = packed(&text) {
        return sane(make(year, month, day));
    }
    let Some(found) = parts(without_time(&text)) else {
        return Written::Nothing;
    };
    let [first, second, third] = found.parts;
    if first.len() == 4 {
        return sane(make(first, second, third));
    }
    if number(first, 2).is_none() {
        // October 25, 2026.
        return sane(make(third, first, second));
    }
    let day_first = make(third, second, first);
    let month_first = make(third, first, second);
    match order {
        Order::DayFirst => sane(day_first),
        // In a month-first column, a date with the month as a word may still put the day first.
        Order::MonthFirst => {
            sane(month_first.or(day_first.filter(|_| number(second, 2).is_none())))
        }
        Order::Unsure if !found.slashes => sane(day_first),
        Order::Unsure => match (day_first, month_first) {
            (Some(one), Some(other)) if one != other => Written::Unsure,
            (one, other) => sane(one.or(other)),
        },
    }
}

/// Returns the text in lower case, without invisible characters and with one kind of hyphen.
fn plain(text: &str) -> String {
    let seen = text.chars().filter(|c| !folding::is_unseen(*c));
    let plain: String = seen
        .map(|c| if folding::is_hyphen(c) { '-' } else { c })
        .collect();
    plain.trim().to_lowercase()
}

/// Splits a date without separators, as 20231006 of ISO 8601.
fn packed(text: &str) -> Option<[&str; 3]> {
    let packed = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    packed.then(|| [&text[..4], &text[4..6], &text[6..]])
}

fn sane(day: Option<NaiveDate>) -> Written {
    day.filter(|day| (1900..2100).contains(&day.year()))
        .map_or(Written::Nothing, Written::Day)
}

fn make(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year_of(year)?, month_of(month)?, number(day, 2)?)
}

fn parts(date: &str) -> Option<Parts<'_>> {
    let mut parts = date
        .split(|c: char| matches!(c, '-' | '/' | '.' | ',') || c.is_whitespace())
        .filter(|part| !part.is_empty());
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(Parts {
        parts: three,
        slashes: date.contains('/'),
    })
}

/// Strips a trailing time and a leading weekday.
fn without_time(text: &str) -> &str {
    let mut text = text;
    let mut said = false;
    for half in [" am", " pm", " uur", " u", " uhr"] {
        if let Some(rest) = text.strip_suffix(half) {
            (text, said) = (rest, true);
        }
    }
    if let Some((date, time)) = text.rsplit_once(|c: char| c == 't' || c.is_whitespace())
        && is_time(time, said)
    {
        text = date.trim_end_matches(',').trim_end();
        for word in [" om", " at", " um"] {
            text = text.strip_suffix(word).unwrap_or(text);
        }
    }
    match text.split_once([' ', ',']) {
        Some((word, rest)) if is_weekday(word.trim_end_matches('.')) => rest.trim(),
        _ => text,
    }
}

fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "ma" | "di"
            | "wo"
            | "do"
            | "vr"
            | "za"
            | "zo"
            | "maandag"
            | "dinsdag"
            | "woensdag"
            | "donderdag"
            | "vrijdag"
            | "zaterdag"
            | "zondag"
            | "mon"
            | "tue"
            | "wed"
            | "thu"
            | "fri"
            | "sat"
            | "sun"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
    )
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

fn year_of(text: &str) -> Option<i32> {
    let text = text.strip_prefix('\'').unwrap_or(text);
    let year = i32::try_from(number(text, 4)?).ok()?;
    match (text.len(), year) {
        (4, _) => Some(year),
        (2, 0..=68) => Some(2000 + year),
        (2, _) => Some(1900 + year),
        _ => None,
    }
}

fn month_of(text: &str) -> Option<u32> {
    month_named(text).or_else(|| number(text, 2))
}

/// 14:30, 00:00:00, 14:30:05.000, 14u30; with "uur" behind it also 14.30 and 14.
fn is_time(text: &str, said: bool) -> bool {
    let clock = text.split_once('u').map_or(text, |(_, minutes)| minutes);
    (said || clock.len() < text.len() || text.contains(':'))
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'u'))
}
