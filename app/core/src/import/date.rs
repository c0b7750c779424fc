//! Dutch dates. What is not plainly one day is none: nothing is guessed.

use chrono::{Datelike, NaiveDate};

/// The day written here, or `None` when it is no day that exists, or cannot be read for sure.
///
/// Day first, with `-`, `/`, `.` or spaces; year first only as in 2023-10-06; months also in words.
/// A year of two digits is 20xx up to 68 and 19xx from 69 (the rule of POSIX). A time behind the
/// date is dropped. A bare number is not taken for a spreadsheet's day count.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let date = match text.rsplit_once(|c: char| c == 't' || c.is_whitespace()) {
        Some((date, time)) if is_time(time) => date,
        _ => &text,
    };
    let date: Vec<&str> = date
        .split(|c: char| matches!(c, '-' | '/' | '.') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    if date.len() != 3 {
        return None;
    }
    let (year, month, day) = if date[0].len() == 4 {
        (date[0], date[1], date[2])
    } else {
        (date[2], date[1], date[0])
    };
    NaiveDate::from_ymd_opt(year_of(year)?, month_of(month)?, number(day, 2)?)
        .filter(|date| (1900..2100).contains(&date.year()))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

fn year_of(text: &str) -> Option<i32> {
    let year = i32::try_from(number(text, 4)?).ok()?;
    match (text.len(), year) {
        (4, _) => Some(year),
        (2, 0..=68) => Some(2000 + year),
        (2, _) => Some(1900 + year),
        _ => None,
    }
}

fn month_of(text: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["januari", "jan", "january"],
        &["februari", "feb", "february"],
        &["maart", "mrt", "mar", "march"],
        &["april", "apr"],
        &["mei", "may"],
        &["juni", "jun", "june"],
        &["juli", "jul", "july"],
        &["augustus", "aug", "august"],
        &["september", "sep", "sept"],
        &["oktober", "okt", "oct", "october"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    let word = MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.contains(&text));
    word.map(|(_, month)| month).or_else(|| number(text, 2))
}

/// 14:30, 00:00:00, 14:30:05.000z.
fn is_time(text: &str) -> bool {
    text.contains(':')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'z' | b'+'))
}
