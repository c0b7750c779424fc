//! Tests of the sync thread with a real store; only the server is in memory.

use std::sync::mpsc::Receiver;

use chrono::DateTime;
use futures::StreamExt as _;
use futures::future::BoxFuture;
use uuid::Uuid;

use super::super::transport::{Cut, Memory};
use super::*;
use crate::api::{Change, CreateCase, ReadCases, ReadTeam, RequestType, SaveEncounter};
use crate::model::{Channel, Who};
use crate::store::Store;
use crate::view::CaseFilter;
use crate::view::{Invitation, SyncReport, TeamView};
use crate::workspace::Changes;
use crate::{EncounterId, SyncProblem, Workspace};

struct Phone {
    store: StoreHandle,
    sync: SyncHandle,
    changes: Changes,
    _folder: tempfile::TempDir,
}

impl Phone {
    /// Waits until listeners are notified of this change.
    fn hears(&mut self, change: Change) -> bool {
        let changes = self.changes.by_ref();
        block_on(changes.any(|heard| std::future::ready(heard == change)))
    }

    fn new(server: &Memory) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let morning = "2026-11-17T08:12:00+01:00".parse().expect("a moment");
        let environment = Environment::with_clock(move || morning);
        let path = folder.path().join("team.db");
        let store = Store::open(&path, &[7; 32], environment.clone()).expect("opens");
        let listeners = Listeners::default();
        let nothing = |_| -> BoxFuture<'static, _> { Box::pin(async { Err(Error::NotFound) }) };
        let changes = Workspace::over(listeners.clone(), nothing).changes();
        let store = StoreHandle::spawn(store, listeners.clone()).expect("a thread");
        Self {
            sync: SyncHandle::spawn(store.clone(), server.clone(), listeners, environment),
            store,
            changes,
            _folder: folder,
        }
    }

    /// Sends a request to the store.
    fn call<C: RequestType>(&self, request: C) -> C::Response {
        let request = request.into();
        let reply = block_on(self.store.run(move |store| store.dispatch(request)));
        C::unwrap(reply.expect("works")).expect("its own reply")
    }

    fn command<C: RequestType>(&self, command: SyncCommand) -> Result<C::Response, Error> {
        let (waiter, reply) = oneshot::channel();
        self.sync.command(command, waiter);
        let reply = block_on(reply).expect("is always answered")?;
        Ok(C::unwrap(reply).expect("its own reply"))
    }

    fn starts(&self) -> Result<(), Error> {
        self.command::<StartTeam>(SyncCommand::StartTeam(StartTeam {
            server: "sync.veldhoven.nl".into(),
            token: String::new(),
            team: "Veldhoven".into(),
            me: "Samira".into(),
        }))
    }

    fn invites(&self) -> Result<Invitation, Error> {
        self.command::<crate::api::Invite>(SyncCommand::Invite)
    }

    fn joins(&self, code: &str) -> Result<(), Error> {
        self.command::<JoinTeam>(SyncCommand::JoinTeam(JoinTeam {
            server: "sync.veldhoven.nl".into(),
            words: code.into(),
            me: "Bart".into(),
        }))
    }

    fn closes_the_day(&self) -> Result<SyncReport, Error> {
        self.command::<crate::api::Sync>(SyncCommand::Sync { close_day: true })
    }

    fn cases(&self) -> Vec<String> {
        let list = self.call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9,
        });
        list.cases.into_iter().map(|case| case.name).collect()
    }

    fn team(&self) -> TeamView {
        self.call(ReadTeam)
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(future)
}

fn case(name: &str) -> CreateCase {
    CreateCase { name: name.into() }
}

#[test]
fn what_one_phone_writes_the_other_reads_after_both_closed_the_day() {
    let server = Memory::default();
    let (samira, bart) = (Phone::new(&server), Phone::new(&server));
    samira.starts().expect("starts");
    bart.joins(&samira.invites().expect("invites").code)
        .expect("joins");
    assert_eq!(bart.team().name, "Veldhoven");

    let case = samira.call(case("K."));
    samira.call(SaveEncounter {
        id: EncounterId(Uuid::from_u128(1)),
        text: "Rustig gesprek aan de deur.".into(),
        channel: Channel::Home,
        who: Who::Case(case),
        at: None,
    });
    assert!(bart.cases().is_empty());
    let sent = samira.closes_the_day().expect("works");
    assert_eq!((sent.records_up, sent.quarantined), (1, 0));
    let received = bart.closes_the_day().expect("works");
    assert_eq!(received.quarantined, 0);
    assert_eq!(bart.cases(), ["K."]);
}

#[test]
fn what_is_on_a_phone_goes_along_when_it_joins() {
    let server = Memory::default();
    let (samira, bart) = (Phone::new(&server), Phone::new(&server));
    bart.call(case("R."));
    samira.starts().expect("starts");
    bart.joins(&samira.invites().expect("invites").words.join(" "))
        .expect("joins");
    samira.closes_the_day().expect("works");
    assert_eq!(samira.cases(), ["R."]);
}

#[test]
fn a_new_phone_has_the_teams_work_once_it_has_joined() {
    let server = Memory::default();
    let (samira, bart) = (Phone::new(&server), Phone::new(&server));
    samira.call(case("K."));
    samira.starts().expect("starts");
    bart.joins(&samira.invites().expect("invites").code)
        .expect("joins");
    assert_eq!(bart.cases(), ["K."]);
}

#[test]
fn a_phone_that_joined_is_in_even_when_its_first_sync_was_cut() {
    let server = Memory::default();
    let (samira, bart) = (Phone::new(&server), Phone::new(&server));
    samira.starts().expect("starts");
    let code = samira.invites().expect("invites").code;
    server.server(|server| server.cuts.extend([None, Some(Cut::Before)]));
    bart.joins(&code).expect("is in");
    let team = bart.team();
    assert_eq!(team.sync.problem, Some(SyncProblem::NoConnection));
    bart.closes_the_day().expect("works");
    assert_eq!(bart.team().sync.problem, None);
}

#[test]
fn a_phone_is_in_one_team_at_a_time() {
    let server = Memory::default();
    let samira = Phone::new(&server);
    samira.starts().expect("starts");
    assert_eq!(samira.starts(), Err(Error::InTeam));
    assert_eq!(samira.joins("een twee drie vier vijf"), Err(Error::InTeam));
}

#[test]
fn without_a_team_there_is_nothing_to_sync_or_invite_to() {
    let samira = Phone::new(&Memory::default());
    assert_eq!(samira.closes_the_day(), Err(Error::NoTeam));
    assert_eq!(samira.invites(), Err(Error::NoTeam));
    assert!(!samira.sync.is_running());
}

#[test]
fn a_sync_that_failed_is_kept_and_told_to_the_screens() {
    let server = Memory::default();
    let mut samira = Phone::new(&server);
    samira.starts().expect("starts");
    server.server(|server| server.cuts.push_back(Some(Cut::After)));
    let told = samira.closes_the_day();
    assert_eq!(told, Err(Error::Sync(SyncProblem::NoAnswer)));
    assert_eq!(samira.team().sync.problem, Some(SyncProblem::NoAnswer));
    assert!(samira.hears(Change::Sync));
}

#[test]
fn a_clock_that_is_hours_off_is_noticed() {
    let server = Memory::default();
    let samira = Phone::new(&server);
    let noon = DateTime::parse_from_rfc3339("2026-11-17T12:12:00+01:00").expect("a moment");
    server.server(|server| server.time = Some(noon.to_utc()));
    samira.starts().expect("starts");
    assert_eq!(samira.team().sync.clock_off, Some(-4 * 3600));
}

#[test]
fn the_threads_end_when_nobody_holds_them_any_more() {
    let Phone { store, sync, .. } = Phone::new(&Memory::default());
    let ended = when_it_ends(&store);
    drop((store, sync));
    let disconnected = ended.recv().is_err();
    assert!(disconnected);
}

/// Returns a channel that closes when the store's thread ends.
fn when_it_ends(store: &StoreHandle) -> Receiver<()> {
    thread_local! {
        static HELD: std::cell::RefCell<Option<std::sync::mpsc::Sender<()>>> =
            const { std::cell::RefCell::new(None) };
    }
    let (sender, receiver) = std::sync::mpsc::channel();
    let held = store.run(move |_| {
        HELD.with_borrow_mut(|held| *held = Some(sender));
        Ok(())
    });
    block_on(held).expect("is held");
    receiver
}
