//! Refusals and their HTTP status (PROTOCOL.md, section 9; HTTP.md).

mod common;

use std::{net::SocketAddr, sync::atomic::Ordering};

use axum::{body::Body, extract::ConnectInfo, http::Request};
use common::{fixture::Fixture, *};
use tower::ServiceExt;
use voorveld_protocol::*;

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
    // A proxy on this machine forwards a remote caller.
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

    // The same body without a content-length: the limit applies while reading.
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
