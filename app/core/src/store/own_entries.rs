//! This device's own records, as the team's log shows them.
//!
//! The server's claim to hold a record is no proof. A record counts as sent only once its entry was
//! read in the log with the number and hash under which it was sealed.

use rusqlite::OptionalExtension;
use uuid::Uuid;
use voorveld_protocol::{Hash, LogEntry, PushedRecord, SyncResponse, decode};

use super::documents::heads_from_bytes;
use super::meta::key;
use super::{IntakeResult, Membership, Store};
use crate::{Error, SyncProblem};

impl Store {
    /// Matches own entries in a response with the outbox. Returns false if an entry claimed as ours is
    /// not in the outbox: it is from a copy of this phone, or another device's under our name. With
    /// `whole`, every entry comes as a full record, whose signature shows its author.
    ///
    /// # Errors
    /// [`SyncProblem::Nonsense`] if whole records were requested and one comes as a hash; errors of the
    /// store.
    pub(super) fn see_own_entries(
        &mut self,
        member: &Membership,
        response: &SyncResponse,
        whole: bool,
        taken: &mut IntakeResult,
    ) -> Result<bool, Error> {
        let me = member.signer.device();
        for entry in &response.entries {
            let seen = match entry {
                LogEntry::Own { .. } if whole => return Err(SyncProblem::Nonsense.into()),
                LogEntry::Own { dev_seq, hash } => {
                    if !self.see_own(member, *dev_seq, *hash)? {
                        return Ok(false);
                    }
                    true
                }
                LogEntry::Record { device, record } => {
                    response.devices.get(*device as usize) == Some(&me)
                        && self.see_own(member, record.dev_seq, record.hash(member.team, me))?
                }
            };
            taken.acknowledged += u32::from(seen);
        }
        Ok(true)
    }

    /// Handles a log entry attributed to this device. Returns whether it matches a record in the
    /// outbox, which is then marked as sent.
    fn see_own(&mut self, member: &Membership, dev_seq: u64, hash: Hash) -> Result<bool, Error> {
        let found = self
            .connection
            .prepare_cached("SELECT document, rev, heads, record FROM outbox WHERE dev_seq = ?1")?
            .query_row([dev_seq.cast_signed()], |row| {
                Ok((
                    Uuid::from_bytes(row.get("document")?),
                    row.get::<_, i64>("rev")?,
                    row.get::<_, Vec<u8>>("heads")?,
                    row.get::<_, Vec<u8>>("record")?,
                ))
            })
            .optional()?;
        let Some((document, rev, heads, record)) = found else {
            return Ok(false);
        };
        let record: PushedRecord = decode(&record).map_err(|_| SyncProblem::OwnStore)?;
        if record.hash(member.team, member.signer.device()) != hash {
            return Ok(false);
        }
        let settled = self.mark_sent(document, rev, &heads_from_bytes(&heads))?;
        self.count_sent(settled)?;
        self.tell_document(document)?;
        self.connection
            .prepare_cached("DELETE FROM outbox WHERE dev_seq = ?1")?
            .execute([dev_seq.cast_signed()])?;
        Ok(true)
    }

    /// Weighs the server's claim to hold this device's records up to number `kept`: while more of the
    /// log is to be read, they are not resent. Returns whether the log, read to its end, lacks some of
    /// them; those are sent again.
    pub(super) fn weigh_claim(&mut self, kept: u64, more: bool) -> Result<bool, Error> {
        if more {
            self.set_meta(key::CLAIMED, kept.cast_signed())?;
            return Ok(false);
        }
        self.clear_meta(key::CLAIMED)?;
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM outbox WHERE dev_seq <= ?1")?
            .exists([kept.cast_signed()])?)
    }
}
