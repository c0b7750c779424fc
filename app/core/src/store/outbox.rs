//! The outbox: unsent work sealed into records, which are kept until the server has them.
//!
//! A record is sealed once and sent again byte for byte, so that a cut connection can never make two
//! records of one number.

use automerge::ChangeHash;
use rusqlite::params;
use uuid::Uuid;
use voorveld_protocol::{
    Chain, Cursor, Hash, LogId, MAX_PAGE_BYTES, PushedRecord, RecordKind, Status, SyncRequest,
    VERSION, decode, encode,
};

use super::documents::{DocumentRow, heads_from_bytes, heads_to_bytes};
use super::meta::key;
use super::notes::DeviceNote;
use super::{Membership, Store};
use crate::crypto::{Aad, document_tag, seal};
use crate::document::Kind;
use crate::sync::payload::Payload;
use crate::{Error, SyncProblem};

/// About how many bytes of sealed payload go up in one request: a whole day with room to spare, and
/// little enough that sealing a whole team never holds the store for more than a moment.
const PUSH_BYTES: usize = 256 * 1024;

/// A sealed record on its way.
pub(super) struct Sealed {
    pub(super) document: Uuid,
    pub(super) rev: i64,
    pub(super) heads: Vec<ChangeHash>,
}

impl Store {
    /// What to send now: unsent work sealed into records, the cursor, and this phone's note to the
    /// others when it changed.
    ///
    /// # Errors
    /// [`Error::NoTeam`]; [`Error::Sync`] when the outbox cannot be read.
    pub(crate) fn next_request(&mut self) -> Result<SyncRequest, Error> {
        self.atomically(|store| {
            let member = store.membership()?.ok_or(Error::NoTeam)?;
            let reading_anew = store.meta::<bool>(key::READING_ANEW)?.unwrap_or_default();
            // What the log holds is only known once it is read to its end.
            if !reading_anew {
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
                include_own: reading_anew,
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
            .prepare_cached("SELECT record FROM outbox ORDER BY dev_seq")?;
        let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|bytes| decode(&bytes?).map_err(|_| SyncProblem::OwnStore.into()))
            .collect()
    }

    /// Seals unsent work, unless sealed work is still waiting: one push at a time.
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
            // On a weak signal what was written comes first: photos wait until it is with the team.
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

    /// Puts a document's unsent changes into the outbox. Answers the bytes of the sealed payload.
    fn seal_document(&mut self, id: Uuid, member: &Membership) -> Result<usize, Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        let Some(payload) = self.unsent_payload(id, &row)? else {
            self.mark_sent(id, row.rev, &row.heads)?;
            return Ok(0);
        };
        let dev_seq = self.meta_u64(key::NEXT_DEV_SEQ)?.max(1);
        let tag = document_tag(&member.key, id);
        let kind = RecordKind::CHANGES;
        let device = member.signer.device();
        let aad = Aad::record(member.team, device, dev_seq, kind, tag, member.epoch);
        let sealed = seal(&member.key, &aad, &payload);
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
                row.rev,
                heads_to_bytes(&row.heads),
                encode(&record),
            ])?;
        self.set_meta(key::NEXT_DEV_SEQ, (dev_seq + 1).cast_signed())?;
        Ok(length)
    }

    /// What of a document is not in the log; none when all of it is.
    fn unsent_payload(&mut self, id: Uuid, row: &DocumentRow) -> Result<Option<Vec<u8>>, Error> {
        let kind = row.kind as u8;
        if row.kind.is_blob() {
            let bytes = self.unsent_blob(id, row)?;
            return Ok(bytes.map(|bytes| Payload::pack_blob(id, kind, &bytes)));
        }
        let document = self.open_document(id)?;
        let changes = document.changes_since(&row.logged);
        let payload = match (changes.is_empty(), row.logged.is_empty()) {
            (true, _) => None,
            (_, true) => Some(Payload::pack_whole(id, kind, document.automerge())),
            (_, false) => Some(Payload::pack_changes(id, kind, &changes)),
        };
        self.keep_open(id, document);
        Ok(payload)
    }

    /// The sealed records up to a number, oldest first.
    pub(super) fn sealed_up_to(&self, kept: u64) -> Result<Vec<Sealed>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT document, rev, heads FROM outbox WHERE dev_seq <= ?1 ORDER BY dev_seq",
        )?;
        let rows = statement.query_map([kept.cast_signed()], |row| {
            Ok(Sealed {
                document: Uuid::from_bytes(row.get("document")?),
                rev: row.get("rev")?,
                heads: heads_from_bytes(&row.get::<_, Vec<u8>>("heads")?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All of a document up to this rev is in the team's log. Answers how many pieces of this
    /// phone's work that settles.
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

    fn note_to_send(&self, member: &Membership) -> Result<Option<Status>, Error> {
        let digest = self.digest()?;
        if self.meta::<[u8; 32]>(key::STATUS_SENT)? == Some(digest) {
            return Ok(None);
        }
        let note = DeviceNote {
            digest,
            name: member.me.clone(),
        };
        let device = member.signer.device();
        let aad = Aad::status(member.team, device, member.epoch);
        let sealed = seal(&member.key, &aad, &encode(&note));
        self.set_meta(key::STATUS_PENDING, digest.as_slice())?;
        Ok(Some(Status::sign(
            member.team,
            &member.signer,
            member.epoch,
            sealed,
        )))
    }

    pub(super) fn meta_u64(&self, key: &str) -> Result<u64, Error> {
        Ok(self.meta::<i64>(key)?.unwrap_or_default().cast_unsigned())
    }
}
