//! Collaborative texts, and how concurrent beginnings of one are kept apart.
//!
//! If two people both type into an empty text, Automerge interleaves or concatenates their characters.
//! Therefore each beginning also increments a number under a separate key, which holds several values
//! exactly when several people began concurrently. Each character then belongs to the beginning that
//! its change descends from, and the text has one version per beginning with characters left. Equal
//! versions count as one; different versions are a conflict. Resolving it starts a new beginning.

use std::collections::{HashMap, HashSet};

use automerge::transaction::Transactable;
use automerge::{ChangeHash, ObjId, ObjType, ROOT, ReadDoc, Value};

use super::{Document, DocumentError, Edit, RawClash};

/// Returns the root key of a text's beginnings.
fn begun(field: &str) -> String {
    format!("{field}_begun")
}

impl Edit<'_, '_> {
    /// Rewrites a text at the root to `value`: by a minimal diff, or completely when the text was
    /// empty or had several versions.
    pub(crate) fn set_text(
        &mut self,
        field: &'static str,
        value: &str,
    ) -> Result<(), DocumentError> {
        let Some((Value::Object(ObjType::Text), text)) = self.transaction.get(ROOT, field)? else {
            return Err(DocumentError::Shape(field));
        };
        let before = self.transaction.text(&text)?;
        let key = begun(field);
        let beginnings = self.transaction.get_all(ROOT, &key)?;
        let several = beginnings.len() > 1;
        if before == value && !several {
            return Ok(());
        }
        if several || before.is_empty() {
            let numbers = beginnings.iter().filter_map(|(value, _)| value.as_i64());
            // Must differ from the current value: Automerge skips a write of an equal value.
            let next = numbers.max().unwrap_or(0).saturating_add(1);
            let length = self.transaction.length(&text);
            self.transaction.put(ROOT, key, next)?;
            self.transaction
                .splice_text(&text, 0, length.cast_signed(), value)?;
        } else {
            self.transaction.update_text(&text, value)?;
        }
        self.touched.root();
        Ok(())
    }
}

impl Document {
    /// Returns a collaborative text; of several versions, the one that is shown.
    pub(crate) fn text(&self, field: &str) -> String {
        if let Some(shown) = self.text_versions(field).into_iter().next() {
            return shown.value;
        }
        match self.0.get(ROOT, field) {
            Ok(Some((Value::Object(ObjType::Text), text))) => {
                self.0.text(&text).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// Returns the distinct versions of a text, the shown one first; empty unless there are at least
    /// two.
    pub(crate) fn text_clash(&self, field: &str) -> Vec<RawClash> {
        let mut versions = self.text_versions(field);
        if versions.len() < 2 {
            versions.clear();
        }
        versions
    }

    /// Returns the distinct non-blank versions of a text with concurrent beginnings, the shown one
    /// first. Empty when the text has at most one beginning.
    fn text_versions(&self, field: &str) -> Vec<RawClash> {
        let Ok(mut beginnings) = self.0.get_all(ROOT, begun(field)) else {
            return Vec::new();
        };
        if beginnings.len() < 2 {
            return Vec::new();
        }
        let Ok(Some((Value::Object(ObjType::Text), text))) = self.0.get(ROOT, field) else {
            return Vec::new();
        };
        // Automerge returns the winner last.
        beginnings.reverse();
        let (roots, ops): (Vec<ChangeHash>, Vec<ObjId>) = beginnings
            .into_iter()
            .filter_map(|(_, op)| Some((self.0.hash_for_opid(&op)?, op)))
            .unzip();
        let mut versions: Vec<RawClash> = Vec::new();
        let letters = self.letters_by_root(&text, &roots);
        for ((root, op), value) in roots.iter().zip(&ops).zip(letters) {
            let blank = value.trim().is_empty();
            if blank || versions.iter().any(|known| known.value == value) {
                continue;
            }
            let Some(change) = self.0.get_change_by_hash(root) else {
                continue;
            };
            versions.push(RawClash {
                value,
                actor: change.actor_id().clone(),
                at: self.made_at(op).unwrap_or_default(),
            });
        }
        versions
    }

    /// Splits the characters of a text, in order, by the root change that each descends from.
    fn letters_by_root(&self, text: &ObjId, roots: &[ChangeHash]) -> Vec<String> {
        let mut written = vec![String::new(); roots.len()];
        let mut known = HashMap::new();
        let mut ownerless = String::new();
        let mut last = None;
        for (value, op) in self.0.values(text) {
            let Some(letter) = value.as_str() else {
                continue;
            };
            let change = self.0.hash_for_opid(&op);
            let own = change.and_then(|change| {
                *known
                    .entry(change)
                    .or_insert_with(|| self.root_of(change, roots))
            });
            // Written by an app without versions, or on top of several or none of the beginnings: the
            // character goes with the one before it.
            match own.or(last) {
                Some(place) => {
                    if last.is_none() {
                        written[place] = std::mem::take(&mut ownerless);
                    }
                    written[place].push_str(letter);
                    last = Some(place);
                }
                None => ownerless.push_str(letter),
            }
        }
        written
    }

    /// Returns which of these concurrent changes a change descends from or equals, as an index; `None`
    /// when it is none or more than one.
    fn root_of(&self, change: ChangeHash, roots: &[ChangeHash]) -> Option<usize> {
        let mut found = None;
        let mut seen = HashSet::new();
        let mut next = vec![change];
        while let Some(hash) = next.pop() {
            if !seen.insert(hash) {
                continue;
            }
            if let Some(place) = roots.iter().position(|root| *root == hash) {
                match found {
                    Some(other) if other != place => return None,
                    _ => found = Some(place),
                }
            } else if let Some(meta) = self.0.get_change_meta_by_hash(&hash) {
                next.extend(meta.deps);
            }
        }
        found
    }
}
