mod damaged;
mod ending;
mod older;
mod practice;
mod teams;

use super::*;
use crate::api::{CreateCase, ReadCases, Response};

/// Opens a store without its thread.
fn opened(vault: Result<Vault, Error>, folder: &Path) -> Store {
    open_store(folder, vault.expect("a vault"), Environment::default()).expect("a store")
}

fn create(folder: &Path, pin: &str) -> Store {
    opened(Vault::create(folder, pin, PinCost::TEST), folder)
}

fn cases(store: &mut Store) -> u32 {
    let all = ReadCases {
        filter: crate::view::CaseFilter::default(),
        skip: 0,
        limit: 9,
    };
    match store.dispatch(all.into()).expect("cases") {
        Response::ReadCases(list) => list.total,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_forgotten_code_costs_nothing_that_a_found_one_does_not_bring_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let phone = Phone::at(folder.path());
    phone.set_aside().await.expect("nothing to do yet");
    let mut first = create(folder.path(), "111111");
    let case = CreateCase { name: "G.".into() };
    first.dispatch(case.into()).expect("kept");
    drop(first);

    phone.set_aside().await.expect("set aside");
    assert!(!phone.has_store());
    assert_eq!(cases(&mut create(folder.path(), "222222")), 0);
    phone.set_aside().await.expect("set aside too");

    let at = |name: &str| folder.path().join(name);
    assert!(at("vault.aside-2.cbor").exists(), "neither over the other");
    std::fs::rename(at("vault.aside-1.cbor"), at("vault.cbor")).expect("put back");
    let mut found = opened(Vault::unlock(folder.path(), "111111"), folder.path());
    assert_eq!(cases(&mut found), 1);
}
