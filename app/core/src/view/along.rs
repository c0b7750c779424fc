//! What may be shown to the person a case is about. Nothing else of the case is in it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Channel;
use crate::CaseId;

/// A promise, as the person sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AlongPromise {
    /// What was promised.
    pub text: String,
    /// Who promised, when that is the team, a colleague or the person; empty for others.
    pub who: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// Kept.
    pub done: bool,
}

/// That there was contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AlongContact {
    /// When.
    pub at: DateTime<Utc>,
    /// How.
    pub channel: Channel,
    /// With which colleague.
    pub by: String,
}

/// Everything the person may read along.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AlongView {
    /// Which case.
    pub id: CaseId,
    /// What the person is called to their face; empty when nobody filled it in. Never the nickname.
    pub called: String,
    /// What matters.
    pub what_matters: String,
    /// Promises not yet kept, by due day; then the last ones that were kept.
    pub promises: Vec<AlongPromise>,
    /// Who goes ahead.
    pub lead: String,
    /// Who fills in now; may be empty.
    pub cover: String,
    /// Organisations that are needed.
    pub parties: Vec<String>,
    /// The last times there was contact, newest first.
    pub contacts: Vec<AlongContact>,
}
