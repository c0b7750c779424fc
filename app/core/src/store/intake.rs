//! Taking in what the server answers: nothing of it is believed that does not verify, and the cursor
//! moves in the same transaction as what it covers.

use automerge::{Change as AutomergeChange, ChangeHash};
use rusqlite::params;
use uuid::Uuid;
use voorveld_protocol::{
    Chain, DeviceKey, Hash, LogEntry, LogId, PushedRecord, RecordKind, SyncResponse,
};

use super::documents::{DocumentOrStoreError, heads_to_bytes};
use super::meta::key;
use super::{Membership, Store, TakenIn};
use crate::call::Change;
use crate::crypto::{Aad, open};
use crate::document::Kind;
use crate::sync::payload::{Body, Payload};
use crate::{Error, SyncProblem};

/// Why a record could not be taken in; it is kept aside, not dropped.
#[derive(Debug, thiserror::Error)]
pub(super) enum RecordProblem {
    #[error("unknown kind {0}")]
    Kind(u8),
    #[error("does not open")]
    Sealed,
    #[error("payload: {0}")]
    Payload(String),
    #[error(transparent)]
    Document(crate::document::DocumentError),
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<DocumentOrStoreError> for RecordProblem {
    fn from(error: DocumentOrStoreError) -> Self {
        match error {
            DocumentOrStoreError::Document(error) => Self::Document(error),
            DocumentOrStoreError::Store(error) => Self::Store(error),
        }
    }
}

impl Store {
    /// Takes in an answer to [`Store::next_request`].
    ///
    /// # Errors
    /// `Error::Sync(SyncProblem::Nonsense)` when it does not fit what the phone knows; nothing is
    /// taken in then. Errors of the store.
    pub(crate) fn take_in(&mut self, response: SyncResponse) -> Result<TakenIn, Error> {
        self.atomically(|store| {
            let member = store.membership()?.ok_or(Error::NoTeam)?;
            let reading_anew = store.meta::<bool>(key::READING_ANEW)?.unwrap_or_default();
            if response.restarted {
                // A log that is read from its start cannot be another one than it is.
                return match store.cursor()?.seq {
                    0 => Err(SyncProblem::Nonsense.into()),
                    _ => store.read_anew(),
                };
            }
            if !reading_anew && response.kept >= store.meta_u64(key::NEXT_DEV_SEQ)?.max(1) {
                return Err(SyncProblem::Nonsense.into());
            }
            let chain = store.check_chain(&member, &response)?;
            store.renumber(response.kept)?;
            let mut taken = TakenIn {
                acknowledged: store.acknowledge(response.kept)?,
                ..TakenIn::default()
            };
            let first = store.meta_u64(key::CURSOR_SEQ)? + 1;
            for (seq, entry) in (first..).zip(&response.entries) {
                if let LogEntry::Record { device, record } = entry {
                    let device = response.devices[*device as usize];
                    let place = (response.head.log, seq);
                    store.take_record(&member, place, device, record, &mut taken)?;
                }
            }
            for status in &response.statuses {
                let device = *response
                    .devices
                    .get(status.device as usize)
                    .ok_or(SyncProblem::Nonsense)?;
                store.take_note(&member, device, &status.status)?;
            }
            let seq = first - 1 + response.entries.len() as u64;
            store.set_meta(key::CURSOR_LOG, response.head.log.0.as_slice())?;
            store.set_meta(key::CURSOR_SEQ, seq.cast_signed())?;
            store.set_meta(key::CURSOR_CHAIN, chain.0.0.as_slice())?;
            store.set_meta(key::STATUS_VERSION, response.status_version.cast_signed())?;
            if let Some(digest) = store.meta::<[u8; 32]>(key::STATUS_PENDING)? {
                store.set_meta(key::STATUS_SENT, digest.as_slice())?;
                store.clear_meta(key::STATUS_PENDING)?;
            }
            if !response.more {
                store.retry_set_aside(&member, &mut taken)?;
                store.clear_meta(key::READING_ANEW)?;
                store.set_meta(key::CAUGHT_UP, true)?;
                // Not before all is here: somebody may have put it right already.
                store.put_clocks_right()?;
                store.note_equal()?;
            }
            taken.again = response.more || store.has_more_to_say()?;
            taken.equal = store.all_equal()?;
            store.changes.insert(Change::Sync);
            Ok(taken)
        })
    }

    /// Computes the chain over the answer; it must end where the server says its log ends.
    fn check_chain(&self, member: &Membership, response: &SyncResponse) -> Result<Chain, Error> {
        let cursor = self.cursor()?;
        let mut seq = cursor.seq;
        let mut chain = match cursor.chain {
            Some(chain) if seq > 0 => chain,
            _ => Chain::start(response.head.log),
        };
        if cursor.log.is_some_and(|log| log != response.head.log) {
            return Err(SyncProblem::Nonsense.into());
        }
        for entry in &response.entries {
            seq += 1;
            let hash: Hash = match entry {
                LogEntry::Own { hash, .. } => *hash,
                LogEntry::Record { device, record } => {
                    let device = response.devices.get(*device as usize);
                    let device = *device.ok_or(SyncProblem::Nonsense)?;
                    if record.verify(member.team, device).is_err() {
                        return Err(SyncProblem::Nonsense.into());
                    }
                    record.hash(member.team, device)
                }
            };
            chain = chain.after(seq, hash);
        }
        let whole = seq == response.head.seq && chain == response.head.chain;
        match response.more {
            false if !whole => Err(SyncProblem::Nonsense.into()),
            true if response.entries.is_empty() => Err(SyncProblem::Nonsense.into()),
            _ => Ok(chain),
        }
    }

    /// Own records up to this number are with the team, durably.
    fn acknowledge(&mut self, kept: u64) -> Result<u32, Error> {
        let mut acknowledged = 0;
        for sealed in self.sealed_up_to(kept)? {
            let settled = self.mark_sent(sealed.document, sealed.rev, &sealed.heads)?;
            self.count_sent(settled)?;
            self.tell_document(sealed.document)?;
            acknowledged += 1;
        }
        self.connection
            .prepare_cached("DELETE FROM outbox WHERE dev_seq <= ?1")?
            .execute([kept.cast_signed()])?;
        Ok(acknowledged)
    }

    fn take_record(
        &mut self,
        member: &Membership,
        place: (LogId, u64),
        device: DeviceKey,
        record: &PushedRecord,
        taken: &mut TakenIn,
    ) -> Result<(), Error> {
        match self.apply_record(member, device, record) {
            Ok(()) => {
                taken.records += 1;
                Ok(())
            }
            Err(RecordProblem::Store(error)) => Err(error),
            Err(problem) => {
                tracing::warn!("record {} is set aside: {problem}", place.1);
                taken.set_aside += 1;
                self.set_aside(place, device, &problem, record)
            }
        }
    }

    pub(super) fn apply_record(
        &mut self,
        member: &Membership,
        device: DeviceKey,
        record: &PushedRecord,
    ) -> Result<(), RecordProblem> {
        if record.kind != RecordKind::CHANGES {
            return Err(RecordProblem::Kind(record.kind.0));
        }
        let aad = Aad::record(
            member.team,
            device,
            record.dev_seq,
            record.kind,
            record.document,
            record.epoch,
        );
        let bytes = open(&member.key, &aad, &record.sealed).map_err(|_| RecordProblem::Sealed)?;
        let payload = Payload::unpack(&bytes).map_err(|e| RecordProblem::Payload(e.to_string()))?;
        let kind = Kind::from_number(payload.kind).ok_or(RecordProblem::Kind(payload.kind))?;
        let arrived = match self.meta::<bool>(key::CAUGHT_UP)?.unwrap_or_default() {
            true => Some(self.meta::<i64>(key::GENERATION)?.unwrap_or_default()),
            // A phone that has just joined: years of others' work are no news.
            false => None,
        };
        let id = payload.document;
        let changes = match payload.body {
            Body::Blob(bytes) => return self.take_receipt(kind, id, &bytes),
            _ if kind.is_blob() => return Err(RecordProblem::Payload("no blob".into())),
            Body::Whole(whole) if self.document_row(id)?.is_none() => {
                return Ok(self.adopt(kind, id, *whole, arrived)?);
            }
            Body::Whole(whole) => whole.get_changes(&[]),
            Body::Changes(changes) => changes,
        };
        let hashes: Vec<ChangeHash> = changes.iter().map(AutomergeChange::hash).collect();
        self.apply(kind, id, changes, arrived)?;
        self.note_logged(id, &hashes)?;
        Ok(())
    }

    /// The log holds these changes of a document now.
    fn note_logged(&mut self, id: Uuid, hashes: &[ChangeHash]) -> Result<(), Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        let document = self.open_document(id)?;
        let mut logged = row.logged;
        logged.extend_from_slice(hashes);
        let unsent = document.changes_since(&logged);
        if unsent.is_empty() {
            self.mark_sent(id, row.rev, &row.heads)?;
        } else {
            // The heads of what is logged: the logged changes that no other logged one follows.
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

    fn has_more_to_say(&self) -> Result<bool, Error> {
        let unsent = self
            .connection
            .prepare_cached("SELECT 1 FROM documents WHERE rev > acked LIMIT 1")?
            .exists([])?;
        let note = self.meta::<[u8; 32]>(key::STATUS_SENT)? != Some(self.digest()?);
        Ok(unsent || note)
    }

    /// Marks in a document's screens changed.
    fn tell_document(&mut self, id: Uuid) -> Result<(), Error> {
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
