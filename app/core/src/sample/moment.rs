//! Days and times of made-up events.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use uuid::Uuid;

/// The moment at this time of day, so many days from `today`, in the Netherlands.
pub(super) fn moment(today: NaiveDate, days: i64, time: NaiveTime) -> DateTime<Utc> {
    let local = (today + Duration::days(days)).and_time(time);
    let hours = if is_summer_time(local) { 2 } else { 1 };
    (local - Duration::hours(hours)).and_utc()
}

/// From the last Sunday of March to that of October. Good to the day: nothing made up here happens
/// in the night of the change.
fn is_summer_time(local: NaiveDateTime) -> bool {
    let last_sunday = |month| {
        let last = NaiveDate::from_ymd_opt(local.year(), month, 31);
        last.map(|last| last.week(Weekday::Sun).first_day())
    };
    last_sunday(3) <= Some(local.date()) && Some(local.date()) < last_sunday(10)
}

/// An identifier that sorts by this moment; the same for the same moment and salt.
pub(super) fn id(at: DateTime<Utc>, salt: &str) -> Uuid {
    let hash = blake3::hash(salt.as_bytes());
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&hash.as_bytes()[..10]);
    with_bytes(at, bytes)
}

/// An identifier that sorts by this moment, with these random bytes.
pub(super) fn with_bytes(at: DateTime<Utc>, bytes: [u8; 10]) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}
