//! Building one page of a log: shared by all stores.

use voorveld_protocol::{
    Chain, Cursor, DeviceKey, DeviceStatus, Head, LogEntry, PushedRecord, Status, SyncResponse,
};

/// Bytes a record counts for on a page, in addition to its sealed payload.
pub const RECORD_COST: usize = 128;

/// Bytes one of the caller's own records counts for when it is not sent in full.
pub const OWN_COST: usize = 48;

/// Returns whether a cursor lies outside a log, so that the caller must reread it from the start.
/// `chain_at` is the log's chain at the cursor's position, if the log reaches that far.
pub fn is_restarted(cursor: &Cursor, head: &Head, chain_at: Option<Chain>) -> bool {
    let other_log = cursor.log.is_some_and(|log| log != head.log);
    other_log
        || cursor.seq > head.seq
        || (cursor.seq > 0 && (cursor.chain.is_none() || cursor.chain != chain_at))
}

/// A page being filled.
#[derive(Debug)]
pub struct Page {
    limit: usize,
    used: usize,
    devices: Vec<DeviceKey>,
    entries: Vec<LogEntry>,
    statuses: Vec<DeviceStatus>,
}

impl Page {
    /// Creates an empty page of at most this many bytes, capped at the protocol's limit.
    pub fn new(max_bytes: u32) -> Self {
        Self {
            limit: max_bytes.min(voorveld_protocol::MAX_PAGE_BYTES) as usize,
            used: 0,
            devices: Vec::new(),
            entries: Vec::new(),
            statuses: Vec::new(),
        }
    }

    /// Returns whether an entry of this cost still fits; the first always does.
    pub fn fits(&self, cost: usize) -> bool {
        self.entries.is_empty() || self.used.saturating_add(cost) <= self.limit
    }

    /// Returns the cost of a full record with a payload of this many bytes.
    pub fn cost_of_record(sealed: usize) -> usize {
        RECORD_COST.saturating_add(sealed)
    }

    /// Adds a full record.
    pub fn add_record(&mut self, device: DeviceKey, record: PushedRecord) {
        self.used += Self::cost_of_record(record.sealed.len());
        let device = self.index_of(device);
        self.entries.push(LogEntry::Record { device, record });
    }

    /// Adds one of the caller's own records, by number and hash.
    pub fn add_own(&mut self, dev_seq: u64, hash: voorveld_protocol::Hash) {
        self.used += OWN_COST;
        self.entries.push(LogEntry::Own { dev_seq, hash });
    }

    /// Adds another device's status.
    pub fn add_status(&mut self, device: DeviceKey, status: Status) {
        let device = self.index_of(device);
        self.statuses.push(DeviceStatus { device, status });
    }

    /// Builds the response; `from` is the position before the page's first entry.
    pub fn finish(
        self,
        restarted: bool,
        from: u64,
        head: Head,
        kept: u64,
        status_version: u64,
    ) -> SyncResponse {
        let reached = from + self.entries.len() as u64;
        SyncResponse {
            restarted,
            head,
            kept,
            devices: self.devices,
            more: reached < head.seq,
            entries: self.entries,
            statuses: self.statuses,
            status_version,
        }
    }

    fn index_of(&mut self, device: DeviceKey) -> u32 {
        let known = self.devices.iter().position(|d| *d == device);
        let index = known.unwrap_or_else(|| {
            self.devices.push(device);
            self.devices.len() - 1
        });
        u32::try_from(index).unwrap_or(u32::MAX)
    }
}
