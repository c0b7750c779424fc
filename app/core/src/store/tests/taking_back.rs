//! Moving, changing and withdrawing what was recorded, on one phone and on two.

mod money;
mod pairs;
mod slips;
mod traces;

use chrono::Duration;
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, EncounterId, Error, SignalId};

fn shown(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let page = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 50,
    });
    assert_eq!(page.total as usize, page.entries.len());
    page.entries.into_iter().map(|entry| entry.text).collect()
}

fn gone(phone: &mut TestPhone, who: Who) -> Vec<GoneLine> {
    phone.call(ReadGone { who })
}

fn found(phone: &mut TestPhone, text: &str) -> Vec<EncounterHit> {
    let search = Search {
        text: text.into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    };
    phone.call(search).encounters.hits
}

fn in_case(case: CaseId, id: EncounterId) -> EntryRef {
    let who = Who::Case(case);
    EntryRef::Encounter { who, id }
}

fn withdraw(phone: &mut TestPhone, entry: EntryRef, why: &str) {
    let why = why.to_owned();
    phone.call(WithdrawEntry { entry, why });
}

/// Asserts that every row agrees with its document.
fn healthy(phone: &mut TestPhone) {
    assert_eq!(super::doctor::findings(phone), []);
}

fn list(phone: &mut TestPhone) -> CaseList {
    phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 9,
    })
}

#[test]
fn what_is_withdrawn_is_gone_everywhere_and_shown_on_request_with_who_when_and_why() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("Duivenman");
    phone.log(Who::Case(case), "Groette.");
    let before = list(&mut phone);
    let id = phone.log(Who::Case(case), "Zakmes in de la.");
    assert_eq!(found(&mut phone, "zakmes").len(), 1);
    let written = phone.clock.now();
    phone.clock.pass(Duration::minutes(5));
    withdraw(&mut phone, in_case(case, id), " Staat bij de verkeerde. ");
    let at = phone.clock.now();

    assert_eq!(shown(&mut phone, case), ["Groette."]);
    let view = phone.call(ReadCase { case });
    assert_eq!((view.encounters, view.last_three.len()), (1, 1));
    assert_eq!(found(&mut phone, "zakmes"), []);
    // The last contact falls back to the one before.
    assert_eq!(list(&mut phone), before);
    let lines = gone(&mut phone, Who::Case(case));
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].text, "Zakmes in de la.");
    assert_eq!(
        (lines[0].written_by.as_str(), lines[0].at),
        ("Noor", written)
    );
    assert_eq!((lines[0].by.as_str(), lines[0].gone_at), ("Noor", at));
    let why = GoneHow::Withdrawn("Staat bij de verkeerde.".into());
    assert_eq!(lines[0].how, why);
    healthy(&mut phone);

    let entry = lines[0].entry;
    phone.call(RestoreEntry { entry });
    assert_eq!(shown(&mut phone, case).len(), 2);
    assert_eq!(gone(&mut phone, Who::Case(case)), []);
    assert_eq!(found(&mut phone, "zakmes").len(), 1);
    healthy(&mut phone);
}

#[test]
fn what_was_recorded_with_the_wrong_person_moves_to_the_right_one() {
    let mut phone = TestPhone::in_team("Noor", true);
    let (one, other) = (phone.case("Duivenman"), phone.case("Duifhuis"));
    phone.log(Who::Case(other), "Groette.");
    let id = phone.log(Who::Case(one), "Zus belt donderdag.");
    let at = phone.call(ReadCase { case: one }).last_three[0].at;
    let moved = phone.call(MoveEntry {
        entry: in_case(one, id),
        to: Who::Case(other),
    });
    assert!(!moved.reopened);
    assert!(shown(&mut phone, one).is_empty());
    assert_eq!(
        shown(&mut phone, other),
        ["Zus belt donderdag.", "Groette."]
    );
    assert_eq!(found(&mut phone, "zus")[0].name, "Duifhuis");
    let cases = list(&mut phone).cases;
    let last = |id: CaseId| {
        cases
            .iter()
            .find(|case| case.id == id)
            .map(|case| case.last_contact)
    };
    assert_eq!(last(one), Some(None));
    assert_eq!(last(other), Some(Some(at)));
    // Where it stood wrongly no word of it is left, only where it went.
    let lines = gone(&mut phone, Who::Case(one));
    assert_eq!((lines.len(), lines[0].text.as_str()), (1, ""));
    assert!(
        matches!(&lines[0].how, GoneHow::Moved { name, lost: false, .. } if name == "Duifhuis")
    );
    healthy(&mut phone);

    // From there it can be changed, moved on and withdrawn like any other.
    phone.call(EditEncounter {
        who: Who::Case(other),
        id,
        text: "Zus belt vrijdag.".into(),
        at: None,
        channel: Some(Channel::Phone),
    });
    assert_eq!(shown(&mut phone, other)[0], "Zus belt vrijdag.");
    phone.call(MoveEntry {
        entry: in_case(other, id),
        to: Who::Case(one),
    });
    assert_eq!(shown(&mut phone, one), ["Zus belt vrijdag."]);
    assert_eq!(gone(&mut phone, Who::Case(one)), []);
    assert_eq!(shown(&mut phone, other), ["Groette."]);
    healthy(&mut phone);
}

#[test]
fn a_time_or_channel_is_put_right_and_the_list_follows() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let id = phone.log(Who::Case(case), "Aan de deur.");
    let at = phone.clock.now() - Duration::days(2);
    let edit = |at, channel| EditEncounter {
        who: Who::Case(case),
        id,
        text: "Aan de deur.".into(),
        at,
        channel,
    };
    phone.call(edit(Some(at), Some(Channel::Meeting)));
    let entry = phone.call(ReadCase { case }).last_three.remove(0);
    assert_eq!((entry.at, entry.channel), (at, Channel::Meeting));
    let line = list(&mut phone).cases.remove(0);
    assert_eq!(line.last_contact, Some(at));
    let ahead = phone.clock.now() + Duration::hours(1);
    let refused = phone.try_call(edit(Some(ahead), None));
    assert_eq!(refused, Err(Error::Value(crate::BadValue::Future)));
    healthy(&mut phone);
}

#[test]
fn a_signal_is_unlinked_relinked_withdrawn_and_brought_back() {
    let mut phone = TestPhone::in_team("Noor", true);
    let (one, other) = (phone.case("Duivenman"), phone.case("Duifhuis"));
    let id = phone.log(Who::Unknown, "Man met kar.");
    let signal = SignalId(id.0);
    let entry = EntryRef::Encounter {
        who: Who::Unknown,
        id,
    };
    phone.call(LinkSignal { signal, case: one });
    phone.call(UnlinkSignal { signal, case: one });
    assert!(shown(&mut phone, one).is_empty());
    assert_eq!(list(&mut phone).cases[0].last_contact, None);
    assert_eq!(phone.call(ReadToday).signal_count, 1);
    phone.call(LinkSignal { signal, case: one });
    let to = Who::Case(other);
    phone.call(MoveEntry { entry, to });
    assert!(shown(&mut phone, one).is_empty());
    assert_eq!(shown(&mut phone, other), ["Man met kar."]);
    withdraw(&mut phone, entry, "");
    assert!(shown(&mut phone, other).is_empty());
    assert_eq!(found(&mut phone, "kar"), []);
    assert_eq!(gone(&mut phone, to).len(), 1);
    assert_eq!(gone(&mut phone, Who::Unknown).len(), 1);
    healthy(&mut phone);
    phone.call(RestoreEntry { entry });
    assert_eq!(shown(&mut phone, other), ["Man met kar."]);
    assert_eq!(gone(&mut phone, Who::Unknown), []);
    healthy(&mut phone);
}

#[test]
fn an_encounter_with_nobody_known_after_all_becomes_a_signal() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let id = phone.log(Who::Case(case), "Vrouw bij het station.");
    phone.call(MoveEntry {
        entry: in_case(case, id),
        to: Who::Unknown,
    });
    assert!(shown(&mut phone, case).is_empty());
    let signals = phone.call(ReadToday).signals;
    assert_eq!(signals[0].text, "Vrouw bij het station.");
    healthy(&mut phone);
}

#[test]
fn recording_that_reopens_a_case_says_so_and_it_can_stay_closed() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let log = |phone: &mut TestPhone, text: &str| {
        phone.clock.pass(Duration::minutes(1));
        let save = SaveEncounter {
            id: EncounterId(Uuid::now_v7()),
            text: text.into(),
            channel: Channel::Street,
            who: Who::Case(case),
            at: None,
        };
        // The answer of a second tap is that of a save that changed nothing.
        let saved = phone.call(save.clone());
        assert!(!phone.call(save).reopened);
        saved.reopened
    };
    assert!(!log(&mut phone, "Groette."));
    phone.call(CloseCase {
        case,
        text: "Woont bij zijn zus.".into(),
        outcome: None,
    });
    assert!(log(&mut phone, "Kwam dag zeggen."));
    let status = |phone: &mut TestPhone| phone.call(ReadCase { case }).status;
    assert_eq!(status(&mut phone), CaseStatus::Open);
    phone.call(KeepClosed { case });
    assert_eq!(status(&mut phone), CaseStatus::Closed);
    let closing = phone.call(ReadCase { case }).closings.remove(0);
    assert_eq!(closing.text, "Woont bij zijn zus.");
    let signal = SignalId(phone.log(Who::Unknown, "Was hij dat?").0);
    assert!(phone.call(LinkSignal { signal, case }).reopened);
    phone.call(KeepClosed { case });
    phone.call(KeepClosed { case });
    assert_eq!(status(&mut phone), CaseStatus::Closed);
    assert_eq!(shown(&mut phone, case).len(), 3, "all of it stays");
}

#[test]
fn what_was_moved_reaches_the_colleague_whichever_case_comes_first() {
    let (mut noor, mut bas, log) = duo();
    let one = noor.case("Duivenman");
    let id = noor.log(Who::Case(one), "Zus belt.");
    noor.sync(&log);
    bas.sync(&log);
    // A case that Bas has never seen.
    let other = noor.case("Duifhuis");
    let to = Who::Case(other);
    noor.call(MoveEntry {
        entry: in_case(one, id),
        to,
    });
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(shown(&mut bas, other), ["Zus belt."]);
    assert!(shown(&mut bas, one).is_empty());
    assert_eq!(found(&mut bas, "zus")[0].name, "Duifhuis");
    let lines = list(&mut bas).cases;
    let line = lines.iter().find(|line| line.id == other).expect("listed");
    assert!(line.last_contact.is_some());
    assert_eq!(list(&mut noor), list(&mut bas));
    let mark = noor.call(ReadCase { case: other }).last_three[0].mark;
    assert_eq!(mark, SyncMark::WithTeam);
    healthy(&mut bas);
    let mut bas = bas.restart();
    assert_eq!(shown(&mut bas, other), ["Zus belt."]);
}

#[test]
fn what_was_moved_is_unsent_until_the_team_has_it() {
    let (mut noor, _bas, log) = duo();
    let (one, other) = (noor.case("Duivenman"), noor.case("Duifhuis"));
    let id = noor.log(Who::Case(one), "Zus belt.");
    noor.sync(&log);
    let to = Who::Case(other);
    let entry = in_case(one, id);
    noor.call(MoveEntry { entry, to });
    let mark = |phone: &mut TestPhone| phone.call(ReadCase { case: other }).last_three[0].mark;
    assert_eq!(mark(&mut noor), SyncMark::OnlyHere);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 1);
    noor.sync(&log);
    assert_eq!(mark(&mut noor), SyncMark::WithTeam);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
}
