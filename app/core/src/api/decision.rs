//! Decisions (afwegingen), reviews of decisions, and handovers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::model::DecisionKind;
use crate::{CaseId, DecisionId};

/// The contents of a decision. Each field may be empty, but `goal` and `why` not both.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DecisionText {
    /// The kind of decision.
    pub kind: DecisionKind,
    /// The decision this is an addition to.
    pub adds_to: Option<DecisionId>,
    /// The goal (doel).
    pub goal: String,
    /// Why it is ethically right.
    pub ethical: String,
    /// How the law permits it.
    pub law: String,
    /// The reason.
    pub why: String,
    /// The names of those who back it.
    pub backs: String,
    /// With whom information is shared.
    pub shared_with: String,
    /// The ground for sharing.
    pub ground: String,
    /// The day to review it; not before today.
    pub look_again: Option<NaiveDate>,
}

/// An unsaved decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionDraft {
    /// The id of the decision it becomes, which makes saving idempotent.
    pub id: DecisionId,
    /// The contents so far.
    pub text: DecisionText,
}

/// Reads the decisions of a case, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDecisions {
    /// The case.
    pub case: CaseId,
}

/// Verifies all decisions of a case: hashes, parents, signatures and keys. Reads the case's document and
/// trusts no projection of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerifyDecisions {
    /// The case.
    pub case: CaseId,
}

/// Reads the unsaved decision about a case, if there is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDecisionDraft {
    /// The case.
    pub case: CaseId,
    /// The decision it is an addition to; `None` for a new one.
    pub adds_to: Option<DecisionId>,
}

/// Reads the state of a case's handover.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadHandover {
    /// The case.
    pub case: CaseId,
}

/// Reads the handed-over cases in which the team stays involved, longest without contact first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadInvolved;

/// Stores or drops a draft. Not synced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveDecisionDraft {
    /// The case.
    pub case: CaseId,
    /// The decision it is an addition to; `None` for a new one.
    pub adds_to: Option<DecisionId>,
    /// The draft; `None` drops it.
    pub draft: Option<DecisionDraft>,
}

/// Records a decision permanently and drops its draft in the same transaction. Idempotent by id. An
/// addition to an addition is attached to the original decision.
///
/// # Errors
/// [`Error::Empty`](crate::Error::Empty) if both goal and why are empty;
/// [`BadValue::Day`](crate::BadValue::Day) for a review date in the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddDecision {
    /// The case.
    pub case: CaseId,
    /// Its id, chosen by the caller (UUIDv7; the draft's).
    pub id: DecisionId,
    /// The contents.
    pub text: DecisionText,
}

/// Records that a decision was reviewed, as a permanent entry of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookAgain {
    /// The case.
    pub case: CaseId,
    /// The decision.
    pub decision: DecisionId,
    /// The day of the next review; `None` for no further review. Today takes a review back: the
    /// decision is due again.
    pub next: Option<NaiveDate>,
    /// What was seen; may be empty.
    pub saw: String,
}

/// Hands a case over: records what was shared as a decision, and sets the case's status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOver {
    /// The case.
    pub case: CaseId,
    /// The id of the decision, chosen by the caller, which makes confirming idempotent.
    pub id: DecisionId,
    /// The receiver: the only mandatory field.
    pub receiver: String,
    /// What was handed over, in words.
    pub what: String,
    /// The ground for sharing.
    pub ground: String,
    /// Whether the team stays involved.
    pub involved: bool,
}

/// Sets whether the team stays involved in a case after its handover.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetInvolved {
    /// The case.
    pub case: CaseId,
    /// Whether the team is involved.
    pub involved: bool,
}

fn shows_case(case: CaseId, change: &Change) -> bool {
    match change {
        Change::Case(changed) => *changed == case,
        Change::Team | Change::Sync | Change::Everything => true,
        _ => false,
    }
}

impl Query for ReadDecisions {
    fn shows(&self, change: &Change) -> bool {
        shows_case(self.case, change)
    }
}

impl Query for VerifyDecisions {
    fn shows(&self, change: &Change) -> bool {
        shows_case(self.case, change)
    }
}

impl Query for ReadDecisionDraft {
    /// Never: only the screen that shows the draft writes it.
    fn shows(&self, _: &Change) -> bool {
        false
    }
}

impl Query for ReadHandover {
    fn shows(&self, change: &Change) -> bool {
        shows_case(self.case, change)
    }
}

impl Query for ReadInvolved {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_) | Change::Signal(_) | Change::Everything
        )
    }
}
