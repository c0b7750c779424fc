//! Identifiers as newtypes, so that the id of a case cannot be passed for that of a contact.

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
    /// Returns when the case was created, if its id is a UUIDv7, which starts with a timestamp.
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
    /// A signal: something heard or seen that does not belong to a case yet.
    SignalId
}
id_type! {
    /// An encounter (contactmoment). An encounter without a person is stored as a signal with the same
    /// UUID.
    EncounterId
}
id_type! {
    /// A promise (afspraak).
    CommitmentId
}
id_type! {
    /// A safety fact: something that bears on the worker's safety.
    SafetyFactId
}
id_type! {
    /// A colleague: a member of the team.
    PersonId
}
id_type! {
    /// A team on this phone, one per municipality: the id of its local database, unknown to other
    /// phones.
    TeamId
}
id_type! {
    /// A neighbourhood study (wijkonderzoek).
    StudyId
}
id_type! {
    /// An interview for a study.
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
    /// A photo of a receipt; the id is derived from the content.
    ReceiptId
}
id_type! {
    /// An organisation around a case (betrokken partij).
    PartyId
}
id_type! {
    /// A relation between two people.
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
