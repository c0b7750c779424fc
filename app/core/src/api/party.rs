//! Requests on the organisations around a case.

use serde::{Deserialize, Serialize};

use crate::model::PartyState;
use crate::{CaseId, PartyId};

/// Adds an organisation as needed. An existing one of the same name becomes needed again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddParty {
    /// The case.
    pub case: CaseId,
    /// The organisation's name.
    pub name: String,
}

/// Sets whether an organisation is needed, which resolves a conflict on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetPartyState {
    /// The case.
    pub case: CaseId,
    /// The organisation.
    pub party: PartyId,
    /// Whether it is needed.
    pub state: PartyState,
}
