//! Edits that are the same change, byte for byte, on every phone that makes them: what an import does,
//! and what takes it back.
//!
//! Such a change is a function of the changes it stands on and of what it writes. It has no clock, and
//! its actor is not a device but is made of the change itself, so that two that differ in anything have
//! different actors and never the same number of one.

use std::cell::OnceCell;

use automerge::{ActorId, Change, ChangeHash};
use chrono::DateTime;

use super::{Document, DocumentError, Edit, LocalChange};

impl Document {
    /// Edits on top of these changes of the document, whatever came beside them. Answers none when
    /// nothing differs or the very change is here already. `edit` is called twice.
    pub(crate) fn edit_alike<E: From<DocumentError>>(
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
