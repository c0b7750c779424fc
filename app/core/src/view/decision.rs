//! The decisions (afwegingen) of a case, with the evidence that they were not altered.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{CaseStatus, DecisionKind, EntryRef, SyncMark};
use crate::{CaseId, DecisionId};

/// One decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionLine {
    /// Its id.
    pub id: DecisionId,
    /// The decision this is an addition to.
    pub adds_to: Option<DecisionId>,
    /// The kind of decision.
    pub kind: DecisionKind,
    /// The goal (doel). A review or handover may lack both goal and `why`; other kinds have one.
    pub goal: String,
    /// Why it is ethically right.
    pub ethical: String,
    /// How the law permits it.
    pub law: String,
    /// The reason.
    pub why: String,
    /// The names of those who back it, as typed.
    pub backs: String,
    /// With whom information is shared, or the receiver of a handover.
    pub shared_with: String,
    /// The ground for sharing.
    pub ground: String,
    /// The day to review it, as given in this entry.
    pub look_again: Option<NaiveDate>,
    /// Who decided.
    pub by: String,
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// Whether the team has it.
    pub mark: SyncMark,
}

/// A decision due for review today or earlier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookAgainLine {
    /// The case it belongs to.
    pub case: CaseId,
    /// The case's name.
    pub case_name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// The original decision, not an addition to it.
    pub decision: DecisionId,
    /// The kind of decision.
    pub kind: DecisionKind,
    /// Its goal, or else its reason.
    pub text: String,
    /// The day the review is due.
    pub due: NaiveDate,
}

/// A fault found when verifying a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DecisionFault {
    /// The content does not match the hash: a field, the author or the time was altered.
    Changed,
    /// A parent decision is missing.
    ParentMissing,
    /// The signature does not verify with the given key.
    Signature,
    /// The key is not known to belong to the author.
    Key,
    /// This phone has seen different content under the same id.
    SeenOtherwise,
    /// A newer version of the app wrote it in a format that this version cannot verify.
    Newer,
    /// The phone's lists of the case lack the decision.
    NotListed,
}

/// A decision with its proof: sufficient to verify it without this app.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProvenDecision {
    /// Its id.
    pub id: DecisionId,
    /// The decision, as shown.
    pub line: DecisionLine,
    /// Names and values of the fields in the canonical bytes, in order.
    pub fields: Vec<(String, String)>,
    /// The canonical bytes, hexadecimal.
    pub bytes: String,
    /// Their SHA-256 hash as recorded at the time, hexadecimal.
    pub hash: String,
    /// The hashes of its parent decisions.
    pub parents: Vec<String>,
    /// The author's public key (Ed25519), hexadecimal.
    pub key: String,
    /// The Ed25519 signature over the canonical bytes, hexadecimal.
    pub signature: String,
    /// The colleague to whom the key belongs, as far as the team knows; empty if unknown.
    pub key_of: String,
    /// The faults found; empty if the decision is intact.
    pub faults: Vec<DecisionFault>,
    /// What stood on the case when it was decided, and was withdrawn or moved since. What was decided
    /// does not change.
    pub gone_since: Vec<GoneSince>,
}

/// An entry that stood on the case when something was decided. It tells no text: that may be about
/// somebody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoneSince {
    /// What kind of entry it was.
    pub entry: EntryRef,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub written_by: String,
    /// Who withdrew or moved it.
    pub by: String,
    /// When.
    pub gone_at: DateTime<Utc>,
    /// It was moved to somebody else, not withdrawn.
    pub moved: bool,
}

/// All decisions of a case, verified.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionProof {
    /// The case.
    pub case: CaseId,
    /// The case's name.
    pub case_name: String,
    /// The version of the canonical format.
    pub version: String,
    /// When it was verified.
    pub checked: DateTime<Utc>,
    /// The decisions, oldest first.
    pub decisions: Vec<ProvenDecision>,
    /// Decisions that this phone has seen and that are now missing.
    pub gone: Vec<DecisionId>,
}

impl DecisionProof {
    /// Returns whether no fault was found and no decision is missing, as far as this phone can tell.
    pub fn holds(&self) -> bool {
        self.gone.is_empty() && self.decisions.iter().all(|each| each.faults.is_empty())
    }
}

/// The state of a case's handover.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct HandoverState {
    /// Whether the team stays involved after the handover (blijf betrokken).
    pub involved: bool,
    /// All decisions to share or hand over, newest first.
    pub shared: Vec<DecisionLine>,
}

/// A handed-over case in which the team stays involved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InvolvedLine {
    /// The case's id.
    pub id: CaseId,
    /// Nickname or initial.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// The receiver of the last handover; may be empty.
    pub receiver: String,
    /// The status.
    pub status: CaseStatus,
    /// When a team member last had contact.
    pub last_contact: Option<DateTime<Utc>>,
}
