//! Deterministic edits: the change is the same, byte for byte, on every phone that makes it. Used by
//! an import and by undoing one.
//!
//! Such a change depends only on its parents and on what it writes. It has no timestamp, and its actor
//! id is derived from the hash of the change instead of belonging to a device. Different changes thus
//! have different actors and never share an actor and sequence number.

use std::cell::OnceCell;

use automerge::{ActorId, Change, ChangeHash};
use chrono::DateTime;

use super::{Document, DocumentError, Edit, LocalChange};

impl Document {
    /// Applies an edit on top of these heads, regardless of concurrent changes. Returns `None` when
    /// nothing differs or when the document already contains the change. Calls `edit` twice: once to
    /// derive the actor id and once to make the change.
    pub(crate) fn edit_deterministic<E: From<DocumentError>>(
        &mut self,
        heads: &[ChangeHash],
        edit: impl Fn(&mut Edit<'_, '_>) -> Result<(), E>,
    ) -> Result<Option<LocalChange>, E> {
        let base = self.0.fork_at(heads).map_err(DocumentError::from)?;
        let make = |actor: ActorId| {
            let mut fork = Self(base.clone().with_actor(actor), OnceCell::new());
            let (_, change) = fork.edit(DateTime::UNIX_EPOCH, &edit)?;
            Ok::<_, E>(change)
        };
        let Some(draft) = make(ActorId::from(vec![0; 16]))? else {
            return Ok(None);
        };
        let Some(change) = make(ActorId::from(draft.hash.0[..16].to_vec()))? else {
            return Ok(None);
        };
        if self.has(&change.hash) {
            return Ok(None);
        }
        let made = Change::try_from(change.bytes.as_slice())
            .map_err(|_| DocumentError::Shape("a change just made"))?;
        self.apply(vec![made])?;
        Ok(Some(change))
    }
}
