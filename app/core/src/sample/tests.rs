//! Tests of the fictitious teams.

mod big;

use std::collections::HashSet;

use chrono::{Duration, NaiveDate};

use super::*;
use crate::model::TrustStep;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// Returns every text that people will read.
fn texts(team: &SeedTeam) -> Vec<String> {
    let mut texts = Vec::new();
    for case in &team.cases {
        let fields = [
            &case.name,
            &case.what_matters,
            &case.does,
            &case.donts,
            &case.background,
        ];
        texts.extend(fields.into_iter().cloned());
        texts.extend(
            case.encounters
                .iter()
                .map(|encounter| encounter.text.clone()),
        );
        texts.extend(case.safety.iter().map(|fact| fact.2.clone()));
        texts.extend(case.commitments.iter().map(|promise| promise.text.clone()));
    }
    for contact in &team.contacts {
        texts.extend([
            contact.name.clone(),
            contact.what_for.clone(),
            contact.note.clone(),
        ]);
        texts.extend(contact.talks.iter().map(|talk| talk.text.clone()));
    }
    texts.extend(team.signals.iter().map(|signal| signal.text.clone()));
    texts
}

fn check_single(of: Vec<String>) {
    let mut seen = HashSet::new();
    for one in of.into_iter().filter(|one| !one.is_empty()) {
        assert!(seen.insert(one.clone()), "twice: {one}");
    }
}

fn case<'a>(team: &'a SeedTeam, name: &str) -> &'a SeedCase {
    team.cases
        .iter()
        .find(|case| case.name == name)
        .expect("a case")
}

#[test]
fn the_sample_team_has_the_size_of_a_small_municipality() {
    let team = sample_team(today());
    assert_eq!(
        (team.cases.len(), team.contacts.len(), team.signals.len()),
        (12, 40, 12)
    );
    let in_cases: usize = team.cases.iter().map(|case| case.encounters.len()).sum();
    let talks: usize = team
        .contacts
        .iter()
        .map(|contact| contact.talks.len())
        .sum();
    assert_eq!(in_cases + talks, 301);
    assert!(
        team.signals
            .iter()
            .filter(|signal| signal.linked_case.is_some())
            .count()
            >= 4
    );
}

#[test]
fn no_two_of_the_sample_share_a_name_a_number_or_an_id() {
    let team = sample_team(today());
    check_single(team.cases.iter().map(|case| case.name.clone()).collect());
    check_single(
        team.contacts
            .iter()
            .map(|contact| contact.name.clone())
            .collect(),
    );
    let phones = team.cases.iter().map(|case| &case.phone);
    check_single(
        phones
            .chain(team.contacts.iter().map(|contact| &contact.phone))
            .cloned()
            .collect(),
    );
    check_single(team.cases.iter().map(|case| case.number.clone()).collect());
    let cases = team
        .cases
        .iter()
        .flat_map(|case| case.encounters.iter().map(|e| e.id));
    let talks = team
        .contacts
        .iter()
        .flat_map(|contact| contact.talks.iter().map(|e| e.id));
    let documents = team.cases.iter().map(|case| case.id);
    let documents = documents.chain(team.contacts.iter().map(|contact| contact.id));
    let signals = team.signals.iter().map(|signal| signal.id);
    let all = cases.chain(talks).chain(documents).chain(signals);
    check_single(all.map(|id| id.to_string()).collect());
}

#[test]
fn no_text_of_the_sample_is_long_or_written_twice() {
    let team = sample_team(today());
    for text in texts(&team) {
        assert!(text.chars().count() <= 500, "{text}");
    }
    let encounters = team.cases.iter().flat_map(|case| &case.encounters);
    check_single(encounters.map(|encounter| encounter.text.clone()).collect());
}

#[test]
fn the_sample_is_as_fresh_as_the_day_and_nothing_is_in_the_future() {
    for today in [today(), today() + Duration::days(200)] {
        let team = sample_team(today);
        let promises: Vec<_> = team
            .cases
            .iter()
            .flat_map(|case| &case.commitments)
            .collect();
        let open_on = |day| {
            promises
                .iter()
                .filter(|p| !p.done && p.due == Some(day))
                .count()
        };
        assert_eq!(open_on(today), 2);
        assert_eq!(open_on(today - Duration::days(1)), 1);
        for encounter in team.cases.iter().flat_map(|case| &case.encounters) {
            assert!(crate::day::of(encounter.at) < today);
            assert!(crate::day::of(encounter.at) > today - Duration::days(731));
        }
    }
}

#[test]
fn every_case_of_the_sample_is_told_in_order_and_trust_only_grows_slowly() {
    let team = sample_team(today());
    for case in &team.cases {
        assert!(
            case.encounters.is_sorted_by_key(|encounter| encounter.at),
            "{}",
            case.name
        );
        assert!(case.trust.is_sorted_by_key(|step| step.0), "{}", case.name);
        assert!(case.encounters.len() >= 10, "{}", case.name);
    }
    for contact in &team.contacts {
        assert!(
            contact.talks.is_sorted_by_key(|talk| talk.at),
            "{}",
            contact.name
        );
    }
}

#[test]
fn the_pigeon_man_is_as_on_the_pictures() {
    let team = sample_team(today());
    let pigeons = case(&team, "Duivenman");
    assert_eq!(
        pigeons.what_matters,
        "Dat de duiven elke ochtend eten krijgen."
    );
    assert_eq!(pigeons.safety.len(), 2);
    assert_eq!(
        pigeons.trust.last().map(|step| step.2),
        Some(TrustStep::Door)
    );
    assert_eq!(team.contacts[pigeons.around[0].0].name, "Groenteman");
    let last = pigeons.encounters.last().expect("an encounter");
    assert_eq!(last.text, "Zei voor het eerst goedemorgen terug.");
    assert_eq!(last.at.to_rfc3339(), "2026-11-21T06:20:00+00:00");
}

#[test]
fn every_expense_of_the_sample_has_its_case_and_its_own_number() {
    let team = sample_team(today());
    let spent = super::expenses::expenses(today(), &team.cases);
    let mut ids: Vec<_> = spent.iter().map(|each| each.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 9);
    assert!(spent.iter().all(|each| each.day < today()));
}

#[test]
fn the_same_seed_gives_the_same_big_team_and_another_seed_another() {
    let team = |seed| big_team(seed, today(), 5, 10, 5).collect::<Vec<_>>();
    assert_eq!(team(1), team(1));
    assert_ne!(team(1), team(2));
    // Each part is the same whatever the size of the team.
    let larger: Vec<_> = big_team(1, today(), 6, 10, 5).take(10).collect();
    assert_eq!(team(1), larger);
}

#[test]
fn a_big_team_has_the_size_that_is_asked_for() {
    let (mut cases, mut contacts, mut encounters, mut letters) = (0, 0, 0, 0);
    let mut ids = HashSet::new();
    for part in big_team(7, today(), 100, 60, 200) {
        match part {
            SeedPart::Contact(contact) => {
                contacts += 1;
                assert!(ids.insert(contact.id));
            }
            SeedPart::Case(case) => {
                cases += 1;
                assert!(ids.insert(case.id));
                assert!(case.encounters.is_sorted_by_key(|encounter| encounter.at));
                for encounter in &case.encounters {
                    encounters += 1;
                    letters += encounter.text.chars().count();
                    assert!(ids.insert(encounter.id));
                    let (seconds, _) = encounter.id.get_timestamp().expect("v7").to_unix();
                    assert_eq!(i64::try_from(seconds), Ok(encounter.at.timestamp()));
                }
            }
        }
    }
    assert_eq!((cases, contacts, encounters), (100, 200, 6_000));
    let average = letters / encounters;
    assert!((170..230).contains(&average), "{average}");
}

#[test]
fn the_samples_decisions_prove_themselves_and_one_is_to_be_looked_at_today() {
    use crate::api::{ReadToday, RequestType, VerifyDecisions};
    let folder = tempfile::tempdir().expect("a folder");
    let phone = crate::Phone::at(folder.path());
    let environment = crate::Environment::default();
    let team = sample_team(environment.today());
    phone
        .create_sample("12345", environment.clone(), team)
        .expect("makes it");
    let mut store = super::fill::open_sample(&phone, "12345", environment).expect("opens");
    let today = store.dispatch(ReadToday.into()).expect("answers");
    let due = ReadToday::unwrap(today).expect("its own reply").look_again;
    assert_eq!(due.len(), 1);
    let case = due[0].case;
    let proof = store
        .dispatch(VerifyDecisions { case }.into())
        .expect("answers");
    let proof = VerifyDecisions::unwrap(proof).expect("its own reply");
    assert_eq!(proof.decisions.len(), 2);
    assert!(proof.holds());
}
