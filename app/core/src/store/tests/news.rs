//! What a colleague hears of the other's day.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::Duration;
use uuid::Uuid;

use super::decisions::decide;
use super::log::Log;
use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::store::SyncNote;
use crate::view::*;
use crate::{CaseId, Cents, DecisionId, ExpenseId, InterviewId, SignalId};

/// Syncs as the app does: the outcome ends the generation.
fn sync(phone: &mut TestPhone, log: &Rc<RefCell<Log>>, close_day: bool) {
    phone.sync(log);
    let note = SyncNote {
        outcome: Ok(SyncReport::default()),
        close_day,
        doubts: Vec::new(),
    };
    phone.store.note_sync(note).expect("keeps");
}

/// Sends from the first phone to the second.
fn tell(from: &mut TestPhone, to: &mut TestPhone, log: &Rc<RefCell<Log>>) {
    sync(from, log, false);
    sync(to, log, false);
}

/// Returns what the phone tells about one colleague's work on this case.
fn parts(phone: &mut TestPhone, case: CaseId) -> Vec<NewsPart> {
    let news = phone.call(ReadToday).news;
    let lines = news.into_iter().flat_map(|news| news.lines);
    lines
        .filter(|line| line.place == NewsPlace::Case(case))
        .flat_map(|line| line.parts)
        .collect()
}

fn knife(phone: &mut TestPhone, case: CaseId) {
    phone.call(AddSafetyFact {
        case,
        text: "zakmes in de la".into(),
    });
}

fn promise(phone: &mut TestPhone, case: CaseId, text: &str) {
    phone.call(AddCommitment {
        case,
        text: text.into(),
        who: "wij".into(),
        due: None,
        time: None,
    });
}

/// Creates a case that both phones know and nobody has news of.
fn shared() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    tell(&mut noor, &mut bas, &log);
    shown(&mut bas);
    for _ in 0..2 {
        close(&mut bas, &log);
    }
    assert_eq!(bas.call(ReadToday).news, []);
    (noor, bas, log, case)
}

/// Puts the news on the screen.
fn shown(phone: &mut TestPhone) {
    if let Some(through) = phone.call(ReadToday).news_unseen {
        phone.call(NoteNewsShown { through });
    }
}

/// Closes the day on the next day.
fn close(phone: &mut TestPhone, log: &Rc<RefCell<Log>>) {
    phone.clock.pass(Duration::days(1));
    sync(phone, log, true);
}

#[test]
fn one_records_a_knife_and_the_other_reads_it_first() {
    let (mut noor, mut bas, log, case) = shared();
    let other = noor.case("G.");
    noor.log(Who::Case(other), "Groette uit zichzelf.");
    noor.log(Who::Case(case), "Deed niet open.");
    promise(&mut noor, case, "helm");
    knife(&mut noor, case);
    tell(&mut noor, &mut bas, &log);
    let news = bas.call(ReadToday).news;
    assert_eq!((news.len(), news[0].person.as_str()), (1, "Noor"));
    let [first, second] = &news[0].lines[..] else {
        panic!("a line a person: {news:?}");
    };
    assert_eq!((first.name.as_str(), first.danger), ("Duivenman", true));
    assert_eq!(
        first.parts[0],
        NewsPart::Danger("zakmes in de la".to_owned())
    );
    assert!(matches!(&first.parts[1], NewsPart::Promise { text, .. } if text == "helm"));
    assert!(
        matches!(&first.parts[2], NewsPart::Encounter { text, .. } if text == "Deed niet open.")
    );
    assert_eq!(second.parts[0], NewsPart::NewCase);
    assert_eq!(noor.call(ReadToday).news, []);
    assert_eq!(bas.call(ReadTeam).news, news);
}

#[test]
fn everything_that_was_changed_is_told_most_important_first() {
    let (mut noor, mut bas, log, case) = shared();
    let sister = noor.case("Zus");
    noor.log(Who::Case(case), "Deed open.");
    noor.call(SetOnAgenda { case, on: true });
    noor.call(AddRelation {
        case,
        kind: RelationKind::Family,
        other: Who::Case(sister),
        note: String::new(),
    });
    noor.call(SaveExpense {
        case,
        id: ExpenseId(Uuid::from_u128(8)),
        amount: "1200".into(),
        purpose: "Taxi".into(),
        note: String::new(),
        day: None,
        photo: false,
    });
    noor.call(AddParty {
        case,
        name: "Wijkteam".into(),
    });
    decide(&mut noor, case, "Niet aankloppen");
    noor.call(HandOver {
        case,
        id: DecisionId(Uuid::from_u128(9)),
        receiver: "wijkteam".into(),
        what: "De post.".into(),
        ground: String::new(),
        involved: true,
    });
    promise(&mut noor, case, "helm");
    noor.call(SetTrust {
        case,
        step: TrustStep::Door,
    });
    for (field, value) in [
        (CaseField::Lead, "Noor"),
        (CaseField::WhatMatters, "Zijn duiven."),
    ] {
        noor.call(SetCaseField {
            case,
            field,
            value: value.into(),
        });
    }
    knife(&mut noor, case);
    tell(&mut noor, &mut bas, &log);
    let field = |field, value: &str| NewsPart::Field {
        field,
        value: value.into(),
    };
    let told = parts(&mut bas, case);
    let (met, told) = told.split_last().expect("parts");
    assert!(matches!(met, NewsPart::Encounter { text, .. } if text == "Deed open."));
    assert_eq!(
        told,
        [
            NewsPart::Danger("zakmes in de la".into()),
            NewsPart::Trust(TrustStep::Door),
            field(CaseField::WhatMatters, "Zijn duiven."),
            field(CaseField::Lead, "Noor"),
            NewsPart::Promise {
                text: "helm".into(),
                who: "wij".into(),
                due: None,
                time: None,
            },
            NewsPart::HandedOver {
                to: "wijkteam".into()
            },
            NewsPart::Decision {
                kind: DecisionKind::Refrain,
                text: "Niet aankloppen".into(),
            },
            NewsPart::Party {
                name: "Wijkteam".into(),
                state: PartyState::Needed,
            },
            NewsPart::Expense {
                cents: Cents(1200),
                purpose: "Taxi".into(),
            },
            NewsPart::Relation {
                kind: RelationKind::Family,
                name: "Zus".into(),
                ended: false,
            },
            NewsPart::OnAgenda(String::new()),
        ]
    );
}

#[test]
fn what_ended_or_was_kept_is_told_by_whoever_did_it() {
    let (mut noor, mut bas, log, case) = shared();
    knife(&mut noor, case);
    promise(&mut noor, case, "helm");
    tell(&mut noor, &mut bas, &log);
    let view = bas.call(ReadCase { case });
    let (fact, promised) = (view.safety[0].id, view.commitments[0].id);
    bas.call(EndSafetyFact { case, id: fact });
    bas.call(TickCommitment {
        case,
        id: promised,
        done: true,
    });
    // What was new for Bas, he ended himself.
    assert_eq!(parts(&mut bas, case), []);
    tell(&mut bas, &mut noor, &log);
    let news = noor.call(ReadToday).news;
    assert_eq!(news[0].person, "Bas");
    let told = [
        NewsPart::DangerEnded("zakmes in de la".into()),
        NewsPart::Kept("helm".into()),
    ];
    assert_eq!(news[0].lines[0].parts, told);
}

#[test]
fn own_work_is_never_told_however_it_is_mixed_with_theirs() {
    let (mut noor, mut bas, log, case) = shared();
    knife(&mut noor, case);
    promise(&mut bas, case, "sokken");
    bas.call(SetCaseField {
        case,
        field: CaseField::WhatMatters,
        value: "Zijn duiven.".into(),
    });
    for _ in 0..2 {
        tell(&mut noor, &mut bas, &log);
        tell(&mut bas, &mut noor, &log);
    }
    let knife = [NewsPart::Danger("zakmes in de la".into())];
    assert_eq!(parts(&mut bas, case), knife);
    let told = parts(&mut noor, case);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(!told.contains(&knife[0]), "{told:?}");
}

#[test]
fn news_survives_a_kill_and_a_log_that_is_read_anew_and_is_told_once() {
    let (mut noor, mut bas, log, case) = shared();
    knife(&mut noor, case);
    noor.log(Who::Case(case), "Deed open.");
    tell(&mut noor, &mut bas, &log);
    let told = bas.call(ReadToday).news;
    let mut bas = bas.restart();
    assert_eq!(bas.call(ReadToday).news, told);
    bas.store
        .restart_log(crate::store::OutOfStep::Lost, true)
        .expect("begins anew");
    sync(&mut bas, &log, false);
    assert_eq!(bas.call(ReadToday).news, told);
}

#[test]
fn news_that_was_never_on_the_screen_outlives_the_closings() {
    let (mut noor, mut bas, log, case) = shared();
    knife(&mut noor, case);
    sync(&mut noor, &log, false);
    for _ in 0..3 {
        close(&mut bas, &log);
        assert_eq!(parts(&mut bas, case).len(), 1);
    }
    shown(&mut bas);
    assert_eq!(bas.call(ReadToday).news_unseen, None);
    close(&mut bas, &log);
    assert_eq!(parts(&mut bas, case), []);
}

#[test]
fn what_arrives_after_the_screen_was_read_is_not_ended_with_it() {
    let (mut noor, mut bas, log, case) = shared();
    knife(&mut noor, case);
    tell(&mut noor, &mut bas, &log);
    shown(&mut bas);
    promise(&mut noor, case, "helm");
    sync(&mut noor, &log, false);
    // It arrives with the closing, and the phone is put away.
    close(&mut bas, &log);
    close(&mut bas, &log);
    let told = parts(&mut bas, case);
    assert!(matches!(&told[..], [NewsPart::Promise { .. }]), "{told:?}");
}

#[test]
fn a_signal_stands_in_the_inbox_or_with_its_person_never_in_both() {
    let (mut noor, mut bas, log, case) = shared();
    let signal = SignalId(noor.log(Who::Unknown, "Geschreeuw op de trap").0);
    tell(&mut noor, &mut bas, &log);
    let today = bas.call(ReadToday);
    assert_eq!((today.signal_count, today.news.len()), (1, 0));
    noor.call(LinkSignal { signal, case });
    tell(&mut noor, &mut bas, &log);
    let today = bas.call(ReadToday);
    assert_eq!((today.signal_count, today.news.len()), (0, 1));
    assert_eq!(today.news[0].lines[0].place, NewsPlace::Case(case));
}

#[test]
fn an_interview_with_direct_help_is_told_once() {
    let (mut noor, mut bas, log, _) = shared();
    let study = noor.call(CreateStudy {
        name: "De Akkers".into(),
    });
    let interview = InterviewId(Uuid::from_u128(4));
    noor.call(SaveInterview {
        id: interview,
        study,
        text: "De bus rijdt niet meer.".into(),
        channel: Channel::Street,
        role: InterviewRole::Resident,
        themes: Vec::new(),
        at: None,
        help: None,
    });
    let signal = noor.call(MakeHelpSignal {
        study,
        interview,
        source: "Wijkonderzoek".into(),
    });
    noor.call(RestSignal {
        signal,
        until: None,
    });
    tell(&mut noor, &mut bas, &log);
    let news = bas.call(ReadToday).news;
    let places: Vec<_> = news[0].lines.iter().map(|line| line.place).collect();
    assert_eq!(places, [NewsPlace::Study(study)]);
}

#[test]
fn a_colleague_who_joined_with_the_same_sync_is_named_by_what_they_changed() {
    let (mut noor, mut bas, log, case) = shared();
    promise(&mut noor, case, "helm");
    tell(&mut noor, &mut bas, &log);
    shown(&mut bas);
    close(&mut bas, &log);
    close(&mut bas, &log);
    let mut carla = TestPhone::in_team("Carla", false);
    carla.sync(&log);
    let id = carla.call(ReadCase { case }).commitments[0].id;
    carla.call(TickCommitment {
        case,
        id,
        done: true,
    });
    tell(&mut carla, &mut bas, &log);
    let news = bas.call(ReadToday).news;
    assert_eq!(news[0].person, "Carla");
    assert_eq!(parts(&mut bas, case), [NewsPart::Kept("helm".into())]);
    assert_eq!(carla.call(ReadToday).news, [], "years of work are no news");
}

#[test]
fn a_phone_that_has_not_closed_for_long_says_how_many_lines_there_are_and_reads_them_all() {
    let (mut noor, mut bas, log, case) = shared();
    let quiet: Vec<CaseId> = (0..5).map(|n| noor.case(&format!("Jan {n}"))).collect();
    tell(&mut noor, &mut bas, &log);
    shown(&mut bas);
    close(&mut bas, &log);
    close(&mut bas, &log);
    for case in &quiet {
        noor.log(Who::Case(*case), "Deed open.");
    }
    for _ in 0..410 {
        noor.log(Who::Case(case), "Deed niet open.");
    }
    tell(&mut noor, &mut bas, &log);
    let news = bas.call(ReadToday).news;
    assert_eq!((news[0].count, news[0].lines.len()), (6, 1));
    let all = bas.call(ReadTodayList {
        list: TodayList::News("Noor".into()),
        limit: 60,
    });
    assert_eq!(all.news.len(), 6);
}
