use proptest::prelude::*;

use super::*;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Checks that `shown` is the local time at the moment, and that it converts back to that moment.
#[track_caller]
fn check(utc: &str, shown: &str) {
    let shown: NaiveDateTime = shown.parse().expect("a time");
    assert_eq!(local(moment(utc)), shown);
    assert_eq!(of(moment(utc)), shown.date());
    assert_eq!(at(shown.date(), shown.time()), moment(utc));
}

#[test]
fn in_winter_the_clock_is_one_hour_ahead_and_in_summer_two() {
    check("2026-01-14T23:30:00Z", "2026-01-15T00:30:00");
    check("2026-07-14T22:30:00Z", "2026-07-15T00:30:00");
    check("2026-07-14T21:59:59Z", "2026-07-14T23:59:59");
}

#[test]
fn the_year_ends_at_midnight_in_the_netherlands() {
    check("2026-12-31T22:20:00Z", "2026-12-31T23:20:00");
    check("2026-12-31T22:59:59.999Z", "2026-12-31T23:59:59.999");
    check("2026-12-31T23:00:00Z", "2027-01-01T00:00:00");
}

#[test]
fn in_march_an_hour_is_left_out() {
    check("2026-03-29T00:59:59Z", "2026-03-29T01:59:59");
    check("2026-03-29T01:00:00Z", "2026-03-29T03:00:00");
    let left_out = NaiveTime::from_hms_opt(2, 30, 0).expect("a time");
    assert_eq!(
        at(date("2026-03-29"), left_out),
        moment("2026-03-29T01:30:00Z")
    );
}

#[test]
fn in_october_an_hour_comes_twice_and_the_first_is_meant() {
    check("2026-10-25T00:30:00Z", "2026-10-25T02:30:00");
    let second = moment("2026-10-25T01:30:00Z");
    assert_eq!(local(second), local(second - TimeDelta::hours(1)));
    check("2026-10-25T02:00:00Z", "2026-10-25T03:00:00");
}

#[test]
fn the_days_of_the_changes_have_23_and_25_hours() {
    let hours = |day: &str| {
        let day = date(day);
        (start(day + chrono::Days::new(1)) - start(day)).num_hours()
    };
    assert_eq!(hours("2026-03-28"), 24);
    assert_eq!(hours("2026-03-29"), 23);
    assert_eq!(hours("2026-10-25"), 25);
}

#[test]
fn earlier_rules_go_for_earlier_years() {
    // Until 1995 summer time ended in September; before 1977 there was none.
    check("1995-10-01T12:00:00Z", "1995-10-01T13:00:00");
    check("1976-07-01T12:00:00Z", "1976-07-01T13:00:00");
    // Amsterdam's own mean time, and German time from one midnight in May 1940 on.
    check("1930-01-01T12:00:00Z", "1930-01-01T12:19:32");
    check("1940-05-15T23:40:00Z", "1940-05-16T01:40:00");
}

#[test]
fn later_years_go_by_the_present_rule() {
    check("2090-07-14T22:30:00Z", "2090-07-15T00:30:00");
    check("2150-07-14T22:30:00Z", "2150-07-15T00:30:00");
}

#[test]
fn the_first_and_last_moments_there_are_have_a_day() {
    for end in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        assert_eq!(of(end), end.naive_utc().date());
        let time = end.time();
        assert!((at(of(end), time) - end).abs() <= TimeDelta::hours(1));
    }
}

/// Moments between 1890 and 2230, half of them within two hours of an offset change.
fn moments() -> impl Strategy<Value = DateTime<Utc>> {
    let any = -2_524_521_600_i64..8_204_889_600;
    let change =
        (1977..2100_i32, prop::bool::ANY, -7200..7200_i64).prop_map(|(year, spring, by)| {
            let (month, last) = if spring { (3, 31) } else { (10, 31) };
            let last = NaiveDate::from_ymd_opt(year, month, last).expect("a day");
            let sunday = last.week(chrono::Weekday::Sun).first_day();
            sunday.and_time(NaiveTime::MIN).and_utc().timestamp() + 3600 + by
        });
    prop_oneof![any, change]
        .prop_map(|seconds| DateTime::from_timestamp(seconds, 0).expect("a moment"))
}

proptest! {
    #[test]
    fn a_later_moment_is_never_on_an_earlier_day(one in moments(), seconds in 0..90_000_i64) {
        prop_assert!(of(one) <= of(one + TimeDelta::seconds(seconds)));
    }

    #[test]
    fn a_day_begins_where_the_day_before_it_ends(moment in moments()) {
        let begin = start(of(moment));
        prop_assert!(begin <= moment);
        prop_assert_eq!(of(begin), of(moment));
        prop_assert_eq!(Some(of(begin - TimeDelta::seconds(1))), of(moment).pred_opt());
    }

    #[test]
    fn what_the_clock_shows_is_read_back_as_the_first_moment_it_shows_that(moment in moments()) {
        let shown = local(moment);
        let read = at(shown.date(), shown.time());
        prop_assert_eq!(local(read), shown);
        prop_assert!(read <= moment);
    }
}
