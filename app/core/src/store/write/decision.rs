//! Recording and reviewing decisions, and handing a case over.

use chrono::DateTime;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::{at_most, name};
use crate::api::{AddDecision, DecisionText, HandOver, LookAgain, SaveDecisionDraft, SetInvolved};
use crate::crypto::{PersonSigner, random, sha256};
use crate::document::{
    DECISION_VERSION, Decision, Edit, Kind, PersonKey, Seal, canonical, id_text,
};
use crate::model::{CaseField, CaseStatus, DecisionKind, MAX_LINE, MAX_TEXT};
use crate::store::meta::key;
use crate::store::{Store, Write};
use crate::{BadValue, CaseId, DecisionId, Error};

impl Write for SaveDecisionDraft {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let key = key::decision_draft(self.case, self.adds_to);
        match self.draft {
            Some(draft) => store.set_meta_json(&key, &draft),
            None => store.clear_meta(&key),
        }
    }
}

impl Write for AddDecision {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = &self.text;
        if text.goal.trim().is_empty() && text.why.trim().is_empty() {
            return Err(Error::Empty);
        }
        let adds_to = match text.adds_to {
            Some(other) => Some(root_of(store, self.case, other)?),
            None => None,
        };
        let decision = decision(store, text, adds_to)?;
        decide(store, self.case, self.id, decision, |_| Ok(()))?;
        store.clear_meta(&key::decision_draft(self.case, self.text.adds_to))
    }
}

impl Write for LookAgain {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let root = root_of(store, self.case, self.decision)?;
        let text = DecisionText {
            kind: DecisionKind::Looked,
            look_again: self.next,
            why: self.saw,
            ..DecisionText::default()
        };
        let decision = decision(store, &text, Some(root))?;
        let id = DecisionId(store.new_id());
        decide(store, self.case, id, decision, |_| Ok(()))
    }
}

impl Write for HandOver {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = DecisionText {
            kind: DecisionKind::Share,
            goal: self.what,
            shared_with: name(&self.receiver)?.to_owned(),
            ground: self.ground,
            ..DecisionText::default()
        };
        let decision = decision(store, &text, None)?;
        decide(store, self.case, self.id, decision, |edit| {
            edit.set_case_field(CaseField::Status, CaseStatus::HandedOver.word())?;
            Ok(edit.set("involved", self.involved)?)
        })
    }
}

impl Write for SetInvolved {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.set("involved", self.involved)?)
        })
    }
}

/// Adds a past decision of this phone's user, for sample teams.
#[cfg(feature = "sample")]
pub(crate) fn seed_decision(
    store: &mut Store,
    case: CaseId,
    text: &DecisionText,
    at: DateTime<chrono::Utc>,
) -> Result<(), Error> {
    let decision = Decision {
        at,
        ..decision(store, text, None)?
    };
    let id = DecisionId(store.new_id());
    decide(store, case, id, decision, |_| Ok(()))
}

/// Returns the root of the thread that an addition to this decision belongs to.
fn root_of(store: &Store, case: CaseId, decision: DecisionId) -> Result<Uuid, Error> {
    let root: Option<[u8; 16]> = store
        .connection
        .prepare_cached("SELECT root FROM decisions WHERE document = ?1 AND id = ?2")?
        .query_row(params![case.0.as_bytes(), decision.0.as_bytes()], |row| {
            row.get(0)
        })
        .optional()?;
    root.map(Uuid::from_bytes).ok_or(Error::NotFound)
}

pub(super) fn decision(
    store: &Store,
    text: &DecisionText,
    adds_to: Option<Uuid>,
) -> Result<Decision, Error> {
    let today = store.environment.today();
    if text.look_again.is_some_and(|day| day < today) {
        return Err(Error::Value(BadValue::Day));
    }
    let long = |text: &str| Ok::<_, Error>(at_most(text.trim(), MAX_TEXT)?.to_owned());
    let line = |text: &str| Ok::<_, Error>(at_most(text.trim(), MAX_LINE)?.to_owned());
    let now = store.environment.now().timestamp_millis();
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
        by: store.me.0,
        // Truncated to milliseconds, as documents store no more: the signed value must equal the
        // stored one.
        at: DateTime::from_timestamp_millis(now).unwrap_or_default(),
        parents: Vec::new(),
    })
}

/// Signs a decision with all current decision heads as its parents, and saves it together with
/// the edit `with`. Does nothing when the decision already exists.
fn decide(
    store: &mut Store,
    case: CaseId,
    id: DecisionId,
    mut decision: Decision,
    with: impl FnOnce(&mut Edit<'_, '_>) -> Result<(), Error>,
) -> Result<(), Error> {
    match store.document_row(case.0)? {
        Some(row) if row.kind == Kind::Case => {}
        _ => return Err(Error::NotFound),
    }
    let document = store.open_document(case.0)?;
    let known = document.decision(&id_text(id.0)).is_some();
    decision.parents = document.decision_heads();
    store.keep_open(case.0, document);
    if known {
        return Ok(());
    }
    let seal = seal(&person_signer(store)?, case.0, id.0, &decision);
    store.edit(Kind::Case, case.0, |edit| {
        edit.add_decision(id.0, &decision, &seal)?;
        with(edit)
    })
}

/// Returns this user's signing key on this phone, creating it and publishing it to the team on
/// first use.
pub(super) fn person_signer(store: &mut Store) -> Result<PersonSigner, Error> {
    let seed = match store.meta::<[u8; 32]>(key::PERSON_KEY)? {
        Some(seed) => seed,
        None => {
            let seed = random::<32>();
            store.set_meta(key::PERSON_KEY, seed.as_slice())?;
            seed
        }
    };
    let signer = PersonSigner::from_seed(seed);
    let known = store
        .connection
        .prepare_cached("SELECT 1 FROM person_keys WHERE key = ?1")?
        .exists([signer.public()])?;
    if !known {
        let key = PersonKey {
            key: signer.public(),
            person: store.me,
            at: store.environment.now(),
        };
        store.edit_team(|edit| Ok(edit.add_key(&key)?))?;
    }
    Ok(signer)
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
