//! Formats days, times, phone numbers and names. Pure: the language, and where needed today's date, are
//! parameters.

mod day;
mod day_words;
mod decision;
mod money;
mod phone;
mod words;

pub use day::{
    capital, day, long_day, long_day_of_year, moment, month, numeric_day, relative_day,
    relative_day_ahead, short_day, since, time,
};
pub use day_words::day_in_words;
pub use decision::{
    CHOSEN_KINDS, decision_fault, decision_fields, decision_kind, decision_on_paper, kind_of_path,
    kind_path,
};
pub use money::{amount, keyed_amount, money, plain_amount};
pub use phone::{call, display as phone, sms_link, tel_link};
pub use words::{
    case_field, channel, contact_field, initial, interview_role, mark, outcome, relation, status,
    together, trust,
};
