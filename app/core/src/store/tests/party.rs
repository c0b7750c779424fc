//! Involved parties: which are needed, who decided so, and how many there were over time.

use chrono::Duration;

use super::{TestPhone, duo, sync};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, Error, PartyId};

fn add(phone: &mut TestPhone, case: CaseId, name: &str) -> PartyId {
    phone.clock.pass(Duration::minutes(1));
    phone.call(AddParty {
        case,
        name: name.into(),
    })
}

fn set(phone: &mut TestPhone, case: CaseId, party: PartyId, state: PartyState) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(SetPartyState { case, party, state });
}

fn parties(phone: &mut TestPhone, case: CaseId) -> Vec<PartyLine> {
    phone.call(ReadCase { case }).parties
}

#[test]
fn the_count_over_time_is_known_with_who_decided() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Gezin V.");
    let all: Vec<_> = ["GGZ", "Jeugdzorg", "Leerplicht", "Schuldhulp"]
        .into_iter()
        .map(|name| add(&mut noor, case, name))
        .collect();
    sync(&mut noor, &mut bas, &log);
    bas.clock.pass(Duration::days(3));
    set(&mut bas, case, all[1], PartyState::Scrapped);
    set(&mut bas, case, all[2], PartyState::Scrapped);
    // Scrapping is idempotent.
    set(&mut bas, case, all[2], PartyState::Scrapped);
    sync(&mut noor, &mut bas, &log);
    let view = noor.call(ReadCase { case });
    let counts: Vec<u32> = view.party_steps.iter().map(|step| step.needed).collect();
    assert_eq!(counts, [1, 2, 3, 4, 3, 2]);
    let names: Vec<&str> = view.parties.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["GGZ", "Schuldhulp", "Jeugdzorg", "Leerplicht"]);
    assert_eq!(view.parties[2].changed_by, "Bas");
    assert_eq!(view.parties[2].changed_at, view.party_steps[4].at);
    assert_eq!(view.parties[0].changed_by, "Noor");
}

#[test]
fn an_organisation_that_both_added_offline_stands_there_once() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Gezin V.");
    sync(&mut noor, &mut bas, &log);
    let hers = add(&mut noor, case, "Humanitas");
    bas.clock.pass(Duration::minutes(5));
    let his = add(&mut bas, case, " humanitas ");
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let lines = parties(phone, case);
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].id, lines[0].name.as_str()), (hers, "Humanitas"));
        let steps = phone.call(ReadCase { case }).party_steps;
        assert_eq!(steps.iter().map(|s| s.needed).collect::<Vec<_>>(), [1]);
    }
    // One call scraps both entries, so that neither reappears.
    set(&mut bas, case, hers, PartyState::Scrapped);
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let lines = parties(phone, case);
        assert_eq!(lines[0].state, PartyState::Scrapped);
        assert_eq!(lines[0].clash, []);
    }
    let gone = SetPartyState {
        case,
        party: his,
        state: PartyState::Needed,
    };
    assert_eq!(noor.try_call(gone), Err(Error::NotFound));
}

#[test]
fn needed_says_one_and_away_the_other_and_one_tap_settles_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Gezin V.");
    let party = add(&mut noor, case, "GGZ");
    set(&mut noor, case, party, PartyState::Scrapped);
    sync(&mut noor, &mut bas, &log);
    // Bas marks the party as needed; Noor concurrently does so too, then scraps it.
    set(&mut bas, case, party, PartyState::Needed);
    set(&mut noor, case, party, PartyState::Needed);
    set(&mut noor, case, party, PartyState::Scrapped);
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let clash = parties(phone, case).remove(0).clash;
        let mut values: Vec<_> = clash
            .iter()
            .map(|v| (v.by.as_str(), v.value.as_str()))
            .collect();
        values.sort_unstable();
        assert_eq!(values, [("Bas", "needed"), ("Noor", "scrapped")]);
    }
    assert_eq!(parties(&mut noor, case), parties(&mut bas, case));
    set(&mut noor, case, party, PartyState::Needed);
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let line = parties(phone, case).remove(0);
        assert_eq!((line.state, line.clash), (PartyState::Needed, vec![]));
    }
}

#[test]
fn one_that_went_and_is_added_again_is_needed_again() {
    let (mut noor, _, _) = duo();
    let case = noor.case("Gezin V.");
    let party = add(&mut noor, case, "Jeugdzorg");
    set(&mut noor, case, party, PartyState::Scrapped);
    assert_eq!(add(&mut noor, case, "jeugdzorg"), party);
    let lines = parties(&mut noor, case);
    assert_eq!((lines.len(), lines[0].state), (1, PartyState::Needed));
}

#[test]
fn a_party_is_marked_counted_and_found() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Gezin V.");
    noor.sync(&log);
    let party = add(&mut noor, case, "Reclassering");
    assert_eq!(parties(&mut noor, case)[0].mark, SyncMark::OnlyHere);
    assert_eq!(noor.call(ReadTeam).only_here[0].counts.other, 2);
    sync(&mut noor, &mut bas, &log);
    assert_eq!(parties(&mut noor, case)[0].mark, SyncMark::WithTeam);
    set(&mut noor, case, party, PartyState::Scrapped);
    assert_eq!(parties(&mut noor, case)[0].mark, SyncMark::OnlyHere);
    sync(&mut noor, &mut bas, &log);
    assert_eq!(parties(&mut noor, case)[0].mark, SyncMark::WithTeam);
    for phone in [&mut noor, &mut bas] {
        let text = "reclass".into();
        assert_eq!(
            phone
                .call(Search {
                    text,
                    filter: CaseFilter::default(),
                    shown: Shown::default(),
                })
                .cases[0]
                .case
                .id,
            case
        );
    }
    let nameless = AddParty {
        case,
        name: " ".into(),
    };
    assert_eq!(noor.try_call(nameless), Err(Error::Empty));
}
