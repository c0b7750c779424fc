//! A phone with a single team, created by an older version of the app.

use uuid::Uuid;

use super::practice::*;
use super::*;
use crate::api::TeamChoice;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");

#[tokio::test]
async fn a_phone_with_one_team_of_an_older_app_opens_with_all_that_is_in_it() {
    let phone = Practice::new();
    let (vault, team) = (
        phone.folder.path().join("vault.cbor"),
        crate::TeamId(Uuid::from_u128(1)),
    );
    std::fs::copy(format!("{DATA}/vaults/1.cbor"), &vault).expect("the older vault");
    let mut store = phone.store(team);
    let case = CreateCase {
        name: "Duivenman".into(),
    };
    store.dispatch(case.into()).expect("kept");
    drop(store);
    let before = std::fs::read(&vault).expect("reads");

    let open = phone.opened();
    assert_eq!(open.team(), team);
    assert_eq!(all_cases(&open).await, ["Duivenman"]);
    assert_eq!(teams(&open).await.len(), 1);
    assert_eq!(
        std::fs::read(&vault).expect("reads"),
        before,
        "with one team it stays as it was"
    );

    let other = open.switch(TeamChoice::New).await.expect("a new one");
    phone.fill(&other, "Veldhoven").await;
    let open = to(&other, team).await;
    assert_eq!(all_cases(&open).await, ["Duivenman"]);
    assert_eq!(teams(&open).await.len(), 2);
}
