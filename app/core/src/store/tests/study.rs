//! Neighbourhood studies: concurrent edits, and what a report may reveal.

mod report;

use chrono::Duration;
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, Error, InterviewId, StudyId};

fn study(phone: &mut TestPhone, name: &str) -> StudyId {
    phone.call(CreateStudy { name: name.into() })
}

fn interview(phone: &mut TestPhone, study: StudyId, text: &str, themes: &[&str]) -> InterviewId {
    phone.clock.pass(Duration::minutes(1));
    let id = InterviewId(Uuid::from_bytes(crate::crypto::random()));
    phone.call(SaveInterview {
        id,
        study,
        text: text.into(),
        channel: Channel::Street,
        role: InterviewRole::Resident,
        themes: themes.iter().map(|theme| (*theme).to_owned()).collect(),
        at: None,
        help: None,
    });
    id
}

fn theme(phone: &mut TestPhone, study: StudyId, theme: &str, in_use: bool) {
    phone.call(SetTheme {
        study,
        theme: theme.into(),
        in_use,
    });
}

fn mark(phone: &mut TestPhone, study: StudyId, interview: InterviewId, theme: &str, applies: bool) {
    phone.call(SetMark {
        study,
        interview,
        theme: theme.into(),
        applies,
    });
}

fn quote(phone: &mut TestPhone, study: StudyId, interview: InterviewId, quote: &str) {
    phone.call(SetQuote {
        study,
        interview,
        quote: quote.into(),
    });
}

fn read(phone: &mut TestPhone, study: StudyId) -> StudyView {
    phone.call(ReadStudy { study, limit: 50 })
}

fn counts(phone: &mut TestPhone, study: StudyId) -> Vec<(String, u32)> {
    let themes = read(phone, study).themes.into_iter();
    themes.map(|theme| (theme.name, theme.count)).collect()
}

fn sentences(phone: &mut TestPhone, study: StudyId) -> Vec<String> {
    let interviews = read(phone, study).interviews.into_iter();
    interviews.map(|interview| interview.text).collect()
}

/// Creates a study with a theme and an interview on both phones.
fn shared() -> (
    TestPhone,
    TestPhone,
    std::rc::Rc<std::cell::RefCell<super::log::Log>>,
    StudyId,
    InterviewId,
) {
    let (mut noor, mut bas, log) = duo();
    let of = study(&mut noor, "De Akkers");
    theme(&mut noor, of, "Eenzaamheid", true);
    let id = interview(&mut noor, of, "Niemand kent hier de buren.", &[]);
    noor.sync(&log);
    bas.sync(&log);
    (noor, bas, log, of, id)
}

#[test]
fn a_study_begins_today_with_only_a_name() {
    let mut phone = TestPhone::new();
    let empty = phone.try_call(CreateStudy { name: "  ".into() });
    assert_eq!(empty, Err(Error::Empty));
    let of = study(&mut phone, " De Akkers ");
    let view = read(&mut phone, of);
    assert_eq!(view.name, "De Akkers");
    assert_eq!(
        view.begun.map(|day| day.to_string()).as_deref(),
        Some("2026-11-17")
    );
    assert_eq!((view.ended, view.total), (None, 0));
}

#[test]
fn a_day_in_words_is_refused_and_nothing_is_kept_of_it() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    let refused = phone.try_call(SetStudyField {
        study: of,
        field: StudyField::Begun,
        value: "vorige week".into(),
    });
    assert_eq!(refused, Err(Error::Value(BadValue::Day)));
    assert!(read(&mut phone, of).begun.is_some());
}

#[test]
fn two_who_interview_offline_lose_nothing_and_it_is_news() {
    let (mut noor, mut bas, log, of, _) = shared();
    interview(&mut noor, of, "De speeltuin is weg.", &["Eenzaamheid"]);
    bas.clock.pass(Duration::hours(1));
    interview(&mut bas, of, "De winkel is te ver.", &[]);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let both = [
        "De winkel is te ver.",
        "De speeltuin is weg.",
        "Niemand kent hier de buren.",
    ];
    assert_eq!(sentences(&mut noor, of), both);
    assert_eq!(sentences(&mut bas, of), both);
    assert_eq!(noor.store.digest(), bas.store.digest());
    let news = noor.call(ReadToday).news;
    let line = &news[0].lines[0];
    assert_eq!(news[0].person, "Bas");
    assert_eq!(line.place, NewsPlace::Study(of));
    assert_eq!(line.name, "De Akkers");
}

#[test]
fn a_theme_that_one_marks_while_the_other_takes_it_away_stays_marked() {
    for noor_marks in [true, false] {
        let (mut noor, mut bas, log, of, id) = shared();
        mark(&mut noor, of, id, "Eenzaamheid", true);
        noor.sync(&log);
        bas.sync(&log);
        // Each phone makes its own edits to the same mark.
        for (phone, marks) in [(&mut noor, noor_marks), (&mut bas, !noor_marks)] {
            // The phone that removes it makes the most edits.
            let touches: &[bool] = if marks {
                &[false, true]
            } else {
                &[false, true, false]
            };
            for applies in touches {
                mark(phone, of, id, "Eenzaamheid", *applies);
            }
        }
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        for phone in [&mut noor, &mut bas] {
            assert_eq!(counts(phone, of), [("Eenzaamheid".to_owned(), 1)]);
        }
        // A single removal after the merge is final.
        mark(&mut bas, of, id, "Eenzaamheid", false);
        bas.sync(&log);
        noor.sync(&log);
        assert_eq!(counts(&mut noor, of), [("Eenzaamheid".to_owned(), 0)]);
    }
}

#[test]
fn a_theme_both_add_is_one_theme_however_they_spell_it() {
    let (mut noor, mut bas, log, of, id) = shared();
    theme(&mut noor, of, "Schulden", true);
    mark(&mut noor, of, id, "Schulden", true);
    theme(&mut bas, of, " schulden", true);
    mark(&mut bas, of, id, "schulden", true);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let one = [("Eenzaamheid".to_owned(), 0), ("Schulden".to_owned(), 1)];
    assert_eq!(counts(&mut noor, of), one);
    assert_eq!(counts(&mut bas, of), one);
    mark(&mut bas, of, id, "Schulden", false);
    assert_eq!(counts(&mut bas, of)[1].1, 0);
    theme(&mut noor, of, "SCHULDEN", false);
    assert_eq!(counts(&mut noor, of), [("Eenzaamheid".to_owned(), 0)]);
}

#[test]
fn a_theme_out_of_use_takes_no_marks_with_it() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    theme(&mut phone, of, "Armoede", true);
    interview(&mut phone, of, "Geen geld voor de bus.", &["Armoede"]);
    theme(&mut phone, of, "Armoede", false);
    assert_eq!(counts(&mut phone, of), []);
    assert_eq!(
        phone
            .call(Search {
                text: "armoede".into(),
                filter: CaseFilter::default(),
                shown: Shown::default(),
            })
            .encounters
            .hits,
        []
    );
    theme(&mut phone, of, "Armoede", true);
    assert_eq!(counts(&mut phone, of), [("Armoede".to_owned(), 1)]);
}

#[test]
fn where_both_choose_another_quote_both_are_cited_until_one_is_chosen() {
    let (mut noor, mut bas, log, of, id) = shared();
    quote(&mut noor, of, id, "Niemand kent hier de buren.");
    quote(&mut bas, of, id, "Niemand kent\nhier");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let mut quotes = read(phone, of).interviews[0].quotes.clone();
        quotes.sort();
        assert_eq!(quotes, ["Niemand kent hier", "Niemand kent hier de buren."]);
        let report = phone.call(ReadStudyReport { study: of });
        assert_eq!(report.themes[1].quotes.len(), 2);
    }
    let chosen = read(&mut bas, of).interviews[0].quotes[0].clone();
    quote(&mut bas, of, id, &chosen);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(read(&mut noor, of).interviews[0].quotes, [chosen]);
}

#[test]
fn two_studies_of_one_name_stay_two_and_differ_by_their_interviews() {
    let (mut noor, mut bas, log) = duo();
    let first = study(&mut noor, "De Akkers");
    interview(&mut noor, first, "Een.", &[]);
    let second = study(&mut bas, "De Akkers");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let mut studies = phone.call(ReadStudies);
        studies.sort_by_key(|study| study.interviews);
        assert_eq!(studies.len(), 2);
        assert_eq!((studies[0].id, studies[0].interviews), (second, 0));
        assert_eq!((studies[1].id, studies[1].interviews), (first, 1));
    }
    // The other study is ended, and is listed below on both phones.
    bas.call(SetStudyField {
        study: second,
        field: StudyField::Ended,
        value: "2026-11-17".into(),
    });
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(noor.call(ReadStudies)[0].id, first);
    let open = noor.call(FindWho::new("akkers"));
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].who, Who::Study(first));
}

#[test]
fn direct_help_is_one_signal_on_however_many_phones_it_is_tapped() {
    let (mut noor, mut bas, log, of, id) = shared();
    for phone in [&mut noor, &mut bas] {
        for _ in 0..2 {
            phone.call(MakeHelpSignal {
                study: of,
                interview: id,
                source: "Wijkonderzoek De Akkers".into(),
            });
        }
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let signals = phone.call(ReadToday).signals;
        assert_eq!(signals.len(), 1);
        assert_eq!(signals[0].source, "Wijkonderzoek De Akkers");
        assert_eq!(signals[0].text, "Niemand kent hier de buren.");
        assert_eq!(signals[0].by, "Noor", "who heard it, not who tapped");
        let line = &read(phone, of).interviews[0];
        assert_eq!(line.signal, Some(signals[0].id));
    }
    assert_eq!(noor.store.digest(), bas.store.digest());
}

#[test]
fn help_that_was_asked_for_in_the_sheet_makes_one_signal_too() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    let save = SaveInterview {
        id: InterviewId(Uuid::from_bytes(crate::crypto::random())),
        study: of,
        text: "Geen eten in huis.".into(),
        channel: Channel::Home,
        role: InterviewRole::Resident,
        themes: Vec::new(),
        at: None,
        help: Some("Wijkonderzoek De Akkers".into()),
    };
    phone.call(save.clone());
    phone.call(save);
    assert_eq!(phone.call(ReadToday).signal_count, 1);
    assert_eq!(read(&mut phone, of).total, 1);
    let line = read(&mut phone, of).interviews.remove(0);
    phone.call(MakeHelpSignal {
        study: of,
        interview: line.id,
        source: "Wijkonderzoek De Akkers".into(),
    });
    assert_eq!(phone.call(ReadToday).signal_count, 1);
}

#[test]
fn an_interview_is_found_by_its_words_and_its_themes_and_a_study_by_its_name() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    theme(&mut phone, of, "Eenzaamheid", true);
    let id = interview(&mut phone, of, "Niemand kent de buren.", &[]);
    let place = |phone: &mut TestPhone, text: &str| {
        let found = phone
            .call(Search {
                text: text.into(),
                filter: CaseFilter::default(),
                shown: Shown::default(),
            })
            .encounters;
        found.first().map(|hit| (hit.place, hit.name.clone()))
    };
    let there = Some((NewsPlace::Study(of), "De Akkers".to_owned()));
    assert_eq!(place(&mut phone, "bur"), there);
    assert_eq!(place(&mut phone, "eenz"), None);
    mark(&mut phone, of, id, "Eenzaamheid", true);
    assert_eq!(place(&mut phone, "eenz"), there);
    let studies = phone
        .call(Search {
            text: "akk".into(),
            filter: CaseFilter::default(),
            shown: Shown::default(),
        })
        .studies;
    assert_eq!(studies[0].id, of);
    phone.call(EditEncounter {
        who: Who::Study(of),
        id: crate::EncounterId(id.0),
        text: "Iedereen kent elkaar.".into(),
        at: None,
        channel: None,
    });
    assert_eq!(place(&mut phone, "bur"), None);
    assert_eq!(place(&mut phone, "elkaar"), there);
    assert_eq!(place(&mut phone, "eenz"), there);
}

#[test]
fn nothing_of_a_study_stands_in_a_timeline_but_the_signal_that_was_linked() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    let of = study(&mut phone, "De Akkers");
    let id = interview(&mut phone, of, "De duivenman heeft honger.", &[]);
    let entries = |phone: &mut TestPhone| {
        let timeline = phone.call(ReadTimeline {
            case,
            before: None,
            limit: 9,
        });
        timeline.entries.len()
    };
    assert_eq!(entries(&mut phone), 0);
    let signal = phone.call(MakeHelpSignal {
        study: of,
        interview: id,
        source: "Wijkonderzoek".into(),
    });
    phone.call(LinkSignal { signal, case });
    assert_eq!(entries(&mut phone), 1);
}

#[test]
fn an_interview_is_only_here_until_it_is_with_the_team() {
    let (mut noor, _, log, of, id) = shared();
    assert_eq!(read(&mut noor, of).interviews[0].mark, SyncMark::WithTeam);
    mark(&mut noor, of, id, "Eenzaamheid", true);
    assert_eq!(read(&mut noor, of).interviews[0].mark, SyncMark::OnlyHere);
    let only_here = noor.call(ReadTeam).only_here;
    assert_eq!(only_here[0].name, "De Akkers");
    noor.sync(&log);
    assert_eq!(read(&mut noor, of).interviews[0].mark, SyncMark::WithTeam);
}

#[test]
fn a_draft_of_an_app_without_studies_is_still_there() {
    let old = r#"{"id":"0193b3a0-0000-7000-8000-000000000001","text":"Zat op de stoep",
        "channel":"Street","who":"Unknown","who_name":"","at":"2026-11-17T08:12:00Z"}"#;
    let draft: Draft = serde_json::from_str(old).expect("reads");
    assert_eq!(draft.interview, InterviewChoice::default());
}

#[test]
fn what_is_saved_for_a_study_by_the_sheet_alone_is_an_interview() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    phone.log(Who::Study(of), "De bus rijdt niet meer.");
    let lines = read(&mut phone, of).interviews;
    assert_eq!(lines[0].role, InterviewRole::Resident);
    assert_eq!(lines[0].text, "De bus rijdt niet meer.");
    assert_eq!(phone.call(ReadToday).signal_count, 0);
}

#[test]
fn nobody_has_spoken_tomorrow() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    let refused = phone.try_call(SaveInterview {
        id: InterviewId(Uuid::from_u128(7)),
        study: of,
        text: "De bus rijdt niet meer.".into(),
        channel: Channel::Street,
        role: InterviewRole::Resident,
        themes: Vec::new(),
        at: Some(phone.clock.now() + Duration::days(1)),
        help: None,
    });
    assert_eq!(refused, Err(Error::Value(BadValue::Future)));
    assert_eq!(read(&mut phone, of).total, 0);
}
