//! Each endpoint as a caller meets it: what is done, and what is refused with which status.

mod common;

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::Request,
};
use common::*;
use tempfile::TempDir;
use tower::ServiceExt;
use voorveld_protocol::*;
use voorveld_sync_server::{AppState, Config, Limits, SqliteOptions, SqliteStore, app};

/// A server without a socket, whose day is ours to choose.
struct Fixture {
    router: Router,
    now: Arc<AtomicU64>,
    peer: SocketAddr,
    _dir: TempDir,
}

impl Fixture {
    fn new() -> Self {
        Self::with(|_| {})
    }

    fn with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let mut config = Config::new(dir.path());
        change(&mut config);
        let store = SqliteStore::open(&SqliteOptions::new(dir.path())).expect("opens");
        let now = Arc::new(AtomicU64::new(1000));
        let clock = Arc::clone(&now);
        let clock = Arc::new(move || clock.load(Ordering::Relaxed));
        Self {
            router: app(AppState::new(Arc::new(store), &config, clock)),
            now,
            peer: SocketAddr::from(([127, 0, 0, 1], 50_000)),
            _dir: dir,
        }
    }

    /// With Anna's team in it.
    async fn with_anna() -> Self {
        let fixture = Self::new();
        assert_eq!(fixture.post(create(&anna(), None)).await.status, 201);
        fixture
    }

    async fn post(&self, post: Post) -> Reply {
        self.send(Request::post(post.path), post.body).await
    }

    async fn send(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Reply {
        let request = request
            .header("content-length", body.len())
            .extension(ConnectInfo(self.peer))
            .body(Body::from(body))
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("answers");
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await;
        let body = body.expect("a body").to_vec();
        Reply { status, body }
    }

    async fn sync(&self, by: &Signer, request: SyncRequest) -> Reply {
        self.post(sync(by, &request)).await
    }
}

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
async fn starting_a_team_again_is_fine_for_its_founder_and_taken_for_another() {
    let server = Fixture::with_anna().await;
    assert_eq!(server.post(create(&anna(), None)).await.status, 201);
    let taken = server.post(create(&bram(), None)).await.refused();
    assert_eq!(taken, (409, RefusalCode::Taken, 0));
}

#[tokio::test]
async fn without_a_token_only_callers_on_this_machine_start_a_team() {
    let closed = (403, RefusalCode::RegistrationClosed, 0);
    let mut server = Fixture::new();
    server.peer = SocketAddr::from(([192, 0, 2, 1], 50_000));
    assert_eq!(server.post(create(&anna(), None)).await.refused(), closed);
    assert_eq!(
        server.post(create(&anna(), Some("guess"))).await.refused(),
        closed
    );
    // A proxy on this machine passes somebody else on.
    server.peer = SocketAddr::from(([127, 0, 0, 1], 50_000));
    let through = Request::post("/v1/teams").header("x-forwarded-for", "192.0.2.1");
    let refused = server
        .send(through, create(&anna(), None).body)
        .await
        .refused();
    assert_eq!(refused, closed);
    server.peer = "[::ffff:127.0.0.1]:50000".parse().expect("an address");
    assert_eq!(server.post(create(&anna(), None)).await.status, 201);
}

#[tokio::test]
async fn with_a_token_everybody_must_show_it() {
    let server = Fixture::with(|config| config.registration_token = Some("stad".into()));
    let closed = (403, RefusalCode::RegistrationClosed, 0);
    for wrong in [None, Some(""), Some("sta"), Some("stad ")] {
        assert_eq!(server.post(create(&anna(), wrong)).await.refused(), closed);
    }
    assert_eq!(server.post(create(&anna(), Some("stad"))).await.status, 201);
}

#[tokio::test]
async fn a_body_that_is_no_request_is_malformed() {
    let server = Fixture::with_anna().await;
    let path = format!("/v1/teams/{}/sync", TEAM.to_hex());
    let whole = sync(&anna(), &request(vec![])).body;
    for body in [
        vec![],
        b"{}".to_vec(),
        whole[..40].to_vec(),
        [&whole[..], b"x"].concat(),
    ] {
        let refused = server
            .post(Post {
                path: path.clone(),
                body,
            })
            .await
            .refused();
        assert_eq!(refused, (400, RefusalCode::Malformed, 0));
    }
}

#[tokio::test]
async fn r5_a_request_that_was_tampered_with_or_made_for_another_endpoint_is_unauthorised() {
    let server = Fixture::with_anna().await;
    let refused = (401, RefusalCode::Signature, 0);
    let mut tampered = sync(&anna(), &request(vec![]));
    let last = tampered.body.len() - 1;
    tampered.body[last] ^= 1;
    assert_eq!(server.post(tampered).await.refused(), refused);
    let misused = Post {
        path: "/v1/mailboxes/open".into(),
        ..sync(&anna(), &request(vec![]))
    };
    assert_eq!(server.post(misused).await.refused(), refused);
}

#[tokio::test]
async fn r6_one_record_with_a_bad_signature_refuses_the_whole_push() {
    let server = Fixture::with_anna().await;
    let refused = (401, RefusalCode::Signature, 0);
    let mut pushes = records(&anna(), 1, 3);
    pushes[2].sealed[0] ^= 1;
    assert_eq!(
        server.sync(&anna(), request(pushes)).await.refused(),
        refused
    );
    let mut of_another = records(&anna(), 1, 2);
    of_another.push(record(&bram(), 3, 10));
    assert_eq!(
        server.sync(&anna(), request(of_another)).await.refused(),
        refused
    );
    let said = Status::sign(TEAM, &bram(), 1, vec![1]);
    let wrong = SyncRequest {
        status: Some(said),
        ..request(records(&anna(), 1, 1))
    };
    assert_eq!(server.sync(&anna(), wrong).await.refused(), refused);
    let after = server.sync(&anna(), request(vec![])).await.synced();
    assert_eq!((after.kept, after.head.seq), (0, 0));
}

#[tokio::test]
async fn r8_another_version_is_told_to_upgrade_even_when_the_rest_is_unknown() {
    let server = Fixture::with_anna().await;
    let refused = (426, RefusalCode::Version, 0);
    let newer = SyncRequest {
        version: 2,
        ..request(vec![])
    };
    assert_eq!(server.sync(&anna(), newer).await.refused(), refused);
    let other_shape = Signed::seal(&anna(), Endpoint::Sync, &(3_u8, "something new"));
    let path = format!("/v1/teams/{}/sync", TEAM.to_hex());
    let told = server
        .post(Post {
            path,
            body: other_shape,
        })
        .await
        .refused();
    assert_eq!(told, refused);
}

#[tokio::test]
async fn r9_the_team_in_the_path_must_be_the_one_that_was_signed_for() {
    let server = Fixture::with_anna().await;
    for tag in [TeamTag([1; 16]).to_hex(), "ab".into(), "zz".repeat(16)] {
        let path = format!("/v1/teams/{tag}/sync");
        let asked = Post {
            path,
            ..sync(&anna(), &request(vec![]))
        };
        let refused = server.post(asked).await.refused();
        assert_eq!(refused, (400, RefusalCode::Malformed, 0));
    }
}

#[tokio::test]
async fn r10_numbers_out_of_order_are_malformed() {
    let server = Fixture::with_anna().await;
    for numbers in [vec![2, 1], vec![1, 1], vec![0, 1]] {
        let pushes = numbers
            .into_iter()
            .map(|n| record(&anna(), n, 10))
            .collect();
        let refused = server.sync(&anna(), request(pushes)).await.refused();
        assert_eq!(refused, (400, RefusalCode::Malformed, 0));
    }
}

#[tokio::test]
async fn r11_whatever_is_larger_than_its_limit_is_too_large() {
    let server = Fixture::with_anna().await;
    let refused = (413, RefusalCode::TooLarge, 0);
    let large = vec![record(&anna(), 1, MAX_SEALED_BYTES + 1)];
    assert_eq!(
        server.sync(&anna(), request(large)).await.refused(),
        refused
    );
    let unsigned = PushedRecord {
        signature: Signature([0; 64]),
        ..record(&anna(), 1, 0)
    };
    let many = vec![unsigned; MAX_PUSHES + 1];
    assert_eq!(server.sync(&anna(), request(many)).await.refused(), refused);
    let said = Status::sign(TEAM, &anna(), 1, vec![0; MAX_SMALL_SEALED_BYTES + 1]);
    let status = SyncRequest {
        status: Some(said),
        ..request(vec![])
    };
    assert_eq!(server.sync(&anna(), status).await.refused(), refused);
    let invitations = [
        invitation(MAX_MAILBOX_SECONDS + 1),
        PutMailbox {
            sealed: vec![0; MAX_SMALL_SEALED_BYTES + 1],
            ..invitation(60)
        },
    ];
    for invitation in invitations {
        assert_eq!(
            server
                .post(put_mailbox(&anna(), &invitation))
                .await
                .refused(),
            refused
        );
    }
    let path = format!("/v1/teams/{}/sync", TEAM.to_hex());
    let body = vec![0; MAX_REQUEST_BYTES + 1];
    assert_eq!(
        server
            .post(Post {
                path: path.clone(),
                body
            })
            .await
            .refused(),
        refused
    );

    // The same without a length announced: it is noticed while reading.
    let chunked = Request::post(path)
        .extension(ConnectInfo(server.peer))
        .body(Body::from(vec![0; MAX_REQUEST_BYTES + 1]))
        .expect("a request");
    let response = server
        .router
        .clone()
        .oneshot(chunked)
        .await
        .expect("answers");
    assert_eq!(response.status(), 413);
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
async fn r12_strangers_and_unknown_teams_are_told_so() {
    let server = Fixture::with_anna().await;
    let stranger = (403, RefusalCode::UnknownDevice, 0);
    assert_eq!(
        server.sync(&bram(), request(vec![])).await.refused(),
        stranger
    );
    let pushes = records(&bram(), 1, 1);
    assert_eq!(
        server.sync(&bram(), request(pushes)).await.refused(),
        stranger
    );
    let put = server.post(put_mailbox(&bram(), &invitation(60))).await;
    assert_eq!(put.refused(), stranger);
    let nowhere = SyncRequest {
        team: TeamTag([1; 16]),
        ..request(vec![])
    };
    let refused = server.sync(&anna(), nowhere).await.refused();
    assert_eq!(refused, (404, RefusalCode::UnknownTeam, 0));
}

#[tokio::test]
async fn r13_r14_forks_and_gaps_are_conflicts_that_name_the_number() {
    let server = Fixture::with_anna().await;
    server
        .sync(&anna(), request(records(&anna(), 1, 3)))
        .await
        .synced();
    let forked = vec![record(&anna(), 2, 10)];
    let fork = server.sync(&anna(), request(forked)).await.refused();
    assert_eq!(fork, (409, RefusalCode::Fork, 2));
    let gap = server
        .sync(&anna(), request(records(&anna(), 6, 7)))
        .await
        .refused();
    assert_eq!(gap, (409, RefusalCode::Gap, 4));
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
async fn r15_a_mailbox_is_for_one_device_and_one_day() {
    let server = Fixture::with_anna().await;
    let unknown = server.post(open_mailbox(&bram())).await.refused();
    assert_eq!(unknown, (404, RefusalCode::MailboxUnknown, 0));
    server.post(put_mailbox(&anna(), &invitation(60))).await;
    let other = PutMailbox {
        sealed: b"other".to_vec(),
        ..invitation(60)
    };
    let taken = server.post(put_mailbox(&anna(), &other)).await.refused();
    assert_eq!(taken, (409, RefusalCode::Taken, 0));

    assert_eq!(server.post(open_mailbox(&bram())).await.status, 200);
    assert_eq!(
        server.post(open_mailbox(&bram())).await.status,
        200,
        "its connection was cut"
    );
    let carla = Signer::from_seed([3; 32]);
    let used = server.post(open_mailbox(&carla)).await.refused();
    assert_eq!(used, (410, RefusalCode::MailboxUsed, 0));
    server.now.store(1060, Ordering::Relaxed);
    let expired = server.post(open_mailbox(&bram())).await.refused();
    assert_eq!(expired, (410, RefusalCode::MailboxExpired, 0));
    server
        .sync(&bram(), request(records(&bram(), 1, 1)))
        .await
        .synced();
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
