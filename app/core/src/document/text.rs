//! A text that people write together, and what becomes of it when several begin it at once.
//!
//! Letters of two people who both typed into an empty text would stand glued to each other. So whoever
//! begins a text also writes beside it that they did: a number under a key of its own, which holds
//! several values exactly when several began without knowing of each other. Then each letter belongs to
//! the beginning it was written on top of, and the text has as many versions as there are beginnings
//! with letters left. Versions that are alike are one; others are a clash. Settling it begins anew.

use std::collections::{HashMap, HashSet};

use automerge::transaction::Transactable;
use automerge::{ChangeHash, ObjId, ObjType, ROOT, ReadDoc, Value};
use chrono::DateTime;

use super::{Document, DocumentError, Edit, RawClash};

/// Where it stands who began a text.
fn begun(field: &str) -> String {
    format!("{field}_begun")
}

impl Edit<'_, '_> {
    /// Rewrites a text at the root to `value`: by the smallest difference, or, where nothing stood or
    /// several versions did, as a whole.
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
            // Always another than before: Automerge does not write what is there already.
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
    /// A text that people write together: of several versions the one that is shown.
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

    /// The different versions of a text, the shown one first; none when there are fewer than two.
    pub(crate) fn text_clash(&self, field: &str) -> Vec<RawClash> {
        let mut versions = self.text_versions(field);
        if versions.len() < 2 {
            versions.clear();
        }
        versions
    }

    /// The different versions of a text that several began at once, the shown one first; none where
    /// nobody or one person did, and where nothing is left.
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
        // As with fields, Automerge gives the winner last.
        beginnings.reverse();
        let roots: Vec<ChangeHash> = beginnings
            .iter()
            .filter_map(|(_, op)| self.0.hash_for_opid(op))
            .collect();
        let mut versions: Vec<RawClash> = Vec::new();
        for (root, value) in roots.iter().zip(self.letters_by_root(&text, &roots)) {
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
                at: DateTime::from_timestamp(change.timestamp(), 0).unwrap_or_default(),
            });
        }
        versions
    }

    /// The letters of a text as they were written on top of each of these changes, in order.
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
            // Written by an app that did not know of versions, on top of all or of none of them: it
            // goes with what it stands behind.
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

    /// Which of these changes, that know nothing of each other, a change follows or is; none when it
    /// follows none or more than one.
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
