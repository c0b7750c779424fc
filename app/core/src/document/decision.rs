//! Reasoned choices, as entries that are only ever added. Each names the hashes of those before it
//! and is signed, so that a later change shows.

mod canonical;

pub(crate) use canonical::{VERSION, canonical};

use automerge::{ReadDoc, ScalarValue, Value};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::read::{moment_at, str_at};
use super::{Collection, Document, DocumentError, Edit, id_text};
use crate::view::DecisionKind;

/// What was decided.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Decision {
    /// The word of a [`DecisionKind`]: kept as it is, because it was signed so.
    pub(crate) kind: String,
    /// The decision this adds to.
    pub(crate) adds_to: Option<Uuid>,
    pub(crate) goal: String,
    pub(crate) ethical: String,
    pub(crate) law: String,
    pub(crate) why: String,
    pub(crate) backs: String,
    pub(crate) shared_with: String,
    pub(crate) ground: String,
    pub(crate) look_again: Option<NaiveDate>,
    pub(crate) by: Uuid,
    /// To the millisecond.
    pub(crate) at: DateTime<Utc>,
    /// Hashes of the decisions that nobody had built on yet, sorted.
    pub(crate) parents: Vec<String>,
}

/// What proves a decision, beside what was decided. All hexadecimal, lower case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Seal {
    /// The version of the canonical bytes.
    pub(crate) version: String,
    /// The author's public key (Ed25519).
    pub(crate) key: String,
    /// SHA-256 of the canonical bytes.
    pub(crate) hash: String,
    /// Ed25519 over the canonical bytes.
    pub(crate) signature: String,
}

impl DecisionKind {
    /// The word in documents, SQL and the canonical bytes.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Refrain => "refrain",
            Self::Share => "share",
            Self::NotReport => "not_report",
            Self::Escalate => "escalate",
            Self::Looked => "looked",
        }
    }

    /// From that word; a word of a newer app reads as acting.
    pub(crate) fn from_word(word: &str) -> Self {
        let all = [
            Self::Act,
            Self::Refrain,
            Self::Share,
            Self::NotReport,
            Self::Escalate,
            Self::Looked,
        ];
        all.into_iter()
            .find(|kind| kind.word() == word)
            .unwrap_or_default()
    }
}

impl Edit<'_, '_> {
    /// Adds a decision with its seal.
    pub(crate) fn add_decision(
        &mut self,
        key: Uuid,
        new: &Decision,
        seal: &Seal,
    ) -> Result<(), DocumentError> {
        let look_again = new.look_again.map(|day| day.to_string());
        let adds_to = new.adds_to.map(id_text);
        let by = id_text(new.by);
        let parents = new.parents.join(",");
        let texts: [(&'static str, &str); 16] = [
            ("v", &seal.version),
            ("kind", &new.kind),
            ("adds_to", adds_to.as_deref().unwrap_or_default()),
            ("goal", &new.goal),
            ("ethical", &new.ethical),
            ("law", &new.law),
            ("why", &new.why),
            ("backs", &new.backs),
            ("shared_with", &new.shared_with),
            ("ground", &new.ground),
            ("look_again", look_again.as_deref().unwrap_or_default()),
            ("by", &by),
            ("parents", &parents),
            ("key", &seal.key),
            ("hash", &seal.hash),
            ("signature", &seal.signature),
        ];
        let fields = texts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, ScalarValue::Str(value.into())));
        let at = ScalarValue::Timestamp(new.at.timestamp_millis());
        self.add_entry(
            Collection::Decisions,
            &id_text(key),
            fields.chain([("at", at)]),
        )
    }
}

impl Document {
    /// A decision with its seal.
    pub(crate) fn decision(&self, key: &str) -> Option<(Decision, Seal)> {
        let entry = self.entry(Collection::Decisions, key)?;
        let reader = self.reader();
        let text = |field: &str| str_at(reader, &entry, field);
        let decision = Decision {
            kind: text("kind"),
            adds_to: Uuid::parse_str(&text("adds_to")).ok(),
            goal: text("goal"),
            ethical: text("ethical"),
            law: text("law"),
            why: text("why"),
            backs: text("backs"),
            shared_with: text("shared_with"),
            ground: text("ground"),
            look_again: text("look_again").parse().ok(),
            by: Uuid::parse_str(&text("by")).unwrap_or_default(),
            at: moment_at(reader, &entry, "at").unwrap_or_default(),
            parents: text("parents")
                .split(',')
                .filter(|hash| !hash.is_empty())
                .map(str::to_owned)
                .collect(),
        };
        let seal = Seal {
            version: text("v"),
            key: text("key"),
            hash: text("hash"),
            signature: text("signature"),
        };
        Some((decision, seal))
    }

    /// When a decision was written, as far as can be told; what was signed says what its phone's clock said.
    pub(crate) fn decision_at(&self, key: &str) -> Option<DateTime<Utc>> {
        self.placed(&self.entry(Collection::Decisions, key)?, "at")
    }

    /// Whether a decision's entry is as it was written: one value a field, nothing over it.
    pub(crate) fn decision_is_single(&self, key: &str) -> bool {
        let Some(entry) = self.entry(Collection::Decisions, key) else {
            return false;
        };
        let reader = self.reader();
        let single = |field: String| {
            matches!(reader.get_all(&entry, field.as_str()), Ok(values)
                if matches!(values.as_slice(), [(Value::Scalar(_), _)]))
        };
        reader.keys(&entry).all(single)
    }

    /// The hashes that no decision here builds on yet, sorted: what the next one is to name. The
    /// written hashes, so that what is tampered with is not agreed to.
    pub(crate) fn decision_heads(&self) -> Vec<String> {
        let mut heads = Vec::new();
        let mut named = std::collections::BTreeSet::new();
        for key in self.keys(Collection::Decisions) {
            if let Some((decision, seal)) = self.decision(&key) {
                heads.push(seal.hash);
                named.extend(decision.parents);
            }
        }
        heads.retain(|hash| !hash.is_empty() && !named.contains(hash));
        heads.sort_unstable();
        heads.dedup();
        heads
    }
}
