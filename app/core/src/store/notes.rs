//! Notes that devices leave each other through the server, sealed: what each holds, so that phones
//! can be shown to be equal.

use minicbor::{Decode, Encode};
use rusqlite::params;
use voorveld_protocol::{DeviceKey, Status, decode};

use super::{Membership, Store};
use crate::Error;
use crate::call::Change;
use crate::crypto::{Aad, open};

/// What a device says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct DeviceNote {
    /// The digest of all it holds.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) digest: [u8; 32],
    /// The name of its user.
    #[n(1)]
    pub(super) name: String,
}

impl Store {
    /// Takes in another device's note. One that does not verify or open is left: it can only make
    /// phones look unequal.
    pub(super) fn take_note(
        &mut self,
        member: &Membership,
        device: DeviceKey,
        status: &Status,
    ) -> Result<(), Error> {
        let aad = Aad::status(member.team, device, status.epoch);
        let note = status
            .verify(member.team, device)
            .ok()
            .and_then(|()| open(&member.key, &aad, &status.sealed).ok())
            .and_then(|bytes| decode::<DeviceNote>(&bytes).ok());
        let Some(note) = note else {
            tracing::warn!("a device's note does not open");
            return Ok(());
        };
        self.connection
            .prepare_cached(
                "INSERT INTO partners (device, name, digest, seen_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (device) DO UPDATE SET name = excluded.name,
                   digest = excluded.digest, seen_at = excluded.seen_at",
            )?
            .execute(params![
                device.0,
                note.name,
                note.digest,
                self.environment.now().timestamp_millis(),
            ])?;
        self.changes.insert(Change::Sync);
        Ok(())
    }

    /// Notes the moment for every device that holds just what this one holds.
    pub(super) fn note_equal(&mut self) -> Result<(), Error> {
        let now = self.environment.now().timestamp_millis();
        self.connection
            .prepare_cached("UPDATE partners SET equal_at = ?2 WHERE digest = ?1")?
            .execute(params![self.digest()?, now])?;
        Ok(())
    }

    /// Every colleague's phone is known to hold just what this one holds.
    pub(super) fn all_equal(&self) -> Result<bool, Error> {
        let different = self
            .connection
            .prepare_cached("SELECT 1 FROM partners WHERE digest != ?1")?
            .exists([self.digest()?])?;
        Ok(!different)
    }
}
