use chrono::TimeDelta;
use voorveld_protocol::{Chain, Head, LogId};

use super::*;
use crate::store::OutOfStep;
use crate::view::Doubt;

/// A machine with its clock, whose effects the test performs.
struct Phone {
    machine: Machine,
    now: DateTime<Utc>,
    effects: Vec<Effect>,
}

impl Phone {
    fn new() -> Self {
        Self {
            machine: Machine::new(|| 0.5),
            now: DateTime::from_timestamp(1_800_000_000, 0).expect("a time"),
            effects: Vec::new(),
        }
    }

    fn on(&mut self, event: Event) -> &mut Self {
        self.effects = self.machine.handle(self.now, event);
        self
    }

    fn asked(&mut self, ticket: Ticket, close_day: bool) -> &mut Self {
        self.on(Event::Asked { ticket, close_day })
    }

    fn after(&mut self, seconds: i64) -> &mut Self {
        self.now += TimeDelta::seconds(seconds);
        self
    }

    fn prepared(&mut self) -> &mut Self {
        self.on(Event::Prepared(Ok(Outgoing {
            body: vec![0; 100],
            records: 2,
        })))
    }

    fn answered(&mut self, outcome: Result<(), SyncProblem>) -> &mut Self {
        self.on(Event::Answered(Answer {
            outcome: outcome.map(|()| response()),
            bytes: 50,
            out_of_step: None,
        }))
    }

    fn took_in(&mut self, again: bool, equal: bool) -> &mut Self {
        self.on(Event::TookIn(Ok(IntakeResult {
            records: 1,
            again,
            equal,
            progress: true,
            ..IntakeResult::default()
        })))
    }

    /// Completes a round with this result.
    fn brings(&mut self, taken: IntakeResult) -> &mut Self {
        self.prepared()
            .answered(Ok(()))
            .on(Event::TookIn(Ok(taken)))
    }

    /// Completes a run of one round.
    fn runs(&mut self, equal: bool) -> &mut Self {
        self.prepared().answered(Ok(())).took_in(false, equal)
    }

    fn fails(&mut self) -> &mut Self {
        self.prepared().answered(Err(SyncProblem::NoConnection))
    }

    fn begun(&self) -> bool {
        self.effects.contains(&Effect::Prepare)
    }

    fn told(&self, ticket: Ticket) -> Option<&Result<SyncReport, Error>> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Answer(to, result) if *to == ticket => Some(result),
            _ => None,
        })
    }

    #[track_caller]
    fn waits(&self, seconds: i64) {
        let wait = self
            .machine
            .wake_at()
            .map(|at| (at - self.now).num_seconds());
        assert_eq!(wait, Some(seconds));
    }
}

fn response() -> SyncResponse {
    let log = LogId([0; 16]);
    SyncResponse {
        restarted: false,
        head: Head {
            log,
            seq: 0,
            chain: Chain::start(log),
        },
        kept: 0,
        devices: Vec::new(),
        entries: Vec::new(),
        more: false,
        statuses: Vec::new(),
        status_version: 0,
    }
}

#[test]
fn closing_the_day_runs_at_once_and_tells_what_was_done() {
    let mut phone = Phone::new();
    assert!(phone.asked(1, true).begun());
    assert_eq!(phone.prepared().effects, [Effect::Send(vec![0; 100])]);
    phone.answered(Ok(()));
    assert_eq!(phone.effects, [Effect::TakeIn(Box::new(response()))]);
    phone.took_in(false, true);
    let report = SyncReport {
        requests: 1,
        bytes_up: 100,
        bytes_down: 50,
        records_up: 2,
        records_down: 1,
        ..SyncReport::default()
    };
    let note = SyncNote {
        outcome: Ok(report.clone()),
        close_day: true,
        doubts: Vec::new(),
    };
    let told = [
        Effect::Note(note),
        Effect::Answer(1, Ok(report)),
        Effect::Tell(Change::Sync),
    ];
    assert_eq!(phone.effects, told);
}

#[test]
fn a_server_out_of_step_is_read_anew_once_and_then_told() {
    let mut phone = Phone::new();
    let refused = || Answer {
        outcome: Err(SyncProblem::Fork),
        bytes: 50,
        out_of_step: Some(OutOfStep::Lost),
    };
    phone
        .asked(1, false)
        .prepared()
        .on(Event::Answered(refused()));
    let anew = Effect::Reread {
        why: OutOfStep::Lost,
        asked: true,
    };
    assert_eq!(phone.effects, [anew]);
    phone.took_in(true, false);
    assert!(phone.begun());
    phone.prepared().on(Event::Answered(refused()));
    assert_eq!(phone.told(1), Some(&Err(Error::Sync(SyncProblem::Fork))));
}

#[test]
fn it_goes_on_while_there_is_more_but_not_for_ever() {
    let mut phone = Phone::new();
    phone.asked(1, false);
    for _ in 1..MAX_ROUNDS {
        phone.prepared().answered(Ok(())).took_in(true, false);
        assert!(phone.begun());
    }
    phone.prepared().answered(Ok(())).took_in(true, false);
    assert!(!phone.begun());
    let told = phone.told(1).expect("told").as_ref().expect("worked");
    assert_eq!(told.requests, MAX_ROUNDS);
    phone.waits(1);
    assert!(phone.after(1).on(Event::Woke).begun());
}

#[test]
fn who_asks_during_a_run_gets_a_run_of_their_own() {
    let mut phone = Phone::new();
    phone.asked(1, false).prepared();
    assert!(!phone.asked(2, true).begun());
    phone.answered(Ok(())).took_in(false, false);
    assert!(phone.told(1).is_some());
    assert!(phone.told(2).is_none());
    assert!(phone.begun(), "the second run begins at once");
    phone.runs(false);
    assert!(phone.told(2).is_some());
}

#[test]
fn a_save_is_sent_two_seconds_after_the_last_of_a_row() {
    let mut phone = Phone::new();
    phone.on(Event::Saved).waits(2);
    phone.after(1).on(Event::Saved).waits(2);
    for _ in 0..8 {
        phone.after(1).on(Event::Saved);
    }
    phone.waits(1);
    assert!(phone.after(1).on(Event::Woke).begun());
}

#[test]
fn a_save_during_a_run_is_sent_by_a_next_one() {
    let mut phone = Phone::new();
    phone.asked(1, false).prepared().on(Event::Saved);
    phone.answered(Ok(())).took_in(false, true).waits(2);
}

#[test]
fn failures_are_tried_again_more_and_more_slowly() {
    let mut phone = Phone::new();
    phone.on(Event::AppResumed);
    for seconds in [15, 30, 60, 120, 240, 480, 900, 900] {
        phone.fails().waits(seconds);
        phone.after(seconds).on(Event::Woke);
    }
}

#[test]
fn phones_that_failed_together_do_not_come_back_together() {
    let waits = |jitter: f64| {
        let mut phone = Phone::new();
        phone.machine = Machine::new(move || jitter);
        phone.on(Event::AppResumed).fails();
        (phone.machine.wake_at().expect("tries again") - phone.now).num_seconds()
    };
    assert_eq!((waits(0.0), waits(1.0)), (12, 18));
}

#[test]
fn the_user_need_not_wait_for_the_next_try() {
    let mut phone = Phone::new();
    phone.on(Event::AppResumed).fails();
    for _ in 0..5 {
        phone.after(900).on(Event::Woke).fails();
    }
    assert!(phone.after(1).asked(1, false).begun());
    phone.fails();
    let told = Err(Error::Sync(SyncProblem::NoConnection));
    assert_eq!(phone.told(1), Some(&told));
    phone.waits(15);
}

#[test]
fn saving_does_not_hammer_a_server_that_is_gone() {
    let mut phone = Phone::new();
    phone.on(Event::AppResumed).fails();
    phone.after(1).on(Event::Saved).waits(14);
}

#[test]
fn after_closing_the_day_it_looks_again_until_both_phones_are_equal() {
    let mut phone = Phone::new();
    phone.asked(1, true).runs(false).waits(3);
    phone.after(3).on(Event::Woke).runs(false).waits(3);
    phone.after(3).on(Event::Woke).runs(true).waits(15 * 60);
}

#[test]
fn it_stops_looking_when_the_colleague_does_not_come() {
    let mut phone = Phone::new();
    phone.asked(1, true).runs(false);
    let mut polls = 0;
    while phone.machine.wake_at() == Some(phone.now + TimeDelta::seconds(3)) {
        phone.after(3).on(Event::Woke).runs(false);
        polls += 1;
    }
    assert_eq!(polls, 100);
    phone.waits(15 * 60);
}

#[test]
fn a_plain_sync_looks_once() {
    let mut phone = Phone::new();
    phone.asked(1, false).runs(false).waits(15 * 60);
}

#[test]
fn without_a_team_nothing_is_noted_or_tried_again() {
    let mut phone = Phone::new();
    phone.on(Event::AppResumed);
    phone.on(Event::Prepared(Err(Error::NoTeam)));
    assert_eq!(phone.effects, [Effect::Tell(Change::Sync)]);
    assert_eq!(phone.machine.wake_at(), None);
    phone.asked(1, true).on(Event::Prepared(Err(Error::NoTeam)));
    assert_eq!(phone.told(1), Some(&Err(Error::NoTeam)));
}

#[test]
fn trouble_of_the_phones_own_is_told_as_such() {
    let mut phone = Phone::new();
    phone
        .asked(1, false)
        .on(Event::Prepared(Err(Error::DiskFull)));
    assert_eq!(phone.told(1), Some(&Err(Error::DiskFull)));
    let noted = phone.effects.iter().any(|effect| match effect {
        Effect::Note(note) => note.outcome == Err(SyncProblem::OwnStore),
        _ => false,
    });
    assert!(noted);
}

#[test]
fn a_clock_set_back_does_not_put_off_the_next_try() {
    let mut phone = Phone::new();
    phone.asked(1, false).runs(true).waits(15 * 60);
    phone.after(-86_400).on(Event::Saved).waits(2);
}

#[test]
fn answers_that_nobody_waits_for_do_nothing() {
    let mut phone = Phone::new();
    for event in [
        Event::Prepared(Err(Error::NotFound)),
        Event::TookIn(Ok(IntakeResult::default())),
    ] {
        assert_eq!(phone.on(event).effects, []);
    }
}

#[test]
fn answers_that_bring_nothing_end_a_run_and_are_told() {
    let nothing = || IntakeResult {
        again: true,
        ..IntakeResult::default()
    };
    let mut phone = Phone::new();
    phone.asked(1, false).brings(nothing());
    assert!(phone.begun(), "one answer may be lost on the way");
    phone.brings(nothing());
    let told = Err(Error::Sync(SyncProblem::NoProgress));
    assert_eq!(phone.told(1), Some(&told));
    phone.waits(15);
    phone
        .after(15)
        .on(Event::Woke)
        .brings(nothing())
        .brings(nothing());
    phone.waits(30);
}

#[test]
fn a_log_that_begins_anew_again_is_read_when_somebody_asks_and_not_by_itself() {
    let again = || IntakeResult {
        again: true,
        restarted_again: true,
        ..IntakeResult::default()
    };
    let mut phone = Phone::new();
    phone.on(Event::AppResumed).brings(again());
    assert!(!phone.begun());
    phone.waits(15);

    phone.asked(1, false).brings(again());
    let anew = Effect::Reread {
        why: OutOfStep::Lost,
        asked: true,
    };
    assert_eq!(phone.effects, [anew]);
    phone.on(Event::TookIn(Ok(IntakeResult {
        again: true,
        progress: true,
        log_restarted: true,
        ..IntakeResult::default()
    })));
    assert!(phone.begun());
    phone.brings(again());
    let told = Err(Error::Sync(SyncProblem::NoProgress));
    assert_eq!(phone.told(1), Some(&told), "a new log at each request");
}

#[test]
fn what_the_server_says_it_keeps_and_does_not_show_is_told() {
    let mut phone = Phone::new();
    phone.asked(1, true).brings(IntakeResult {
        progress: true,
        again: true,
        doubts: vec![Doubt::OwnMissing],
        ..IntakeResult::default()
    });
    let told = Err(Error::Sync(SyncProblem::Withheld));
    assert_eq!(phone.told(1), Some(&told));
    let noted = phone.effects.iter().any(|effect| {
        matches!(effect, Effect::Note(note)
            if note.doubts == [Doubt::OwnMissing] && !note.close_day)
    });
    assert!(noted);
}
