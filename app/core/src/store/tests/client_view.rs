//! *Meelezen*: clients see what is theirs and no internal notes.

use super::duo;
use crate::api::*;
use crate::model::*;

#[test]
fn nothing_internal_is_in_what_a_person_reads() {
    let (mut noor, _, _) = duo();
    let case = noor.case("Geheim-bijnaam");
    let other = noor.case("Geheim-ander");
    for (field, value) in [
        (CaseField::Address, "Geheim-adres 1"),
        (CaseField::Phone, "Geheim-0612345678"),
        (CaseField::Do, "Geheim-wel"),
        (CaseField::Dont, "Geheim-niet"),
        (CaseField::Background, "Geheim-achtergrond"),
        (CaseField::CrisisWho, "Geheim-zus"),
        (CaseField::CrisisHelps, "Geheim-helpt"),
        (CaseField::Called, "Mevrouw Jansen"),
        (CaseField::WhatMatters, "De kat."),
        (CaseField::Lead, "Noor"),
    ] {
        noor.call(SetCaseField {
            case,
            field,
            value: value.into(),
        });
    }
    noor.call(SetProblem {
        case,
        problem: "geheim-probleem".into(),
        applies: true,
    });
    noor.call(AddSafetyFact {
        case,
        text: "Geheim-gevaar".into(),
    });
    noor.call(AddRelation {
        case,
        kind: RelationKind::AfraidOf,
        other: Who::Case(other),
        note: "Geheim-bang".into(),
    });
    noor.log(Who::Case(case), "Geheim-verslag.");
    let signal = crate::SignalId(noor.log(Who::Unknown, "Geheim-signaal.").0);
    noor.call(LinkSignal { signal, case });
    noor.call(SaveEncounter {
        id: crate::EncounterId(uuid::Uuid::from_u128(9)),
        text: "Geheim-overleg".into(),
        channel: Channel::Meeting,
        who: Who::Case(case),
        at: None,
    });
    noor.call(CloseCase {
        case,
        text: "Geheim-afsluiting".into(),
        outcome: None,
    });
    for who in ["wij", "Noor", "Geheim-buurman"] {
        noor.call(AddCommitment {
            case,
            text: "Kast halen".into(),
            who: who.into(),
            due: None,
            time: None,
        });
    }
    let (ggz, gone) = ("GGZ", "Geheim-weg");
    for name in [ggz, gone] {
        noor.call(AddParty {
            case,
            name: name.into(),
        });
    }
    let parties = noor.call(ReadCase { case }).parties;
    let party = parties.iter().find(|party| party.name == gone);
    let party = party.expect("the party").id;
    noor.call(SetPartyState {
        case,
        party,
        state: PartyState::Scrapped,
    });

    let along = noor.call(ReadClientView { case });
    let all = serde_json::to_string(&along).expect("text").to_lowercase();
    assert!(!all.contains("geheim"), "{all}");
    assert_eq!(along.called, "Mevrouw Jansen");
    assert_eq!(along.what_matters, "De kat.");
    assert_eq!((along.lead.as_str(), along.cover.as_str()), ("Noor", ""));
    assert_eq!(along.parties, ["GGZ"]);
    let mut who: Vec<&str> = along.promises.iter().map(|p| p.who.as_str()).collect();
    who.sort_unstable();
    assert_eq!(who, ["", "Noor", "wij"]);
    assert_eq!(along.contacts.len(), 1, "no signal, no meeting about them");
}

#[test]
fn a_promise_that_was_kept_is_there_too() {
    let (mut noor, _, _) = duo();
    let case = noor.case("G.");
    for text in ["Kast halen", "Brief lezen"] {
        noor.call(AddCommitment {
            case,
            text: text.into(),
            who: String::new(),
            due: None,
            time: None,
        });
    }
    let id = noor.call(ReadCase { case }).commitments[0].id;
    let done = true;
    noor.call(TickCommitment { case, id, done });
    let promises = noor.call(ReadClientView { case }).promises;
    let kept: Vec<bool> = promises.iter().map(|promise| promise.done).collect();
    assert_eq!(kept, [false, true]);
}
