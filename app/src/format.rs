//! How days, times, phone numbers and names are written. Pure: the language, and where it matters
//! today, are parameters.

mod bsn;
mod day;
mod day_words;
mod phone;
mod words;

pub use bsn::holds_bsn;
pub use day::{
    capital, day, long_day, long_day_of_year, moment, numeric_day, relative_day,
    relative_day_ahead, short_day, since, time,
};
pub use day_words::day_in_words;
pub use phone::{display as phone, sms_link, tel_link};
pub use words::{ALL_STATUSES, channel, initial, mark, status, trust};
