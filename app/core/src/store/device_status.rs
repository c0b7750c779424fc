//! Device notes: sealed messages that devices leave each other through the server, stating what each
//! holds, so that phones can be shown to be equal.
//!
//! The server carries the notes and may replay an old one, withhold one, or serve a shorter log than
//! the author saw. Each note therefore carries a counter, its time of writing and its author's cursor.

use minicbor::{Decode, Encode};
use rusqlite::{OptionalExtension, params};
use voorveld_protocol::{Cursor, DeviceKey, Head, Status, decode, encode};

use super::meta::key;
use super::{Membership, Store};
use crate::Error;
use crate::api::Change;
use crate::crypto::{Aad, open, seal};
use crate::view::Doubt;

/// How long an unchanged note counts as fresh before it is sent again, so that colleagues see a recent
/// time: twelve hours, in milliseconds.
const FRESH_FOR: i64 = 12 * 60 * 60 * 1000;

/// What a device states about itself.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct DeviceNote {
    /// The digest of everything it holds.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) digest: [u8; 32],
    /// The name of its user.
    #[n(1)]
    pub(super) name: String,
    /// Absent in notes from versions that did not write it.
    #[n(2)]
    pub(super) proof: Option<Proof>,
}

/// What distinguishes a recent note from a replayed one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Proof {
    /// Increases with each note of this device.
    #[n(0)]
    pub(super) counter: u64,
    /// When the note was written, by its author's clock: milliseconds since 1970.
    #[n(1)]
    pub(super) at: u64,
    /// The author's cursor at that time: a lower bound of what the log held.
    #[n(2)]
    pub(super) cursor: Cursor,
    /// The person who uses the device.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(super) person: [u8; 16],
}

impl Store {
    /// Returns this device's note if it says something new or the last one is no longer fresh.
    pub(super) fn note_to_send(&mut self, member: &Membership) -> Result<Option<Status>, Error> {
        let digest = self.digest()?;
        let now = self.environment.now().timestamp_millis();
        let last: i64 = self.meta(key::STATUS_AT)?.unwrap_or_default();
        // A clock that was set back must not keep the note from being sent.
        let recent = (0..FRESH_FOR).contains(&(now - last));
        if recent && self.meta::<[u8; 32]>(key::STATUS_SENT)? == Some(digest) {
            return Ok(None);
        }
        // At least the current time, so that a phone restored from a backup continues above its old
        // notes.
        let counter = (self.meta_u64(key::STATUS_COUNTER)? + 1).max(now.unsigned_abs());
        self.set_meta(key::STATUS_COUNTER, counter.cast_signed())?;
        let note = DeviceNote {
            digest,
            name: member.me.clone(),
            proof: Some(Proof {
                counter,
                at: now.unsigned_abs(),
                cursor: self.cursor()?,
                person: *self.me.0.as_bytes(),
            }),
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

    /// Marks the pending note as delivered. Returns whether there was one.
    pub(super) fn note_arrived(&mut self) -> Result<bool, Error> {
        let Some(digest) = self.meta::<[u8; 32]>(key::STATUS_PENDING)? else {
            return Ok(false);
        };
        self.set_meta(key::STATUS_SENT, digest.as_slice())?;
        self.set_meta(key::STATUS_AT, self.environment.now().timestamp_millis())?;
        self.clear_meta(key::STATUS_PENDING)?;
        Ok(true)
    }

    /// Takes in another device's note, delivered with a log that ends at `head` and was read up to
    /// `read`. A note that does not verify or open is ignored, which can at worst make phones look
    /// unequal.
    pub(super) fn take_note(
        &mut self,
        member: &Membership,
        device: DeviceKey,
        status: &Status,
        head: &Head,
        read: &Cursor,
    ) -> Result<Option<Doubt>, Error> {
        let aad = Aad::status(member.team, device, status.epoch);
        let note = status
            .verify(member.team, device)
            .ok()
            .and_then(|()| open(&member.key, &aad, &status.sealed).ok())
            .and_then(|bytes| decode::<DeviceNote>(&bytes).ok());
        let Some(note) = note else {
            tracing::warn!("a device's note does not open");
            return Ok(None);
        };
        let known: Option<i64> = self
            .connection
            .prepare_cached("SELECT counter FROM partners WHERE device = ?1")?
            .query_row([device.0], |row| row.get(0))
            .optional()?;
        let counter = note.proof.as_ref().map_or(0, |proof| proof.counter);
        if counter < known.unwrap_or_default().cast_unsigned() {
            tracing::warn!("an earlier note of a device came back");
            return Ok(Some(Doubt::OldNote { name: note.name }));
        }
        let doubt = note.proof.as_ref().and_then(|proof| {
            let withheld = saw_more(&proof.cursor, head) || saw_another(&proof.cursor, read);
            withheld.then(|| Doubt::Withheld {
                name: note.name.clone(),
            })
        });
        let now = self.environment.now().timestamp_millis();
        // A colleague's fast clock must not date the note in the future.
        let said_at = note
            .proof
            .as_ref()
            .map(|proof| i64::try_from(proof.at).map_or(now, |at| at.min(now)));
        self.connection
            .prepare_cached(
                "INSERT INTO partners (device, name, digest, seen_at, counter, said_at, person)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (device) DO UPDATE SET name = excluded.name,
                   digest = excluded.digest, seen_at = excluded.seen_at,
                   counter = excluded.counter, said_at = excluded.said_at,
                   person = excluded.person",
            )?
            .execute(params![
                device.0,
                note.name,
                note.digest,
                now,
                counter.cast_signed(),
                said_at,
                note.proof.map(|proof| proof.person),
            ])?;
        self.changes.insert(Change::Sync);
        Ok(doubt)
    }

    /// Marks devices with this phone's digest as equal since the time of their note. That time is the
    /// author's: the local time would make an old note look recent.
    pub(super) fn note_equal(&mut self) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "UPDATE partners SET equal_at = max(coalesce(equal_at, 0), said_at)
                 WHERE digest = ?1 AND said_at IS NOT NULL",
            )?
            .execute([self.digest()?])?;
        Ok(())
    }

    /// Returns whether every colleague's phone is known to hold the same content as this one.
    pub(super) fn all_equal(&self) -> Result<bool, Error> {
        let different = self
            .connection
            .prepare_cached("SELECT 1 FROM partners WHERE digest != ?1")?
            .exists([self.digest()?])?;
        Ok(!different && self.silent_members()?.is_empty())
    }

    /// Returns the names of members who have a phone but never sent a note. Without this check, a
    /// server that withholds every note would make this phone believe it is alone.
    pub(super) fn silent_members(&self) -> Result<Vec<String>, Error> {
        self.rows(
            "SELECT name FROM people p WHERE actor != '' AND id != ?1 AND NOT EXISTS
               (SELECT 1 FROM partners n WHERE n.person = p.id
                  OR n.person IS NULL AND n.name = p.name)
             ORDER BY name",
            [self.me.0.as_bytes()],
            |row| row.get(0),
        )
    }
}

/// Returns whether the author had read further in this log than it now reaches.
fn saw_more(theirs: &Cursor, head: &Head) -> bool {
    theirs.log == Some(head.log) && theirs.seq > head.seq
}

/// Returns whether the author had a different chain at the same position of this log.
fn saw_another(theirs: &Cursor, ours: &Cursor) -> bool {
    let same_place = theirs.log == ours.log && theirs.seq == ours.seq && ours.seq > 0;
    same_place && theirs.chain.is_some() && theirs.chain != ours.chain
}

#[cfg(test)]
mod tests {
    use voorveld_protocol::{Chain, Hash, LogId};

    use super::*;

    fn cursor(log: u8, seq: u64, chain: u8) -> Cursor {
        Cursor {
            log: Some(LogId([log; 16])),
            seq,
            chain: Some(Chain(Hash([chain; 32]))),
        }
    }

    #[test]
    fn a_note_of_an_app_without_proof_is_read() {
        #[derive(Encode)]
        #[cbor(array)]
        struct Earlier {
            #[cbor(n(0), with = "minicbor::bytes")]
            digest: [u8; 32],
            #[n(1)]
            name: String,
        }
        let bytes = encode(&Earlier {
            digest: [4; 32],
            name: "Bas".into(),
        });
        let note: DeviceNote = decode(&bytes).expect("reads");
        assert_eq!((note.digest, note.proof), ([4; 32], None));
    }

    #[test]
    fn an_earlier_app_reads_a_note_with_proof() {
        #[derive(Decode)]
        #[cbor(array)]
        struct Earlier {
            #[cbor(n(0), with = "minicbor::bytes")]
            digest: [u8; 32],
            #[n(1)]
            name: String,
        }
        let bytes = encode(&DeviceNote {
            digest: [4; 32],
            name: "Bas".into(),
            proof: Some(Proof {
                counter: 7,
                at: 1_800_000_000_000,
                cursor: cursor(1, 3, 2),
                person: [9; 16],
            }),
        });
        let note: Earlier = decode(&bytes).expect("reads");
        assert_eq!((note.digest, note.name.as_str()), ([4; 32], "Bas"));
    }

    #[test]
    fn a_log_that_its_reader_saw_longer_or_otherwise_is_not_whole() {
        let head = Head {
            log: LogId([1; 16]),
            seq: 5,
            chain: Chain(Hash([5; 32])),
        };
        assert!(saw_more(&cursor(1, 6, 0), &head));
        assert!(!saw_more(&cursor(1, 5, 0), &head));
        assert!(!saw_more(&cursor(2, 6, 0), &head), "another log's numbers");
        assert!(saw_another(&cursor(1, 5, 9), &cursor(1, 5, 5)));
        assert!(!saw_another(&cursor(1, 5, 5), &cursor(1, 5, 5)));
        assert!(!saw_another(&cursor(1, 4, 9), &cursor(1, 5, 5)));
    }
}
