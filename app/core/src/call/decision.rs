//! Decisions (afwegingen), looking at them again, and handing a case over.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::DecisionKind;
use crate::{CaseId, DecisionId};

/// A decision as it is written: any of it may be empty, but not both `goal` and `why`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DecisionText {
    /// What it is decided to do.
    pub kind: DecisionKind,
    /// The decision this adds to.
    pub adds_to: Option<DecisionId>,
    /// What is wanted (doel).
    pub goal: String,
    /// Whether it is right.
    pub ethical: String,
    /// How the law allows it.
    pub law: String,
    /// Why so.
    pub why: String,
    /// Who backs it: names.
    pub backs: String,
    /// With whom something is shared.
    pub shared_with: String,
    /// On what ground.
    pub ground: String,
    /// When to look at it again; not before today.
    pub look_again: Option<NaiveDate>,
}

/// A decision that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionDraft {
    /// The decision it will become: saving twice makes one.
    pub id: DecisionId,
    /// What was written.
    pub text: DecisionText,
}

/// The decisions of a case, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDecisions {
    /// Which case.
    pub case: CaseId,
}

/// Checks all decisions of a case: hashes, what builds on what, signatures and keys. Opens the case's
/// document; nothing else is believed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerifyDecisions {
    /// Which case.
    pub case: CaseId,
}

/// What is being written about this case, if something was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDecisionDraft {
    /// Which case.
    pub case: CaseId,
    /// The decision it adds to; none for a new one.
    pub adds_to: Option<DecisionId>,
}

/// How it stands with handing this case over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadHandover {
    /// Which case.
    pub case: CaseId,
}

/// The cases that we stay involved in after handing them over, longest not spoken with first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadInvolved;

/// Keeps a draft, or drops it. Not synced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveDecisionDraft {
    /// Which case.
    pub case: CaseId,
    /// The decision it adds to; none for a new one.
    pub adds_to: Option<DecisionId>,
    /// The draft; none drops it.
    pub draft: Option<DecisionDraft>,
}

/// Takes a decision, for good, and drops its draft in the same transaction. The same id again
/// changes nothing. What is added to an addition is added to the decision itself.
///
/// Errors: [`Error::Empty`](crate::Error::Empty) without a goal or why,
/// [`BadValue::Day`](crate::BadValue::Day) for looking again in the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddDecision {
    /// Which case.
    pub case: CaseId,
    /// Its number, chosen by the caller (UUIDv7; the draft's).
    pub id: DecisionId,
    /// What was decided.
    pub text: DecisionText,
}

/// A decision was looked at again. Itself an entry that stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookAgain {
    /// Which case.
    pub case: CaseId,
    /// Which decision.
    pub decision: DecisionId,
    /// When to look once more; never, if none.
    pub next: Option<NaiveDate>,
}

/// Hands a case over: keeps what was handed over as a decision to share, and sets its status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOver {
    /// Which case.
    pub case: CaseId,
    /// The decision's number, chosen by the caller: confirming twice makes one.
    pub id: DecisionId,
    /// To whom: the only mandatory field.
    pub receiver: String,
    /// What was handed over, in words.
    pub what: String,
    /// On what ground.
    pub ground: String,
    /// We stay in touch.
    pub involved: bool,
}

/// Stays in touch with a case after it was handed over, or no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetInvolved {
    /// Which case.
    pub case: CaseId,
    /// In touch or not.
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
    /// Whoever writes it knows what it says.
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
