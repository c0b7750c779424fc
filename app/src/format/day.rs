//! Days and times.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use voorveld_core::day::MONTHS;
use voorveld_core::view::Language;

use crate::t_in;

pub(super) const DAYS: [[&str; 7]; 2] = [
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ],
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
];
pub(super) const SHORT_DAYS: [[&str; 7]; 2] = [
    ["ma", "di", "wo", "do", "vr", "za", "zo"],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
];

fn row(language: Language) -> usize {
    match language {
        Language::Dutch => 0,
        Language::English => 1,
    }
}

/// "dinsdag".
pub fn day(language: Language, date: NaiveDate) -> &'static str {
    DAYS[row(language)][date.weekday().num_days_from_monday() as usize]
}

fn short(language: Language, date: NaiveDate) -> &'static str {
    SHORT_DAYS[row(language)][date.weekday().num_days_from_monday() as usize]
}

fn month_name(language: Language, date: NaiveDate) -> &'static str {
    let month = MONTHS[date.month0() as usize];
    match language {
        Language::Dutch => month.dutch,
        Language::English => month.english,
    }
}

fn day_and_month(language: Language, date: NaiveDate) -> String {
    let month = month_name(language, date);
    format!("{} {month}", date.day())
}

/// "dinsdag 18 november".
pub fn long_day(language: Language, date: NaiveDate) -> String {
    format!("{} {}", day(language, date), day_and_month(language, date))
}

/// "dinsdag 18 november", with the year when it is not the current one.
pub fn long_day_of_year(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let long = long_day(language, date);
    if date.year() == today.year() {
        long
    } else {
        format!("{long} {}", date.year())
    }
}

/// For narrow columns: "ma 17-11", or "17-11-2024" in another year.
pub fn short_day(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        format!("{} {}", short(language, date), date.format("%d-%m"))
    } else {
        numeric_day(date)
    }
}

/// "november 2024".
pub fn month(language: Language, date: NaiveDate) -> String {
    let month = month_name(language, date);
    format!("{month} {}", date.year())
}

/// "17-11-2024".
pub fn numeric_day(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// "vandaag", "gisteren", "morgen", or "maandag" within the past week; "do 6 november" for earlier days
/// and those after tomorrow, with the year when it is not the current one.
pub fn relative_day(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    match (today - date).num_days() {
        0 => t_in!(language, "day-today"),
        1 => t_in!(language, "day-yesterday"),
        -1 => t_in!(language, "day-tomorrow"),
        2..=6 => day(language, date).to_owned(),
        _ => {
            let text = format!(
                "{} {}",
                short(language, date),
                day_and_month(language, date)
            );
            if date.year() == today.year() {
                text
            } else {
                format!("{text} {}", date.year())
            }
        }
    }
}

/// A near day in the future, short enough for a chip: "vandaag", "morgen", "vrijdag".
pub fn relative_day_ahead(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        2..=6 => day(language, date).to_owned(),
        _ => relative_day(language, date, today),
    }
}

/// "08:14".
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment: "vandaag 10:08", "maandag 07:20"; without the time when it is more than a week ago or after
/// tomorrow.
pub fn moment(language: Language, at: NaiveDateTime, today: NaiveDate) -> String {
    let relative = relative_day(language, at.date(), today);
    match (today - at.date()).num_days() {
        -1..=6 => format!("{relative} {}", time(at.time())),
        _ => relative,
    }
}

/// "vandaag", "gisteren", "5 dagen", "9 weken", "2 jaar".
pub fn since(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    match (today - date).num_days() {
        ..=0 => t_in!(language, "day-today"),
        1 => t_in!(language, "day-yesterday"),
        days @ 2..=13 => t_in!(language, "days-ago", n: days),
        days @ 14..=729 => t_in!(language, "weeks-ago", n: days / 7),
        days => t_in!(language, "years-ago", n: days / 365),
    }
}

/// Capitalises the first letter, for the start of a line.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[track_caller]
    fn check(shown: String, expected: &str) {
        assert_eq!(shown, expected);
    }

    #[test]
    fn today_is_written_out() {
        check(
            long_day(Language::Dutch, date("2025-11-18")),
            "dinsdag 18 november",
        );
        check(
            long_day(Language::English, date("2025-11-18")),
            "Tuesday 18 November",
        );
    }

    #[test]
    fn a_near_day_has_a_word_and_a_far_day_a_date() {
        let today = date("2025-11-18");
        for (day, shown) in [
            ("2025-11-18", "vandaag"),
            ("2025-11-17", "gisteren"),
            ("2025-11-19", "morgen"),
            ("2025-11-14", "vrijdag"),
            ("2025-11-06", "do 6 november"),
            ("2025-11-21", "vr 21 november"),
            ("2024-12-31", "di 31 december 2024"),
        ] {
            check(relative_day(Language::Dutch, date(day), today), shown);
        }
    }

    #[test]
    fn the_time_of_day_is_said_for_a_week() {
        let today = date("2025-11-18");
        let at = |day: &str| date(day).and_hms_opt(7, 5, 0).expect("a time");
        check(
            moment(Language::Dutch, at("2025-11-18"), today),
            "vandaag 07:05",
        );
        check(
            moment(Language::Dutch, at("2025-11-12"), today),
            "woensdag 07:05",
        );
        check(
            moment(Language::Dutch, at("2025-11-11"), today),
            "di 11 november",
        );
    }

    #[test]
    fn how_long_ago_is_said_in_the_largest_unit_that_means_something() {
        let today = date("2025-11-18");
        for (day, shown) in [
            ("2025-11-19", "vandaag"),
            ("2025-11-18", "vandaag"),
            ("2025-11-17", "gisteren"),
            ("2025-11-13", "5 dagen"),
            ("2025-11-05", "13 dagen"),
            ("2025-11-04", "2 weken"),
            ("2025-09-16", "9 weken"),
            ("2023-10-01", "2 jaar"),
        ] {
            check(since(Language::Dutch, date(day), today), shown);
        }
    }

    #[test]
    fn a_narrow_column_has_day_and_month_and_another_year_its_own() {
        let today = date("2025-11-18");
        check(
            short_day(Language::Dutch, date("2025-11-06"), today),
            "do 06-11",
        );
        check(
            short_day(Language::Dutch, date("2024-11-06"), today),
            "06-11-2024",
        );
    }
}
