use super::*;

/// A Tuesday.
fn today() -> NaiveDate {
    "2025-11-18".parse().expect("a day")
}

#[track_caller]
fn check(typed: &str, day: &str) {
    let understood = day_in_words(typed, today()).map(|day| day.to_string());
    assert_eq!(understood.unwrap_or_default(), day, "{typed}");
}

#[test]
fn near_days_have_words() {
    check("vandaag", "2025-11-18");
    check(" Morgen ", "2025-11-19");
    check("morgen ochtend", "2025-11-19");
    check("overmorgen.", "2025-11-20");
    check("tomorrow", "2025-11-19");
    check("day after tomorrow", "2025-11-20");
}

#[test]
fn a_day_of_the_week_is_the_next_one_and_never_today() {
    check("vrijdag", "2025-11-21");
    check("vr", "2025-11-21");
    check("Maandag", "2025-11-24");
    check("dinsdag", "2025-11-25");
    check("komende donderdag", "2025-11-20");
    check("op vrijdag", "2025-11-21");
    check("by Friday", "2025-11-21");
}

#[test]
fn next_week_begins_on_monday() {
    check("volgende week", "2025-11-25");
    check("volgende week dinsdag", "2025-11-25");
    check("volgende week zondag", "2025-11-30");
    check("maandag volgende week", "2025-11-24");
    check("next week Friday", "2025-11-28");
    check("volgende maand", "2025-12-18");
}

#[test]
fn a_while_is_counted_in_days_weeks_or_months() {
    check("over 3 dagen", "2025-11-21");
    check("over twee weken", "2025-12-02");
    check("over één maand", "2025-12-18");
    check("in 2 weeks", "2025-12-02");
    check("over 99999999999 dagen", "");
    check("over twee jaar", "");
}

#[test]
fn a_date_without_a_year_is_the_next_one() {
    check("27 november", "2025-11-27");
    check("27 nov", "2025-11-27");
    check("vóór 27 november", "2025-11-27");
    check("donderdag 27 november", "2025-11-27");
    check("November 27", "2025-11-27");
    check("the 27th of November", "2025-11-27");
    check("18 november", "2025-11-18");
    check("17 november", "2026-11-17");
    check("1 mrt", "2026-03-01");
    check("29 februari", "2028-02-29");
    check("27-11", "2025-11-27");
    check("3/1", "2026-01-03");
    check("de 27e", "2025-11-27");
    check("1", "2025-12-01");
    check("31", "2025-12-31");
}

#[test]
fn a_date_with_a_year_is_that_date() {
    check("27-11-2026", "2026-11-27");
    check("27-11-26", "2026-11-27");
    check("27.11.2026", "2026-11-27");
    check("2026-11-27", "2026-11-27");
    check("27 november 2026", "2026-11-27");
    check("1-1-2025", "2025-01-01");
}

#[test]
fn what_is_no_day_is_not_guessed_at() {
    for text in [
        "",
        " ",
        "ooit",
        "binnenkort",
        "31-02-2026",
        "31 februari",
        "32-1",
        "0-0",
        "27-13",
        "27-11-1826",
        "na de zomer",
        "week 48",
        "27 27",
        "november",
        "-",
        "27--11",
        "1.234,5",
        "مرحبا",
        "é",
        "27 november 2026 14:00",
        "volgende",
        "over",
        "99999999999-1",
    ] {
        check(text, "");
    }
}
