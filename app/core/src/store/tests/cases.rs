//! A single phone: saving, showing and searching.

use chrono::Duration;

use super::TestPhone;
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{EncounterId, Error};
use uuid::Uuid;

#[test]
fn an_encounter_is_on_the_timeline_at_the_door_and_in_search_at_once() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    phone.log(Who::Case(case), "Zei voor het eerst goedemorgen terug.");

    let timeline = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 10,
    });
    assert_eq!(
        timeline.entries[0].text,
        "Zei voor het eerst goedemorgen terug."
    );
    assert_eq!(timeline.entries[0].mark, SyncMark::OnlyHere);
    let view = phone.call(ReadCase { case });
    assert_eq!(view.last_three.len(), 1);
    let found = phone.call(Search {
        text: "goedem".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.encounters[0].name, "Duivenman");
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 9,
    });
    assert_eq!(list.cases[0].last_contact, Some(phone.clock.now()));
}

#[test]
fn marks_that_turn_a_name_around_are_not_kept() {
    let mut phone = TestPhone::new();
    let case = phone.case("Gina\u{202e} van der G.\u{2069}");
    assert_eq!(phone.call(ReadCase { case }).name, "Gina van der G.");
    phone.call(SetCaseField {
        case,
        field: CaseField::Name,
        value: "\u{2067}محمد\u{200f}".into(),
    });
    assert_eq!(phone.call(ReadCase { case }).name, "محمد");
    let contact = phone.call(SaveContact {
        name: "\u{202e}Imam".into(),
        fields: vec![(ContactField::Organisation, "Mos\u{ad}kee".into())],
    });
    let view = phone.call(ReadContact { contact });
    assert_eq!(
        (
            view.texts[ContactField::Name].as_str(),
            view.texts[ContactField::Organisation].as_str(),
        ),
        ("Imam", "Moskee")
    );
}

#[test]
fn saving_the_same_encounter_again_makes_no_second_one() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    for who in [Who::Case(case), Who::Unknown] {
        let id = EncounterId(Uuid::from_bytes(crate::crypto::random()));
        let save = SaveEncounter {
            id,
            text: "Bij het bushokje.".into(),
            channel: Channel::Street,
            who,
            at: None,
        };
        phone.call(save.clone());
        phone.call(save);
    }
    assert_eq!(phone.call(ReadCase { case }).encounters, 1);
    assert_eq!(phone.call(ReadToday).signal_count, 1);
}

#[test]
fn everything_acknowledged_is_there_after_a_kill_the_draft_too() {
    let mut phone = TestPhone::new();
    let case = phone.case("Y.");
    phone.log(Who::Case(case), "ID-kaart opgehaald.");
    let draft = Draft {
        id: EncounterId(Uuid::from_u128(9)),
        text: "Man met winkelkar sla".into(),
        channel: Channel::Home,
        who: Who::Case(case),
        who_name: "Y.".into(),
        at: phone.clock.now(),
        interview: InterviewChoice::default(),
    };
    phone.call(SaveDraft {
        draft: draft.clone(),
    });
    let mut phone = phone.restart();
    assert_eq!(phone.call(ReadCase { case }).encounters, 1);
    assert_eq!(phone.call(ReadDrafts), vec![draft.clone()]);

    phone.call(SaveEncounter {
        id: draft.id,
        text: draft.text,
        channel: draft.channel,
        who: draft.who,
        at: Some(draft.at),
    });
    assert_eq!(phone.call(ReadDrafts), [], "saving drops the draft");
}

#[test]
fn a_killed_app_knows_where_it_was() {
    let mut phone = TestPhone::new();
    assert_eq!(phone.call(ReadLocation), None);
    phone.store.take_changes();
    phone.call(SaveLocation {
        path: "/netwerk".into(),
        sheet: true,
    });
    assert_eq!(
        phone.store.take_changes(),
        [],
        "nothing is to be read again"
    );
    let place = Location {
        path: "/netwerk".into(),
        sheet: true,
        at: phone.clock.now(),
    };
    let mut phone = phone.restart();
    assert_eq!(phone.call(ReadLocation), Some(place));
}

#[test]
fn an_empty_sentence_is_refused_and_the_draft_stays() {
    let mut phone = TestPhone::new();
    let draft = Draft {
        id: EncounterId(Uuid::from_u128(9)),
        text: "Stond".into(),
        channel: Channel::Street,
        who: Who::Unknown,
        who_name: String::new(),
        at: phone.clock.now(),
        interview: InterviewChoice::default(),
    };
    phone.call(SaveDraft {
        draft: draft.clone(),
    });
    let save = |text: String| SaveEncounter {
        id: draft.id,
        text,
        channel: Channel::Street,
        who: Who::Unknown,
        at: None,
    };
    assert_eq!(phone.try_call(save(" \n ".into())), Err(Error::Empty));
    let long = "é".repeat(100_000);
    assert_eq!(
        phone.try_call(save(long)),
        Err(Error::TooLong { max: MAX_TEXT })
    );
    assert_eq!(phone.call(ReadDrafts), [draft]);
    assert_eq!(phone.call(ReadToday).signal_count, 0);
}

#[test]
fn an_encounter_reopens_a_closed_case() {
    let mut phone = TestPhone::new();
    let case = phone.case("Meneer P.");
    phone.call(SetCaseField {
        case,
        field: CaseField::Status,
        value: CaseStatus::Closed.word().into(),
    });
    assert_eq!(phone.call(ReadCase { case }).status, CaseStatus::Closed);
    phone.log(Who::Case(case), "Belde zelf weer.");
    assert_eq!(phone.call(ReadCase { case }).status, CaseStatus::Open);
}

#[test]
fn a_signal_that_is_linked_stands_in_the_timeline_and_leaves_the_inbox() {
    let mut phone = TestPhone::new();
    let first = phone.log(Who::Unknown, "Zakken duivenvoer in het trapgat.");
    let second = phone.log(Who::Unknown, "Al een week geen licht op nummer 14.");
    let case = phone.case("Duivenman");
    phone.call(LinkSignal {
        signal: crate::SignalId(first.0),
        case,
    });
    let picked = phone.call(PickUpSignal {
        signal: crate::SignalId(second.0),
        name: "Nummer 14".into(),
    });
    assert_eq!(phone.call(ReadToday).signal_count, 0);
    for (case, id) in [(case, first), (picked, second)] {
        let timeline = phone.call(ReadTimeline {
            case,
            before: None,
            limit: 5,
        });
        assert_eq!(timeline.entries[0].signal, Some(crate::SignalId(id.0)));
    }
}

#[test]
fn a_long_timeline_comes_in_pages_without_gap_or_double() {
    let mut phone = TestPhone::new();
    let case = phone.case("T.");
    let mut logged: Vec<EncounterId> = (0..57)
        .map(|n| phone.log(Who::Case(case), &format!("Regel {n}")))
        .collect();
    logged.reverse();
    let mut read = Vec::new();
    let mut before = None;
    loop {
        let page = phone.call(ReadTimeline {
            case,
            before,
            limit: 10,
        });
        read.extend(page.entries.iter().map(|entry| entry.id));
        before = page.entries.last().map(|entry| entry.id);
        if !page.more {
            break;
        }
    }
    assert_eq!(read, logged);
}

#[test]
fn a_safety_fact_is_ended_not_deleted_and_trust_keeps_its_history() {
    let mut phone = TestPhone::new();
    let case = phone.case("R.");
    phone.call(AddSafetyFact {
        case,
        text: "Hond bijt.".into(),
    });
    let fact = phone.call(ReadCase { case }).safety[0].clone();
    phone.call(EndSafetyFact { case, id: fact.id });
    assert_eq!(phone.call(ReadCase { case }).safety, []);
    for step in [TrustStep::Door, TrustStep::Inside] {
        phone.clock.pass(Duration::days(1));
        phone.call(SetTrust { case, step });
    }
    let view = phone.call(ReadCase { case });
    assert_eq!(view.trust, TrustStep::Inside);
    assert_eq!(view.trust_history.len(), 2);
}

#[test]
fn promises_due_stand_on_vandaag_until_ticked() {
    let mut phone = TestPhone::new();
    let case = phone.case("Meneer P.");
    let today = phone.call(ReadToday).date;
    for (text, due) in [
        ("Corporatie bellen", Some(today - Duration::days(1))),
        ("Boodschappen", Some(today)),
        ("Later", Some(today + Duration::days(1))),
        ("Ooit", None),
    ] {
        phone.call(AddCommitment {
            case,
            text: text.into(),
            who: "wij".into(),
            due,
            time: None,
        });
    }
    let due = phone.call(ReadToday).commitments;
    let texts: Vec<&str> = due.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["Corporatie bellen", "Boodschappen"]);
    phone.call(TickCommitment {
        case,
        id: due[0].id,
        done: true,
    });
    assert_eq!(phone.call(ReadToday).commitments.len(), 1);
}

#[test]
fn a_number_is_found_however_it_was_written() {
    let mut phone = TestPhone::new();
    for (name, number) in [
        ("A.", "+31612345678"),
        ("B.", "06-12345678"),
        ("C.", "020 1234567"),
    ] {
        phone.call(SaveContact {
            name: name.into(),
            fields: vec![(ContactField::Phone, number.into())],
        });
    }
    let case = phone.case("Mevr. A.");
    phone.log(Who::Case(case), "Nieuw nummer: 0612345678");
    let found = phone.call(Search {
        text: " 06 12 34 56 78".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    let mut names: Vec<_> = found.contacts.iter().map(|hit| &hit.contact.name).collect();
    names.sort();
    assert_eq!(names, ["A.", "B."]);
    assert_eq!(found.encounters.len(), 1, "each only once");
}

#[test]
fn search_finds_names_fields_and_texts_whatever_the_accents() {
    let mut phone = TestPhone::new();
    let case = phone.case("Mevr. Á.");
    phone.call(SetCaseField {
        case,
        field: CaseField::Background,
        value: "Verzamelt duivenveren".into(),
    });
    phone.log(Who::Case(case), "Één duif liegt niet 🕊️");
    phone.case("الحاج");
    phone.call(SaveContact {
        name: "Secretaris duivenclub".into(),
        fields: vec![(ContactField::District, "De Akkers".into())],
    });
    let found = phone.call(Search {
        text: "dui".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(
        (
            found.cases.len(),
            found.encounters.len(),
            found.contacts.len()
        ),
        (1, 1, 1)
    );
    assert_eq!(
        phone
            .call(Search {
                text: "mevr a".into(),
                filter: CaseFilter::default(),
                shown: Shown::default(),
            })
            .cases
            .len(),
        1
    );
    assert_eq!(
        phone
            .call(Search {
                text: "een lie".into(),
                filter: CaseFilter::default(),
                shown: Shown::default(),
            })
            .encounters
            .len(),
        1
    );
    assert_eq!(
        phone
            .call(Search {
                text: "الح".into(),
                filter: CaseFilter::default(),
                shown: Shown::default(),
            })
            .cases
            .len(),
        1
    );
    assert_eq!(
        phone.call(Search {
            text: "\"*) OR".into(),
            filter: CaseFilter::default(),
            shown: Shown::default(),
        }),
        SearchResult::default()
    );
    let who = phone.call(FindWho::new("akk"));
    assert_eq!(who[0].name, "Secretaris duivenclub");
}

#[test]
fn importing_a_file_twice_adds_nothing_twice() {
    let mut phone = TestPhone::new();
    let bytes = b"Dossiernr;Roepnaam;Adres\n1;de duivenman;Zuiderdijk 1\n2;G.;Plein 2\n".to_vec();
    for added in [2, 0] {
        let preview = phone.call(PreviewImport {
            name: "lijst.csv".into(),
            bytes: bytes.clone(),
        });
        assert_eq!(preview.fresh, added);
        let report = phone.call(ConfirmImport {
            token: preview.token,
            ..ConfirmImport::default()
        });
        assert_eq!(report.added, added);
    }
    assert_eq!(
        phone
            .call(ReadCases {
                filter: CaseFilter::default(),
                skip: 0,
                limit: 9
            })
            .total,
        2
    );
}

#[test]
fn the_list_of_a_municipality_and_real_address_books_come_in_whole_and_only_once() {
    let mut phone = TestPhone::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let files = [
        ("dossierlijst.csv", 40),
        ("John_Doe_ANDROID.vcf", 6),
        ("John_Doe_GMAIL.vcf", 1),
        // The same John Doe, with the same number, as in the previous address book.
        ("John_Doe_IPHONE.vcf", 0),
        ("outlook-2007.vcf", 1),
        ("rfc6350-example.vcf", 1),
    ];
    for (name, rows) in files {
        let bytes = std::fs::read(folder.join(name)).expect("a file");
        for added in [rows, 0] {
            let preview = phone.call(PreviewImport {
                name: name.into(),
                bytes: bytes.clone(),
            });
            assert_eq!(preview.fresh, added, "{name}");
            let token = preview.token;
            assert_eq!(
                phone
                    .call(ConfirmImport {
                        token,
                        ..ConfirmImport::default()
                    })
                    .added,
                added,
                "{name}"
            );
        }
    }
    assert_eq!(
        phone
            .call(ReadCases {
                filter: CaseFilter::default(),
                skip: 0,
                limit: 9
            })
            .total,
        40
    );
    let found = phone.call(Search {
        text: "duivenman".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    let case = phone.call(ReadCase {
        case: found.cases[0].case.id,
    });
    assert_eq!(case.phone, "+31683869350");
    assert_eq!(case.postcode, "1203 KL");
    assert!(case.background.contains("hond bijt"));
}
