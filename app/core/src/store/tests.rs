//! Scenario tests of phones with real files; the server is a log in memory (`tests/log.rs`).

mod away;
mod call_list;
mod case_texts;
mod cases;
mod clashes;
mod client_view;
mod closing;
mod commitments;
mod core_team;
mod cover;
mod danger;
mod decisions;
mod doctor;
mod drafts;
mod effect;
mod expenses;
mod export;
mod filters;
mod finding;
mod fork;
mod frozen;
mod golden;
mod handover;
mod hostile;
mod imports;
mod joining;
mod large;
mod log;
mod lying;
mod network;
mod news;
mod order;
mod order_property;
mod partner_app;
mod party;
mod pieces;
mod practice;
mod property;
mod receipts;
mod recognise;
mod relation;
mod safety;
mod settle;
mod sharing;
mod signals;
mod study;
mod taking_back;
mod tampering;
mod team_settings;
mod texts;
mod waiting;

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, Utc};
use futures::FutureExt;
use uuid::Uuid;
use voorveld_protocol::{SyncResponse, TeamTag};

use super::{IntakeResult, NewMembership, OutOfStep, Page, Store};
use crate::api::{CreateCase, ReadCase, RequestType, SaveEncounter, SetCaseField};
use crate::crypto::TeamKey;
use crate::model::{CaseField, Channel, Who};
use crate::{CaseId, EncounterId, Environment, Error};
use log::Log;

/// A clock that advances only when told to.
#[derive(Clone)]
pub(super) struct Clock(Arc<Mutex<DateTime<Utc>>>);

impl Clock {
    /// Starts on a Tuesday morning in Amsterdam.
    pub(super) fn new() -> Self {
        let morning = "2026-11-17T08:12:00+01:00";
        Self(Arc::new(Mutex::new(morning.parse().expect("a moment"))))
    }

    /// Sets the clock to an RFC 3339 timestamp.
    pub(super) fn set(&self, moment: &str) {
        *self.0.lock().expect("clock") = moment.parse().expect("a moment");
    }

    pub(super) fn pass(&self, time: Duration) {
        *self.0.lock().expect("clock") += time;
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("clock")
    }

    fn environment(&self) -> Environment {
        let clock = self.clone();
        Environment::with_clock(move || *clock.0.lock().expect("clock"))
    }
}

/// A phone with a folder of its own.
pub(super) struct TestPhone {
    pub(super) store: Store,
    pub(super) clock: Clock,
    folder: tempfile::TempDir,
}

impl TestPhone {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::new();
        let store = Store::open(
            &folder.path().join("team.db"),
            &[7; 32],
            clock.environment(),
        );
        Self {
            store: store.expect("opens"),
            clock,
            folder,
        }
    }

    /// Creates a phone in the team whose log is given.
    pub(super) fn in_team(name: &str, founder: bool) -> Self {
        let mut phone = Self::new();
        phone.joins(name, founder);
        phone
    }

    /// Starts or joins the team whose log is given.
    pub(super) fn joins(&mut self, name: &str, founder: bool) {
        self.joins_with(*blake3::hash(name.as_bytes()).as_bytes(), name, founder);
    }

    /// Like [`Self::joins`], with a device key of its own: two phones can have one name.
    pub(super) fn joins_with(&mut self, device_seed: [u8; 32], name: &str, founder: bool) {
        let joined = self.store.join(NewMembership {
            server: "http://localhost".into(),
            team: TeamTag([3; 16]),
            team_name: "Oosterhage".into(),
            me: name.into(),
            key: TeamKey([5; 32]),
            epoch: 1,
            device_seed,
            founder,
        });
        joined.expect("joins");
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("team.db")
    }

    /// Simulates killing and restarting the app.
    pub(super) fn restart(self) -> Self {
        let Self {
            store,
            clock,
            folder,
        } = self;
        drop(store);
        let store = Store::open(
            &folder.path().join("team.db"),
            &[7; 32],
            clock.environment(),
        );
        Self {
            store: store.expect("opens again"),
            clock,
            folder,
        }
    }

    /// Puts a backup of this phone on a second phone.
    pub(super) fn copy(&self) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("team.db");
        let one_file = "PRAGMA wal_checkpoint(TRUNCATE)";
        let checkpoint = self.store.connection.execute_batch(one_file);
        checkpoint.expect("one file");
        std::fs::copy(self.path(), &path).expect("copies");
        let clock = self.clock.clone();
        let store = Store::open(&path, &[7; 32], clock.environment()).expect("opens");
        Self {
            store,
            clock,
            folder,
        }
    }

    pub(super) fn try_call<C: RequestType>(&mut self, request: C) -> Result<C::Response, Error> {
        let reply = self.store.dispatch(request.into())?;
        Ok(C::unwrap(reply).expect("its own reply"))
    }

    pub(super) fn call<C: RequestType>(&mut self, request: C) -> C::Response {
        self.try_call(request).expect("works")
    }

    pub(super) fn case(&mut self, name: &str) -> CaseId {
        self.clock.pass(Duration::minutes(1));
        self.call(CreateCase { name: name.into() })
    }

    pub(super) fn log(&mut self, who: Who, text: &str) -> EncounterId {
        self.clock.pass(Duration::minutes(1));
        let id = EncounterId(Uuid::from_bytes(crate::crypto::random()));
        self.call(SaveEncounter {
            id,
            text: text.into(),
            channel: Channel::Street,
            who,
            at: None,
        });
        id
    }

    /// Sends one request and returns the response without applying it.
    pub(super) fn ask(&mut self, log: &Rc<RefCell<Log>>) -> SyncResponse {
        let request = self.store.next_request().expect("a request");
        let member = self.store.membership().expect("reads").expect("in a team");
        let answer = log.borrow_mut().answer(member.signer.device(), request);
        answer.expect("in step")
    }

    /// Applies a response, including all of its pieces.
    pub(super) fn take_in(&mut self, response: SyncResponse) -> Result<IntakeResult, Error> {
        let team = self.store.membership()?.ok_or(Error::NoTeam)?.team;
        let page = Page::check(team, response, || std::future::ready(()));
        let page = page.now_or_never().expect("waits for nobody")?;
        let mut taken = self.store.take_page(page)?;
        while taken.pieces {
            taken = taken.and(self.store.take_piece()?);
        }
        Ok(taken)
    }

    /// Syncs until nothing is left, and returns the number of requests.
    pub(super) fn sync(&mut self, log: &Rc<RefCell<Log>>) -> u32 {
        let mut requests = 0;
        loop {
            let request = self.store.next_request().expect("a request");
            let device = self.store.membership().expect("reads").expect("in a team");
            let answer = log.borrow_mut().answer(device.signer.device(), request);
            requests += 1;
            let mut taken = match answer {
                Ok(response) => self.take_in(response).expect("fits"),
                Err(why) => self.store.restart_log(why, true).expect("begins anew"),
            };
            if taken.restarted_again {
                let begun = self.store.restart_log(OutOfStep::Lost, true);
                taken = begun.expect("begins anew");
            }
            if !taken.again {
                return requests;
            }
            assert!(requests < 20, "goes on for ever");
        }
    }
}

/// Syncs until both phones know what the other did.
pub(super) fn sync(noor: &mut TestPhone, bas: &mut TestPhone, log: &Rc<RefCell<Log>>) {
    noor.sync(log);
    bas.sync(log);
    noor.sync(log);
}

/// Lets each phone set the case's phone number to another one, offline, and syncs until both know.
pub(super) fn disagree_on_phone(
    noor: &mut TestPhone,
    bas: &mut TestPhone,
    log: &Rc<RefCell<Log>>,
    case: CaseId,
) {
    for (phone, number) in [(&mut *noor, "0612345678"), (&mut *bas, "0687654321")] {
        phone.call(SetCaseField {
            case,
            field: CaseField::Phone,
            value: number.into(),
        });
    }
    sync(noor, bas, log);
}

/// Keeps the number that Noor's phone shows, on both phones.
pub(super) fn settle_on_phone(
    noor: &mut TestPhone,
    bas: &mut TestPhone,
    log: &Rc<RefCell<Log>>,
    case: CaseId,
) {
    let shown = noor.call(ReadCase { case }).phone;
    noor.call(SetCaseField {
        case,
        field: CaseField::Phone,
        value: shown,
    });
    noor.sync(log);
    bas.sync(log);
}

/// Creates Noor's and Bas's phones, which share a log.
pub(super) fn duo() -> (TestPhone, TestPhone, Rc<RefCell<Log>>) {
    let log = Rc::new(RefCell::new(Log::new()));
    let mut noor = TestPhone::in_team("Noor", true);
    let mut bas = TestPhone::in_team("Bas", false);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    bas.sync(&log);
    (noor, bas, log)
}
