//! Recording and reviewing decisions, and handing a case over.

use chrono::DateTime;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::{at_most, name};
use crate::api::{
    AddDecision, DecisionText, HandOver, LookAgain, MAX_LINE, MAX_TEXT, SaveDecisionDraft,
    SetInvolved,
};
use crate::crypto::{PersonSigner, random, sha256};
use crate::document::{
    DECISION_VERSION, Decision, Edit, Kind, PersonKey, Seal, canonical, id_text,
};
use crate::store::meta::key;
use crate::store::{Store, Write};
use crate::view::{CaseField, CaseStatus, DecisionKind};
use crate::{BadValue, CaseId, DecisionId, Error};

impl Write for SaveDecisionDraft {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.save_decision_draft(self)
    }
}

impl Write for AddDecision {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.add_decision(self)
    }
}

impl Write for LookAgain {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.look_again(self)
    }
}

impl Write for HandOver {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.hand_over(self)
    }
}

impl Write for SetInvolved {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_involved(self)
    }
}

impl Store {
    pub(in crate::store) fn save_decision_draft(
        &mut self,
        call: SaveDecisionDraft,
    ) -> Result<(), Error> {
        let key = draft_key(call.case, call.adds_to);
        match call.draft {
            Some(draft) => self.set_meta_json(&key, &draft),
            None => self.clear_meta(&key),
        }
    }

    pub(in crate::store) fn add_decision(&mut self, call: AddDecision) -> Result<(), Error> {
        let text = &call.text;
        if text.goal.trim().is_empty() && text.why.trim().is_empty() {
            return Err(Error::Empty);
        }
        let adds_to = match text.adds_to {
            Some(other) => Some(self.root_of(call.case, other)?),
            None => None,
        };
        let decision = self.decision(text, adds_to)?;
        self.decide(call.case, call.id, decision, |_| Ok(()))?;
        self.clear_meta(&draft_key(call.case, call.text.adds_to))
    }

    pub(in crate::store) fn look_again(&mut self, call: LookAgain) -> Result<(), Error> {
        let root = self.root_of(call.case, call.decision)?;
        let text = DecisionText {
            kind: DecisionKind::Looked,
            look_again: call.next,
            ..DecisionText::default()
        };
        let decision = self.decision(&text, Some(root))?;
        let id = DecisionId(self.new_id());
        self.decide(call.case, id, decision, |_| Ok(()))
    }

    pub(in crate::store) fn hand_over(&mut self, call: HandOver) -> Result<(), Error> {
        let text = DecisionText {
            kind: DecisionKind::Share,
            goal: call.what,
            shared_with: name(&call.receiver)?.to_owned(),
            ground: call.ground,
            ..DecisionText::default()
        };
        let decision = self.decision(&text, None)?;
        self.decide(call.case, call.id, decision, |edit| {
            edit.set_case_field(CaseField::Status, CaseStatus::HandedOver.word())?;
            Ok(edit.set("involved", call.involved)?)
        })
    }

    pub(in crate::store) fn set_involved(&mut self, call: SetInvolved) -> Result<(), Error> {
        self.edit(Kind::Case, call.case.0, |edit| {
            Ok(edit.set("involved", call.involved)?)
        })
    }

    /// Adds a past decision of this phone's user, for sample teams.
    #[cfg(feature = "sample")]
    pub(crate) fn seed_decision(
        &mut self,
        case: CaseId,
        text: &DecisionText,
        at: DateTime<chrono::Utc>,
    ) -> Result<(), Error> {
        let decision = Decision {
            at,
            ..self.decision(text, None)?
        };
        let id = DecisionId(self.new_id());
        self.decide(case, id, decision, |_| Ok(()))
    }

    /// Returns the root of the thread that an addition to this decision belongs to.
    fn root_of(&self, case: CaseId, decision: DecisionId) -> Result<Uuid, Error> {
        let root: Option<[u8; 16]> = self
            .connection
            .prepare_cached("SELECT root FROM decisions WHERE document = ?1 AND id = ?2")?
            .query_row(params![case.0.as_bytes(), decision.0.as_bytes()], |row| {
                row.get(0)
            })
            .optional()?;
        root.map(Uuid::from_bytes).ok_or(Error::NotFound)
    }

    pub(super) fn decision(
        &self,
        text: &DecisionText,
        adds_to: Option<Uuid>,
    ) -> Result<Decision, Error> {
        let today = self.environment.today();
        if text.look_again.is_some_and(|day| day < today) {
            return Err(Error::Value(BadValue::Day));
        }
        let long = |text: &str| Ok::<_, Error>(at_most(text.trim(), MAX_TEXT)?.to_owned());
        let line = |text: &str| Ok::<_, Error>(at_most(text.trim(), MAX_LINE)?.to_owned());
        let now = self.environment.now().timestamp_millis();
        Ok(Decision {
            kind: text.kind.word().to_owned(),
            adds_to,
            goal: long(&text.goal)?,
            ethical: long(&text.ethical)?,
            law: long(&text.law)?,
            why: long(&text.why)?,
            backs: line(&text.backs)?,
            shared_with: line(&text.shared_with)?,
            ground: line(&text.ground)?,
            look_again: text.look_again,
            by: self.me.0,
            // Truncated to milliseconds, as documents store no more: the signed value must equal the
            // stored one.
            at: DateTime::from_timestamp_millis(now).unwrap_or_default(),
            parents: Vec::new(),
        })
    }

    /// Signs a decision with all current decision heads as its parents, and saves it together with
    /// the edit `with`. Does nothing when the decision already exists.
    fn decide(
        &mut self,
        case: CaseId,
        id: DecisionId,
        mut decision: Decision,
        with: impl FnOnce(&mut Edit<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        match self.document_row(case.0)? {
            Some(row) if row.kind == Kind::Case => {}
            _ => return Err(Error::NotFound),
        }
        let document = self.open_document(case.0)?;
        let known = document.decision(&id_text(id.0)).is_some();
        decision.parents = document.decision_heads();
        self.keep_open(case.0, document);
        if known {
            return Ok(());
        }
        let seal = seal(&self.person_signer()?, case.0, id.0, &decision);
        self.edit(Kind::Case, case.0, |edit| {
            edit.add_decision(id.0, &decision, &seal)?;
            with(edit)
        })
    }

    /// Returns this user's signing key on this phone, creating it and publishing it to the team on
    /// first use.
    pub(super) fn person_signer(&mut self) -> Result<PersonSigner, Error> {
        let seed = match self.meta::<[u8; 32]>(key::PERSON_KEY)? {
            Some(seed) => seed,
            None => {
                let seed = random::<32>();
                self.set_meta(key::PERSON_KEY, seed.as_slice())?;
                seed
            }
        };
        let signer = PersonSigner::from_seed(seed);
        let known = self
            .connection
            .prepare_cached("SELECT 1 FROM person_keys WHERE key = ?1")?
            .exists([signer.public()])?;
        if !known {
            let key = PersonKey {
                key: signer.public(),
                person: self.me,
                at: self.environment.now(),
            };
            self.edit_team(|edit| Ok(edit.add_key(&key)?))?;
        }
        Ok(signer)
    }
}

/// Computes the hash and signature that prove a decision.
pub(super) fn seal(signer: &PersonSigner, case: Uuid, id: Uuid, decision: &Decision) -> Seal {
    let key = signer.public();
    let bytes = canonical(case, id, decision, &key).bytes;
    Seal {
        version: DECISION_VERSION.to_owned(),
        hash: sha256(&bytes),
        signature: signer.sign(&bytes),
        key,
    }
}

/// Returns the metadata key of a decision draft: one per case and decision added to, so that drafts
/// do not overwrite each other.
pub(in crate::store) fn draft_key(case: CaseId, adds_to: Option<DecisionId>) -> String {
    let adds_to = adds_to.map(|decision| id_text(decision.0));
    let (case, adds_to) = (id_text(case.0), adds_to.unwrap_or_default());
    format!("{}{case}{adds_to}", key::DECISION_DRAFT)
}
