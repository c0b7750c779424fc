//! The SQLite store: the conformance suite, and behaviour specific to SQLite.

use std::sync::Arc;

use async_trait::async_trait;
use tempfile::TempDir;
use tokio::task::JoinSet;
use voorveld_protocol::{Cursor, DocumentTag, LogId, PushedRecord, RecordKind, Signer, TeamTag};
use voorveld_sync_server::{
    NewTeam, NumberedRecord, OpenError, Push, Query, SqliteOptions, SqliteStore, Store, StoreError,
    conformance::{Place, suite},
};

struct Folder(TempDir);

#[async_trait]
impl Place for Folder {
    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(open(&options(&self.0)))
    }
}

const TEAM: TeamTag = TeamTag([1; 16]);

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn options(dir: &TempDir) -> SqliteOptions {
    SqliteOptions::new(dir.path().join("data"))
}

fn open(options: &SqliteOptions) -> SqliteStore {
    SqliteStore::open(options).expect("opens")
}

fn anna() -> Signer {
    Signer::from_seed([1; 32])
}

async fn found(store: &SqliteStore) {
    let (founder, log) = (anna().device(), LogId([2; 16]));
    let new = NewTeam {
        team: TEAM,
        founder,
        log,
    };
    store.create_team(new).await.expect("started");
}

fn push(dev_seq: u64, size: usize) -> Push {
    let (kind, document) = (RecordKind::CHANGES, DocumentTag([3; 16]));
    let record = PushedRecord::sign(TEAM, &anna(), dev_seq, kind, document, 1, vec![7; size]);
    let hash = record.hash(TEAM, anna().device());
    Push {
        team: TEAM,
        device: anna().device(),
        records: vec![NumberedRecord { record, hash }],
        status: None,
    }
}

async fn head(store: &SqliteStore) -> u64 {
    let cursor = Cursor {
        log: None,
        seq: 0,
        chain: None,
    };
    let query = Query {
        team: TEAM,
        device: anna().device(),
        cursor,
        status_version: 0,
        max_bytes: 0,
        include_own: false,
    };
    store.read(query).await.expect("reads").head.seq
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_holds_to_the_conformance_suite() {
    suite(|| Folder(folder())).await;
}

#[tokio::test]
async fn a_full_disk_refuses_the_push_keeps_nothing_of_it_and_takes_smaller_ones() {
    let dir = folder();
    let small = SqliteOptions {
        max_bytes: Some(512 * 1024),
        ..options(&dir)
    };
    let store = open(&small);
    found(&store).await;
    store.push(push(1, 1000)).await.expect("kept");
    // The first record of this push still fits, the second does not.
    let mut both = push(2, 1000);
    both.records.extend(push(3, 1024 * 1024).records);
    let full = store.push(both).await;
    assert!(matches!(full, Err(StoreError::Storage(_))), "{full:?}");
    assert_eq!(
        (store.kept(TEAM, anna().device()).await, head(&store).await),
        (Ok(1), 1)
    );
    assert_eq!(store.push(push(2, 1000)).await, Ok(2));
    drop(store);

    let roomy = open(&options(&dir));
    assert_eq!(roomy.push(push(3, 1024 * 1024)).await, Ok(3));
    assert_eq!(head(&roomy).await, 3);
}

#[tokio::test]
async fn a_push_that_fails_halfway_leaves_nothing() {
    let dir = folder();
    let store = open(&options(&dir));
    found(&store).await;
    // Two more records fill the log's number space.
    let nearly = (1_i64 << 40) - 3;
    let file = rusqlite::Connection::open(dir.path().join("data/voorveld.sqlite3"));
    let filled = file
        .expect("opens")
        .execute("UPDATE teams SET head = ?1", [nearly]);
    assert_eq!(filled, Ok(1));
    let mut three = push(1, 10);
    three.records.extend(push(2, 10).records);
    three.records.extend(push(3, 10).records);
    let full = store.push(three).await;
    assert!(matches!(full, Err(StoreError::Storage(_))), "{full:?}");
    let kept = store.kept(TEAM, anna().device()).await;
    assert_eq!((kept, head(&store).await), (Ok(0), nearly as u64));
    assert_eq!(
        store.push(push(1, 10)).await,
        Ok(1),
        "its numbers are free still"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_push_too_large_for_the_disk_does_not_take_its_neighbours_with_it() {
    let dir = folder();
    let store = Arc::new(open(&SqliteOptions {
        max_bytes: Some(1024 * 1024),
        ..options(&dir)
    }));
    let mut teams = JoinSet::new();
    for number in 0..24 {
        let store = Arc::clone(&store);
        teams.spawn(async move {
            let team = TeamTag([100 + number; 16]);
            let by = Signer::from_seed([100 + number; 32]);
            let (founder, log) = (by.device(), LogId([number; 16]));
            store
                .create_team(NewTeam { team, founder, log })
                .await
                .expect("started");
            let large = number % 4 == 0;
            let sealed = vec![7; if large { 2 * 1024 * 1024 } else { 500 }];
            let document = DocumentTag([3; 16]);
            let record = PushedRecord::sign(team, &by, 1, RecordKind::CHANGES, document, 1, sealed);
            let hash = record.hash(team, founder);
            let records = vec![NumberedRecord { record, hash }];
            let pushed = store
                .push(Push {
                    team,
                    device: founder,
                    records,
                    status: None,
                })
                .await;
            if large {
                assert!(matches!(pushed, Err(StoreError::Storage(_))), "{pushed:?}")
            } else {
                assert_eq!(pushed, Ok(1))
            }
        });
    }
    while let Some(done) = teams.join_next().await {
        done.expect("as expected");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn writes_beyond_the_queue_are_refused_as_busy_and_the_others_are_kept() {
    let dir = folder();
    let store = Arc::new(open(&SqliteOptions {
        queue: 1,
        batch: 1,
        ..options(&dir)
    }));
    found(&store).await;
    // Another connection locks the database, so the writer is stuck.
    let other =
        rusqlite::Connection::open(dir.path().join("data/voorveld.sqlite3")).expect("opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("holds");

    let mut pushes = JoinSet::new();
    for _ in 0..6 {
        let store = Arc::clone(&store);
        pushes.spawn(async move { store.push(push(1, 10)).await });
    }
    // The writer holds one write and the queue another: the other four are refused at once.
    for _ in 0..4 {
        let told = pushes.join_next().await.expect("one more").expect("ran");
        assert_eq!(told, Err(StoreError::Busy));
    }
    other.execute_batch("ROLLBACK").expect("lets go");
    let mut kept = 0;
    while let Some(told) = pushes.join_next().await {
        match told.expect("ran") {
            Ok(number) => kept += number,
            Err(error) => assert_eq!(error, StoreError::Busy),
        }
    }
    assert!(kept >= 1);
    assert_eq!(head(&store).await, 1);
}

#[tokio::test]
async fn a_second_server_on_the_same_folder_does_not_start() {
    let dir = folder();
    let first = open(&options(&dir));
    let second = SqliteStore::open(&options(&dir));
    assert!(matches!(second, Err(OpenError::InUse(_))), "{second:?}");
    drop(first);
    open(&options(&dir));
}

#[tokio::test]
async fn a_newer_schema_refuses_to_open_and_is_left_as_it_is() {
    let dir = folder();
    drop(open(&options(&dir)));
    let file = dir.path().join("data/voorveld.sqlite3");
    let raise = rusqlite::Connection::open(&file).expect("opens");
    raise
        .pragma_update(None, "user_version", 99)
        .expect("raised");
    drop(raise);
    let before = std::fs::read(&file).expect("reads");
    let refused = SqliteStore::open(&options(&dir)).expect_err("is refused");
    assert!(
        matches!(refused, OpenError::Newer { found: 99, .. }),
        "{refused}"
    );
    assert!(
        refused.to_string().contains("run a newer server"),
        "{refused}"
    );
    assert_eq!(std::fs::read(&file).expect("reads"), before);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_not_deleted() {
    let dir = folder();
    let file = dir.path().join("data/voorveld.sqlite3");
    std::fs::create_dir_all(dir.path().join("data")).expect("made");
    std::fs::write(&file, [b'x'; 8192]).expect("written");
    let refused = SqliteStore::open(&options(&dir));
    assert!(
        matches!(refused, Err(OpenError::Database(_))),
        "{refused:?}"
    );
    assert_eq!(std::fs::read(&file).expect("still there"), [b'x'; 8192]);
}
