//! Fixtures of the scenarios: a team, its devices, and their pushes and queries.

use std::sync::Arc;

use voorveld_protocol::{
    Chain, Cursor, DeviceKey, DocumentTag, Hash, LogEntry, LogId, PushedRecord, RecordKind, Signer,
    Status, SyncResponse, TeamTag,
};

use super::Place;
use crate::{NewMailbox, NewTeam, NumberedRecord, Push, Query, Store, StoreError};

pub(super) const TEAM: TeamTag = TeamTag([7; 16]);
pub(super) const LOG: LogId = LogId([9; 16]);
pub(super) const BEGIN: Cursor = Cursor {
    log: None,
    seq: 0,
    chain: None,
};

pub(super) fn anna() -> Signer {
    Signer::from_seed([1; 32])
}

pub(super) fn bram() -> Signer {
    Signer::from_seed([2; 32])
}

pub(super) fn device(number: u8) -> Signer {
    Signer::from_seed([number; 32])
}

/// Opens a store with Anna's team in it.
pub(super) async fn with_anna(place: &impl Place) -> Arc<dyn Store> {
    let store = place.open().await;
    found(&*store, TEAM, LOG, &anna()).await;
    store
}

/// Opens a store with a team of Anna and Bram.
pub(super) async fn with_both(place: &impl Place) -> Arc<dyn Store> {
    let store = with_anna(place).await;
    join(&*store, &anna(), &bram()).await;
    store
}

pub(super) async fn found(store: &dyn Store, team: TeamTag, log: LogId, founder: &Signer) {
    let founder = founder.device();
    let new = NewTeam { team, founder, log };
    assert_eq!(store.create_team(new).await, Ok(()));
}

pub(super) async fn join(store: &dyn Store, inviter: &Signer, newcomer: &Signer) {
    let mailbox = voorveld_protocol::MailboxId(first_half(newcomer.device()));
    let new = NewMailbox {
        team: TEAM,
        inviter: inviter.device(),
        mailbox,
        sealed: b"come in".to_vec(),
        now: 0,
        expires: 60,
    };
    assert_eq!(store.put_mailbox(new).await, Ok(()));
    let opened = store.open_mailbox(mailbox, newcomer.device(), 1).await;
    assert_eq!(opened.map(|o| o.team), Ok(TEAM));
}

pub(super) fn first_half(key: DeviceKey) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&key.0[..16]);
    half
}

/// Creates a record of this many bytes, all with this value.
pub(super) fn record(by: &Signer, dev_seq: u64, size: usize, content: u8) -> NumberedRecord {
    record_in(TEAM, by, dev_seq, vec![content; size])
}

pub(super) fn record_in(
    team: TeamTag,
    by: &Signer,
    dev_seq: u64,
    sealed: Vec<u8>,
) -> NumberedRecord {
    let document = DocumentTag([3; 16]);
    let record = PushedRecord::sign(team, by, dev_seq, RecordKind::CHANGES, document, 1, sealed);
    let hash = record.hash(team, by.device());
    NumberedRecord { record, hash }
}

/// Creates records `from..=to` of 100 bytes each.
pub(super) fn records(by: &Signer, from: u64, to: u64) -> Vec<NumberedRecord> {
    (from..=to).map(|n| record(by, n, 100, 0)).collect()
}

pub(super) async fn push(
    store: &dyn Store,
    by: &Signer,
    records: Vec<NumberedRecord>,
) -> Result<u64, StoreError> {
    push_with(store, by, records, None).await
}

pub(super) async fn push_with(
    store: &dyn Store,
    by: &Signer,
    records: Vec<NumberedRecord>,
    status: Option<Status>,
) -> Result<u64, StoreError> {
    let push = Push {
        team: TEAM,
        device: by.device(),
        records,
        status,
    };
    store.push(push).await
}

pub(super) fn query(by: &Signer, cursor: Cursor) -> Query {
    Query {
        team: TEAM,
        device: by.device(),
        cursor,
        status_version: 0,
        max_bytes: u32::MAX,
        include_own: false,
    }
}

pub(super) async fn read(store: &dyn Store, by: &Signer, cursor: Cursor) -> SyncResponse {
    ask(store, query(by, cursor)).await
}

pub(super) async fn ask(store: &dyn Store, query: Query) -> SyncResponse {
    match store.read(query).await {
        Ok(response) => response,
        Err(error) => panic!("a read was refused: {error}"),
    }
}

/// Computes the chain over a page as a phone does; returns the cursor after it.
pub(super) fn follow(response: &SyncResponse, by: &Signer, from: Cursor) -> Cursor {
    let log = response.head.log;
    let (mut seq, mut chain) = match from.chain {
        Some(chain) if !response.restarted => (from.seq, chain),
        _ => (0, Chain::start(log)),
    };
    for entry in &response.entries {
        seq += 1;
        chain = chain.after(seq, hash_of(response, by, entry));
    }
    if !response.more {
        assert_eq!(seq, response.head.seq, "the page reaches the head");
        assert_eq!(chain, response.head.chain, "the chain holds");
    }
    Cursor {
        log: Some(log),
        seq,
        chain: Some(chain),
    }
}

fn hash_of(response: &SyncResponse, by: &Signer, entry: &LogEntry) -> Hash {
    match entry {
        LogEntry::Own { hash, .. } => *hash,
        LogEntry::Record { device, record } => {
            let maker = response.devices[*device as usize];
            assert_eq!(record.verify(TEAM, maker), Ok(()), "as it was signed");
            assert!(maker != by.device() || record.dev_seq > 0);
            record.hash(TEAM, maker)
        }
    }
}

pub(super) fn status(by: &Signer, content: u8) -> Status {
    Status::sign(TEAM, by, 1, vec![content; 20])
}
