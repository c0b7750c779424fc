//! What was saved, changed, moved and withdrawn.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Cents;
use crate::model::{Channel, EntryRef, Who};

/// The outcome of recording something with a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Saved {
    /// It reopened their closed case.
    pub reopened: bool,
}

/// One entry, to be changed, with its history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryView {
    /// The entry.
    pub entry: EntryRef,
    /// Under whom it is shown.
    pub who: Who,
    /// Their name; empty for a signal without a case.
    pub name: String,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// The channel.
    pub channel: Channel,
    /// What was written.
    pub text: String,
    /// To whom others moved it at the same time.
    pub also: Vec<String>,
    /// What was changed, oldest first.
    pub history: Vec<EntryChange>,
}

/// A change of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryChange {
    /// Who made it.
    pub by: String,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// What changed, with what it was.
    pub what: EntryWas,
}

/// What changed in an entry, with what it was before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum EntryWas {
    /// The text was this.
    Text(String),
    /// The time was this.
    At(DateTime<Utc>),
    /// The channel was this.
    Channel(Channel),
    /// It was moved to this person.
    Moved(String),
    /// It was withdrawn, for this reason.
    Withdrawn(String),
    /// It was brought back.
    Restored,
    /// The amount was this.
    Amount(Cents),
    /// The day it was spent was this.
    Day(NaiveDate),
    /// The amount was changed to this at the same time as another change, which counts.
    NotCounted(Cents),
}

/// Why an entry is gone from a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum GoneHow {
    /// It was withdrawn, for this reason, which may be empty.
    Withdrawn(String),
    /// It was moved to this person.
    Moved {
        /// To whom.
        to: Who,
        /// Their name.
        name: String,
        /// A colleague moved it to this page at the same time, which did not count.
        lost: bool,
    },
}

/// An entry that is gone from a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoneLine {
    /// The entry.
    pub entry: EntryRef,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What was written; empty if it was moved, since it may be about somebody else.
    pub text: String,
    /// The amount of a withdrawn expense.
    pub cents: Option<Cents>,
    /// Who had written it.
    pub written_by: String,
    /// Who withdrew or moved it.
    pub by: String,
    /// When.
    pub gone_at: DateTime<Utc>,
    /// How it is gone.
    pub how: GoneHow,
}
