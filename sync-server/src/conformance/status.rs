//! Statuses: the latest of each other device, and only those that changed.

use voorveld_protocol::SyncResponse;

use super::{
    Place,
    people::{
        BEGIN, anna, ask, bram, device, join, push_with, query, record, records, status, with_both,
    },
};
use crate::{Query, Store, StoreError};

async fn since(store: &dyn Store, version: u64) -> SyncResponse {
    ask(
        store,
        Query {
            status_version: version,
            ..query(&anna(), BEGIN)
        },
    )
    .await
}

pub(super) async fn only_the_latest_status_of_others_is_given_and_only_once(place: &impl Place) {
    let store = with_both(place).await;
    let carla = device(3);
    join(&*store, &anna(), &carla).await;
    assert_eq!(since(&*store, 0).await.statuses, vec![]);
    for (by, content) in [(anna(), 1), (bram(), 2), (bram(), 3), (carla, 4)] {
        let said = Some(status(&by, content));
        assert_eq!(push_with(&*store, &by, vec![], said).await, Ok(0));
    }
    let heard = since(&*store, 0).await;
    let of = |response: &SyncResponse| -> Vec<_> {
        let pairs = response.statuses.iter();
        pairs
            .map(|s| (response.devices[s.device as usize], s.status.clone()))
            .collect()
    };
    let expected = vec![
        (bram().device(), status(&bram(), 3)),
        (device(3).device(), status(&device(3), 4)),
    ];
    assert_eq!(of(&heard), expected);
    assert_eq!(since(&*store, heard.status_version).await.statuses, vec![]);

    let same = Some(status(&bram(), 3));
    push_with(&*store, &bram(), vec![], same)
        .await
        .expect("kept");
    let still = since(&*store, heard.status_version).await;
    assert_eq!(
        still.status_version, heard.status_version,
        "said again is not news"
    );

    let new = Some(status(&bram(), 5));
    push_with(&*store, &bram(), vec![], new)
        .await
        .expect("kept");
    let news = since(&*store, heard.status_version).await;
    assert_eq!(of(&news), vec![(bram().device(), status(&bram(), 5))]);
}

pub(super) async fn a_status_is_not_kept_when_its_push_is_refused(place: &impl Place) {
    let store = with_both(place).await;
    let said = |content| Some(status(&bram(), content));
    let kept = push_with(&*store, &bram(), records(&bram(), 1, 1), said(1)).await;
    assert_eq!(kept, Ok(1));
    let before = since(&*store, 0).await;
    let gap = push_with(&*store, &bram(), records(&bram(), 3, 3), said(2)).await;
    assert_eq!(gap, Err(StoreError::Gap(2)));
    let fork = push_with(&*store, &bram(), vec![record(&bram(), 1, 1, 9)], said(3)).await;
    assert_eq!(fork, Err(StoreError::Fork(1)));
    assert_eq!(since(&*store, 0).await, before);
}

pub(super) async fn a_version_the_store_never_gave_brings_every_status(place: &impl Place) {
    let store = with_both(place).await;
    let said = Some(status(&bram(), 1));
    push_with(&*store, &bram(), vec![], said)
        .await
        .expect("kept");
    for version in [2, u64::MAX] {
        assert_eq!(since(&*store, version).await.statuses.len(), 1);
    }
}
