//! Decisions (afwegingen) of a case, and what proves that nobody changed them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{CaseStatus, SyncMark};
use crate::{CaseId, DecisionId};

/// What was decided to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DecisionKind {
    /// To act (handelen).
    #[default]
    Act,
    /// Deliberately not to (bewust niet).
    Refrain,
    /// To share with somebody (delen); a handover is one too.
    Share,
    /// Not to report (niet melden).
    NotReport,
    /// To take it higher up (opschalen).
    Escalate,
    /// No decision: an earlier one was looked at again.
    Looked,
}

impl DecisionKind {
    /// Those one chooses from, in the order of the chips.
    pub const ALL: [Self; 5] = [
        Self::Act,
        Self::Refrain,
        Self::Share,
        Self::NotReport,
        Self::Escalate,
    ];
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionLine {
    /// Which.
    pub id: DecisionId,
    /// The decision this adds to.
    pub adds_to: Option<DecisionId>,
    /// What was decided to do.
    pub kind: DecisionKind,
    /// What is wanted (doel); this or `why` is filled in.
    pub goal: String,
    /// Whether it is right.
    pub ethical: String,
    /// How the law allows it.
    pub law: String,
    /// Why so.
    pub why: String,
    /// Who backs it: names, as typed.
    pub backs: String,
    /// With whom something is shared, or to whom it was handed over.
    pub shared_with: String,
    /// On what ground.
    pub ground: String,
    /// When to look at it again, as this entry says.
    pub look_again: Option<NaiveDate>,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub mark: SyncMark,
}

/// A decision that is to be looked at again today, or was to be before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookAgainLine {
    /// Of which case.
    pub case: CaseId,
    /// That case's name.
    pub case_name: String,
    /// The decision itself, not what was added to it.
    pub decision: DecisionId,
    /// What was decided to do.
    pub kind: DecisionKind,
    /// Its goal, else its why.
    pub text: String,
    /// The day.
    pub due: NaiveDate,
}

/// What is wrong with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DecisionFault {
    /// What it says is not what was hashed: a field, its author or its time was changed.
    Changed,
    /// A decision that it builds on is not here.
    ParentMissing,
    /// The signature is not one of this key over this decision.
    Signature,
    /// The key is not known as this colleague's.
    Key,
    /// This phone once held something else under this number.
    SeenOtherwise,
    /// A newer app wrote it, in a way that this one cannot check.
    Newer,
}

/// A decision with what proves it: enough to do the check again without this app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProvenDecision {
    /// Which.
    pub id: DecisionId,
    /// The decision as shown.
    pub line: DecisionLine,
    /// Names and values of what the canonical bytes hold, in their order.
    pub fields: Vec<(String, String)>,
    /// The canonical bytes, hexadecimal.
    pub bytes: String,
    /// SHA-256 of them as written at the time, hexadecimal.
    pub hash: String,
    /// The hashes of the decisions before it.
    pub parents: Vec<String>,
    /// The author's public key (Ed25519), hexadecimal.
    pub key: String,
    /// Ed25519 over the canonical bytes, hexadecimal.
    pub signature: String,
    /// Whose key it is by what the team knows; empty when it is nobody's.
    pub key_of: String,
    /// What is wrong with it; empty when all is right.
    pub faults: Vec<DecisionFault>,
}

/// All decisions of a case, checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionProof {
    /// Which case.
    pub case: CaseId,
    /// Its name.
    pub case_name: String,
    /// The version of the canonical bytes.
    pub version: String,
    /// When this was checked.
    pub checked: DateTime<Utc>,
    /// The decisions, oldest first.
    pub decisions: Vec<ProvenDecision>,
    /// Decisions this phone once held that are gone.
    pub gone: Vec<DecisionId>,
}

impl DecisionProof {
    /// Nothing was changed and nothing is missing, as far as can be seen here.
    pub fn holds(&self) -> bool {
        self.gone.is_empty() && self.decisions.iter().all(|each| each.faults.is_empty())
    }
}

/// How it stands with handing a case over.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct HandoverState {
    /// We stay in touch though it is handed over (blijf betrokken).
    pub involved: bool,
    /// Everything that was shared or handed over, newest first.
    pub shared: Vec<DecisionLine>,
}

/// A case that was handed over and that we stay involved in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InvolvedLine {
    /// Which case.
    pub id: CaseId,
    /// Nickname or initial.
    pub name: String,
    /// To whom it was last handed over; may be empty.
    pub receiver: String,
    /// Where it stands.
    pub status: CaseStatus,
    /// When somebody of the team last had contact.
    pub last_contact: Option<DateTime<Utc>>,
}
