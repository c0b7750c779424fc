//! Texts that several people start concurrently.

use std::cell::RefCell;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::log::Log;
use super::{TestPhone, duo};
use crate::CaseId;
use crate::api::*;
use crate::model::*;
use crate::view::*;

fn write(phone: &mut TestPhone, case: CaseId, text: &str) {
    phone.clock.pass(chrono::Duration::minutes(1));
    phone.call(SetCaseField {
        case,
        field: CaseField::Background,
        value: text.into(),
    });
}

/// Returns the text shown, and all versions in alphabetical order when they conflict.
fn read(phone: &mut TestPhone, case: CaseId) -> (String, Vec<String>) {
    let view = phone.call(ReadCase { case });
    let clash = view.clashes.into_iter();
    let values = clash
        .filter(|clash| clash.field == CaseField::Background)
        .flat_map(|clash| clash.values);
    let mut values: Vec<String> = values.map(|value| value.value).collect();
    if let Some(shown) = values.first() {
        assert_eq!(*shown, view.background);
    }
    values.sort();
    (view.background, values)
}

fn meet(phones: &mut [TestPhone], log: &Rc<RefCell<Log>>) {
    for _ in 0..2 {
        for phone in phones.iter_mut() {
            phone.sync(log);
        }
    }
}

fn team(size: usize) -> (Vec<TestPhone>, Rc<RefCell<Log>>, CaseId) {
    let (noor, bas, log) = duo();
    let mut phones = vec![noor, bas];
    phones.extend((2..size).map(|n| TestPhone::in_team(&format!("Collega {n}"), false)));
    let case = phones[0].case("Karel");
    meet(&mut phones, &log);
    (phones, log, case)
}

#[test]
fn the_same_text_typed_by_two_in_an_empty_field_stands_once() {
    let (mut phones, log, case) = team(2);
    // The phones have different knowledge when they type.
    phones[0].call(SetSensitive {
        case,
        sensitive: true,
    });
    for phone in &mut phones {
        write(phone, case, "hond bijt, bel eerst");
    }
    meet(&mut phones, &log);
    for phone in &mut phones {
        assert_eq!(
            read(phone, case),
            ("hond bijt, bel eerst".into(), Vec::new())
        );
    }
    write(&mut phones[1], case, "hond bijt, bel eerst. Heet Max");
    meet(&mut phones, &log);
    for phone in &mut phones {
        assert_eq!(read(phone, case).0, "hond bijt, bel eerst. Heet Max");
    }
}

#[test]
fn two_different_texts_both_stand_until_one_is_chosen_and_then_it_stays_so() {
    let (mut phones, log, case) = team(2);
    write(&mut phones[0], case, "hond bijt");
    write(&mut phones[1], case, "bel eerst");
    // Later edits stay with their author's version.
    write(&mut phones[1], case, "bel eerst, twee keer");
    meet(&mut phones, &log);
    for phone in &mut phones {
        assert_eq!(read(phone, case).1, ["bel eerst, twee keer", "hond bijt"]);
    }
    let found = phones[0].call(Search {
        text: "twee".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.cases.len(), 1, "either version is found");
    // Both choose the same version, offline.
    for phone in &mut phones {
        write(phone, case, "bel eerst, twee keer");
    }
    meet(&mut phones, &log);
    for phone in &mut phones {
        assert_eq!(
            read(phone, case),
            ("bel eerst, twee keer".into(), Vec::new())
        );
        write(phone, case, "bel eerst, drie keer");
    }
    meet(&mut phones, &log);
    assert_eq!(read(&mut phones[0], case).1, Vec::<String>::new());
}

#[test]
fn a_text_that_both_know_is_written_together() {
    let (mut phones, log, case) = team(2);
    write(&mut phones[0], case, "hond bijt");
    meet(&mut phones, &log);
    write(&mut phones[0], case, "hond bijt, bel eerst");
    write(&mut phones[1], case, "Let op: hond bijt");
    meet(&mut phones, &log);
    assert_eq!(
        read(&mut phones[0], case),
        ("Let op: hond bijt, bel eerst".into(), Vec::new())
    );
}

#[test]
fn a_text_that_was_emptied_and_begun_again_by_both_is_not_glued() {
    let (mut phones, log, case) = team(2);
    write(&mut phones[0], case, "oud");
    write(&mut phones[0], case, "");
    meet(&mut phones, &log);
    for phone in &mut phones {
        write(phone, case, "nieuw");
    }
    meet(&mut phones, &log);
    assert_eq!(read(&mut phones[1], case).0, "nieuw");
}

#[test]
fn the_note_of_a_contact_and_the_report_of_a_study_are_begun_in_the_same_way() {
    let (noor, bas, log) = duo();
    let mut phones = vec![noor, bas];
    let contact = phones[0].call(SaveContact {
        name: "Groenteman".into(),
        fields: Vec::new(),
    });
    let study = phones[0].call(CreateStudy {
        name: "Wijk".into(),
    });
    meet(&mut phones, &log);
    for (phone, text) in phones.iter_mut().zip(["weet alles", "is er altijd"]) {
        phone.call(SetContactField {
            contact,
            field: ContactField::Note,
            value: text.into(),
        });
        phone.call(SetStudyField {
            study,
            field: StudyField::Report,
            value: text.into(),
        });
    }
    meet(&mut phones, &log);
    for phone in &mut phones {
        let view = phone.call(ReadContact { contact });
        assert_eq!(view.clashes[0].field, ContactField::Note);
        assert_eq!(view.clashes[0].values.len(), 2);
        let view = phone.call(ReadStudy { study, limit: 10 });
        assert_eq!(view.clashes[0].field, StudyField::Report);
        assert_eq!(view.clashes[0].values.len(), 2);
    }
}

#[derive(Debug, Clone)]
enum Step {
    /// Types a complete text.
    Type(&'static str),
    /// Edits another field.
    Other,
    /// Syncs.
    Sync,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => prop::sample::select(vec!["hond bijt", "bel eerst", "mag weg"]).prop_map(Step::Type),
        1 => Just(Step::Other),
        2 => Just(Step::Sync),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_129), ..ProptestConfig::default() })]

    /// Up to three phones type one of three sentences into an initially empty field, among other
    /// edits, and sync in any order. Sentences are never concatenated.
    #[test]
    fn however_they_meet_no_two_texts_are_glued(
        size in 2..4_usize,
        steps in prop::collection::vec((0..3_usize, step()), 1..24),
    ) {
        let (mut phones, log, case) = team(size);
        for (who, step) in steps {
            let phone = &mut phones[who % size];
            match step {
                Step::Sync => drop(phone.sync(&log)),
                Step::Other => phone.call(SetCaseField { case, field: CaseField::Phone, value: format!("06{who}") }),
                // Only into an empty field or over a conflict: a text known to all is edited
                // collaboratively.
                Step::Type(text) => {
                    let (shown, versions) = read(phone, case);
                    if shown.is_empty() || !versions.is_empty() {
                        write(phone, case, text);
                    }
                }
            }
        }
        meet(&mut phones, &log);
        let seen: Vec<_> = phones.iter_mut().map(|phone| read(phone, case)).collect();
        for (shown, versions) in &seen {
            for text in versions.iter().chain([shown]) {
                prop_assert!(["", "hond bijt", "bel eerst", "mag weg"].contains(&text.as_str()), "{}", text);
            }
        }
        prop_assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{:?}", seen);
        let text = seen[0].0.clone();
        if !text.is_empty() {
            // Writing one version resolves the conflict for everyone, permanently.
            write(&mut phones[0], case, &text);
            meet(&mut phones, &log);
            for phone in &mut phones {
                prop_assert_eq!(read(phone, case), (text.clone(), Vec::new()));
            }
        }
    }

    /// Two phones that type into an empty field end with one text when both typed the same, and with
    /// both texts otherwise.
    #[test]
    fn two_who_type_in_an_empty_field_have_it_once_or_both(
        texts in prop::array::uniform2(prop::sample::select(vec!["hond bijt", "bel eerst"])),
        others in prop::array::uniform2(0..3_usize),
        first in any::<bool>(),
    ) {
        let (mut phones, log, case) = team(2);
        for ((phone, text), others) in phones.iter_mut().zip(texts).zip(others) {
            for n in 0..others {
                phone.call(SetCaseField { case, field: CaseField::Phone, value: format!("06{n}") });
            }
            write(phone, case, text);
        }
        if first {
            phones.reverse();
        }
        meet(&mut phones, &log);
        let mut both = texts.map(str::to_owned).to_vec();
        both.sort();
        for phone in &mut phones {
            let (shown, versions) = read(phone, case);
            match texts[0] == texts[1] {
                true => prop_assert_eq!((shown.as_str(), versions), (texts[0], Vec::new())),
                false => prop_assert_eq!(versions, both.clone()),
            }
        }
    }
}
