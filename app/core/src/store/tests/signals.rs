//! The inbox: a signal's source, how long it rests, and concurrent edits.

use chrono::{Duration, NaiveDate};

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, Error, SignalId};

fn heard(phone: &mut TestPhone, text: &str) -> SignalId {
    SignalId(phone.log(Who::Unknown, text).0)
}

/// Returns the day `days` after the tests' first day, 17 November.
fn day(days: i64) -> NaiveDate {
    "2026-11-17".parse::<NaiveDate>().expect("a day") + Duration::days(days)
}

fn rest(phone: &mut TestPhone, signal: SignalId, until: Option<NaiveDate>) {
    phone.call(RestSignal { signal, until });
}

fn inbox(phone: &mut TestPhone) -> Vec<SignalId> {
    let today = phone.call(ReadToday);
    assert_eq!(today.signal_count as usize, today.signals.len());
    today.signals.into_iter().map(|line| line.id).collect()
}

#[test]
fn a_signal_that_rests_comes_back_on_the_day_by_itself_as_the_newest() {
    let mut noor = TestPhone::new();
    let old = heard(&mut noor, "Gordijnen al dagen dicht.");
    rest(&mut noor, old, Some(day(7)));
    let view = noor.call(ReadSignal { signal: old });
    assert_eq!(view.state, SignalState::Resting);
    assert_eq!(view.resting_until, Some(day(7)));
    noor.clock.pass(Duration::days(6));
    let fresh = heard(&mut noor, "Ruzie in de flat.");
    assert_eq!(inbox(&mut noor), [fresh]);
    noor.clock.pass(Duration::days(1));
    assert_eq!(inbox(&mut noor), [old, fresh]);
    let today = noor.call(ReadToday);
    assert_eq!(today.signals[0].rested_until, Some(day(7)));
    assert_eq!(today.signals[1].rested_until, None);
    let view = noor.call(ReadSignal { signal: old });
    assert_eq!(view.state, SignalState::Open);
    assert_eq!(view.resting_until, Some(day(7)));
    // Rests it again, for longer.
    rest(&mut noor, old, Some(day(30)));
    assert_eq!(inbox(&mut noor), [fresh]);
}

#[test]
fn a_signal_may_rest_until_somebody_searches_it_and_be_woken() {
    let mut noor = TestPhone::new();
    let signal = heard(&mut noor, "Zakken voer in het trapgat.");
    rest(&mut noor, signal, Some(day(7)));
    rest(&mut noor, signal, None);
    noor.clock.pass(Duration::days(900));
    assert_eq!(inbox(&mut noor), []);
    let found = noor.call(Search {
        text: "trapgat".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.encounters[0].place, NewsPlace::Signal(signal));
    noor.call(WakeSignal { signal });
    assert_eq!(inbox(&mut noor), [signal]);
}

#[test]
fn a_signal_rests_only_until_a_day_to_come() {
    let mut noor = TestPhone::new();
    let signal = heard(&mut noor, "Gordijnen al dagen dicht.");
    for until in [day(0), day(-1)] {
        let until = Some(until);
        let refused = noor.try_call(RestSignal { signal, until });
        assert_eq!(refused, Err(Error::Value(BadValue::Day)));
    }
    assert_eq!(inbox(&mut noor), [signal]);
}

#[test]
fn one_lets_rest_what_the_other_links_and_it_stands_in_the_case() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    let signal = heard(&mut noor, "Zakken voer in het trapgat.");
    noor.sync(&log);
    bas.sync(&log);
    rest(&mut noor, signal, Some(day(7)));
    bas.call(LinkSignal { signal, case });
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let view = phone.call(ReadSignal { signal });
        assert_eq!(
            (view.state, view.resting_until),
            (SignalState::Linked, None)
        );
        let page = phone.call(ReadTimeline {
            case,
            before: None,
            limit: 9,
        });
        assert_eq!(page.entries[0].signal, Some(signal));
        phone.clock.pass(Duration::days(8));
        assert_eq!(inbox(phone), []);
    }
}

#[test]
fn both_let_it_rest_and_the_earlier_day_counts_on_both_phones() {
    for (one, other) in [(Some(day(28)), Some(day(7))), (None, Some(day(7)))] {
        let (mut noor, mut bas, log) = duo();
        let signal = heard(&mut noor, "Gordijnen al dagen dicht.");
        noor.sync(&log);
        bas.sync(&log);
        rest(&mut noor, signal, one);
        rest(&mut bas, signal, other);
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        for phone in [&mut noor, &mut bas] {
            assert_eq!(
                phone.call(ReadSignal { signal }).resting_until,
                Some(day(7))
            );
            assert_eq!(inbox(phone), []);
            phone.clock.pass(Duration::days(7));
            assert_eq!(inbox(phone), [signal]);
        }
        // A later rest replaces both.
        rest(&mut bas, signal, Some(day(60)));
        bas.sync(&log);
        noor.sync(&log);
        assert_eq!(inbox(&mut noor), []);
    }
}

#[test]
fn one_wakes_what_the_other_lets_rest_longer_and_it_is_not_forgotten() {
    let (mut noor, mut bas, log) = duo();
    let signal = heard(&mut noor, "Gordijnen al dagen dicht.");
    noor.sync(&log);
    bas.sync(&log);
    rest(&mut noor, signal, Some(day(7)));
    rest(&mut bas, signal, Some(day(7)));
    bas.call(WakeSignal { signal });
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(inbox(&mut noor), [signal]);
    assert_eq!(inbox(&mut bas), [signal]);
}

#[test]
fn a_signal_is_found_by_its_source_and_two_sources_both_stand() {
    let (mut noor, mut bas, log) = duo();
    let signal = heard(&mut noor, "Gordijnen al dagen dicht.");
    noor.sync(&log);
    bas.sync(&log);
    for (phone, source) in [(&mut noor, "Wijkagent"), (&mut bas, "Buur")] {
        phone.call(SetSignalSource {
            signal,
            source: source.into(),
        });
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let source = noor.call(ReadSignal { signal }).source;
    assert!(["Wijkagent / Buur", "Buur / Wijkagent"].contains(&source.as_str()));
    assert_eq!(source, bas.call(ReadSignal { signal }).source);
    assert_eq!(source, bas.call(ReadToday).signals[0].source);
    let found = bas.call(Search {
        text: "wijkag".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.encounters[0].name, source);
    noor.call(SetSignalSource {
        signal,
        source: "Buur".into(),
    });
    assert_eq!(noor.call(ReadSignal { signal }).source, "Buur");
}
