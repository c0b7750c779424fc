//! The outbox: unsent work sealed into records, kept until the log shows that it holds them.
//!
//! A record is sealed once and resent byte for byte, so that a lost connection never leads to two
//! records with the same number.

use automerge::{Change, ChangeHash};
use rusqlite::params;
use uuid::Uuid;
use voorveld_protocol::{
    Chain, Cursor, Hash, LogId, MAX_PAGE_BYTES, PushedRecord, RecordKind, SyncRequest, VERSION,
    decode, encode,
};

use super::documents::{DocumentRow, heads_to_bytes};
use super::meta::key;
use super::{Membership, Store};
use crate::crypto::{Aad, document_tag, seal};
use crate::document::Kind;
use crate::store::payload::Payload;
use crate::{Error, SyncProblem};

/// Approximate number of sealed bytes per request: ample for a day's work, yet small enough that
/// sealing a whole team never blocks the store for long.
const PUSH_BYTES: usize = 256 * 1024;

/// Maximum payload bytes per record. Sealing and padding add at most an eighth, so a record stays below
/// [`voorveld_protocol::MAX_SEALED_BYTES`] even if nothing compresses.
const RECORD_BYTES: usize = 3 * 1024 * 1024;

/// The payload of one record of a document.
struct Part {
    payload: Vec<u8>,
    /// Once the log holds this record, it holds the document up to this rev and these heads.
    rev: i64,
    heads: Vec<ChangeHash>,
}

/// Splits changes in half until each part fits into a record. Changes are in causal order, so a reader
/// can apply each part as it arrives.
fn in_parts(id: Uuid, row: &DocumentRow, changes: &[Change]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut heads = row.logged.clone();
    let mut waiting = vec![changes];
    while let Some(some) = waiting.pop() {
        let payload = Payload::pack_changes(id, row.kind as u8, some);
        if payload.len() > RECORD_BYTES && some.len() > 1 {
            let (first, second) = some.split_at(some.len() / 2);
            waiting.extend([second, first]);
            continue;
        }
        for change in some {
            heads.retain(|head| !change.deps().contains(head));
            heads.push(change.hash());
        }
        heads.sort_unstable();
        parts.push(Part {
            payload,
            // Only the last part completes the document; -1 acknowledges no rev.
            rev: if waiting.is_empty() { row.rev } else { -1 },
            heads: heads.clone(),
        });
    }
    parts
}

impl Store {
    /// Returns the next request: unsent work sealed into records, the cursor, and this device's note if
    /// it is due.
    ///
    /// # Errors
    /// [`Error::NoTeam`]; [`SyncProblem::OwnStore`] if the outbox cannot be decoded; errors of the
    /// store.
    pub(crate) fn next_request(&mut self) -> Result<SyncRequest, Error> {
        self.atomically(|store| {
            let member = store.membership()?.ok_or(Error::NoTeam)?;
            let rereading = store.meta::<bool>(key::REREADING)?.unwrap_or_default();
            // What the log lacks is only known once it has been read to its end.
            if !rereading {
                store.fill_outbox(&member)?;
            }
            Ok(SyncRequest {
                version: VERSION,
                team: member.team,
                cursor: store.cursor()?,
                pushes: store.outbox()?,
                status: store.note_to_send(&member)?,
                status_version: store.meta_u64(key::STATUS_VERSION)?,
                max_bytes: MAX_PAGE_BYTES / 4,
                include_own: rereading,
            })
        })
    }

    pub(super) fn cursor(&self) -> Result<Cursor, Error> {
        Ok(Cursor {
            log: self.meta::<[u8; 16]>(key::CURSOR_LOG)?.map(LogId),
            seq: self.meta_u64(key::CURSOR_SEQ)?,
            chain: self
                .meta::<[u8; 32]>(key::CURSOR_CHAIN)?
                .map(|c| Chain(Hash(c))),
        })
    }

    fn outbox(&self) -> Result<Vec<PushedRecord>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT record FROM outbox WHERE dev_seq > ?1 ORDER BY dev_seq")?;
        let claimed: i64 = self.meta(key::CLAIMED)?.unwrap_or_default();
        let rows = statement.query_map([claimed], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|bytes| decode(&bytes?).map_err(|_| SyncProblem::OwnStore.into()))
            .collect()
    }

    /// Seals unsent work, unless records are still in the outbox: one push at a time.
    fn fill_outbox(&mut self, member: &Membership) -> Result<(), Error> {
        let waiting: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM outbox")?
            .query_row([], |row| row.get(0))?;
        if waiting > 0 {
            return Ok(());
        }
        let unsent: Vec<([u8; 16], bool)> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT id, kind = ?1 AS photo FROM documents WHERE rev > acked ORDER BY photo",
            )?;
            let rows = statement.query_map([Kind::Receipt as u8], |row| {
                Ok((row.get("id")?, row.get("photo")?))
            })?;
            rows.collect::<Result<_, _>>()?
        };
        let mut bytes = 0;
        for (id, photo) in unsent {
            // On a weak signal text goes first: photos wait until all text has been sent.
            if photo && bytes > 0 {
                break;
            }
            bytes += self.seal_document(Uuid::from_bytes(id), member)?;
            if bytes >= PUSH_BYTES {
                break;
            }
        }
        Ok(())
    }

    /// Seals a document's unsent changes into the outbox. Returns the number of sealed bytes.
    fn seal_document(&mut self, id: Uuid, member: &Membership) -> Result<usize, Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        let parts = self.unsent_parts(id, &row)?;
        if parts.is_empty() {
            self.mark_sent(id, row.rev, &row.heads)?;
        }
        let mut bytes = 0;
        for part in parts {
            bytes += self.seal_part(id, member, &part)?;
        }
        Ok(bytes)
    }

    fn seal_part(&mut self, id: Uuid, member: &Membership, part: &Part) -> Result<usize, Error> {
        let dev_seq = self.meta_u64(key::NEXT_DEV_SEQ)?.max(1);
        let tag = document_tag(&member.key, id);
        let kind = RecordKind::CHANGES;
        let device = member.signer.device();
        let aad = Aad::record(member.team, device, dev_seq, kind, tag, member.epoch);
        let sealed = seal(&member.key, &aad, &part.payload);
        let length = sealed.len();
        let record = PushedRecord::sign(
            member.team,
            &member.signer,
            dev_seq,
            kind,
            tag,
            member.epoch,
            sealed,
        );
        self.connection
            .prepare_cached(
                "INSERT INTO outbox (dev_seq, document, rev, heads, record)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                dev_seq.cast_signed(),
                id.as_bytes(),
                part.rev,
                heads_to_bytes(&part.heads),
                encode(&record),
            ])?;
        self.set_meta(key::NEXT_DEV_SEQ, (dev_seq + 1).cast_signed())?;
        Ok(length)
    }

    /// Returns the payloads of a document's changes that are not in the log, one per record.
    fn unsent_parts(&mut self, id: Uuid, row: &DocumentRow) -> Result<Vec<Part>, Error> {
        let kind = row.kind as u8;
        let all = |payload| Part {
            payload,
            rev: row.rev,
            heads: row.heads.clone(),
        };
        if row.kind.is_blob() {
            let bytes = self.unsent_blob(id, row)?;
            let payload = bytes.map(|bytes| Payload::pack_blob(id, kind, &bytes));
            return Ok(payload.map(all).into_iter().collect());
        }
        let document = self.open_document(id)?;
        let changes = document.changes_since(&row.logged);
        let payload = match (changes.is_empty(), row.logged.is_empty()) {
            (true, _) => None,
            (_, true) => Some(Payload::pack_whole(id, kind, document.automerge())),
            (_, false) => Some(Payload::pack_changes(id, kind, &changes)),
        };
        self.keep_open(id, document);
        Ok(match payload {
            None => Vec::new(),
            Some(payload) if payload.len() <= RECORD_BYTES => vec![all(payload)],
            Some(_) => in_parts(id, row, &changes),
        })
    }

    /// Records that the log holds a document up to this rev and these heads. Returns the number of this
    /// phone's unsent items that this settles.
    pub(super) fn mark_sent(
        &mut self,
        id: Uuid,
        rev: i64,
        heads: &[ChangeHash],
    ) -> Result<usize, Error> {
        self.connection
            .prepare_cached(
                "UPDATE documents SET acked = max(acked, ?2), logged = ?3 WHERE id = ?1",
            )?
            .execute(params![id.as_bytes(), rev, heads_to_bytes(heads)])?;
        Ok(self
            .connection
            .prepare_cached("DELETE FROM unsent WHERE document = ?1 AND rev <= ?2")?
            .execute(params![id.as_bytes(), rev])?)
    }

    pub(super) fn meta_u64(&self, key: &str) -> Result<u64, Error> {
        Ok(self.meta::<i64>(key)?.unwrap_or_default().cast_unsigned())
    }
}
