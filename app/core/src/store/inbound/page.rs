//! A page of the log, verified before it reaches the store: checking signatures takes most of the time
//! and needs no access to the store.

use std::future::Future;

use voorveld_protocol::{DeviceKey, Hash, LogEntry, SyncResponse, TeamTag};

use crate::SyncProblem;

/// Signatures verified before yielding to other tasks.
const AT_ONCE: usize = 64;

/// A response in which every record is signed by the device it names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(super) response: SyncResponse,
    /// The hash of each entry, in order.
    pub(super) hashes: Vec<Hash>,
}

impl Page {
    /// Verifies a response, awaiting `turn` regularly to let other tasks run.
    ///
    /// # Errors
    /// [`SyncProblem::Nonsense`] if a record names an unknown device or is not signed by the one it
    /// names.
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
