//! Times and ids of fictitious events.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use crate::day;

/// Returns this time of day in the Netherlands, `days` days from `today`.
pub(super) fn moment(today: NaiveDate, days: i64, time: NaiveTime) -> DateTime<Utc> {
    day::at(today + Duration::days(days), time)
}

/// Returns a UUIDv7 of this time, deterministic for the time and salt.
pub(super) fn id(at: DateTime<Utc>, salt: &str) -> Uuid {
    let hash = blake3::hash(salt.as_bytes());
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&hash.as_bytes()[..10]);
    with_bytes(at, bytes)
}

/// Returns a UUIDv7 of this time with these random bytes.
pub(super) fn with_bytes(at: DateTime<Utc>, bytes: [u8; 10]) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}
