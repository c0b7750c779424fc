//! Timestamps as web services write them, converted to dates in the Netherlands.

use chrono::{DateTime, NaiveDate};

use crate::day;

/// Returns the Dutch date of a timestamp with a UTC offset: `…Z`, `…UTC`, `…+01:00`, `…GMT`.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    let text = text.trim().to_uppercase();
    // Fri, 06 Oct 2023 22:30:00 GMT, as mail and web servers write it.
    if let Ok(moment) = DateTime::parse_from_rfc2822(&text) {
        return Some(day::of(moment.to_utc()));
    }
    let (date, time) = text.split_once(['T', ' '])?;
    let time = time.trim();
    let zone = time.find(['Z', '+', '-', ' ', 'U', 'G'])?;
    let (clock, zone) = time.split_at(zone);
    let zone = match zone.trim() {
        "Z" | "UTC" | "GMT" => "Z".to_owned(),
        offset if offset.len() == 5 && !offset.contains(':') => {
            format!("{}:{}", offset.get(..3)?, offset.get(3..)?)
        }
        offset if offset.len() == 3 => format!("{offset}:00"),
        offset => offset.to_owned(),
    };
    let seconds = if clock.matches(':').count() == 1 {
        ":00"
    } else {
        ""
    };
    let moment = DateTime::parse_from_rfc3339(&format!("{date}T{clock}{seconds}{zone}")).ok()?;
    Some(day::of(moment.to_utc()))
}
