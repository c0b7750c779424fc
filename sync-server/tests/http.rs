//! Each endpoint over HTTP: successful requests.

mod common;

use axum::http::Request;
use common::{fixture::Fixture, *};
use voorveld_protocol::*;
use voorveld_sync_server::Limits;

#[tokio::test]
async fn a_day_of_a_duo_from_the_first_team_to_the_second_phone() {
    let server = Fixture::with_anna().await;
    let hers = server
        .sync(&anna(), request(records(&anna(), 1, 30)))
        .await
        .synced();
    assert_eq!((hers.kept, hers.head.seq, hers.entries.len()), (30, 30, 30));
    assert!(
        hers.entries
            .iter()
            .all(|e| matches!(e, LogEntry::Own { .. }))
    );

    let put = server.post(put_mailbox(&anna(), &invitation(60))).await;
    assert_eq!((put.status, put.body.len()), (201, 0));
    let opened = server.post(open_mailbox(&bram())).await;
    let contents: MailboxContents = decode(&opened.body).expect("contents");
    assert_eq!(
        (opened.status, contents.team, contents.inviter),
        (200, TEAM, anna().device())
    );

    let said = Status::sign(TEAM, &bram(), 1, b"gelijk".to_vec());
    let his = SyncRequest {
        status: Some(said.clone()),
        ..request(records(&bram(), 1, 2))
    };
    let his = server.sync(&bram(), his).await.synced();
    assert_eq!((his.kept, his.head.seq, his.entries.len()), (2, 32, 32));
    assert_eq!(his.statuses, vec![], "his own is no news to him");

    let cursor = Cursor {
        log: Some(hers.head.log),
        seq: 30,
        chain: Some(hers.head.chain),
    };
    let news = server
        .sync(
            &anna(),
            SyncRequest {
                cursor,
                ..request(vec![])
            },
        )
        .await
        .synced();
    assert_eq!(
        (news.restarted, news.entries.len(), news.head),
        (false, 2, his.head)
    );
    assert_eq!(
        news.statuses,
        vec![DeviceStatus {
            device: 0,
            status: said
        }]
    );
    assert_eq!(news.devices, vec![bram().device()]);
}

#[tokio::test]
async fn nothing_changed_costs_less_than_half_a_kilobyte() {
    let server = Fixture::with_anna().await;
    let now = server
        .sync(&anna(), request(records(&anna(), 1, 3)))
        .await
        .synced();
    let cursor = Cursor {
        log: Some(now.head.log),
        seq: 3,
        chain: Some(now.head.chain),
    };
    let ask = sync(
        &anna(),
        &SyncRequest {
            cursor,
            ..request(vec![])
        },
    );
    let up = ask.body.len();
    let down = server.post(ask).await.body.len();
    assert!(
        up + down < 512 - 120,
        "{up} up, {down} down, and HTTP's own"
    );
}

#[tokio::test]
async fn the_largest_that_is_allowed_is_kept_and_comes_back() {
    let server = Fixture::with_anna().await;
    let largest = vec![record(&anna(), 1, MAX_SEALED_BYTES)];
    assert_eq!(
        server.sync(&anna(), request(largest)).await.synced().kept,
        1
    );
    let whole = SyncRequest {
        include_own: true,
        ..request(vec![])
    };
    let page = server.sync(&anna(), whole).await.synced();
    assert_eq!((page.entries.len(), page.more), (1, false));
}

#[tokio::test]
async fn a_request_that_is_replayed_changes_nothing() {
    let server = Fixture::with_anna().await;
    let message = request(records(&anna(), 1, 3));
    let first = server.sync(&anna(), message.clone()).await;
    let second = server.sync(&anna(), message).await;
    assert_eq!(first.body, second.body);
}

#[tokio::test]
async fn more_requests_than_it_handles_at_once_are_told_it_is_busy() {
    let server = Fixture::with(|config| {
        config.limits = Limits {
            in_flight: 0,
            ..Limits::default()
        };
    });
    let busy = server.post(create(&anna(), None)).await.refused();
    assert_eq!(busy, (503, RefusalCode::Busy, 0));
    let health = server.send(Request::get("/health"), vec![]).await;
    assert_eq!(health.status, 200, "its health is told all the same");
}

#[tokio::test]
async fn when_memory_is_short_pages_get_smaller_and_nobody_is_refused() {
    let server = Fixture::with(|config| {
        config.limits = Limits {
            page_bytes: 0,
            ..Limits::default()
        };
    });
    server.post(create(&anna(), None)).await;
    server
        .sync(
            &anna(),
            request((1..=10).map(|n| record(&anna(), n, 20_000)).collect()),
        )
        .await;
    let whole = SyncRequest {
        include_own: true,
        ..request(vec![])
    };
    let page = server.sync(&anna(), whole).await.synced();
    assert_eq!((page.entries.len(), page.more), (3, true));
}

#[tokio::test]
async fn health_names_the_version_and_no_path_is_anything_else() {
    let server = Fixture::new();
    let health = server.send(Request::get("/health"), vec![]).await;
    let json: serde_json::Value = serde_json::from_slice(&health.body).expect("JSON");
    assert_eq!((health.status, &json["status"]), (200, &"ok".into()));
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
    for path in ["/", "/v1", "/v1/teams/abc", "/v2/teams"] {
        assert_eq!(
            server.send(Request::get(path), vec![]).await.status,
            404,
            "{path}"
        );
    }
    assert_eq!(
        server.send(Request::get("/v1/teams"), vec![]).await.status,
        405
    );
}
