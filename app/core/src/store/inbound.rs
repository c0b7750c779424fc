//! Taking in server responses: every part is verified before use, and the cursor moves in the same
//! transaction as the entries it covers.

mod incoming;
mod page;
mod pieces;
mod record;
mod room;

use automerge::{Change as AutomergeChange, ChangeHash};
use rusqlite::params;
use uuid::Uuid;
use voorveld_protocol::{Chain, Hash, LogEntry, SyncResponse};

use super::documents::heads_to_bytes;
use super::meta::key;
use super::{IntakeResult, Membership, Store};
use crate::api::Change;
use crate::document::Kind;
use crate::view::Doubt;
use crate::{Error, SyncProblem};
pub(crate) use page::Page;
pub(super) use pieces::PIECE;
pub(super) use record::{RecordProblem, open_record};

impl Store {
    /// Takes in a response to [`Store::next_request`]: moves the cursor and queues the records
    /// for [`Store::take_piece`].
    ///
    /// # Errors
    /// `Error::Sync(SyncProblem::Nonsense)` if the response contradicts what the phone knows, in which
    /// case nothing is taken in; [`Error::NoTeam`]; errors of the store.
    pub(crate) fn take_page(&mut self, page: Page) -> Result<IntakeResult, Error> {
        self.atomically(|store| {
            let Page { response, hashes } = page;
            let member = store.membership()?.ok_or(Error::NoTeam)?;
            let rereading = store.meta::<bool>(key::REREADING)?.unwrap_or_default();
            if response.restarted {
                // A log that is being read from its start cannot have restarted.
                if store.cursor()?.seq == 0 {
                    return Err(SyncProblem::Nonsense.into());
                }
                return store.restart_when_taken_in();
            }
            let next = store.meta_u64(key::NEXT_DEV_SEQ)?.max(1);
            // A copy of this phone may have sent more, and then the log shows it.
            if !rereading && response.kept >= next && !shows_own_from(next, &response) {
                return Err(SyncProblem::Nonsense.into());
            }
            let chain = store.check_chain(&response, &hashes)?;
            store.renumber(response.kept)?;
            let mut taken = IntakeResult::default();
            if !store.see_own_entries(&member, &response, rereading, &mut taken)? {
                return store.restart_when_taken_in();
            }
            let first = store.meta_u64(key::CURSOR_SEQ)? + 1;
            for (seq, entry) in (first..).zip(&response.entries) {
                if let LogEntry::Record { device, record } = entry {
                    let device = response.devices[*device as usize];
                    store.keep_incoming((response.head.log, seq), device, record)?;
                }
            }
            if store.weigh_claim(response.kept, response.more)? {
                taken.doubts.push(Doubt::OwnMissing);
            }
            let seq = first - 1 + response.entries.len() as u64;
            store.set_meta(key::CURSOR_LOG, response.head.log.0.as_slice())?;
            store.set_meta(key::CURSOR_SEQ, seq.cast_signed())?;
            store.set_meta(key::LOG_HEAD, response.head.seq.cast_signed())?;
            store.set_meta(key::CURSOR_CHAIN, chain.0.0.as_slice())?;
            store.set_meta(key::STATUS_VERSION, response.status_version.cast_signed())?;
            let read = store.cursor()?;
            for status in &response.statuses {
                let device = *response
                    .devices
                    .get(status.device as usize)
                    .ok_or(SyncProblem::Nonsense)?;
                let note = &status.status;
                let doubt = store.take_note(&member, device, note, &response.head, &read)?;
                taken.doubts.extend(doubt);
            }
            store.set_meta(key::READ_TO_END, !response.more)?;
            taken.progress = store.note_arrived()? || !response.entries.is_empty();
            store.settle(&member, &mut taken)?;
            Ok(taken)
        })
    }

    /// Restarts with the new log once the intake is empty: queued records still belong to the old one.
    fn restart_when_taken_in(&mut self) -> Result<IntakeResult, Error> {
        if self.all_taken_in()? {
            return self.restart();
        }
        self.set_meta(key::READ_TO_END, true)?;
        Ok(IntakeResult {
            pieces: true,
            again: true,
            progress: true,
            ..IntakeResult::default()
        })
    }

    /// Updates state after a page or a batch; finishes the sync's intake once the whole log is taken
    /// in.
    fn settle(&mut self, member: &Membership, taken: &mut IntakeResult) -> Result<(), Error> {
        let read_to_end = self.meta::<bool>(key::READ_TO_END)?.unwrap_or_default();
        let all = read_to_end && self.all_taken_in()?;
        self.take_new_actor_if_taken()?;
        if all {
            self.apply_rescued()?;
            self.retry_as_newer_app(member, taken)?;
            self.clear_meta(key::REREADING)?;
            self.set_meta(key::CAUGHT_UP, true)?;
            // Only once everything is here: a colleague's phone may have corrected the same change
            // already.
            self.put_clocks_right()?;
            self.note_equal()?;
        }
        self.open.keep_many(!all);
        taken.pieces = self.pieces_due()?;
        taken.again = !read_to_end || taken.pieces || self.has_more_to_say()?;
        taken.equal = all && self.all_equal()?;
        self.changes.insert(Change::Sync);
        Ok(())
    }

    /// Extends the hash chain by the response; it must end at the head that the server reports.
    fn check_chain(&self, response: &SyncResponse, hashes: &[Hash]) -> Result<Chain, Error> {
        let cursor = self.cursor()?;
        let mut seq = cursor.seq;
        let mut chain = match cursor.chain {
            Some(chain) if seq > 0 => chain,
            _ => Chain::start(response.head.log),
        };
        if cursor.log.is_some_and(|log| log != response.head.log) {
            return Err(SyncProblem::Nonsense.into());
        }
        for hash in hashes {
            seq += 1;
            chain = chain.after(seq, *hash);
        }
        let whole = seq == response.head.seq && chain == response.head.chain;
        match response.more {
            false if !whole => Err(SyncProblem::Nonsense.into()),
            true if response.entries.is_empty() => Err(SyncProblem::Nonsense.into()),
            _ => Ok(chain),
        }
    }

    /// Records that the log now holds these changes of a document.
    pub(super) fn note_logged(&mut self, id: Uuid, hashes: &[ChangeHash]) -> Result<(), Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        let document = self.open_document(id)?;
        let mut logged = row.logged;
        logged.extend_from_slice(hashes);
        let unsent = document.changes_since(&logged);
        if unsent.is_empty() {
            self.mark_sent(id, row.rev, &row.heads)?;
        } else {
            // Keep only heads: drop each logged change that another logged change depends on.
            let known: Vec<AutomergeChange> =
                logged.iter().filter_map(|h| document.change(h)).collect();
            logged.retain(|hash| !known.iter().any(|change| change.deps().contains(hash)));
            logged.sort_unstable();
            logged.dedup();
            self.connection
                .prepare_cached("UPDATE documents SET logged = ?2 WHERE id = ?1")?
                .execute(params![id.as_bytes(), heads_to_bytes(&logged)])?;
        }
        self.keep_open(id, document);
        Ok(())
    }

    /// Returns whether unsent work or a changed device note is left to send.
    fn has_more_to_say(&self) -> Result<bool, Error> {
        let unsent = self
            .connection
            .prepare_cached("SELECT 1 FROM documents WHERE rev > acked LIMIT 1")?
            .exists([])?;
        let note = self.meta::<[u8; 32]>(key::STATUS_SENT)? != Some(self.digest()?);
        Ok(unsent || note)
    }

    /// Reports a change of this document to the screens that show it.
    pub(super) fn tell_document(&mut self, id: Uuid) -> Result<(), Error> {
        if let Some(row) = self.document_row(id)? {
            self.changes.insert(match row.kind {
                Kind::Case => Change::Case(crate::CaseId(id)),
                Kind::Contact => Change::Contact(crate::ContactId(id)),
                Kind::Signal => Change::Signal(crate::SignalId(id)),
                Kind::Team => Change::Team,
                Kind::Study => Change::Study(crate::StudyId(id)),
                Kind::Receipt => return self.tell_receipt(id),
            });
        }
        Ok(())
    }
}

/// Returns whether the response shows an entry attributed to this device with this number or a later one.
fn shows_own_from(next: u64, response: &SyncResponse) -> bool {
    let mut entries = response.entries.iter();
    entries.any(|entry| matches!(entry, LogEntry::Own { dev_seq, .. } if *dev_seq >= next))
}
