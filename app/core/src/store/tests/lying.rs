//! A dishonest server is detected and reported, and no data is lost. `docs/reliability.md` has the
//! table of cases.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::Duration;
use voorveld_protocol::{LogEntry, SyncResponse};

use super::log::Log;
use super::{TestPhone, duo};
use crate::api::{ReadCase, ReadTeam};
use crate::model::Who;
use crate::store::{IntakeResult, SyncNote};
use crate::view::{Doubt, SyncReport, SyncState};
use crate::{CaseId, Error, SyncProblem};

fn state(phone: &mut TestPhone) -> SyncState {
    phone.call(ReadTeam).sync
}

/// Returns whether this text is on the phone, under the case.
fn has(phone: &mut TestPhone, case: CaseId, text: &str) -> bool {
    let found = phone.try_call(ReadCase { case });
    found.is_ok_and(|view| view.last_three.iter().any(|line| line.text == text))
}

/// Ends a run with this last response, as the machine does.
fn end_run(phone: &mut TestPhone, taken: &IntakeResult) {
    let note = SyncNote {
        outcome: Ok(SyncReport::default()),
        close_day: false,
        doubts: taken.doubts.clone(),
    };
    phone.store.note_sync(note).expect("keeps");
}

/// Sets up a log with an entry by Bas about a knife, which Noor has not read yet.
fn knife() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    bas.clock.pass(Duration::hours(1));
    bas.log(Who::Case(case), "mes op tafel");
    bas.sync(&log);
    (noor, bas, log, case)
}

/// Passes off every colleague's record as the reader's own.
fn as_own(noor: &TestPhone, response: &mut SyncResponse) {
    let member = noor.store.membership().expect("reads").expect("in a team");
    for entry in &mut response.entries {
        if let LogEntry::Record { device, record } = entry {
            let device = response.devices[*device as usize];
            *entry = LogEntry::Own {
                dev_seq: record.dev_seq,
                hash: record.hash(member.team, device),
            };
        }
    }
}

#[test]
fn a_colleagues_record_that_is_passed_off_as_our_own_is_asked_for_whole() {
    let (mut noor, _, log, case) = knife();
    let mut response = noor.ask(&log);
    as_own(&noor, &mut response);
    let taken = noor.take_in(response).expect("is caught");
    assert!(taken.log_restarted && taken.doubts == [Doubt::Restarted]);
    assert!(!has(&mut noor, case, "mes op tafel"));

    let mut response = noor.ask(&log);
    as_own(&noor, &mut response);
    let told = noor.take_in(response);
    assert_eq!(
        told,
        Err(SyncProblem::Nonsense.into()),
        "the same lie again"
    );

    noor.sync(&log);
    assert!(has(&mut noor, case, "mes op tafel"));
}

#[test]
fn what_the_server_says_it_keeps_is_with_the_team_only_when_its_log_shows_it() {
    let (mut noor, _, log, case) = knife();
    noor.log(Who::Case(case), "niet thuis");
    let before = state(&mut noor).only_here;
    assert_eq!(before, 1);

    let mut request = noor.store.next_request().expect("a request");
    let sent = std::mem::take(&mut request.pushes);
    let device = noor.store.membership().expect("reads").expect("in a team");
    let answer = log.borrow_mut().answer(device.signer.device(), request);
    let mut response = answer.expect("in step");
    response.kept = sent.last().expect("sent").dev_seq;
    let taken = noor.take_in(response).expect("the rest is taken in");
    assert_eq!(taken.doubts, [Doubt::OwnMissing]);
    assert!(has(&mut noor, case, "mes op tafel"), "the rest counts");
    assert_eq!(state(&mut noor).only_here, 1);

    end_run(&mut noor, &taken);
    assert_eq!(state(&mut noor).doubts[0].what, Doubt::OwnMissing);
    noor.sync(&log);
    assert_eq!(state(&mut noor).only_here, 0, "sent again, and seen");
}

#[test]
fn what_is_said_to_be_kept_is_not_sent_again_while_pages_are_still_to_come() {
    let (mut noor, _, log, case) = knife();
    noor.log(Who::Case(case), "niet thuis");
    let mut request = noor.store.next_request().expect("a request");
    assert_eq!(request.pushes.len(), 1);
    request.max_bytes = 0;
    let device = noor.store.membership().expect("reads").expect("in a team");
    let answer = log.borrow_mut().answer(device.signer.device(), request);
    let response = answer.expect("in step");
    assert!(response.more);
    let taken = noor.take_in(response).expect("fits");
    assert!(taken.again && taken.progress && taken.doubts.is_empty());
    assert_eq!(state(&mut noor).only_here, 1, "not seen in the log yet");
    let next = noor.store.next_request().expect("a request");
    assert_eq!(next.pushes, []);
    noor.sync(&log);
    assert_eq!(state(&mut noor).only_here, 0);
}

#[test]
fn a_count_beyond_what_was_ever_sent_is_refused() {
    let (mut noor, _, log, _) = knife();
    let mut response = noor.ask(&log);
    response.kept += 1;
    let told = noor.take_in(response);
    assert_eq!(told, Err(SyncProblem::Nonsense.into()));
}

#[test]
fn a_note_from_before_makes_nobody_equal_again() {
    let (mut noor, mut bas, log, case) = knife();
    let old = noor.ask(&log).statuses;
    assert!(!old.is_empty());
    noor.sync(&log);
    assert!(state(&mut noor).partners[0].equal);

    bas.clock.pass(Duration::hours(1));
    bas.log(Who::Case(case), "twee messen");
    bas.sync(&log);
    let mut response = noor.ask(&log);
    noor.take_in(response.clone()).expect("fits");
    response.entries.clear();
    response.statuses = old;
    let taken = noor.take_in(response).expect("fits");
    assert_eq!(taken.doubts, [Doubt::OldNote { name: "Bas".into() }]);
    assert!(!taken.progress);
}

#[test]
fn a_log_that_a_colleague_saw_longer_is_told_to_be_cut_short() {
    let (mut noor, mut bas, log, _) = knife();
    // Bas reads to the end and reports it; the server then shows Noor fewer records.
    bas.clock.pass(Duration::hours(13));
    bas.sync(&log);
    let records = log.borrow().records();
    let mut shorter = log.borrow().clone();
    shorter.cut_to(records - 1);
    let request = noor.store.next_request().expect("a request");
    let member = noor.store.membership().expect("reads").expect("in a team");
    let answer = shorter.answer(member.signer.device(), request);
    let taken = noor.take_in(answer.expect("in step")).expect("fits");
    assert_eq!(taken.doubts, [Doubt::Withheld { name: "Bas".into() }]);
}

#[test]
fn a_server_that_holds_every_note_back_does_not_make_anybody_alone() {
    let log = Rc::new(RefCell::new(Log::new()));
    let mut noor = TestPhone::in_team("Noor", true);
    let mut bas = TestPhone::in_team("Bas", false);
    for phone in [&mut noor, &mut bas] {
        phone.sync(&log);
    }
    let mut response = noor.ask(&log);
    response.statuses.clear();
    let taken = noor.take_in(response).expect("fits");
    assert!(!taken.equal);
    let partners = state(&mut noor).partners;
    let told: Vec<_> = partners
        .iter()
        .map(|p| (p.name.as_str(), p.equal))
        .collect();
    assert_eq!(told, [("Bas", false)]);
}

#[test]
fn equal_is_told_with_the_colleagues_moment_and_never_with_ours() {
    let (mut noor, bas, log, _) = knife();
    let said = bas.clock.now();
    noor.clock.pass(Duration::hours(5));
    noor.sync(&log);
    let partner = state(&mut noor).partners.remove(0);
    assert!(partner.equal);
    assert_eq!(partner.equal_at, Some(said));
}

#[test]
fn a_log_that_is_emptied_at_each_run_is_filled_again_once_a_day_and_told() {
    let (mut noor, _, log, _) = knife();
    noor.sync(&log);
    log.borrow_mut().restore_backup_of(0);
    let response = noor.ask(&log);
    let taken = noor.take_in(response).expect("fits");
    assert!(taken.log_restarted);
    end_run(&mut noor, &taken);
    noor.sync(&log);
    let full = log.borrow().records();
    assert!(full > 0, "all was sent again");
    assert_eq!(state(&mut noor).doubts[0].what, Doubt::Restarted);

    noor.clock.pass(Duration::hours(1));
    log.borrow_mut().restore_backup_of(0);
    let response = noor.ask(&log);
    let taken = noor.take_in(response).expect("fits");
    assert!(taken.restarted_again && !taken.log_restarted);
    assert_eq!(noor.ask(&log).entries.len(), 0, "nothing was sent");
    assert_eq!(log.borrow().records(), 0);

    noor.clock.pass(Duration::hours(24));
    let response = noor.ask(&log);
    assert!(noor.take_in(response).expect("fits").log_restarted);
}

#[test]
fn a_record_that_was_left_out_of_the_middle_is_refused() {
    let (mut noor, mut bas, log, case) = knife();
    bas.log(Who::Case(case), "nog een mes");
    bas.sync(&log);
    let mut response = noor.ask(&log);
    assert!(response.entries.len() > 1);
    response.entries.remove(0);
    let told = noor.take_in(response);
    assert_eq!(told, Err(Error::Sync(SyncProblem::Nonsense)));
}
