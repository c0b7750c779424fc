//! A page of the log as the server answered it, checked before the store hears of it: signatures take
//! longer than anything else, and need nobody's store.

use std::future::Future;

use voorveld_protocol::{DeviceKey, Hash, LogEntry, SyncResponse, TeamTag};

use crate::SyncProblem;

/// Signatures that are verified before others may have their turn.
const AT_ONCE: usize = 64;

/// An answer whose records are each signed by the device they name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(super) response: SyncResponse,
    /// Of each entry.
    pub(super) hashes: Vec<Hash>,
}

impl Page {
    /// Verifies an answer, and lets others have their turn now and then.
    ///
    /// # Errors
    /// [`SyncProblem::Nonsense`] when a record is not signed by the device it is said to be of.
    pub(crate) async fn check<F: Future<Output = ()>>(
        team: TeamTag,
        response: SyncResponse,
        turn: impl Fn() -> F,
    ) -> Result<Self, SyncProblem> {
        let mut hashes = Vec::with_capacity(response.entries.len());
        for entries in response.entries.chunks(AT_ONCE) {
            for entry in entries {
                hashes.push(hash(team, &response.devices, entry)?);
            }
            turn().await;
        }
        Ok(Self { response, hashes })
    }
}

fn hash(team: TeamTag, devices: &[DeviceKey], entry: &LogEntry) -> Result<Hash, SyncProblem> {
    match entry {
        LogEntry::Own { hash, .. } => Ok(*hash),
        LogEntry::Record { device, record } => {
            let device = devices.get(*device as usize);
            let device = *device.ok_or(SyncProblem::Nonsense)?;
            match record.verify(team, device) {
                Ok(()) => Ok(record.hash(team, device)),
                Err(_) => Err(SyncProblem::Nonsense),
            }
        }
    }
}
