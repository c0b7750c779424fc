//! What only people can settle: told where they look, and gone after one tap.

use chrono::Duration;

use super::decisions::{text, try_decide};
use super::{TestPhone, disagree_on_phone, duo, settle_on_phone};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, SignalId};

/// Whether the list of cases says that this one is in conflict.
fn listed(phone: &mut TestPhone, case: CaseId) -> bool {
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 9,
    });
    let of_case = |line: &&CaseLine| line.id == case;
    list.cases.iter().find(of_case).expect("listed").clash
}

#[test]
fn a_clash_is_told_on_vandaag_in_the_list_and_at_days_end_until_it_is_settled() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.case("T.");
    noor.sync(&log);
    bas.sync(&log);
    disagree_on_phone(&mut noor, &mut bas, &log, case);
    for phone in [&mut noor, &mut bas] {
        let clashes = phone.call(ReadToday).clashes;
        let [line] = &clashes[..] else {
            panic!("one: {clashes:?}");
        };
        let Clashed::Case {
            case: of, fields, ..
        } = &line.of
        else {
            panic!("a case: {line:?}");
        };
        assert_eq!((*of, line.name.as_str()), (case, "G."));
        let by: Vec<_> = fields[0].values.iter().map(|value| &value.by).collect();
        assert!(by.contains(&&"Noor".to_owned()), "{by:?}");
        assert_eq!(phone.call(ReadTeam).to_settle.clashes, clashes);
        assert!(listed(phone, case));
    }
    settle_on_phone(&mut noor, &mut bas, &log, case);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(phone.call(ReadToday).clashes, []);
        assert!(!listed(phone, case));
    }
}

#[test]
fn a_contact_and_an_organisation_that_two_changed_are_to_settle_too() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let contact = noor.call(SaveContact {
        name: "Groenteman".into(),
        fields: Vec::new(),
    });
    let party = noor.call(AddParty {
        case,
        name: "Wijkteam".into(),
    });
    noor.sync(&log);
    bas.sync(&log);
    let states = [PartyState::Scrapped, PartyState::Needed];
    for (phone, state) in [&mut noor, &mut bas].into_iter().zip(states) {
        phone.clock.pass(Duration::minutes(5));
        phone.call(SetContactField {
            contact,
            field: ContactField::Role,
            value: format!("{state:?}"),
        });
        // Back and forth, so that each writes its state.
        for each in [PartyState::Scrapped, PartyState::Needed, state] {
            phone.call(SetPartyState {
                case,
                party,
                state: each,
            });
        }
    }
    noor.sync(&log);
    bas.sync(&log);
    let clashes = bas.call(ReadTeam).to_settle.clashes;
    let names: Vec<_> = clashes.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["G.", "Groenteman"]);
    let Clashed::Case { parties, .. } = &clashes[0].of else {
        panic!("a case: {clashes:?}");
    };
    assert_eq!(parties[0].name, "Wijkteam");
    assert!(listed(&mut bas, case));
}

#[test]
fn the_days_end_lists_todays_signals_without_a_person_and_what_to_look_at_again() {
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("G.");
    noor.log(Who::Unknown, "Van gisteren.");
    let again = DecisionText {
        look_again: Some(noor.call(ReadToday).date + chrono::Days::new(1)),
        ..text(DecisionKind::Refrain, "Nog niet aankloppen")
    };
    let decision = try_decide(&mut noor, case, again).expect("decides");
    noor.clock.pass(Duration::days(1));
    let signal = SignalId(noor.log(Who::Unknown, "Van vandaag.").0);
    let linked = SignalId(noor.log(Who::Unknown, "Al gekoppeld.").0);
    noor.call(LinkSignal {
        signal: linked,
        case,
    });
    let to_settle = noor.call(ReadTeam).to_settle;
    let signals: Vec<_> = to_settle.signals.iter().map(|line| line.id).collect();
    assert_eq!(signals, [signal]);
    assert_eq!(to_settle.look_again[0].decision, decision);
    noor.call(LookAgain {
        case,
        decision,
        next: None,
        saw: String::new(),
    });
    noor.call(RestSignal {
        signal,
        until: None,
    });
    assert_eq!(noor.call(ReadTeam).to_settle, ToSettle::default());
}
