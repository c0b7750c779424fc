//! Pages: limited by bytes, in order, without gaps.

use voorveld_protocol::{LogEntry, MAX_PAGE_BYTES};

use super::{
    Place,
    people::{BEGIN, anna, ask, bram, follow, push, query, read, record, with_both},
};
use crate::{Query, store::page::Page};

pub(super) async fn pages_hold_to_their_bytes_and_together_are_the_log(place: &impl Place) {
    let store = with_both(place).await;
    for number in 1..=40_u64 {
        let size = (number as usize * 37) % 500;
        let by = if number % 2 == 0 { anna() } else { bram() };
        let own_number = number.div_ceil(2);
        let records = vec![record(&by, own_number, size, 0)];
        push(&*store, &by, records).await.expect("kept");
    }
    let (mut cursor, mut pages, mut entries) = (BEGIN, 0, 0);
    loop {
        let page = ask(
            &*store,
            Query {
                max_bytes: 2000,
                include_own: true,
                ..query(&anna(), cursor)
            },
        )
        .await;
        let cost: usize = page
            .entries
            .iter()
            .map(|entry| match entry {
                LogEntry::Record { record, .. } => Page::cost_of_record(record.sealed.len()),
                LogEntry::Own { .. } => panic!("own records were asked for whole"),
            })
            .sum();
        assert!(cost <= 2000, "{cost} bytes on a page of 2000");
        assert!(!page.entries.is_empty(), "every page brings the reader on");
        pages += 1;
        entries += page.entries.len();
        cursor = follow(&page, &anna(), cursor);
        if !page.more {
            break;
        }
    }
    assert_eq!(entries, 40);
    assert!(pages > 5, "{pages}");
}

pub(super) async fn one_record_always_fits(place: &impl Place) {
    let store = with_both(place).await;
    let large = vec![
        record(&bram(), 1, 300_000, 1),
        record(&bram(), 2, 300_000, 2),
    ];
    push(&*store, &bram(), large).await.expect("kept");
    let first = ask(
        &*store,
        Query {
            max_bytes: 0,
            ..query(&anna(), BEGIN)
        },
    )
    .await;
    assert_eq!((first.entries.len(), first.more), (1, true));
    let cursor = follow(&first, &anna(), BEGIN);
    let second = ask(
        &*store,
        Query {
            max_bytes: 1,
            ..query(&anna(), cursor)
        },
    )
    .await;
    assert_eq!((second.entries.len(), second.more), (1, false));
    follow(&second, &anna(), cursor);

    let most = MAX_PAGE_BYTES as usize / 2;
    let larger = (3..=5).map(|n| record(&bram(), n, most, 3)).collect();
    push(&*store, &bram(), larger).await.expect("kept");
    let clamped = read(&*store, &anna(), BEGIN).await;
    assert!(
        clamped.more,
        "no page is larger than the protocol's largest"
    );
}

pub(super) async fn own_records_come_as_hashes_unless_asked_for_whole(place: &impl Place) {
    let store = with_both(place).await;
    let hers = record(&anna(), 1, 50, 1);
    let his = record(&bram(), 1, 50, 2);
    push(&*store, &anna(), vec![hers.clone()])
        .await
        .expect("kept");
    push(&*store, &bram(), vec![his.clone()])
        .await
        .expect("kept");

    let short = read(&*store, &anna(), BEGIN).await;
    let own = LogEntry::Own {
        dev_seq: 1,
        hash: hers.hash,
    };
    let other = LogEntry::Record {
        device: 0,
        record: his.record.clone(),
    };
    assert_eq!(short.entries, vec![own, other]);
    assert_eq!(short.devices, vec![bram().device()]);

    let whole = ask(
        &*store,
        Query {
            include_own: true,
            ..query(&anna(), BEGIN)
        },
    )
    .await;
    let own = LogEntry::Record {
        device: 0,
        record: hers.record,
    };
    let other = LogEntry::Record {
        device: 1,
        record: his.record,
    };
    assert_eq!(whole.entries, vec![own, other]);
    assert_eq!(whole.devices, vec![anna().device(), bram().device()]);
    follow(&short, &anna(), BEGIN);
    follow(&whole, &anna(), BEGIN);
}
