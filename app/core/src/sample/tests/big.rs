//! Tests of the further data of a generated team.

use super::today;
use crate::api::{
    ReadCallList, ReadCase, ReadCases, ReadCoreTeam, ReadEffect, ReadExpenses, ReadNetwork,
    ReadStudies, ReadStudyReport, ReadTeamSettings, ReadToday, RequestType, VerifyDecisions,
};
use crate::model::{CaseStatus, ClosingWhat, PartyState};
use crate::sample::{SeedPart, big_team};
use crate::store::Store;
use crate::view::CaseFilter;
use crate::{Environment, Phone};

const CASES: usize = 50;

fn ask<C: RequestType>(store: &mut Store, call: C) -> C::Response {
    let reply = store.dispatch(call.into()).expect("answers");
    C::unwrap(reply).expect("its own reply")
}

fn filled() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let phone = Phone::at(folder.path());
    let environment = Environment::default();
    let team = big_team(1, environment.today(), CASES, 5, 20);
    phone
        .create_big("12345", environment.clone(), team)
        .expect("makes it");
    let store = crate::sample::fill::open_sample(&phone, "12345", environment).expect("opens");
    (folder, store)
}

#[test]
fn every_case_of_a_big_team_has_the_whole_practice_on_file() {
    let (_folder, mut store) = filled();
    let list = ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 1_000,
    };
    let cases = ask(&mut store, list).cases;
    assert_eq!(cases.len(), CASES);
    let mut closed = 0;
    for line in cases {
        let case = line.id;
        let view = ask(&mut store, ReadCase { case });
        let scrapped = |state| view.parties.iter().filter(|p| p.state == state).count();
        assert_eq!(scrapped(PartyState::Needed), 3);
        assert_eq!(scrapped(PartyState::Scrapped), 3);
        assert!(!view.relations.is_empty());
        // A signal linked after the closing reopened some cases.
        let over = view.closings.first().map(|last| last.what) == Some(ClosingWhat::Closed);
        assert_eq!(over, view.status == CaseStatus::Closed);
        closed += usize::from(over);
        assert_eq!(ask(&mut store, ReadExpenses { case }).lines.len(), 8);
        let proof = ask(&mut store, VerifyDecisions { case });
        assert_eq!(proof.decisions.len(), 2);
        assert!(proof.holds());
    }
    assert!((5..30).contains(&closed), "{closed}");
}

#[test]
fn a_big_team_has_an_inbox_an_agenda_studies_and_somebody_to_call() {
    let (_folder, mut store) = filled();
    // Of three signals per case, one in ten rests and half of the others are linked.
    let inbox = ask(&mut store, ReadToday).signal_count;
    assert!((60..90).contains(&inbox), "{inbox}");
    assert_eq!(ask(&mut store, ReadCoreTeam).items.len(), 40);
    assert_eq!(ask(&mut store, ReadCallList).lines.len(), 5);
    assert_eq!(ask(&mut store, ReadTeamSettings).weeks, 26);
    let effect = ask(&mut store, ReadEffect);
    assert_eq!(effect.parties.map(|parties| parties.needed), Some(3 * 50));
    let everybody = ReadNetwork {
        text: String::new(),
        district: None,
        tags: Vec::new(),
        limit: 50,
    };
    assert!(ask(&mut store, everybody).tags.len() > 5);
    let studies = ask(&mut store, ReadStudies);
    assert_eq!(studies.len(), 2);
    let study = studies[0].id;
    let report = ask(&mut store, ReadStudyReport { study });
    assert_eq!(report.counts.iter().sum::<u32>(), 50);
    assert!(report.themes.iter().any(|theme| !theme.quotes.is_empty()));
}

#[test]
fn nothing_of_a_big_team_is_in_the_future_but_what_is_meant_to_be() {
    let practice = big_team(7, today(), 60, 10, 20).filter_map(|part| match part {
        SeedPart::Case(case) => Some(case.practice),
        SeedPart::Contact(_) => None,
    });
    for practice in practice {
        assert!(
            practice
                .decisions
                .iter()
                .all(|d| crate::day::of(d.at) < today())
        );
        assert!(practice.decisions.is_sorted_by_key(|decision| decision.at));
        assert!(practice.expenses.iter().all(|spent| spent.day < today()));
        assert!(
            practice
                .closing
                .is_none_or(|end| crate::day::of(end.at) <= today())
        );
        for party in practice.parties {
            assert!(party.scrapped.is_none_or(|at| party.at < at));
        }
    }
}
