//! The server inside the test's own process, on a real socket, as the whole-product tests use it.

mod common;

use common::*;
use voorveld_sync_server::{Config, RunningServer, serve};

#[test]
fn it_answers_when_it_has_started_and_comes_back_where_it_was_with_all_it_had() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = RunningServer::start(Config::new(dir.path())).expect("starts");
    let address = server.address();
    assert_eq!(server.url(), format!("http://{address}"));
    post(address, &create(&anna(), None)).expect("answered");
    let pushed = post(address, &sync(&anna(), &request(records(&anna(), 1, 3))));
    assert_eq!(pushed.expect("answered").synced().kept, 3);
    server.stop().expect("stops");
    assert!(
        post(address, &create(&anna(), None)).is_err(),
        "nobody there"
    );

    let server = RunningServer::start_on(Config::new(dir.path()), address).expect("starts");
    let after = post(address, &sync(&anna(), &request(vec![])));
    assert_eq!(after.expect("answered").synced().head.seq, 3);
    drop(server);
    assert!(
        post(address, &create(&anna(), None)).is_err(),
        "dropped is stopped"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn serve_runs_on_a_listener_of_the_callers_until_it_is_told_to_stop() {
    let dir = tempfile::tempdir().expect("a folder");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let config = Config::new(dir.path());
    let served = tokio::spawn(serve(config, listener, async move { drop(stopped.await) }));
    let said = tokio::task::spawn_blocking(move || post(address, &create(&anna(), None)));
    assert_eq!(said.await.expect("ran").expect("answered").status, 201);
    drop(stop);
    served.await.expect("ended").expect("ended well");
}
