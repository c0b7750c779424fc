//! Entries are found at once although the search index is updated later.

use uuid::Uuid;

use super::TestPhone;
use crate::api::{EditEncounter, SaveEncounter, Search, Shown};
use crate::model::{Channel, Who};
use crate::store::Write;
use crate::view::CaseFilter;
use crate::{EncounterId, Error};

fn found(phone: &mut TestPhone, text: &str) -> usize {
    phone
        .call(Search {
            text: text.into(),
            filter: CaseFilter::default(),
            shown: Shown::default(),
        })
        .encounters
        .len()
}

fn told_of(phone: &TestPhone) -> i64 {
    let count = "SELECT count(*) FROM search_encounters_docsize";
    let row = phone
        .store
        .connection
        .query_row(count, [], |row| row.get(0));
    row.expect("counts")
}

#[test]
fn a_sentence_is_found_at_once_though_search_is_told_of_it_later() {
    let mut phone = TestPhone::new();
    let who = Who::Case(phone.case("Duivenman"));
    phone.log(who, "Hond was los.");
    assert_eq!(told_of(&phone), 0, "it waits");
    assert_eq!(found(&mut phone, "hond"), 1);
    assert_eq!(told_of(&phone), 1);
}

#[test]
fn what_waited_when_the_phone_was_killed_is_found_after() {
    let mut phone = TestPhone::new();
    let who = Who::Case(phone.case("Duivenman"));
    phone.log(who, "Hond was los.");
    assert_eq!(found(&mut phone, "los"), 1);
    phone.log(who, "Koffie op de bank.");
    let mut phone = phone.restart();
    assert_eq!(told_of(&phone), 1, "it waits");
    assert_eq!(found(&mut phone, "koffie"), 1);
    assert_eq!(found(&mut phone, "hond"), 1);
}

#[test]
fn a_sentence_that_is_rewritten_is_found_by_its_new_words_only() {
    let mut phone = TestPhone::new();
    let who = Who::Case(phone.case("Duivenman"));
    for search_first in [false, true] {
        let id = phone.log(who, "Hond was los.");
        if search_first {
            assert_eq!(found(&mut phone, "hond"), 1);
        }
        phone.call(EditEncounter {
            id,
            who,
            text: "Kat was los.".into(),
            at: None,
            channel: None,
        });
        assert_eq!(found(&mut phone, "hond"), 0);
    }
    assert_eq!(found(&mut phone, "kat"), 2);
}

#[test]
fn what_waits_is_indexed_when_nobody_waits_or_with_the_sentence_that_makes_it_many() {
    let mut phone = TestPhone::new();
    let who = Who::Case(phone.case("Duivenman"));
    for said in 0..7 {
        phone.log(who, &format!("Bezoek {said}."));
    }
    phone.store.when_idle();
    assert_eq!(told_of(&phone), 0, "few wait for more");
    phone.log(who, "Bezoek 7.");
    phone.store.when_idle();
    assert_eq!(told_of(&phone), 8);
    for said in 8..24 {
        phone.log(who, &format!("Bezoek {said}."));
    }
    assert_eq!(told_of(&phone), 24, "also when there is no quiet moment");
    assert_eq!(found(&mut phone, "bezoek 23"), 1);
}

#[test]
fn a_save_that_fails_takes_no_place_in_search() {
    let mut phone = TestPhone::new();
    let who = Who::Case(phone.case("Duivenman"));
    phone.log(who, "Hond was los.");
    let failed: Result<(), Error> = phone.store.atomically(|store| {
        SaveEncounter {
            id: EncounterId(Uuid::from_u128(1)),
            text: "Nooit gezegd.".into(),
            channel: Channel::Street,
            who,
            at: None,
        }
        .run(store)?;
        Err(Error::DiskFull)
    });
    assert_eq!(failed, Err(Error::DiskFull));
    assert_eq!(found(&mut phone, "nooit"), 0);
    // The row id is reused.
    phone.log(who, "Koffie op de bank.");
    assert_eq!(found(&mut phone, "koffie"), 1);
    assert_eq!(found(&mut phone, "hond"), 1);
}

#[test]
fn at_rest_what_was_written_goes_from_the_journal_into_the_file() {
    let mut phone = TestPhone::new();
    let read = |phone: &TestPhone| std::fs::read(phone.path()).expect("reads");
    let before = read(&phone);
    phone.case("Duivenman");
    assert_eq!(read(&phone), before, "it is in the journal");
    phone.store.when_at_rest();
    assert_ne!(read(&phone), before);
}
