//! The result of checking this phone's data.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What a check of this phone found and did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkup {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// The number of documents that were checked.
    pub documents: u32,
    /// What was wrong, and was put right. Empty: all is well.
    pub findings: Vec<Finding>,
    /// Whether the phone reads the team's log again, to get from it what is missing here.
    pub asks_team: bool,
}

/// Something that was wrong, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    /// The database's file or a document in it is damaged. The file was set aside and a new one made
    /// of what could be read.
    File(Rescue),
    /// Indexes of the database were wrong; they were rebuilt.
    Indexes,
    /// Documents lacked changes or had others than was recorded.
    Documents(u32),
    /// Lists differed from the documents; they were rebuilt from them. Holds the number of documents.
    Rows(u32),
    /// Search lacked words; it was filled again.
    Search,
    /// The four words did not follow from the documents; they were computed again.
    Words,
    /// The count of what is only on this phone was wrong; it was counted again.
    OnlyHere,
    /// The records to be sent disagreed with the documents; they are made again.
    Outbox,
}

/// What was read out of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescue {
    /// The name under which the damaged file was kept.
    pub set_aside: String,
    /// The number of documents that were read whole.
    pub whole: u32,
    /// The number of documents of which a part was unreadable.
    pub partly: u32,
    /// The number of items of unsent work that were read.
    pub only_here: u32,
    /// Whether the keys of the team were read. Without them the phone must be invited again.
    pub in_team: bool,
}
