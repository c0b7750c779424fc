//! Taking an import back.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::log::Log;
use super::super::{TestPhone, duo};
use super::{all_cases, contacts, keep};
use crate::CaseId;
use crate::api::*;
use crate::model::*;
use crate::view::*;

const LIST: &str =
    "Nr;Naam;Adres;Opmerking\nA-1;Poedel;Dijk 1;hond bijt\nA-2;Kers;Plein 2;belt nooit\n";

fn meet(noor: &mut TestPhone, bas: &mut TestPhone, log: &Rc<RefCell<Log>>) {
    for _ in 0..2 {
        noor.sync(log);
        bas.sync(log);
    }
    let digest = |phone: &TestPhone| phone.store.digest().expect("reads");
    assert_eq!(digest(noor), digest(bas));
    for phone in [noor, bas] {
        assert_eq!(phone.call(ReadTeam).sync.only_here, 0);
    }
}

fn take_back(phone: &mut TestPhone) -> TakenBack {
    let id = phone.call(ReadImports)[0].id;
    phone.call(TakeBackImport { id })
}

fn named(phone: &mut TestPhone, name: &str) -> CaseId {
    let all = all_cases(phone);
    let mut found = all.into_iter();
    found
        .find(|case| phone.call(ReadCase { case: *case }).name == name)
        .expect("there")
}

fn names(phone: &mut TestPhone) -> Vec<String> {
    let all = all_cases(phone).into_iter();
    let mut names: Vec<String> = all.map(|case| phone.call(ReadCase { case }).name).collect();
    names.sort();
    names
}

fn hits(phone: &mut TestPhone, text: &str) -> usize {
    let found = phone.call(Search {
        text: text.into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    found.cases.len() + found.contacts.len()
}

/// Returns every table with rows of documents, with its row count.
fn rows(phone: &TestPhone) -> Vec<(String, i64)> {
    let tables = [
        "cases",
        "contacts",
        "name_words",
        "case_problems",
        "contact_tags",
        "case_texts",
        "safety",
        "encounters",
        "contact_counts",
        "search_cases",
        "search_contacts",
    ];
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        let counted = phone.store.connection.query_row(&sql, [], |row| row.get(0));
        (table.to_owned(), counted.expect("counts"))
    };
    tables.into_iter().map(count).collect()
}

#[test]
fn an_import_that_is_taken_back_is_shown_nowhere_and_comes_back_whole_when_it_is_read_again() {
    let mut noor = TestPhone::new();
    noor.case("Karel");
    let before = rows(&noor);
    assert_eq!(keep(&mut noor, "lijst.csv", LIST).added, 2);
    let book = "BEGIN:VCARD\nVERSION:3.0\nFN:Gina Groen\nNOTE:flat\nEND:VCARD\n";
    keep(&mut noor, "boek.vcf", book);
    let whole = rows(&noor);
    let past = noor.call(ReadImports);
    let seen: Vec<_> = past
        .iter()
        .map(|one| (one.name.as_str(), one.added))
        .collect();
    assert_eq!(seen, [("boek.vcf", 1), ("lijst.csv", 2)]);

    for gone in [1, 2] {
        let taken = take_back(&mut noor);
        assert_eq!((taken.gone, taken.stayed), (gone, Vec::new()));
    }
    assert_eq!(names(&mut noor), ["Karel"]);
    assert_eq!(rows(&noor), before);
    assert!(noor.call(ReadImports).is_empty());
    for text in ["Poedel", "hond", "Gina"] {
        assert_eq!(hits(&mut noor, text), 0, "{text}");
    }
    let facts = noor.call(ReadCaseFacts {
        after: None,
        limit: 9,
    });
    assert_eq!(facts.len(), 1);

    let mut noor = noor.restart();
    assert_eq!(names(&mut noor), ["Karel"]);
    assert_eq!(keep(&mut noor, "lijst.csv", LIST).added, 2);
    assert_eq!(keep(&mut noor, "boek.vcf", book).added, 1);
    assert_eq!(rows(&noor), whole);
    assert_eq!(hits(&mut noor, "hond"), 1);
    assert_eq!(contacts(&mut noor)[0].texts[ContactField::Note], "flat");
    assert_eq!(keep(&mut noor, "lijst.csv", LIST).known, 2);
    assert_eq!(take_back(&mut noor).gone, 1, "and can be taken back again");
}

#[test]
fn what_somebody_changed_since_stays_and_is_named() {
    let (mut noor, mut bas, log) = duo();
    keep(&mut noor, "lijst.csv", LIST);
    meet(&mut noor, &mut bas, &log);
    let poedel = named(&mut bas, "Poedel");
    bas.log(Who::Case(poedel), "Gezien bij de brug");
    meet(&mut noor, &mut bas, &log);
    let taken = take_back(&mut noor);
    assert_eq!((taken.gone, taken.stayed), (1, vec!["Poedel".to_owned()]));
    meet(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(names(phone), ["Poedel"]);
    }
    let mut late = TestPhone::in_team("Sien", false);
    late.sync(&log);
    assert_eq!(
        names(&mut late),
        ["Poedel"],
        "who joins later sees the same"
    );
    assert_eq!(hits(&mut late, "nooit"), 0);
}

#[test]
fn what_another_did_meanwhile_brings_it_back_on_both_phones() {
    let (mut noor, mut bas, log) = duo();
    keep(&mut noor, "lijst.csv", LIST);
    meet(&mut noor, &mut bas, &log);
    let (poedel, kers) = (named(&mut bas, "Poedel"), named(&mut bas, "Kers"));
    bas.log(Who::Case(poedel), "Gezien bij de brug");
    // Linking a signal does not change the case itself.
    let signal = crate::SignalId(bas.log(Who::Unknown, "Licht brandt weer").0);
    bas.call(LinkSignal { signal, case: kers });
    assert_eq!(take_back(&mut noor).gone, 2);
    assert!(names(&mut noor).is_empty());
    meet(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(names(phone), ["Kers", "Poedel"]);
        let view = phone.call(ReadCase { case: poedel });
        assert_eq!(view.last_three[0].text, "Gezien bij de brug");
        assert_eq!(view.background, "hond bijt");
        assert_eq!(hits(phone, "nooit"), 1);
    }
}

#[test]
fn two_who_take_the_same_list_back_do_one_thing() {
    let (mut noor, mut bas, log) = duo();
    for phone in [&mut noor, &mut bas] {
        keep(phone, "lijst.csv", LIST);
    }
    meet(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(take_back(phone).gone, 2);
    }
    let digest = |phone: &TestPhone| phone.store.digest().expect("reads");
    assert_eq!(digest(&noor), digest(&bas), "before they meet");
    meet(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert!(names(phone).is_empty());
    }
}

#[test]
fn an_encounter_with_somebody_who_was_taken_back_is_not_lost() {
    let mut noor = TestPhone::new();
    keep(&mut noor, "lijst.csv", LIST);
    let poedel = named(&mut noor, "Poedel");
    take_back(&mut noor);
    // The encounter sheet was open meanwhile.
    noor.log(Who::Case(poedel), "Deed open");
    assert_eq!(names(&mut noor), ["Poedel"]);
    assert_eq!(hits(&mut noor, "hond"), 1);
    let missing = noor.try_call(TakeBackImport { id: 99 });
    assert_eq!(missing, Err(crate::Error::NotFound));
}
