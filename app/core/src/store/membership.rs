//! Team membership: the keys, and the types shared by the store and the sync engine.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use voorveld_protocol::{Signer, TeamTag};

use super::Store;
use super::meta::key;
use crate::api::Change;
use crate::crypto::TeamKey;
use crate::document::{Document, Kind};
use crate::view::{Doubt, SyncReport};
use crate::{Error, PersonId, SyncProblem};

/// This phone's membership of its team.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    /// The server's address, formatted as by [`crate::sync::Address`].
    pub(crate) server: String,
    /// The team's identifier on the server.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// The user's name.
    pub(crate) me: String,
    /// The team key of the current epoch.
    pub(crate) key: TeamKey,
    /// The current epoch.
    pub(crate) epoch: u32,
    /// This device's signing key.
    pub(crate) signer: Signer,
}

/// A membership to be saved.
#[derive(Clone)]
pub(crate) struct NewMembership {
    /// The server's address.
    pub(crate) server: String,
    /// The team's identifier on the server.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// The user's name.
    pub(crate) me: String,
    /// The team key.
    pub(crate) key: TeamKey,
    /// The key's epoch.
    pub(crate) epoch: u32,
    /// Seed of this device's signing key.
    pub(crate) device_seed: [u8; 32],
    /// Whether this phone founds the team, and so names it, rather than joins it.
    pub(crate) founder: bool,
}

impl std::fmt::Debug for NewMembership {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewMembership(…)")
    }
}

/// How the server's record numbers for this device differ from the phone's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OutOfStep {
    /// The server lost records that it had acknowledged: it was restored from a backup.
    Lost,
    /// Another copy of this phone (a restored backup) has sent records under the same numbers.
    Forked,
}

/// The result of taking in a response or a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct IntakeResult {
    /// Number of other devices' records that were applied.
    pub(crate) records: u32,
    /// Number of records that were quarantined.
    pub(crate) quarantined: u32,
    /// Number of own records that the log now shows.
    pub(crate) acknowledged: u32,
    /// Whether the log restarted and is being read from its start.
    pub(crate) log_restarted: bool,
    /// Whether queued records are to be taken in now, in batches.
    pub(crate) pieces: bool,
    /// Whether another round trip is needed: another page, unsent work, or a changed device note.
    pub(crate) again: bool,
    /// Whether every other phone of the team is known to hold the same content (true if there is none).
    pub(crate) equal: bool,
    /// Whether the response made progress: entries, an acknowledgement, or a delivered note.
    pub(crate) progress: bool,
    /// Whether the log restarted again shortly after a previous restart.
    pub(crate) restarted_again: bool,
    /// Doubts that the response raised about the server.
    pub(crate) doubts: Vec<Doubt>,
}

impl IntakeResult {
    /// Merges in the result of a later batch, whose state flags replace the earlier ones.
    pub(crate) fn and(mut self, piece: Self) -> Self {
        self.doubts.extend(piece.doubts);
        Self {
            records: self.records + piece.records,
            quarantined: self.quarantined + piece.quarantined,
            acknowledged: self.acknowledged + piece.acknowledged,
            log_restarted: self.log_restarted || piece.log_restarted,
            progress: self.progress || piece.progress,
            restarted_again: self.restarted_again || piece.restarted_again,
            doubts: self.doubts,
            ..piece
        }
    }
}

/// The outcome of a sync, to be saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SyncNote {
    /// The report, or the reason for failure.
    pub(crate) outcome: Result<SyncReport, SyncProblem>,
    /// Whether this sync closed the day.
    pub(crate) close_day: bool,
    /// Doubts that the sync raised about the server.
    pub(crate) doubts: Vec<Doubt>,
}

/// A membership as stored in the encrypted file.
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
    /// Returns this phone's membership, if it is in a team.
    pub(crate) fn membership(&self) -> Result<Option<Membership>, Error> {
        // Unlike a draft, unreadable keys must be an error, never count as absent.
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

    /// Makes this phone a member of a team; everything on it becomes unsent work.
    ///
    /// # Errors
    /// [`Error::InTeam`] if it is in a team already; errors of the store.
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
            // Derived from the team tag, so that every phone writes its user into the same document.
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

    /// Writes this phone's user into the team document again, with the current actor id.
    pub(super) fn rewrite_member(&mut self) -> Result<(), Error> {
        let member = self.membership()?.ok_or(Error::NoTeam)?;
        let (me, actor) = (self.me, self.actor.to_hex_string());
        let document = Uuid::from_bytes(member.team.0);
        self.edit_or_create(Kind::Team, document, |edit| {
            Ok(edit.write_member(me, &member.me, &actor)?)
        })
    }

    /// Removes and returns the document that stood in for the team's before there was a team.
    fn take_team_of_one(&mut self) -> Result<Option<Document>, Error> {
        let Some(id) = self.meta::<[u8; 16]>(key::TEAM_OF_ONE)? else {
            return Ok(None);
        };
        let id = Uuid::from_bytes(id);
        let document = self.forget_document(id)?;
        self.clear_meta(key::TEAM_OF_ONE)?;
        Ok(Some(document))
    }

    /// Returns colleagues whose work was on this phone before it joined a team.
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
