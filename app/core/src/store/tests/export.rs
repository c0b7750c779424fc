//! Exports are complete, contain nothing twice, and contain nothing of other cases.

use chrono::Duration;

use uuid::Uuid;

use super::expenses::{attach, expense, photo, take_back};
use super::{TestPhone, duo};
use crate::api::*;
use crate::crypto::random;
use crate::model::*;
use crate::{CaseId, DecisionId, Error};

/// Fills a case with words that are each typed once; `mark` tells the cases apart.
fn fill(phone: &mut TestPhone, mark: &str) -> (CaseId, Vec<String>) {
    let mut words = Vec::new();
    let mut word = |what: &str| {
        let word = format!("{what}-{mark}-einde");
        words.push(word.clone());
        word
    };
    let case = phone.case(&word("naam"));
    for (field, what) in [
        (CaseField::Address, "adres"),
        (CaseField::Postcode, "postcode"),
        (CaseField::District, "wijk"),
        (CaseField::Phone, "nummer"),
        (CaseField::WhatMatters, "telt"),
        (CaseField::Do, "wel"),
        (CaseField::Dont, "niet"),
        (CaseField::Lead, "voorop"),
        (CaseField::Background, "achtergrond"),
    ] {
        let value = word(what);
        phone.call(SetCaseField { case, field, value });
    }
    phone.call(SetProblem {
        case,
        problem: word("soort"),
        applies: true,
    });
    for what in ["veilig", "ooit"] {
        let text = word(what);
        phone.call(AddSafetyFact { case, text });
    }
    let ended = phone.call(ReadCase { case }).safety[1].id;
    phone.call(EndSafetyFact { case, id: ended });
    for (what, who) in [("belofte", "wij"), ("gehouden", "zij")] {
        phone.call(AddCommitment {
            case,
            text: word(what),
            who: word(who),
            due: None,
            time: None,
        });
    }
    let kept = phone.call(ReadCase { case }).commitments[1].id;
    phone.call(TickCommitment {
        case,
        id: kept,
        done: true,
    });
    let contact = phone.call(SaveContact {
        name: word("buur"),
        fields: Vec::new(),
    });
    phone.call(SetCaseContact {
        case,
        contact,
        note: word("waarom"),
        linked: true,
    });
    for name in [word("partij"), word("weg")] {
        phone.call(AddParty { case, name });
    }
    let relation = AddRelation {
        case,
        kind: RelationKind::Friend,
        other: Who::Contact(contact),
        note: word("band"),
    };
    phone.call(relation);
    phone.call(SetOnAgenda { case, on: true });
    for (field, what) in [
        (AgendaField::Status, "stand"),
        (AgendaField::Question, "vraag"),
    ] {
        let text = word(what);
        phone.call(WriteAgenda { case, field, text });
    }
    phone.call(DecideAgenda {
        case,
        text: word("besluit"),
    });
    let decision = DecisionId(Uuid::from_bytes(random()));
    phone.call(AddDecision {
        case,
        id: decision,
        text: DecisionText {
            goal: word("doel"),
            ethical: word("ethisch"),
            law: word("wet"),
            why: word("waaromzo"),
            backs: word("achter"),
            shared_with: word("met"),
            ground: word("volgens"),
            ..DecisionText::default()
        },
    });
    phone.clock.pass(Duration::minutes(1));
    phone.call(AddDecision {
        case,
        id: DecisionId(Uuid::from_bytes(random())),
        text: DecisionText {
            adds_to: Some(decision),
            why: word("later"),
            ..DecisionText::default()
        },
    });
    let mut spent = Vec::new();
    for what in ["fiets", "taxi"] {
        let new = SaveExpense {
            note: word(&format!("{what}-toelichting")),
            ..expense(case, "12,34", &word(what))
        };
        spent.push(new.id);
        phone.call(new);
        phone.clock.pass(Duration::minutes(1));
    }
    attach(phone, case, Some(spent[1]), photo(9));
    // In a later month: both lines stand.
    phone.clock.pass(Duration::days(31));
    take_back(phone, case, spent[0]);
    for n in 0..5 {
        phone.log(Who::Case(case), &word(&format!("moment{n}")));
    }
    phone.clock.pass(Duration::minutes(1));
    phone.call(CloseCase {
        case,
        text: word("gesloten"),
        outcome: Some(Outcome::Stable),
    });
    let signal = phone.log(Who::Unknown, &word("signaal"));
    phone.call(LinkSignal {
        signal: crate::SignalId(signal.0),
        case,
    });
    (case, words)
}

#[test]
fn a_dossier_holds_all_that_was_typed_once_and_nothing_of_another() {
    let mut phone = TestPhone::new();
    let (first, words) = fill(&mut phone, "eerste");
    let (second, others) = fill(&mut phone, "tweede");
    assert!(words.len() > 25);
    for (case, ours, theirs) in [(first, &words, &others), (second, &others, &words)] {
        let dossier = phone.call(ReadCaseExport { case });
        let json = serde_json::to_string(&dossier).expect("JSON");
        for word in ours {
            // A contact that is both nearby and related is named in both places.
            let times = if word.starts_with("buur") { 2 } else { 1 };
            assert_eq!(json.matches(word.as_str()).count(), times, "{word}");
        }
        for word in theirs {
            assert!(!json.contains(word.as_str()), "{word}");
        }
    }
}

#[test]
fn a_dossier_holds_what_proves_its_decisions_and_what_was_taken_back() {
    let mut phone = TestPhone::new();
    let (case, _) = fill(&mut phone, "eerste");
    let dossier = phone.call(ReadCaseExport { case });
    let proof = phone.call(VerifyDecisions { case });
    assert!(proof.holds());
    assert_eq!(dossier.decisions.len(), 2);
    for (record, proven) in dossier.decisions.iter().zip(&proof.decisions) {
        assert_eq!((&record.line, &record.hash), (&proven.line, &proven.hash));
        assert_eq!(
            (&record.key, &record.signature),
            (&proven.key, &proven.signature)
        );
        assert_eq!((record.hash.len(), record.signature.len()), (64, 128));
    }
    assert_eq!(
        dossier.decisions[1].parents,
        [dossier.decisions[0].hash.clone()]
    );
    let lines: Vec<(i64, bool)> = dossier
        .expenses
        .iter()
        .map(|one| (one.cents.0, one.receipt))
        .collect();
    assert_eq!(lines, [(1234, false), (1234, true), (-1234, false)]);
    assert_eq!(dossier.expenses[2].reverses, Some(dossier.expenses[0].id));
    assert_eq!(dossier.agenda.len(), 1);
}

#[test]
fn a_case_as_a_file_is_its_own_document_with_all_that_was_typed_in_it() {
    let mut phone = TestPhone::new();
    let (case, words) = fill(&mut phone, "eerste");
    let (_, others) = fill(&mut phone, "tweede");
    let bytes = phone.call(ReadCaseFile { case });
    let whole = automerge::Automerge::load(&bytes).expect("any Automerge opens it");
    let text = serde_json::to_string(&automerge::AutoSerde::from(&whole)).expect("JSON");
    for word in &words {
        // Contacts and signals have documents of their own.
        let own = !word.starts_with("buur") && !word.starts_with("signaal");
        // A core team decision is also recorded on the agenda entry.
        let times = if word.starts_with("besluit") {
            2
        } else {
            usize::from(own)
        };
        assert_eq!(text.matches(word.as_str()).count(), times, "{word}");
    }
    assert!(others.iter().all(|word| !text.contains(word.as_str())));
    let nobody = CaseId(uuid::Uuid::nil());
    assert_eq!(
        phone.try_call(ReadCaseFile { case: nobody }),
        Err(Error::NotFound)
    );
}

#[test]
fn cases_come_in_parts_and_each_once() {
    let mut phone = TestPhone::new();
    let made: Vec<CaseId> = (0..7).map(|n| phone.case(&format!("Zaak {n}"))).collect();
    let mut found = Vec::new();
    loop {
        let part = phone.call(ReadCaseFacts {
            after: found.last().copied(),
            limit: 3,
        });
        if part.is_empty() {
            break;
        }
        found.extend(part.into_iter().map(|facts| facts.id));
    }
    assert_eq!(found, made);
}

#[test]
fn signals_of_nobody_are_handed_out_with_the_team_and_linked_ones_with_their_case() {
    let mut phone = TestPhone::new();
    let (_, words) = fill(&mut phone, "eerste");
    phone.log(Who::Unknown, "Vrouw bij het station.");
    let loose: Vec<_> = phone
        .call(ReadUnlinkedSignals)
        .into_iter()
        .map(|signal| signal.text)
        .collect();
    assert_eq!(loose, ["Vrouw bij het station."]);
    assert!(words.iter().any(|word| word.starts_with("signaal")));
}

#[test]
fn of_two_values_that_clash_both_are_handed_out() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    for (phone, value) in [(&mut noor, "0612345678"), (&mut bas, "0687654321")] {
        phone.clock.pass(Duration::minutes(1));
        phone.call(SetCaseField {
            case,
            field: CaseField::Phone,
            value: value.into(),
        });
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let dossier = noor.call(ReadCaseExport { case });
    let json = serde_json::to_string(&dossier).expect("JSON");
    for number in ["0612345678", "0687654321"] {
        assert_eq!(json.matches(number).count(), 1, "{number}");
    }
    let other = &dossier.facts.others[0];
    assert!(["Noor", "Bas"].contains(&other.value.by.as_str()));
}
