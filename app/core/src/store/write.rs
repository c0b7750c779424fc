//! Requests that change something, each in one transaction.

mod call_list;
mod case;
mod closing;
mod contact;
mod core_team;
mod cover;
pub(super) mod decision;
mod encounter;
pub(super) mod expense;
pub(super) mod import;
mod joining;
mod party;
mod relation;
#[cfg(feature = "sample")]
pub(crate) mod seed;
#[cfg(feature = "sample")]
mod seed_study;
#[cfg(feature = "sample")]
mod seed_words;
mod settings;
mod signal;
mod slips;
mod study;
mod taking_back;
mod team;
#[cfg(feature = "sample")]
mod weigh;

use crate::model::{MAX_LINE, MAX_TEXT};
use crate::{BadValue, Error};

/// A sentence or longer text: not empty, not too long.
fn sentence(text: &str) -> Result<&str, Error> {
    match text.trim() {
        "" => Err(Error::Empty),
        text => at_most(text, MAX_TEXT),
    }
}

/// A single-line field that must not be empty.
fn name(text: &str) -> Result<&str, Error> {
    match text.trim() {
        "" => Err(Error::Empty),
        text => at_most(text, MAX_LINE),
    }
}

fn at_most(text: &str, max: u32) -> Result<&str, Error> {
    if text.chars().count() > max as usize {
        return Err(Error::TooLong { max });
    }
    Ok(text)
}

/// A day as it is kept, or none.
fn day(text: &str) -> Result<&str, Error> {
    match text.is_empty() || text.parse::<chrono::NaiveDate>().is_ok() {
        true => Ok(text),
        false => Err(Error::Value(BadValue::Day)),
    }
}
