//! The unlocked vault: lists the teams on this phone and opens their stores without asking for the
//! PIN again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use super::Syncing;
use super::repair::finish_rescue;
use crate::api::TeamChoice;
use crate::crypto::{DatabaseKey, TeamNote, TeamNotes, Vault, random};
use crate::files::{self, FolderLock};
use crate::store::{Store, TeamSummary};
use crate::view::{Damage, TeamEntry};
use crate::{Environment, Error, TeamId};

/// The unlocked vault. Its keys are zeroized when the last handle is dropped.
pub(super) struct Keyring {
    folder: PathBuf,
    environment: Environment,
    pub(super) syncing: Syncing,
    inside: Mutex<Inside>,
    /// Held as long as a team can be open.
    _lock: FolderLock,
}

struct Inside {
    vault: Vault,
    /// Teams whose files proved damaged since the vault was unlocked.
    found: BTreeSet<Uuid>,
}

impl Keyring {
    /// Takes the lock on the folder.
    ///
    /// # Errors
    /// [`Error::InUse`], [`Error::DiskFull`], [`Error::Storage`].
    pub(super) fn new(
        folder: &Path,
        vault: Vault,
        environment: Environment,
        syncing: Syncing,
    ) -> Result<Arc<Self>, Error> {
        let lock = FolderLock::take(folder, syncing == Syncing::Alone)?;
        let found = BTreeSet::new();
        Ok(Arc::new(Self {
            folder: folder.to_owned(),
            environment,
            syncing,
            inside: Mutex::new(Inside { vault, found }),
            _lock: lock,
        }))
    }

    /// Opens the team that was open last, or the first one on a new phone. A damaged team is skipped
    /// in favour of another.
    ///
    /// # Errors
    /// [`Error::StoreDamaged`] when a store is damaged and no other opens; [`Error::StoreNewer`],
    /// [`Error::DiskFull`], [`Error::Storage`].
    pub(super) fn open_last(&self) -> Result<(TeamId, Store), Error> {
        let (ids, last) = {
            let inside = self.inside();
            let last = inside.vault.notes().open();
            let mut ids: Vec<Uuid> = inside.vault.databases().collect();
            // The last open team first, then teams that hold data.
            ids.sort_by_key(|id| (Some(*id) != last, !is_touched(inside.vault.notes(), *id)));
            ids.retain(|id| self.damage(inside.vault.notes(), *id).is_none());
            (ids, last)
        };
        let mut problem = None;
        for id in ids {
            match self.open(id) {
                Err(error @ Error::StoreDamaged { .. }) => {
                    problem.get_or_insert(error);
                }
                Err(error) => return Err(error),
                Ok(store) => {
                    if last.is_some_and(|last| last != id) {
                        self.remember(|notes| notes.set_open(id))?;
                    }
                    return Ok((TeamId(id), store));
                }
            }
        }
        match problem {
            Some(problem) => Err(problem),
            None => {
                let id = self.add()?;
                Ok((TeamId(id), self.open(id)?))
            }
        }
    }

    /// Opens a team's store. Damage is recorded in the team's note.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the vault has no key for this team; [`Error::StoreDamaged`],
    /// [`Error::StoreNewer`], [`Error::DiskFull`], [`Error::Storage`].
    pub(super) fn open(&self, id: Uuid) -> Result<Store, Error> {
        let path = self.path(id);
        finish_rescue(&path)?;
        let (key, note) = {
            let inside = self.inside();
            let key = inside.vault.database_key(id).ok_or(Error::NotFound)?;
            (key, inside.vault.notes().of(id).cloned())
        };
        // A missing file must not be replaced silently by an empty store.
        let gone = note.filter(|note| note.touched && !files::exists(&path));
        let opened = match gone {
            Some(note) => Err(Error::StoreDamaged {
                set_aside: note.damaged.unwrap_or_else(|| file_name(id)),
            }),
            None => match Store::open(&path, &key.0, self.environment.clone()) {
                Err(Error::FileDamaged) => self.mend(id),
                opened => opened,
            },
        };
        if let Err(Error::StoreDamaged { set_aside }) = &opened {
            self.inside().found.insert(id);
            self.remember(|notes| {
                let mut note = notes.of(id).cloned().unwrap_or_else(|| TeamNote::new(id));
                note.touched = true;
                note.damaged = Some(set_aside.clone());
                notes.put(note);
            })?;
        }
        opened
    }

    /// Resolves a choice to a team. [`TeamChoice::New`] reuses an empty team if there is one, so
    /// that abandoned attempts do not accumulate.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Storage`].
    pub(super) fn choose(
        &self,
        choice: TeamChoice,
        open: TeamId,
        left: &TeamSummary,
    ) -> Result<TeamId, Error> {
        match choice {
            TeamChoice::Team(team) => Ok(team),
            TeamChoice::New if !left.touched => Ok(open),
            TeamChoice::New => {
                let empty = {
                    let inside = self.inside();
                    let notes = inside.vault.notes();
                    inside
                        .vault
                        .databases()
                        .find(|id| *id != open.0 && !is_touched(notes, *id))
                };
                empty.map_or_else(|| self.add(), Ok).map(TeamId)
            }
        }
    }

    /// Records a switch between teams in one atomic write of the notes; a failed write is only
    /// logged.
    pub(super) fn moved(&self, from: TeamId, left: TeamSummary, to: TeamId) {
        let kept = self.remember(|notes| {
            notes.put(TeamNote {
                name: left.name,
                only_here: left.only_here,
                touched: left.touched,
                damaged: None,
                ..TeamNote::new(from.0)
            });
            if let Some(note) = notes
                .of(to.0)
                .filter(|note| note.damaged.is_some())
                .cloned()
            {
                notes.put(TeamNote {
                    damaged: None,
                    ..note
                });
            }
            notes.set_open(to.0);
        });
        if let Err(error) = kept {
            tracing::warn!(%error, "which team is open was not kept");
        }
    }

    /// Returns the teams on this phone; the open one with its current state.
    pub(super) fn teams(&self, open: TeamId, now: TeamSummary) -> Vec<TeamEntry> {
        let inside = self.inside();
        let notes = inside.vault.notes();
        let entry = |id: Uuid| {
            if id == open.0 {
                return Some(TeamEntry {
                    id: open,
                    name: now.name.clone(),
                    open: true,
                    only_here: now.only_here,
                    damage: None,
                });
            }
            let note = notes.of(id).filter(|note| note.touched)?;
            Some(TeamEntry {
                id: TeamId(id),
                name: note.name.clone(),
                open: false,
                only_here: note.only_here,
                damage: self.damage(notes, id).map(|file| Damage {
                    file,
                    new: inside.found.contains(&id),
                }),
            })
        };
        inside.vault.databases().filter_map(entry).collect()
    }

    fn add(&self) -> Result<Uuid, Error> {
        let id = Uuid::from_bytes(random());
        self.inside().vault.add_database(id)?;
        Ok(id)
    }

    fn remember(&self, change: impl FnOnce(&mut TeamNotes)) -> Result<(), Error> {
        let mut inside = self.inside();
        let mut notes = inside.vault.notes().clone();
        change(&mut notes);
        inside.vault.keep_notes(notes)
    }

    /// Returns the name of the file that was set aside, unless it has been put back.
    fn damage(&self, notes: &TeamNotes, id: Uuid) -> Option<String> {
        let file = notes.of(id)?.damaged.clone()?;
        (!files::exists(&self.path(id))).then_some(file)
    }

    pub(super) fn environment(&self) -> Environment {
        self.environment.clone()
    }

    pub(super) fn key(&self, id: Uuid) -> Result<DatabaseKey, Error> {
        let key = self.inside().vault.database_key(id);
        key.ok_or(Error::NotFound)
    }

    pub(super) fn path(&self, id: Uuid) -> PathBuf {
        self.folder.join(file_name(id))
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        // Poisoning is harmless: the vault changes in memory only after the write to disk.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn file_name(id: Uuid) -> String {
    format!("team-{}.db", id.simple())
}

/// A team without a note was still being added, or is the phone's only one.
fn is_touched(notes: &TeamNotes, id: Uuid) -> bool {
    notes.of(id).is_some_and(|note| note.touched)
}
