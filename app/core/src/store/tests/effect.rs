//! Effect figures are derived from normal use and are the same on every phone.

use chrono::Duration;

use super::{TestPhone, duo};
use crate::CaseId;
use crate::api::*;
use crate::model::*;
use crate::view::*;

fn close(phone: &mut TestPhone, case: CaseId, outcome: Option<Outcome>) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(CloseCase {
        case,
        text: "Klaar.".into(),
        outcome,
    });
}

fn meet(phone: &mut TestPhone, case: CaseId, channel: Channel) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(SaveEncounter {
        id: crate::EncounterId(uuid::Uuid::from_bytes(crate::crypto::random())),
        text: "Gesproken.".into(),
        channel,
        who: Who::Case(case),
        at: None,
    });
}

#[test]
fn without_cases_there_is_nothing_to_count() {
    assert_eq!(TestPhone::new().call(ReadEffect), Effect::default());
}

#[test]
fn each_year_counts_who_came_who_went_and_who_came_back() {
    let mut phone = TestPhone::new();
    let first = phone.case("A");
    let second = phone.case("B");
    phone.clock.pass(Duration::days(20));
    close(&mut phone, first, Some(Outcome::AcceptedHelp));
    // In 2028, with no entries in the year between.
    phone.clock.pass(Duration::days(500));
    phone.case("C");
    meet(&mut phone, first, Channel::Street);
    close(&mut phone, second, None);
    let years = phone.call(ReadEffect).years;
    let figures: Vec<_> = years
        .iter()
        .map(|y| (y.year, y.signed_up, y.open, y.closed, y.reopened))
        .collect();
    assert_eq!(
        figures,
        [(2026, 2, 1, 1, 0), (2027, 0, 1, 0, 0), (2028, 1, 2, 1, 1)]
    );
    assert_eq!(years[0].outcomes, [0, 1, 0, 0]);
    assert_eq!(years[2].outcomes, [0; 4]);
}

#[test]
fn the_day_of_signing_up_is_what_is_written_down_else_the_day_the_case_was_made() {
    let mut phone = TestPhone::new();
    let csv = "Roepnaam;Datum aanmelding\nG.;03-02-2024\nT.;\n";
    let preview = phone.call(PreviewImport {
        name: "lijst.csv".into(),
        bytes: csv.as_bytes().to_vec(),
    });
    phone.call(ConfirmImport {
        token: preview.token,
        ..ConfirmImport::default()
    });
    let years = phone.call(ReadEffect).years;
    let signed_up: Vec<_> = years.iter().map(|y| (y.year, y.signed_up)).collect();
    assert_eq!(signed_up, [(2024, 1), (2025, 0), (2026, 1)]);
}

#[test]
fn first_contact_is_the_day_half_of_them_were_spoken_to_and_a_meeting_is_none() {
    let mut phone = TestPhone::new();
    let cases = ["A", "B", "C"].map(|name| phone.case(name));
    for (case, days) in cases.into_iter().zip([2, 5, 20]) {
        meet(&mut phone, case, Channel::Meeting);
        phone.clock.pass(Duration::days(days));
        meet(&mut phone, case, Channel::Street);
    }
    // First contacts after 2, 7 and 27 days; the median is 7.
    assert_eq!(phone.call(ReadEffect).years[0].first_contact_days, Some(7));
    meet(&mut phone, cases[2], Channel::Home);
    assert_eq!(phone.call(ReadEffect).years[0].first_contact_days, Some(7));
}

/// Creates a phone whose clock shows this moment.
fn phone_at(moment: &str) -> TestPhone {
    let phone = TestPhone::new();
    phone.clock.set(moment);
    phone
}

#[test]
fn a_case_closed_at_new_year_is_counted_in_its_year_read_in_january_and_in_july() {
    for (closed_at, year) in [
        ("2026-12-31T23:20:00+01:00", 2026),
        ("2027-01-01T00:20:00+01:00", 2027),
    ] {
        let mut phone = phone_at("2026-07-01T10:00:00+02:00");
        let case = phone.case("G.");
        phone.clock.set(closed_at);
        phone.call(CloseCase {
            case,
            text: "Klaar.".into(),
            outcome: None,
        });
        for read_at in ["2027-01-05T09:00:00+01:00", "2027-07-05T09:00:00+02:00"] {
            phone.clock.set(read_at);
            let years = phone.call(ReadEffect).years;
            let closed = years.iter().filter(|y| y.closed > 0).map(|y| y.year);
            assert_eq!(closed.collect::<Vec<_>>(), [year], "read at {read_at}");
        }
    }
}

#[test]
fn a_case_made_in_the_first_hour_of_a_year_is_of_that_year_and_that_day() {
    let mut phone = phone_at("2027-01-01T00:20:00+01:00");
    let case = phone.case("G.");
    phone.clock.set("2027-01-02T00:10:00+01:00");
    meet(&mut phone, case, Channel::Street);
    let years = phone.call(ReadEffect).years;
    assert_eq!((years[0].year, years[0].signed_up), (2027, 1));
    assert_eq!(years[0].first_contact_days, Some(1));
}

#[test]
fn days_until_first_contact_are_those_of_the_calendar_around_both_changes_of_the_clock() {
    for (made, met) in [
        ("2026-03-28T23:50:00+01:00", "2026-03-29T23:40:00+02:00"),
        ("2026-10-24T23:50:00+02:00", "2026-10-25T23:40:00+01:00"),
    ] {
        let mut phone = phone_at(made);
        let case = phone.case("G.");
        phone.clock.set(met);
        phone.call(SaveEncounter {
            id: crate::EncounterId(uuid::Uuid::from_bytes(crate::crypto::random())),
            text: "Gesproken.".into(),
            channel: Channel::Street,
            who: Who::Case(case),
            at: None,
        });
        assert_eq!(phone.call(ReadEffect).years[0].first_contact_days, Some(1));
    }
}

#[test]
fn two_who_close_the_same_case_offline_closed_it_once() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    close(&mut noor, case, None);
    bas.clock.pass(Duration::minutes(30));
    close(&mut bas, case, Some(Outcome::Stable));
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let effect = noor.call(ReadEffect);
    assert_eq!(effect, bas.call(ReadEffect));
    assert_eq!((effect.years[0].closed, effect.years[0].open), (1, 0));
    assert_eq!(effect.years[0].outcomes, [1, 0, 0, 0]);
}

#[test]
fn who_was_handed_over_is_not_open_any_more() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    meet(&mut phone, case, Channel::Street);
    phone.call(SetCaseField {
        case,
        field: CaseField::Status,
        value: CaseStatus::HandedOver.word().into(),
    });
    let year = &phone.call(ReadEffect).years[0];
    assert_eq!((year.open, year.closed), (0, 1));
}

#[test]
fn parties_are_counted_as_they_were_and_as_they_are() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    phone.case("Zonder partijen");
    assert_eq!(phone.call(ReadEffect).parties, None);
    for n in 0..10 {
        phone.call(AddParty {
            case,
            name: format!("Partij {n}"),
        });
    }
    for party in phone.call(ReadCase { case }).parties.into_iter().take(6) {
        phone.call(SetPartyState {
            case,
            party: party.id,
            state: PartyState::Scrapped,
        });
    }
    let parties = phone.call(ReadEffect).parties.expect("known");
    assert_eq!(parties.around_one(), (10, 4));
}
