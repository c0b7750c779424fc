//! Queries for export. Each returns at most one case or one page of a list, to bound memory.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Change, Query};
use crate::{CaseId, ContactId};

/// Reads everything about one case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseExport {
    /// The case.
    pub case: CaseId,
}

/// Reads a page of case facts, in order of creation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseFacts {
    /// Only cases after this one.
    pub after: Option<CaseId>,
    /// The page size.
    pub limit: u32,
}

/// Reads the signals that are not linked to a case, oldest first: no dossier includes them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadUnlinkedSignals;

/// Lists all contacts, in order of creation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListContacts;

/// Reads a contact with all talks; [`ReadContact`](super::ReadContact) returns only the latest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadWholeContact {
    /// The contact.
    pub contact: ContactId,
}

/// Reads a case's Automerge document with its full history, in the standard Automerge format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCaseFile {
    /// The case.
    pub case: CaseId,
}

/// Reads the names of all people whose work is on this phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadPeople;

/// Reads a page of raw documents in order of id, from which an import restores everything. Excludes
/// photos, and documents that were taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDocuments {
    /// Only documents after this one.
    pub after: Option<Uuid>,
    /// The page size.
    pub limit: u32,
}

impl Query for ReadCaseExport {
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
