//! The log: pushes are atomic, idempotent, ordered and durable.

use std::sync::Arc;

use voorveld_protocol::{Chain, Cursor, DocumentTag, Hash, LogEntry, LogId, RecordKind, TeamTag};

use super::{
    Place,
    people::{
        BEGIN, LOG, TEAM, anna, ask, bram, device, follow, found, join, push, query, read, record,
        record_in, records, with_anna, with_both,
    },
};
use crate::{NewTeam, NumberedRecord, Push, StoreError};

pub(super) async fn a_team_is_started_once_and_again_only_by_its_founder(place: &impl Place) {
    let store = with_anna(place).await;
    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 2)).await, Ok(2));
    let again = |founder: voorveld_protocol::DeviceKey| NewTeam {
        team: TEAM,
        founder,
        log: LogId([8; 16]),
    };
    assert_eq!(store.create_team(again(anna().device())).await, Ok(()));
    let taken = store.create_team(again(bram().device())).await;
    assert_eq!(taken, Err(StoreError::TeamTaken));
    let head = read(&*store, &anna(), BEGIN).await.head;
    assert_eq!(
        (head.log, head.seq),
        (LOG, 2),
        "starting again lost nothing"
    );
}

pub(super) async fn strangers_and_unknown_teams_are_refused(place: &impl Place) {
    let store = with_anna(place).await;
    let stranger = bram();
    let refused = Err(StoreError::UnknownDevice);
    assert_eq!(
        push(&*store, &stranger, records(&stranger, 1, 1)).await,
        refused
    );
    assert_eq!(store.kept(TEAM, stranger.device()).await, refused);
    let asked = store.read(query(&stranger, BEGIN)).await;
    assert_eq!(asked, Err(StoreError::UnknownDevice));
    let nowhere = TeamTag([0; 16]);
    let kept = store.kept(nowhere, anna().device()).await;
    assert_eq!(kept, Err(StoreError::UnknownTeam));
    assert_eq!(read(&*store, &anna(), BEGIN).await.head.seq, 0);
}

pub(super) async fn a_push_is_in_the_answer_that_follows(place: &impl Place) {
    let store = with_anna(place).await;
    let empty = read(&*store, &anna(), BEGIN).await;
    assert_eq!(empty.head.chain, Chain::start(LOG));
    assert!(!empty.more && !empty.restarted && empty.entries.is_empty());

    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 3)).await, Ok(3));
    assert_eq!(store.kept(TEAM, anna().device()).await, Ok(3));
    let after = read(&*store, &anna(), BEGIN).await;
    assert_eq!((after.kept, after.head.seq, after.entries.len()), (3, 3, 3));
    follow(&after, &anna(), BEGIN);
}

pub(super) async fn the_same_push_again_changes_nothing(place: &impl Place) {
    let store = with_anna(place).await;
    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 5)).await, Ok(5));
    let before = read(&*store, &anna(), BEGIN).await;
    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 5)).await, Ok(5));
    assert_eq!(push(&*store, &anna(), records(&anna(), 2, 3)).await, Ok(5));
    assert_eq!(read(&*store, &anna(), BEGIN).await, before);
}

pub(super) async fn a_push_that_overlaps_adds_only_what_is_new(place: &impl Place) {
    let store = with_anna(place).await;
    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 3)).await, Ok(3));
    assert_eq!(push(&*store, &anna(), records(&anna(), 2, 6)).await, Ok(6));
    let all = read(&*store, &anna(), BEGIN).await;
    assert_eq!(all.entries.len(), 6);
    follow(&all, &anna(), BEGIN);
}

pub(super) async fn another_record_under_a_kept_number_is_a_fork_and_nothing_is_kept(
    place: &impl Place,
) {
    let store = with_anna(place).await;
    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 3)).await, Ok(3));
    let before = read(&*store, &anna(), BEGIN).await;
    let mut forked = records(&anna(), 2, 5);
    forked[1] = record(&anna(), 3, 100, 1);
    let refused = push(&*store, &anna(), forked).await;
    assert_eq!(refused, Err(StoreError::Fork(3)));
    assert_eq!(read(&*store, &anna(), BEGIN).await, before);
}

pub(super) async fn a_missing_number_is_a_gap_and_nothing_is_kept(place: &impl Place) {
    let store = with_anna(place).await;
    assert_eq!(push(&*store, &anna(), records(&anna(), 1, 2)).await, Ok(2));
    let before = read(&*store, &anna(), BEGIN).await;
    let refused = push(&*store, &anna(), records(&anna(), 4, 5)).await;
    assert_eq!(refused, Err(StoreError::Gap(3)));
    let mut holed = records(&anna(), 3, 6);
    holed.remove(2);
    assert_eq!(push(&*store, &anna(), holed).await, Err(StoreError::Gap(5)));
    let far = record(&anna(), u64::MAX, 10, 0);
    assert_eq!(
        push(&*store, &anna(), vec![far]).await,
        Err(StoreError::Gap(3))
    );
    assert_eq!(read(&*store, &anna(), BEGIN).await, before);
}

pub(super) async fn two_devices_write_one_log_whose_chain_holds(place: &impl Place) {
    let store = with_both(place).await;
    for (turn, by) in (1..=10).flat_map(|turn| [(turn, anna()), (turn, bram())]) {
        let (from, to) = (turn * 2 - 1, turn * 2);
        assert_eq!(push(&*store, &by, records(&by, from, to)).await, Ok(to));
    }
    let (mut hers, mut his) = (BEGIN, BEGIN);
    for (by, cursor) in [(anna(), &mut hers), (bram(), &mut his)] {
        let all = read(&*store, &by, BEGIN).await;
        assert_eq!(all.entries.len(), 40);
        *cursor = follow(&all, &by, BEGIN);
    }
    assert_eq!(hers, his, "both came to the same chain");
    let news = read(&*store, &anna(), hers).await;
    assert!(news.entries.is_empty() && !news.restarted && !news.more);
}

pub(super) async fn writers_at_the_same_time_leave_no_hole_in_the_log(place: &impl Place) {
    let store = with_anna(place).await;
    let mut writers = tokio::task::JoinSet::new();
    for number in 10..26 {
        let by = device(number);
        join(&*store, &anna(), &by).await;
        let store = Arc::clone(&store);
        writers.spawn(async move {
            for turn in 0..8 {
                let (from, to) = (turn * 3 + 1, turn * 3 + 3);
                assert_eq!(push(&*store, &by, records(&by, from, to)).await, Ok(to));
            }
        });
    }
    // A concurrent reader never finds a gap.
    let mut cursor = BEGIN;
    while writers
        .join_next()
        .await
        .transpose()
        .expect("a writer failed")
        .is_some()
    {
        let page = read(&*store, &anna(), cursor).await;
        assert!(!page.restarted);
        cursor = follow(&page, &anna(), cursor);
    }
    let rest = read(&*store, &anna(), cursor).await;
    assert_eq!(follow(&rest, &anna(), cursor).seq, 16 * 8 * 3);
}

pub(super) async fn a_store_that_was_closed_has_everything_when_it_opens(place: &impl Place) {
    let store = with_both(place).await;
    push(&*store, &anna(), records(&anna(), 1, 4))
        .await
        .expect("kept");
    push(&*store, &bram(), records(&bram(), 1, 4))
        .await
        .expect("kept");
    let before = read(&*store, &anna(), BEGIN).await;
    assert_eq!(store.probe().await, Ok(()));
    assert_eq!(store.close().await, Ok(()));
    let closed = push(&*store, &anna(), records(&anna(), 5, 5)).await;
    assert!(matches!(closed, Err(StoreError::Storage(_))));
    drop(store);

    let store = place.open().await;
    assert_eq!(read(&*store, &anna(), BEGIN).await, before);
    let cursor = follow(&before, &anna(), BEGIN);
    push(&*store, &bram(), records(&bram(), 5, 6))
        .await
        .expect("kept");
    let news = read(&*store, &anna(), cursor).await;
    assert_eq!((news.restarted, news.entries.len()), (false, 2));
    follow(&news, &anna(), cursor);
}

pub(super) async fn logs_of_teams_are_strictly_apart(place: &impl Place) {
    let store = with_anna(place).await;
    let other = TeamTag([6; 16]);
    found(&*store, other, LogId([5; 16]), &bram()).await;
    push(&*store, &anna(), records(&anna(), 1, 3))
        .await
        .expect("kept");
    let pushed = store
        .push(Push {
            team: other,
            device: bram().device(),
            records: vec![record_in(other, &bram(), 1, vec![1; 10])],
            status: None,
        })
        .await;
    assert_eq!(pushed, Ok(1));
    let theirs = ask(
        &*store,
        crate::Query {
            team: other,
            ..query(&bram(), BEGIN)
        },
    )
    .await;
    assert_eq!((theirs.head.seq, theirs.entries.len()), (1, 1));
    assert_eq!(read(&*store, &anna(), BEGIN).await.entries.len(), 3);
    let peek = store.read(query(&bram(), BEGIN)).await;
    assert_eq!(peek, Err(StoreError::UnknownDevice));
}

pub(super) async fn a_cursor_that_is_not_in_this_log_starts_it_anew(place: &impl Place) {
    let store = with_anna(place).await;
    push(&*store, &anna(), records(&anna(), 1, 4))
        .await
        .expect("kept");
    let good = follow(&read(&*store, &anna(), BEGIN).await, &anna(), BEGIN);
    assert!(!read(&*store, &anna(), good).await.restarted);
    let strange = [
        Cursor {
            log: Some(LogId([1; 16])),
            ..good
        },
        Cursor { seq: 5, ..good },
        Cursor {
            seq: u64::MAX,
            ..good
        },
        Cursor { seq: 3, ..good },
        Cursor {
            chain: Some(Chain(Hash([0; 32]))),
            ..good
        },
        Cursor {
            chain: None,
            ..good
        },
    ];
    for cursor in strange {
        let anew = read(&*store, &anna(), cursor).await;
        assert!(anew.restarted, "{cursor:?}");
        assert_eq!(anew.entries.len(), 4);
        assert_eq!(follow(&anew, &anna(), cursor), good);
    }
    let nothing_known = Cursor {
        chain: Some(Chain(Hash([0; 32]))),
        ..BEGIN
    };
    assert!(!read(&*store, &anna(), nothing_known).await.restarted);
}

pub(super) async fn unknown_kinds_and_large_numbers_come_back_as_they_went(place: &impl Place) {
    let store = with_both(place).await;
    let record = voorveld_protocol::PushedRecord::sign(
        TEAM,
        &bram(),
        1,
        RecordKind(255),
        DocumentTag([255; 16]),
        u32::MAX,
        Vec::new(),
    );
    let hash = record.hash(TEAM, bram().device());
    let sent = NumberedRecord { record, hash };
    push(&*store, &bram(), vec![sent.clone()])
        .await
        .expect("kept");
    let got = read(&*store, &anna(), BEGIN).await;
    let expected = LogEntry::Record {
        device: 0,
        record: sent.record,
    };
    assert_eq!(
        (got.entries, got.devices),
        (vec![expected], vec![bram().device()])
    );
}
