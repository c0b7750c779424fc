//! The part of a case that may be shown to the person it is about, and nothing else.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::CaseId;
use crate::model::Channel;

/// A promise, as shown to the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClientViewCommitment {
    /// What was promised.
    pub text: String,
    /// Who promised, if that is the team, a colleague or the person; empty for anybody else.
    pub who: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// Whether it was kept.
    pub done: bool,
}

/// The fact that there was contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClientContact {
    /// When it took place.
    pub at: DateTime<Utc>,
    /// The channel.
    pub channel: Channel,
    /// The colleague's name.
    pub by: String,
}

/// Everything the person may see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClientView {
    /// The case's id.
    pub id: CaseId,
    /// How the person is addressed; empty if unknown. Never the nickname.
    pub called: String,
    /// What matters to the person.
    pub what_matters: String,
    /// Open promises by due day, then the latest kept ones.
    pub promises: Vec<ClientViewCommitment>,
    /// The lead.
    pub lead: String,
    /// The cover at present; may be empty.
    pub cover: String,
    /// The organisations that are needed.
    pub parties: Vec<String>,
    /// The latest contacts, newest first.
    pub contacts: Vec<ClientContact>,
}
