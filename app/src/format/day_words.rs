//! Parses days as people type or say them: "morgen", "volgende week dinsdag", "27 november", "27-11".

use chrono::{Datelike, Days, Months, NaiveDate};
use voorveld_core::day::month_named;

use super::day::{DAYS, SHORT_DAYS};

/// Small numbers as words.
const NUMBERS: [&[&str]; 6] = [
    &["een", "a", "one"],
    &["twee", "two"],
    &["drie", "three"],
    &["vier", "four"],
    &["vijf", "five"],
    &["zes", "six"],
];

/// Words that carry no meaning here and are skipped.
const FILLERS: [&str; 9] = [
    "op",
    "de",
    "om",
    "voor",
    "on",
    "the",
    "of",
    "by",
    "aanstaande",
];

/// Parses a day in Dutch or English; `None` when the text is not understood. A day without a year is its
/// next occurrence, today included; a weekday never means today.
pub fn day_in_words(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = text.to_lowercase().replace('é', "e").replace('ó', "o");
    let folded = folded.trim_matches(|c: char| c.is_whitespace() || ".,;!".contains(c));
    if let Some(day) = numeric(folded, today) {
        return Some(day);
    }
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty() && !FILLERS.contains(word))
        .collect();
    match words.as_slice() {
        ["vandaag" | "vanmiddag" | "vanavond" | "today" | "tonight"] => Some(today),
        ["morgen" | "tomorrow", ..] if words.len() <= 2 && part_of_day(&words[1..]) => {
            later(today, 1)
        }
        ["overmorgen"] => later(today, 2),
        ["day", "after", "tomorrow"] => later(today, 2),
        ["volgende" | "next", "week"] => later(today, 7),
        ["volgende" | "next", "maand" | "month"] => today.checked_add_months(Months::new(1)),
        ["over" | "in", count, unit] => in_a_while(count, unit, today),
        ["volgende" | "next", "week", day] | [day, "volgende" | "next", "week"] => {
            let monday = later(today, 7 - u64::from(today.weekday().num_days_from_monday()))?;
            later(monday, weekday(day)?)
        }
        ["komende" | "deze" | "this" | "coming", day] => coming(weekday(day)?, today),
        [day] => match weekday(day) {
            Some(day) => coming(day, today),
            None => of_this_month(number(day)?, today),
        },
        [day, rest @ ..] if weekday(day).is_some() => in_month(rest, today),
        words => in_month(words, today),
    }
}

fn later(day: NaiveDate, days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days))
}

fn part_of_day(words: &[&str]) -> bool {
    let known = [
        "ochtend",
        "middag",
        "avond",
        "morning",
        "afternoon",
        "evening",
    ];
    words.iter().all(|word| known.contains(word))
}

/// Returns the number of days after Monday.
fn weekday(word: &str) -> Option<u64> {
    let names = |place: usize| {
        [DAYS, SHORT_DAYS]
            .into_iter()
            .flatten()
            .map(move |week| week[place])
    };
    (0..7).zip(0..).find_map(|(place, number)| {
        names(place)
            .any(|name| name.eq_ignore_ascii_case(word))
            .then_some(number)
    })
}

/// Returns the next occurrence of a weekday, never today.
fn coming(weekday: u64, today: NaiveDate) -> Option<NaiveDate> {
    let now = u64::from(today.weekday().num_days_from_monday());
    later(today, (weekday + 6 - now) % 7 + 1)
}

/// Parses "27", "27e", "1st".
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let known = ["", "e", "de", "ste", "st", "nd", "rd", "th"];
    known
        .contains(&ending)
        .then(|| digits.parse().ok())
        .flatten()
}

/// Parses "over twee weken", "in 3 days".
fn in_a_while(count: &str, unit: &str, today: NaiveDate) -> Option<NaiveDate> {
    let said = NUMBERS.iter().position(|names| names.contains(&count));
    let count = match said {
        Some(place) => u32::try_from(place).ok()? + 1,
        None => count.parse().ok().filter(|count| *count <= 1000)?,
    };
    match unit {
        "dag" | "dagen" | "day" | "days" => later(today, count.into()),
        "week" | "weken" | "weeks" => later(today, 7 * u64::from(count)),
        "maand" | "maanden" | "month" | "months" => today.checked_add_months(Months::new(count)),
        _ => None,
    }
}

/// Returns the next day with this number, in this month or in the first later month that has it.
fn of_this_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..=2)
        .filter_map(|months| first.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date >= today)
}

/// Parses "27 november", "november 27", with or without a year.
fn in_month(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (first, second, year) = match words {
        [first, second] => (*first, *second, None),
        [first, second, year] => (*first, *second, Some(year.parse().ok()?)),
        _ => return None,
    };
    let (day, month) = match (month_named(first), month_named(second)) {
        (None, Some(month)) => (number(first)?, month),
        (Some(month), None) => (number(second)?, month),
        _ => return None,
    };
    dated(day, month, year, today)
}

/// Parses "27-11", "27/11/26", "27.11.2026", "2026-11-27".
fn numeric(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mark = text.chars().find(|c| "-/.".contains(*c))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    let all_digits = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !all_digits {
        return None;
    }
    match parts.as_slice() {
        [day, month] => dated(day.parse().ok()?, month.parse().ok()?, None, today),
        [year, month, day] if year.len() == 4 => {
            let year = Some(year.parse().ok()?);
            dated(day.parse().ok()?, month.parse().ok()?, year, today)
        }
        [day, month, year] => {
            let year = Some(year.parse().ok()?);
            dated(day.parse().ok()?, month.parse().ok()?, year, today)
        }
        _ => None,
    }
}

/// Returns the date, or without a year its next occurrence.
fn dated(day: u32, month: u32, year: Option<i32>, today: NaiveDate) -> Option<NaiveDate> {
    match year {
        Some(year) => {
            let year = if (0..100).contains(&year) {
                2000 + year
            } else {
                year
            };
            let sane = (2000..2200).contains(&year);
            sane.then(|| NaiveDate::from_ymd_opt(year, month, day))
                .flatten()
        }
        // 29 February may be up to eight years away.
        None => (0..9)
            .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
            .find(|date| *date >= today),
    }
}

#[cfg(test)]
mod tests;
