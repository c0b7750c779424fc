//! Cases are found by text in any part of them.

use chrono::Duration;
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::store::Read;
use crate::view::*;

fn promise(phone: &mut TestPhone, case: crate::CaseId, text: &str) {
    phone.call(AddCommitment {
        case,
        text: text.into(),
        who: "de wijkagent".into(),
        due: None,
        time: None,
    });
}

/// Returns the names of the cases found, each with the matching text.
fn found(phone: &mut TestPhone, text: &str) -> Vec<(String, String)> {
    let found = phone.call(Search {
        text: text.into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    let shown = |hit: CaseHit| {
        let text = hit.text.into_iter().map(|span| span.text).collect();
        (hit.case.name, text)
    };
    found.cases.into_iter().map(shown).collect()
}

fn one(name: &str, text: &str) -> Vec<(String, String)> {
    vec![(name.into(), text.into())]
}

#[test]
fn a_case_is_found_by_a_promise_and_by_a_safety_fact_and_shows_it() {
    let mut noor = TestPhone::new();
    let case = noor.case("Duivenman");
    promise(&mut noor, case, "Kade vrijgeven voor voer");
    noor.call(AddSafetyFact {
        case,
        text: "Bijt: grote herder achter de deur".into(),
    });
    assert_eq!(
        found(&mut noor, "vrijgeven"),
        one("Duivenman", "Kade vrijgeven voor voer\nde wijkagent")
    );
    assert_eq!(found(&mut noor, "herder grote").len(), 1);
    // The words may occur in different parts of a case.
    assert_eq!(found(&mut noor, "herder kade").len(), 1);
    assert_eq!(found(&mut noor, "herder molen"), []);
}

#[test]
fn a_case_is_found_on_the_other_phone_by_what_came_before_its_name_did() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    noor.clock.pass(Duration::hours(1));
    promise(&mut noor, case, "Fiets ophalen");
    bas.call(SetCaseField {
        case,
        field: CaseField::Name,
        value: "Gerda".into(),
    });
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(
            found(phone, "fiets"),
            one("Gerda", "Fiets ophalen\nde wijkagent")
        );
    }
}

#[test]
fn a_text_that_was_taken_back_is_not_found_any_more() {
    let mut noor = TestPhone::new();
    let case = noor.case("Duivenman");
    let entry = Uuid::from_u128(7);
    for (text, hits) in [("Woonbond gebeld", 1), ("  ", 0), ("Woonbond", 1)] {
        let put = noor.store.atomically(|store| {
            store.put_case_text(case.0, "party", entry, text)?;
            store.index_late_cases()
        });
        put.expect("kept");
        assert_eq!(found(&mut noor, "woonbond").len(), hits, "{text}");
    }
}

#[test]
fn cases_of_an_earlier_schema_are_found_by_their_safety_facts_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("team.db");
    let first = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/stores/1.db");
    std::fs::copy(first, &path).expect("a frozen store");
    let clock = super::Clock::new();
    let mut store = crate::store::Store::open(&path, &[7; 32], clock.environment()).expect("opens");
    let search = Search {
        text: "kwaad".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    };
    assert_eq!(search.run(&mut store).expect("searches").cases.len(), 1);
}
