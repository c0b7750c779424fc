//! Organisations around a case.

use serde::{Deserialize, Serialize};

use crate::view::PartyState;
use crate::{CaseId, PartyId};

/// Adds an organisation, needed. One of that name that is there already is needed again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddParty {
    /// Around which case.
    pub case: CaseId,
    /// Its name.
    pub name: String,
}

/// Says whether an organisation is needed; settles a clash on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetPartyState {
    /// Around which case.
    pub case: CaseId,
    /// Which one.
    pub party: PartyId,
    /// Needed or not.
    pub state: PartyState,
}
