//! Identifiers, each its own type: a case's id cannot be taken for a contact's.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id_type! {
    /// A case (dossier): one resident or household.
    CaseId
}
impl CaseId {
    /// When the case was made, where its number tells: a UUIDv7 begins with the moment.
    pub(crate) fn made(self) -> Option<DateTime<Utc>> {
        let (seconds, _) = self.0.get_timestamp()?.to_unix();
        DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)
    }
}

id_type! {
    /// A contact in the neighbourhood: a person or organisation.
    ContactId
}
id_type! {
    /// A signal: something heard or seen, not yet of a case.
    SignalId
}
id_type! {
    /// An encounter (contactmoment). An encounter without a person is a signal with the same number.
    EncounterId
}
id_type! {
    /// A promise made.
    CommitmentId
}
id_type! {
    /// Something about the safety of the worker.
    SafetyFactId
}
id_type! {
    /// A colleague: a member of the team.
    PersonId
}
id_type! {
    /// A team on this phone (a municipality each): the number of its database, which no other phone
    /// knows.
    TeamId
}
id_type! {
    /// A neighbourhood study (wijkonderzoek).
    StudyId
}
id_type! {
    /// A talk for a study.
    InterviewId
}
id_type! {
    /// A reasoned choice (afweging).
    DecisionId
}
id_type! {
    /// Money spent from the free budget (uitgave).
    ExpenseId
}
id_type! {
    /// A photo of a receipt: derived from what it shows.
    ReceiptId
}
id_type! {
    /// An organisation around a case (betrokken partij).
    PartyId
}
id_type! {
    /// A tie between two people.
    RelationId
}
id_type! {
    /// A line of the escalation list.
    CallListId
}
id_type! {
    /// A case on the core team's agenda.
    AgendaId
}
