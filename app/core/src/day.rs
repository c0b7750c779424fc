//! Days in the Netherlands. The one place where a moment becomes a day or a day a moment.
//!
//! What counts is the clock on the wall in Europe/Amsterdam at that moment, wherever the phone is and
//! whenever it is asked: a case closed on 31 December at 23:20 belongs to that year in January and in
//! July. The rules are those of the IANA time zone database, in the program.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use tzdb_data::time_zone::europe::AMSTERDAM;

/// The day a moment falls on.
pub fn of(moment: DateTime<Utc>) -> NaiveDate {
    local(moment).date()
}

/// Day and time the clock on the wall showed at this moment.
pub fn local(moment: DateTime<Utc>) -> NaiveDateTime {
    let utc = moment.naive_utc();
    utc.checked_add_signed(offset(utc)).unwrap_or(utc)
}

/// The moment a day begins.
pub fn start(day: NaiveDate) -> DateTime<Utc> {
    at(day, NaiveTime::MIN)
}

/// The moment at this time of that day.
///
/// A time that comes twice, in October, is the first of the two. One that is left out, in March, is
/// reckoned as if the clock had not been moved yet: 02:30 is the moment it shows 03:30. Both as calendars
/// do (RFC 5545, 3.3.5).
pub fn at(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let shown = day.and_time(time);
    let moment = |offset| shown.checked_sub_signed(offset).unwrap_or(shown);
    // The clock is never moved twice within two days.
    let before = offset(moment(TimeDelta::days(1)));
    let after = offset(moment(TimeDelta::days(-1)));
    let first = moment(before);
    if offset(first) != before && offset(moment(after)) == after {
        moment(after).and_utc()
    } else {
        first.and_utc()
    }
}

/// How far the clock on the wall is ahead of UTC.
fn offset(utc: NaiveDateTime) -> TimeDelta {
    // Winter time beyond the years the rules can reckon with.
    let seconds = AMSTERDAM
        .find_local_time_type(utc.and_utc().timestamp())
        .map_or(3600, |found| found.ut_offset());
    TimeDelta::seconds(seconds.into())
}

#[cfg(test)]
mod tests;
