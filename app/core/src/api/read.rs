//! Queries.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::CaseFilter;
use crate::{CaseId, ContactId, EncounterId, SignalId};

/// Reads the first screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadToday;

/// Reads one list of the first screen, beyond what that shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTodayList {
    /// The list.
    pub list: TodayList,
    /// The maximum number of lines.
    pub limit: u32,
}

/// A list on the first screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TodayList {
    /// Promises that are due.
    Commitments,
    /// Decisions due for review.
    LookAgain,
    /// What the named colleague added.
    News(String),
    /// The inbox.
    Signals,
    /// Cases without contact for a long time.
    NotSeen,
}

/// Notes that all news up to here was on the screen: until then, closing the day does not end it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteNewsShown {
    /// `news_unseen` of the [`Today`](crate::view::Today) or [`TeamView`](crate::view::TeamView) that was
    /// shown.
    pub through: i64,
}

/// Reads a page of the list of cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCases {
    /// Restricts the list.
    pub filter: CaseFilter,
    /// The number of cases to skip.
    pub skip: u32,
    /// The page size.
    pub limit: u32,
}

/// Searches everything as the user types. All words must match, each by prefix; accents and case are
/// ignored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    /// The search text, as typed.
    pub text: String,
    /// Restricts the cases searched. With a filter set, contacts and signals are left out.
    pub filter: CaseFilter,
    /// The maximum number of hits of each kind.
    pub shown: Shown,
}

/// The maximum number of search hits of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Cases.
    pub cases: u32,
    /// Contacts.
    pub contacts: u32,
    /// Encounters and signals.
    pub encounters: u32,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            cases: 12,
            contacts: 12,
            encounters: 40,
        }
    }
}

/// The kinds of records to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Among {
    /// Cases, contacts and ongoing studies.
    #[default]
    All,
    /// Only cases.
    Cases,
    /// Only contacts.
    Contacts,
}

/// Reads the values by which cases can be filtered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseChoices;

/// Type-ahead over cases and contacts. Without text, returns the most recent ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindWho {
    /// The text, as typed.
    pub text: String,
    /// Restricts the kinds of records.
    pub among: Among,
    /// The maximum number of hits.
    pub limit: u32,
}

impl FindWho {
    /// The initial number of options.
    pub const FEW: u32 = 12;

    /// Searches all kinds for the first few hits.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            among: Among::All,
            limit: Self::FEW,
        }
    }
}

/// Reads the page *Voor de deur* of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCase {
    /// The case.
    pub case: CaseId,
}

/// Reads a page of a case's timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTimeline {
    /// The case.
    pub case: CaseId,
    /// Only entries older than this encounter.
    pub before: Option<EncounterId>,
    /// The page size.
    pub limit: u32,
}

/// Reads the network tab; with text, only the contacts that match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadNetwork {
    /// The text, as typed; empty for all.
    pub text: String,
    /// Only contacts in this neighbourhood.
    pub district: Option<String>,
    /// Only contacts that have all of these tags.
    pub tags: Vec<String>,
    /// The maximum number of contacts, if any restriction applies.
    pub limit: u32,
}

/// Reads a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadContact {
    /// The contact.
    pub contact: ContactId,
}

/// Reads a signal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadSignal {
    /// The signal.
    pub signal: SignalId,
}

/// Reads the team tab.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTeam;

/// Reads the drafts of the capture sheet, the last stored first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDrafts;

/// Reads this phone's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadSettings;

/// Reads the place stored last by [`SaveLocation`](super::SaveLocation).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadLocation;

impl Query for ReadToday {
    fn shows(&self, change: &Change) -> bool {
        !matches!(change, Change::Settings)
    }
}

impl Query for ReadTodayList {
    fn shows(&self, change: &Change) -> bool {
        ReadToday.shows(change)
    }
}

impl Query for ReadCases {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_) | Change::Signal(_) | Change::Everything
        )
    }
}

impl Query for ReadCaseChoices {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Case(_) | Change::Everything)
    }
}

impl Query for Search {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_)
                | Change::Contact(_)
                | Change::Signal(_)
                | Change::Study(_)
                | Change::Everything
        )
    }
}

impl Query for FindWho {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_) | Change::Contact(_) | Change::Study(_) | Change::Everything
        )
    }
}

impl Query for ReadCase {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            Change::Contact(_) | Change::Signal(_) => true,
            Change::Team | Change::Sync | Change::Everything => true,
            Change::Study(_) | Change::Settings => false,
        }
    }
}

impl Query for ReadTimeline {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            Change::Signal(_) | Change::Team | Change::Sync | Change::Everything => true,
            Change::Contact(_) | Change::Study(_) | Change::Settings => false,
        }
    }
}

impl Query for ReadNetwork {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Contact(_) | Change::Everything)
    }
}

impl Query for ReadContact {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Contact(contact) => *contact == self.contact,
            Change::Team | Change::Sync | Change::Everything => true,
            _ => false,
        }
    }
}

impl Query for ReadSignal {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Signal(signal) => *signal == self.signal,
            Change::Case(_) | Change::Team | Change::Sync | Change::Everything => true,
            _ => false,
        }
    }
}

impl Query for ReadTeam {
    fn shows(&self, change: &Change) -> bool {
        !matches!(change, Change::Settings)
    }
}

impl Query for ReadSettings {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Settings | Change::Everything)
    }
}
