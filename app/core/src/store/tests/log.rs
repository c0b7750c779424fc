//! A minimal implementation of the server's log, as seen by a phone.

use crate::store::OutOfStep;
use voorveld_protocol::{
    Chain, DeviceKey, DeviceStatus, Hash, Head, LogEntry, LogId, PushedRecord, Status, SyncRequest,
    SyncResponse, TeamTag,
};

#[derive(Clone)]
pub(in crate::store) struct Log {
    id: LogId,
    records: Vec<(DeviceKey, PushedRecord)>,
    statuses: Vec<(DeviceKey, Status, u64)>,
    version: u64,
}

impl Log {
    pub(in crate::store) fn new() -> Self {
        Self {
            id: LogId([1; 16]),
            records: Vec::new(),
            statuses: Vec::new(),
            version: 0,
        }
    }

    /// Simulates a server restored from a backup with this many records.
    pub(in crate::store) fn restore_backup_of(&mut self, records: usize) {
        self.records.truncate(records);
        self.statuses.clear();
    }

    /// Truncates the log to this many records and keeps all device notes.
    pub(in crate::store) fn cut_to(&mut self, records: usize) {
        self.records.truncate(records);
    }

    /// Appends a record from elsewhere.
    pub(in crate::store) fn push(&mut self, device: DeviceKey, record: PushedRecord) {
        self.records.push((device, record));
    }

    pub(in crate::store) fn records(&self) -> usize {
        self.records.len()
    }

    /// Returns a record for the test to corrupt.
    pub(in crate::store) fn record_mut(&mut self, place: usize) -> &mut PushedRecord {
        &mut self.records[place].1
    }

    fn chain(&self, team: TeamTag, upto: usize) -> Chain {
        let records = (1..).zip(&self.records[..upto]);
        records.fold(Chain::start(self.id), |chain, (seq, (device, record))| {
            chain.after(seq, record.hash(team, *device))
        })
    }

    pub(in crate::store) fn answer(
        &mut self,
        device: DeviceKey,
        request: SyncRequest,
    ) -> Result<SyncResponse, OutOfStep> {
        let team = request.team;
        let last = |log: &Self| {
            let own = log.records.iter().filter(|(d, _)| *d == device);
            own.map(|(_, record)| record.dev_seq).max().unwrap_or(0)
        };
        for record in request.pushes {
            record.verify(team, device).expect("signed");
            let next = last(self) + 1;
            let same = |(by, kept): &&(DeviceKey, PushedRecord)| {
                *by == device && kept.dev_seq == record.dev_seq
            };
            match record.dev_seq {
                n if n == next => self.records.push((device, record)),
                n if n > next => return Err(OutOfStep::Lost),
                _ => {
                    let (_, kept) = self.records.iter().find(same).expect("numbered");
                    if kept.hash(team, device) != record.hash(team, device) {
                        return Err(OutOfStep::Forked);
                    }
                }
            }
        }
        if let Some(status) = request.status {
            self.version += 1;
            self.statuses.retain(|(d, ..)| *d != device);
            self.statuses.push((device, status, self.version));
        }
        let cursor = request.cursor;
        let seq = usize::try_from(cursor.seq).expect("small");
        let fits = seq <= self.records.len()
            && (seq == 0 || cursor.chain == Some(self.chain(team, seq)))
            && cursor.log.is_none_or(|log| log == self.id);
        let from = if fits { seq } else { 0 };
        let mut devices: Vec<DeviceKey> = Vec::new();
        let mut index = |d: DeviceKey| {
            let place = devices.iter().position(|known| *known == d);
            place.unwrap_or_else(|| {
                devices.push(d);
                devices.len() - 1
            }) as u32
        };
        let mut bytes = 0;
        let mut entries = Vec::new();
        for (from, record) in &self.records[from..] {
            if bytes > request.max_bytes as usize {
                break;
            }
            bytes += record.sealed.len();
            entries.push(if *from == device && !request.include_own {
                let hash: Hash = record.hash(team, device);
                LogEntry::Own {
                    dev_seq: record.dev_seq,
                    hash,
                }
            } else {
                LogEntry::Record {
                    device: index(*from),
                    record: record.clone(),
                }
            });
        }
        let statuses = self
            .statuses
            .iter()
            .filter(|(d, _, version)| *d != device && *version > request.status_version)
            .map(|(d, status, _)| DeviceStatus {
                device: index(*d),
                status: status.clone(),
            })
            .collect();
        Ok(SyncResponse {
            restarted: !fits,
            head: Head {
                log: self.id,
                seq: self.records.len() as u64,
                chain: self.chain(team, self.records.len()),
            },
            kept: last(self),
            more: from + entries.len() < self.records.len(),
            devices,
            entries,
            statuses,
            status_version: self.version,
        })
    }
}
