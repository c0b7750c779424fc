//! What is asked to hand things out. Nothing here is larger than one case, or one part of a list.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Change, Query};
use crate::{CaseId, ContactId};

/// All of one case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDossier {
    /// Which case.
    pub case: CaseId,
}

/// The facts of cases, a part of the list, in the order they came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseFacts {
    /// Only cases behind this one.
    pub after: Option<CaseId>,
    /// How many.
    pub limit: u32,
}

/// Signals that are linked to no case, oldest first: they are in nobody's dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadLooseSignals;

/// Every contact, in the order they came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListContacts;

/// One contact with every talk; [`ReadContact`](super::ReadContact) has the last ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadWholeContact {
    /// Which contact.
    pub contact: ContactId,
}

/// A case as its Automerge document, with its whole history: any Automerge opens it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseFile {
    /// Which case.
    pub case: CaseId,
}

/// Everybody whose work is on this phone, and what they are called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadPeople;

/// Documents as they are, a part of them in the order of their ids: what brings everything back when it
/// is read in again. Without photos, and without what was taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDocuments {
    /// Only documents behind this one.
    pub after: Option<Uuid>,
    /// How many.
    pub limit: u32,
}

impl Query for ReadDossier {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            Change::Settings | Change::Study(_) => false,
            _ => true,
        }
    }
}

impl Query for ReadWholeContact {
    fn shows(&self, change: &Change) -> bool {
        let contact = self.contact;
        super::ReadContact { contact }.shows(change)
    }
}
