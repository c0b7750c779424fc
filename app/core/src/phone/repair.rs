//! Checking the open store, and replacing a damaged one.
//!
//! The new file is complete under a name of its own before the damaged one is renamed, so that an app
//! that is killed in between finds one of the two.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use futures::channel::oneshot;
use uuid::Uuid;

use super::keyring::Keyring;
use super::session::Session;
use crate::store::{Doctor, Next, Store, free_name, remove_leftovers, rescue, set_aside};
use crate::view::{Checkup, Finding};
use crate::{Error, executor, files};

/// Part of the name of a file that was made, completely, of a damaged one and has not taken its place
/// yet.
const RESCUED: &str = "rescued";

impl Keyring {
    /// Replaces a team's damaged file by a new one made of what can be read of it, and opens that.
    ///
    /// # Errors
    /// [`Error::StoreDamaged`] if nothing can be read: the file is then set aside. After
    /// [`Error::DiskFull`] or [`Error::Storage`] it is where it was.
    pub(super) fn mend(&self, id: Uuid) -> Result<Store, Error> {
        let (path, key) = (self.path(id), self.key(id)?);
        tracing::warn!("the file of a team is damaged and is replaced");
        remove_leftovers(&path)?;
        let partial = free_name(&path, "rescuing")?;
        let told = rescue(&path, &partial, &key.0, self.environment());
        if told.is_err() {
            remove_leftovers(&path)?;
        }
        let mut told = match told {
            Err(Error::FileDamaged) => return Err(set_aside(&path)),
            told => told?,
        };
        let new = free_name(&path, RESCUED)?;
        files::move_database(&partial, &new)?;
        let aside = free_name(&path, "damaged")?;
        files::move_database(&path, &aside)?;
        files::move_database(&new, &path)?;
        told.set_aside = file_name(&aside);
        let mut store = Store::open(&path, &key.0, self.environment())?;
        let checkup = Checkup {
            at: self.environment().now(),
            documents: told.whole + told.partly,
            asks_team: told.in_team,
            findings: vec![Finding::File(told)],
        };
        store.keep_checkup(&checkup)?;
        Ok(store)
    }
}

/// Puts a new file in its place if the app was killed just before, and removes what a rescue that was
/// killed halfway left: the damaged file is where it was.
///
/// # Errors
/// [`Error::Storage`] if a file cannot be renamed or removed.
pub(super) fn finish_rescue(path: &Path) -> Result<(), Error> {
    remove_leftovers(path)?;
    if files::exists(path) {
        return Ok(());
    }
    let new = path.with_extension(format!("{RESCUED}-1.db"));
    match files::exists(&new) {
        true => files::move_database(&new, path),
        false => Ok(()),
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Checks the open store in pieces, between which it serves other requests; replaces its file if that is
/// damaged. Goes on to its end even if the caller stops waiting.
pub(super) async fn check_phone(session: Arc<Session>) -> Result<Checkup, Error> {
    let (answer, told) = oneshot::channel();
    executor::spawn_joined("voorveld-check", move || async move {
        // The caller may be gone.
        drop(answer.send(check(session).await));
    })?;
    told.await
        .map_err(|_| Error::Internal("the check was broken off".into()))?
}

async fn check(session: Arc<Session>) -> Result<Checkup, Error> {
    let (store, sync) = session.now().await?.into_parts();
    let mut doctor = match store.run(|store| Doctor::begin(store)).await {
        Err(Error::FileDamaged) => None,
        other => Some(other?),
    };
    while let Some(mut at_work) = doctor.take() {
        let piece = store.run(move |store| {
            let next = at_work.piece(store)?;
            Ok((at_work, next))
        });
        match piece.await? {
            (at_work, Next::Piece) => {
                doctor = Some(at_work);
                // In a browser, jobs that follow each other at once leave the page no turn.
                executor::sleep(Duration::ZERO).await;
            }
            (_, Next::Rescue) => {}
            (_, Next::End) => {
                let told = store.run(|store| store.checkup()).await?;
                let told = told.ok_or_else(|| Error::Internal("no result was kept".into()))?;
                if told.asks_team && session.syncs_by_itself() {
                    sync.came_to_front();
                }
                return Ok(told);
            }
        }
    }
    drop((store, sync));
    mend(session).await
}

/// Closes the store, replaces its file and opens the new one. Calls that come meanwhile wait.
async fn mend(session: Arc<Session>) -> Result<Checkup, Error> {
    let (done, mended) = oneshot::channel::<()>();
    let (store, sync) = session.close_until(mended.shared())?.into_parts();
    drop(sync);
    store.close().await;
    drop(store);
    executor::spawn_blocking(move || {
        let ring = session.ring();
        let id = session.team().0;
        let mended = ring.mend(id).and_then(|store| {
            let told = store.checkup()?;
            Ok((store, told))
        });
        let (store, told) = match mended {
            Ok((store, told)) => (Ok(store), Ok(told)),
            Err(error) => (ring.open(id), Err(error)),
        };
        let sat = store.and_then(|store| session.sit(store));
        drop(done);
        let told = told?;
        sat?;
        told.ok_or_else(|| Error::Internal("no result was kept".into()))
    })
    .await
}
