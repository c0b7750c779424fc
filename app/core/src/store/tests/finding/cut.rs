//! Truncated lists report their total and can be expanded.

use super::*;

#[test]
fn what_vandaag_cuts_is_counted_and_can_be_opened() {
    let mut noor = TestPhone::new();
    let today = noor.call(ReadToday).date;
    let case = noor.case("Opa");
    for number in 0..35 {
        noor.call(AddCommitment {
            case,
            text: format!("Bellen {number}"),
            who: String::new(),
            due: Some(today),
            time: None,
        });
        noor.log(Who::Unknown, "Buren horen muziek");
        let quiet = noor.case(&format!("Jan {number}"));
        log(&mut noor, quiet, "gezien");
    }
    noor.clock.pass(chrono::Duration::weeks(5));
    let view = noor.call(ReadToday);
    assert_eq!((view.commitments.len(), view.commitment_count), (30, 35));
    assert_eq!((view.signals.len(), view.signal_count), (20, 35));
    assert_eq!((view.not_seen.len(), view.not_seen_count), (5, 35));
    for (list, number) in [
        (TodayList::Commitments, 35),
        (TodayList::Signals, 35),
        (TodayList::NotSeen, 35),
        (TodayList::LookAgain, 0),
        (TodayList::News("Bas".into()), 0),
    ] {
        let lines = noor.call(ReadTodayList {
            list: list.clone(),
            limit: 100,
        });
        let found = lines.commitments.len() + lines.signals.len() + lines.not_seen.len();
        assert_eq!(found, number, "{list:?}");
    }
    let first = view.commitments;
    let all = noor.call(ReadTodayList {
        list: TodayList::Commitments,
        limit: 100,
    });
    assert_eq!(all.commitments[..30], first);
}

#[test]
fn what_a_colleague_added_can_be_read_to_the_end() {
    let (mut noor, mut bas, team) = super::super::duo();
    for number in 0..40 {
        let case = noor.case(&format!("Opa {number}"));
        log(&mut noor, case, "Thee");
    }
    noor.sync(&team);
    bas.sync(&team);
    let news = bas.call(ReadToday).news;
    assert_eq!((news[0].lines.len(), news[0].count), (30, 40));
    let all = bas.call(ReadTodayList {
        list: TodayList::News(news[0].person.clone()),
        limit: 70,
    });
    assert_eq!(all.news.len(), 40);
    assert_eq!(all.news[..30], news[0].lines);
}

#[test]
fn a_network_that_is_narrowed_down_says_how_many_there_are() {
    let mut noor = TestPhone::new();
    for number in 0..30 {
        contact(&mut noor, &format!("Jan {number}"));
    }
    let network = noor.call(ReadNetwork {
        text: "jan".into(),
        district: None,
        tags: Vec::new(),
        limit: 10,
    });
    let shown: usize = network.districts.iter().map(|d| d.contacts.len()).sum();
    assert_eq!((shown, network.total), (10, 30));
}

#[test]
fn a_timeline_and_the_talks_of_a_contact_say_how_many_there_are() {
    let mut noor = TestPhone::new();
    let case = noor.case("Opa");
    let kapper = contact(&mut noor, "Kapper");
    for _ in 0..60 {
        log(&mut noor, case, "Thee");
        noor.log(Who::Contact(kapper), "Geknipt");
    }
    let timeline = noor.call(ReadTimeline {
        case,
        before: None,
        limit: 50,
    });
    assert_eq!((timeline.entries.len(), timeline.total), (50, 60));
    let view = noor.call(ReadContact { contact: kapper });
    assert!(view.talks.len() < 60);
    assert_eq!(view.talk_count, 60);
    let whole = noor.call(ReadWholeContact { contact: kapper });
    assert_eq!(whole.talks.len(), 60);
}
