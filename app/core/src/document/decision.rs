//! Reasoned choices, as append-only entries. Each is signed and names the hashes of the decisions
//! before it, which makes later tampering evident.

mod canonical;

pub(crate) use canonical::{VERSION, canonical};

use automerge::{ReadDoc, ScalarValue, Value};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::read::{moment_at, str_at};
use super::{Collection, Document, DocumentError, Edit, id_text};

/// The content of a decision.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Decision {
    /// The word of a [`DecisionKind`](crate::model::DecisionKind), kept verbatim because it is part of the signed bytes.
    pub(crate) kind: String,
    /// The decision that this one supplements.
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
    /// Millisecond precision.
    pub(crate) at: DateTime<Utc>,
    /// Hashes of the decisions that had no successor yet, sorted.
    pub(crate) parents: Vec<String>,
}

/// The proof of a decision's content. All fields except the version are lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Seal {
    /// Version of the canonical bytes.
    pub(crate) version: String,
    /// Public key of the author (Ed25519).
    pub(crate) key: String,
    /// SHA-256 of the canonical bytes.
    pub(crate) hash: String,
    /// Ed25519 signature over the canonical bytes.
    pub(crate) signature: String,
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
    /// Reads a decision with its seal.
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

    /// Returns the derived time of a decision. The signed `at` is the author's clock and may be wrong.
    pub(crate) fn decision_at(&self, key: &str) -> Option<DateTime<Utc>> {
        self.placed(&self.entry(Collection::Decisions, key)?, "at")
    }

    /// Returns whether every field of a decision has exactly one value, a scalar: no concurrent
    /// writes.
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

    /// Returns the hashes that no decision names as a parent, sorted: the parents of the next
    /// decision. These are the stored hashes, not recomputed ones, so that a tampered decision is not
    /// endorsed.
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
