//! The records that wait to be sent.

use uuid::Uuid;
use voorveld_protocol::{PushedRecord, decode};

use crate::Error;
use crate::document::{Kind, load_whole};
use crate::store::documents::Restored;
use crate::store::inbound::open_record;
use crate::store::meta::key;
use crate::store::payload::{Body, Payload};
use crate::store::{Membership, Store};
use crate::view::Finding;

impl Store {
    /// Checks that every record opens, says what its document holds, and has the next number. Work that
    /// is only in a record is put into its document. Returns whether the records must be made again,
    /// which the log must be read for.
    pub(super) fn check_outbox(&mut self, findings: &mut Vec<Finding>) -> Result<bool, Error> {
        let Some(member) = self.membership()? else {
            return Ok(false);
        };
        let rows: Vec<(i64, [u8; 16], Vec<u8>)> = self.rows(
            "SELECT dev_seq, document, record FROM outbox ORDER BY dev_seq",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let next = self.meta_u64(key::NEXT_DEV_SEQ)?.max(1);
        let mut wrong = false;
        for (place, (number, document, record)) in rows.iter().enumerate() {
            let expected = (next - 1).checked_sub((rows.len() - 1 - place) as u64);
            let id = Uuid::from_bytes(*document);
            let opened = open_own(&member, *number, record).filter(|it| it.document == id);
            wrong |= expected != Some(number.cast_unsigned());
            match opened {
                Some(payload) => wrong |= self.restore_payload(payload)? != Restored::Known,
                None => wrong = true,
            }
        }
        if wrong {
            findings.push(Finding::Outbox);
        }
        Ok(wrong)
    }

    /// Puts the content of one of our records into its document, as unsent work. Returns
    /// what became of it.
    pub(in crate::store) fn restore_payload(
        &mut self,
        payload: Payload,
    ) -> Result<Restored, Error> {
        let Some(kind) = Kind::from_number(payload.kind) else {
            return Ok(Restored::Unreadable);
        };
        let id = payload.document;
        match payload.body {
            Body::Blob(bytes) => {
                if self.document_row(id)?.is_some() {
                    return Ok(Restored::Known);
                }
                self.atomically(|store| store.add_blob(kind, &bytes))?;
                Ok(Restored::Added)
            }
            Body::Whole(bytes) => match load_whole(&bytes) {
                Ok(whole) => self.atomically(|store| store.restore_whole((kind, id), whole)),
                Err(_) => Ok(Restored::Unreadable),
            },
            Body::Changes(changes) => self.atomically(|store| {
                let restored = store.restore_changes((kind, id), &changes)?;
                if restored == Restored::Unreadable {
                    // What they build on is missing here too.
                    store.add_loose(id, Some(kind), changes)?;
                }
                Ok(restored)
            }),
        }
    }
}

/// Opens one of our records, if it is one.
pub(in crate::store) fn open_own(
    member: &Membership,
    number: i64,
    record: &[u8],
) -> Option<Payload> {
    let record: PushedRecord = decode(record).ok()?;
    let device = member.signer.device();
    let ours =
        record.dev_seq == number.cast_unsigned() && record.verify(member.team, device).is_ok();
    let payload = ours.then(|| open_record(member, device, &record))?;
    payload.ok()
}
