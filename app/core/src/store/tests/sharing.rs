//! Two phones: offline edits merge, nothing is lost, and equality is only reported when it holds.

use chrono::Duration;

use super::{TestPhone, disagree_on_phone, duo, settle_on_phone};
use crate::api::*;
use crate::model::*;

fn timeline(phone: &mut TestPhone, case: crate::CaseId) -> Vec<String> {
    let page = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 50,
    });
    page.entries.into_iter().map(|entry| entry.text).collect()
}

#[test]
fn what_one_logs_offline_reaches_the_other_with_its_author() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    noor.log(Who::Case(case), "Zei goedemorgen terug.");
    noor.sync(&log);
    bas.sync(&log);
    let view = bas.call(ReadCase { case });
    assert_eq!(view.last_three[0].by, "Noor");
    assert_eq!(view.last_three[0].mark, SyncMark::WithTeam);
    let news = bas.call(ReadToday).news;
    assert_eq!((news[0].person.as_str(), news[0].count), ("Noor", 1));
    assert_eq!(noor.call(ReadToday).news, []);
}

#[test]
fn two_who_log_on_one_case_offline_lose_nothing() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    noor.log(Who::Case(case), "Tas gebracht.");
    bas.clock.pass(Duration::hours(1));
    bas.log(Who::Case(case), "Zus haalt haar op.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(
        timeline(&mut noor, case),
        ["Zus haalt haar op.", "Tas gebracht."]
    );
    assert_eq!(timeline(&mut noor, case), timeline(&mut bas, case));
}

#[test]
fn a_clash_shows_both_values_with_name_and_one_tap_settles_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    disagree_on_phone(&mut noor, &mut bas, &log, case);
    for phone in [&mut noor, &mut bas] {
        let clashes = phone.call(ReadCase { case }).clashes;
        assert_eq!(clashes.len(), 1);
        let mut values: Vec<(String, String)> = clashes[0]
            .values
            .iter()
            .map(|v| (v.by.clone(), v.value.clone()))
            .collect();
        values.sort();
        assert_eq!(
            values,
            [
                ("Bas".to_owned(), "0687654321".to_owned()),
                ("Noor".to_owned(), "0612345678".to_owned())
            ]
        );
    }
    settle_on_phone(&mut noor, &mut bas, &log, case);
    assert_eq!(bas.call(ReadCase { case }).clashes, []);
}

#[test]
fn a_background_that_two_people_write_in_keeps_the_words_of_both() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Gezin V.");
    let write = |phone: &mut TestPhone, value: &str| {
        phone.call(SetCaseField {
            case,
            field: CaseField::Background,
            value: value.into(),
        });
    };
    write(&mut noor, "Twee kinderen.");
    noor.sync(&log);
    bas.sync(&log);
    write(&mut noor, "Moeder werkt. Twee kinderen.");
    write(&mut bas, "Twee kinderen. Opa past op.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let text = noor.call(ReadCase { case }).background;
    assert_eq!(text, "Moeder werkt. Twee kinderen. Opa past op.");
    assert_eq!(bas.call(ReadCase { case }).background, text);
}

#[test]
fn two_rewrites_of_one_sentence_both_stand() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("T.");
    let id = noor.log(Who::Case(case), "Fiets kapot.");
    noor.sync(&log);
    bas.sync(&log);
    for (phone, text) in [
        (&mut noor, "Fiets is gemaakt."),
        (&mut bas, "Fiets is gestolen."),
    ] {
        phone.call(EditEncounter {
            who: Who::Case(case),
            id,
            text: text.into(),
            at: None,
            channel: None,
        });
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let text = timeline(&mut noor, case).remove(0);
    assert!(
        text.contains("gemaakt") && text.contains("gestolen"),
        "{text}"
    );
    assert_eq!(timeline(&mut bas, case).remove(0), text);
}

#[test]
fn equal_is_said_only_while_both_hold_the_same() {
    let (mut noor, mut bas, log) = duo();
    let equal = |phone: &mut TestPhone| phone.call(ReadTeam).sync.partners[0].equal;
    assert!(equal(&mut noor) && equal(&mut bas));
    let words = noor.call(ReadTeam).sync.words;
    assert_eq!(words.len(), 4);
    assert_eq!(words, bas.call(ReadTeam).sync.words);

    noor.case("Nieuw");
    assert!(!equal(&mut noor), "at once, by itself");
    assert_ne!(noor.call(ReadTeam).sync.words, words);
    noor.sync(&log);
    assert!(!equal(&mut noor), "Bas has not fetched it");
    bas.sync(&log);
    assert!(equal(&mut bas));
    noor.sync(&log);
    assert!(equal(&mut noor));
}

#[test]
fn a_day_goes_up_in_one_request_and_down_in_one() {
    let (mut noor, mut bas, log) = duo();
    for n in 0..30 {
        let case = noor.case(&format!("Zaak {n}"));
        for _ in 0..4 {
            noor.log(Who::Case(case), "Vier keer langs geweest, twee keer open.");
        }
    }
    assert_eq!(noor.sync(&log), 1, "up, and its note with it");
    assert_eq!(bas.sync(&log), 2, "down, and its note that it has it");
    assert_eq!(noor.sync(&log), 1);
    assert!(noor.call(ReadTeam).sync.partners[0].equal);
}

#[test]
fn marks_and_the_list_of_unsent_work_tell_the_truth() {
    let (mut noor, _, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
    noor.log(Who::Case(case), "Een.");
    noor.log(Who::Case(case), "Twee.");
    noor.log(Who::Unknown, "Vrouw bij het station.");
    let team = noor.call(ReadTeam);
    assert_eq!(team.sync.only_here, 3);
    assert_eq!(team.only_here[0].name, "G.");
    assert_eq!(team.only_here[0].counts.encounters, 2);
    assert_eq!(team.only_here[1].counts.signals, 1);
    // Work that is sealed but not acknowledged still counts as unsent.
    noor.store.next_request().expect("a request");
    assert_eq!(noor.call(ReadTeam).sync.only_here, 3);
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
}
