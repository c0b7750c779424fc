//! Questions.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::CaseFilter;
use crate::{CaseId, ContactId, EncounterId, SignalId};

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadToday;

/// One list of the first screen, further than it shows there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTodayList {
    /// Which list.
    pub list: TodayList,
    /// How many at most.
    pub limit: u32,
}

/// A list of the first screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TodayList {
    /// Promises that are due.
    Commitments,
    /// Decisions to look at again.
    LookAgain,
    /// What this colleague added.
    News(String),
    /// The inbox.
    Signals,
    /// Cases without contact for long.
    NotSeen,
}

/// The list of cases, a part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCases {
    /// Only these.
    pub filter: CaseFilter,
    /// How many to skip.
    pub skip: u32,
    /// How many to give.
    pub limit: u32,
}

/// Search as you type, over everything. Words are matched by their beginning, all must match;
/// accents and capitals do not count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// Only in these cases; contacts and signals are found when there is no filter.
    pub filter: CaseFilter,
    /// How many of each at most.
    pub shown: Shown,
}

/// How many of each kind a search gives.
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

/// Which of the found are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Among {
    /// Cases, contacts, and studies that go on.
    #[default]
    All,
    /// Only cases.
    Cases,
    /// Only contacts.
    Contacts,
}

/// What cases can be filtered on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseChoices;

/// Type-ahead over cases and contacts; with nothing typed, the most recent ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindWho {
    /// As typed.
    pub text: String,
    /// Only these.
    pub among: Among,
    /// How many at most.
    pub limit: u32,
}

impl FindWho {
    /// How many are offered at first.
    pub const FEW: u32 = 12;

    /// The first few of all.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            among: Among::All,
            limit: Self::FEW,
        }
    }
}

/// *Voor de deur*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCase {
    /// Which case.
    pub case: CaseId,
}

/// A page of a case's timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTimeline {
    /// Which case.
    pub case: CaseId,
    /// Only what is older than this encounter.
    pub before: Option<EncounterId>,
    /// How many.
    pub limit: u32,
}

/// The network tab; with text, only contacts that match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadNetwork {
    /// As typed; empty for all.
    pub text: String,
    /// Only in this neighbourhood.
    pub district: Option<String>,
    /// Only who is good with all of these.
    pub tags: Vec<String>,
    /// How many at most, when anything narrows them down.
    pub limit: u32,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadContact {
    /// Which contact.
    pub contact: ContactId,
}

/// One signal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadSignal {
    /// Which signal.
    pub signal: SignalId,
}

/// The team tab.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTeam;

/// The draft of the capture sheet, if one was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDraft;

/// This phone's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadSettings;

/// Where the app was when that was last kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadPlace;

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
