//! Being a member of a team: the keys, and what the store and the sync machine tell each other.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use voorveld_protocol::{Signer, TeamTag};

use super::Store;
use super::meta::key;
use crate::call::Change;
use crate::crypto::TeamKey;
use crate::document::{Document, Kind};
use crate::view::{Doubt, SyncReport};
use crate::{Error, PersonId, SyncProblem};

/// This phone in its team.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    /// The server's address, as [`crate::sync::Address`] writes it.
    pub(crate) server: String,
    /// The team as the server knows it.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// This user's name.
    pub(crate) me: String,
    /// The key of the current epoch.
    pub(crate) key: TeamKey,
    /// The current epoch.
    pub(crate) epoch: u32,
    /// This device's signing key.
    pub(crate) signer: Signer,
}

/// A membership about to be kept.
#[derive(Clone)]
pub(crate) struct NewMembership {
    /// The server's address.
    pub(crate) server: String,
    /// The team as the server knows it.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// This user's name.
    pub(crate) me: String,
    /// The team's key.
    pub(crate) key: TeamKey,
    /// Its epoch.
    pub(crate) epoch: u32,
    /// Seed of this device's signing key.
    pub(crate) device_seed: [u8; 32],
    /// This phone starts the team (it writes the team's document), rather than joins it.
    pub(crate) founder: bool,
}

impl std::fmt::Debug for NewMembership {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewMembership(…)")
    }
}

/// How the server's numbers for this device's records differ from the phone's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OutOfStep {
    /// The server lost records that it had acknowledged: it was restored from a backup.
    Lost,
    /// Another copy of this phone (a restored backup) has sent under the same numbers.
    Forked,
}

/// What came of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TakenIn {
    /// Records of other devices that were applied.
    pub(crate) records: u32,
    /// Records that were set aside.
    pub(crate) set_aside: u32,
    /// Own records that are now with the team.
    pub(crate) acknowledged: u32,
    /// The log was another than before and is read anew.
    pub(crate) log_restarted: bool,
    /// What came in is to be taken in now, by pieces.
    pub(crate) pieces: bool,
    /// Something is still to be asked or sent: another page, unsent work, a changed status.
    pub(crate) again: bool,
    /// Every other phone of the team is known to hold what this one holds (also when there is none).
    pub(crate) equal: bool,
    /// The answer brought this phone further: entries, an acknowledgement, a note that arrived.
    pub(crate) progress: bool,
    /// The log began anew although it did so a short while ago.
    pub(crate) restarted_again: bool,
    /// What of the answer gave cause for doubt.
    pub(crate) doubts: Vec<Doubt>,
}

impl TakenIn {
    /// With what a piece behind it brought.
    pub(crate) fn and(mut self, piece: Self) -> Self {
        self.doubts.extend(piece.doubts);
        Self {
            records: self.records + piece.records,
            set_aside: self.set_aside + piece.set_aside,
            acknowledged: self.acknowledged + piece.acknowledged,
            log_restarted: self.log_restarted || piece.log_restarted,
            progress: self.progress || piece.progress,
            restarted_again: self.restarted_again || piece.restarted_again,
            doubts: self.doubts,
            ..piece
        }
    }
}

/// How a sync ended, to be kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SyncNote {
    /// What it did, or why it did not work.
    pub(crate) outcome: Result<SyncReport, SyncProblem>,
    /// It was the closing of the day.
    pub(crate) close_day: bool,
    /// What of the server's answers gave cause for doubt.
    pub(crate) doubts: Vec<Doubt>,
}

/// A membership as it lies in the (encrypted) file.
#[derive(Serialize, Deserialize)]
struct KeptMembership {
    server: String,
    team: [u8; 16],
    team_name: String,
    me: String,
    key: [u8; 32],
    epoch: u32,
    device_seed: [u8; 32],
}

impl Store {
    /// The team this phone is in, with its keys; none before there is one.
    pub(crate) fn membership(&self) -> Result<Option<Membership>, Error> {
        // Unlike a draft, keys that cannot be read must never count as not there.
        let text: Option<String> = self.meta(key::MEMBERSHIP)?;
        let kept: Option<KeptMembership> = text
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|e| Error::Storage(format!("the membership cannot be read: {e}")))?;
        Ok(kept.map(|kept| Membership {
            server: kept.server,
            team: TeamTag(kept.team),
            team_name: kept.team_name,
            me: kept.me,
            key: TeamKey(kept.key),
            epoch: kept.epoch,
            signer: Signer::from_seed(kept.device_seed),
        }))
    }

    /// Makes this phone a member: what is on it becomes work to send.
    ///
    /// # Errors
    /// [`Error::InTeam`] when it is in a team already.
    pub(crate) fn join(&mut self, new: NewMembership) -> Result<(), Error> {
        self.atomically(|store| {
            if store.membership()?.is_some() {
                return Err(Error::InTeam);
            }
            store.set_meta_json(
                key::MEMBERSHIP,
                &KeptMembership {
                    server: new.server,
                    team: new.team.0,
                    team_name: new.team_name.clone(),
                    me: new.me.clone(),
                    key: new.key.0,
                    epoch: new.epoch,
                    device_seed: new.device_seed,
                },
            )?;
            let (me, actor) = (store.me, store.actor.to_hex_string());
            let others = store.others_known()?;
            let alone = store.take_team_of_one()?;
            // Derived from the team, so that every phone writes itself into the same document.
            let document = Uuid::from_bytes(new.team.0);
            store.edit_or_create(Kind::Team, document, |edit| {
                if new.founder {
                    edit.set("name", new.team_name.as_str())?;
                }
                if let Some(alone) = &alone {
                    edit.carry_over(alone, new.founder)?;
                }
                for (person, name) in &others {
                    edit.write_member(*person, name, "")?;
                }
                Ok(edit.write_member(me, &new.me, &actor)?)
            })?;
            store.changes.insert(Change::Everything);
            Ok(())
        })
    }

    /// Writes this phone's user into the team's document again, with a new device identity.
    pub(super) fn rewrite_member(&mut self) -> Result<(), Error> {
        let member = self.membership()?.ok_or(Error::NoTeam)?;
        let (me, actor) = (self.me, self.actor.to_hex_string());
        let document = Uuid::from_bytes(member.team.0);
        self.edit(Kind::Team, document, |edit| {
            Ok(edit.write_member(me, &member.me, &actor)?)
        })
    }

    /// The document that stood in for the team's, which is now gone from the store.
    fn take_team_of_one(&mut self) -> Result<Option<Document>, Error> {
        let Some(id) = self.meta::<[u8; 16]>(key::TEAM_OF_ONE)? else {
            return Ok(None);
        };
        let id = Uuid::from_bytes(id);
        let document = self.forget_document(id)?;
        self.clear_meta(key::TEAM_OF_ONE)?;
        Ok(Some(document))
    }

    /// Colleagues whose work is on this phone from before it was in a team.
    fn others_known(&self) -> Result<Vec<(PersonId, String)>, Error> {
        let mut statement = self
            .connection
            .prepare("SELECT id, name FROM people WHERE id != ?1")?;
        let rows = statement.query_map([self.me.0.as_bytes()], |row| {
            Ok((PersonId(Uuid::from_bytes(row.get(0)?)), row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
