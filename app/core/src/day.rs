//! Calendar days in the Netherlands: the only place that converts between moments and days.
//!
//! The conversion uses local time in Europe/Amsterdam as it was at that moment, regardless of the
//! phone's time zone and of when it is asked: a case closed on 31 December at 23:20 counts for that
//! year, also when counted in July. The rules come from the IANA time zone database compiled into the
//! program.

mod month;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use tzdb_data::time_zone::europe::AMSTERDAM;

pub use month::{MONTHS, Month, month_named};

/// Returns the day on which a moment falls.
pub fn of(moment: DateTime<Utc>) -> NaiveDate {
    local(moment).date()
}

/// Returns the local date and time at a moment.
pub fn local(moment: DateTime<Utc>) -> NaiveDateTime {
    let utc = moment.naive_utc();
    utc.checked_add_signed(offset(utc)).unwrap_or(utc)
}

/// Returns the moment at which a day begins.
pub fn start(day: NaiveDate) -> DateTime<Utc> {
    at(day, NaiveTime::MIN)
}

/// Returns the moment of a local time on a day.
///
/// A time that occurs twice (in October) means the first occurrence. A time that is skipped (in March)
/// is read with the offset from before the change: 02:30 becomes 03:30. Both follow RFC 5545, section
/// 3.3.5.
pub fn at(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let shown = day.and_time(time);
    let moment = |offset| shown.checked_sub_signed(offset).unwrap_or(shown);
    // The offset changes at most once within two days.
    let before = offset(moment(TimeDelta::days(1)));
    let after = offset(moment(TimeDelta::days(-1)));
    let first = moment(before);
    if offset(first) != before && offset(moment(after)) == after {
        moment(after).and_utc()
    } else {
        first.and_utc()
    }
}

/// Returns how far local time is ahead of UTC.
fn offset(utc: NaiveDateTime) -> TimeDelta {
    // Falls back to winter time for years outside the range of the rules.
    let seconds = AMSTERDAM
        .find_local_time_type(utc.and_utc().timestamp())
        .map_or(3600, |found| found.ut_offset());
    TimeDelta::seconds(seconds.into())
}

#[cfg(test)]
mod tests;
