//! The sync thread's work: orders in, futures under way, effects out.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures::StreamExt as _;
use futures::future::LocalBoxFuture;
use futures::stream::FuturesUnordered;
use tokio::sync::{Mutex, mpsc};
use voorveld_protocol::{Endpoint, Signed, SyncResponse};

use super::super::Address;
use super::super::enrol::{self, Intents};
use super::super::machine::{Answer, Effect, Event, Machine, Outgoing, Ticket};
use super::super::transport::{Failure, Route, Transport};
use super::{Order, SyncCommand, Waiter};
use crate::call::Reply;
use crate::crypto::random;
use crate::store::{NewMembership, Page, Store, StoreHandle, TakenIn};
use crate::view::SyncReport;
use crate::workspace::Listeners;
use crate::{Environment, Error, SyncProblem, executor};

/// Answers whoever waits for a run.
type Told = Box<dyn FnOnce(Result<SyncReport, Error>)>;

/// What a future under way ended with.
enum Done {
    /// A step of the run.
    Step(Event),
    /// A command of the user; with what the first sync's end is to be answered, if one is to follow.
    Command(Waiter, Result<Reply, Error>),
    /// The phone is in a team now.
    InTeam(Waiter, Reply),
}

pub(super) struct Work<T> {
    outside: Rc<Outside<T>>,
    machine: Machine,
    under_way: FuturesUnordered<LocalBoxFuture<'static, Done>>,
    waiters: HashMap<Ticket, Told>,
    last_ticket: Ticket,
    listeners: Listeners,
    running: Arc<AtomicBool>,
}

/// All that a step needs.
struct Outside<T> {
    store: StoreHandle,
    transport: T,
    environment: Environment,
    /// The first run has begun.
    began: Cell<bool>,
    /// Held while a phone starts or joins: twice at once would make two phones of it.
    intents: Mutex<Intents>,
}

impl<T: Transport + 'static> Work<T> {
    pub(super) fn new(
        store: StoreHandle,
        transport: T,
        listeners: Listeners,
        environment: Environment,
        running: Arc<AtomicBool>,
    ) -> Self {
        Self {
            outside: Rc::new(Outside {
                store,
                transport,
                environment,
                began: Cell::default(),
                intents: Mutex::default(),
            }),
            machine: Machine::new(|| f64::from(u32::from_le_bytes(random())) / f64::from(u32::MAX)),
            under_way: FuturesUnordered::new(),
            waiters: HashMap::new(),
            last_ticket: 0,
            listeners,
            running,
        }
    }

    /// Works until nobody can give orders any more.
    pub(super) async fn run(mut self, mut orders: mpsc::UnboundedReceiver<Order>) {
        loop {
            let wake = self.until_wake();
            tokio::select! {
                order = orders.recv() => match order {
                    Some(order) => self.obey(order).await,
                    None => return,
                },
                Some(done) = self.under_way.next() => self.done(done).await,
                () = sleep(wake) => self.happened(Event::Woke).await,
            }
        }
    }

    fn until_wake(&self) -> Option<Duration> {
        // By the phone's own clock: it is not put right in the middle of a run.
        let wait = self.machine.wake_at()? - self.outside.environment.phone_clock();
        Some(wait.to_std().unwrap_or_default())
    }

    async fn obey(&mut self, order: Order) {
        match order {
            Order::Saved => self.happened(Event::Saved).await,
            Order::CameToFront => self.happened(Event::CameToFront).await,
            Order::Command(SyncCommand::Sync { close_day }, waiter) => {
                self.ask(close_day, move |result| {
                    answer(waiter, result.map(Reply::Sync));
                })
                .await;
            }
            Order::Command(command, waiter) => {
                let outside = Rc::clone(&self.outside);
                let work = async move { outside.command(command, waiter).await };
                self.under_way.push(Box::pin(work));
            }
        }
    }

    async fn done(&mut self, done: Done) {
        match done {
            Done::Step(event) => self.happened(event).await,
            Done::Command(waiter, result) => answer(waiter, result),
            // In the team is in the team, even when its records have to come later.
            Done::InTeam(waiter, reply) => {
                self.listeners.tell(crate::call::Change::Everything);
                self.ask(false, move |_| answer(waiter, Ok(reply))).await;
            }
        }
    }

    async fn ask(
        &mut self,
        close_day: bool,
        told: impl FnOnce(Result<SyncReport, Error>) + 'static,
    ) {
        self.last_ticket += 1;
        let ticket = self.last_ticket;
        self.waiters.insert(ticket, Box::new(told));
        self.happened(Event::Asked { ticket, close_day }).await;
    }

    async fn happened(&mut self, event: Event) {
        let now = self.outside.environment.phone_clock();
        let effects = self.machine.handle(now, event);
        self.running
            .store(self.machine.is_running(), Ordering::Relaxed);
        for effect in effects {
            self.perform(effect).await;
        }
    }

    async fn perform(&mut self, effect: Effect) {
        let outside = Rc::clone(&self.outside);
        let step: LocalBoxFuture<'static, Event> = match effect {
            Effect::Prepare => Box::pin(async move { Event::Prepared(outside.prepare().await) }),
            Effect::Send(body) => {
                Box::pin(async move { Event::Answered(outside.send(body).await) })
            }
            Effect::TakeIn(response) => {
                Box::pin(async move { Event::TookIn(outside.take_in(*response).await) })
            }
            Effect::ReadAnew { why, asked } => Box::pin(async move {
                let begun = outside.store.run(move |store| store.begin_anew(why, asked));
                Event::TookIn(begun.await)
            }),
            Effect::Note(note) => {
                let noted = outside.store.run(move |store| store.note_sync(note)).await;
                if let Err(e) = noted {
                    tracing::warn!("how the sync ended could not be kept: {e}");
                }
                return;
            }
            Effect::Answer(ticket, result) => {
                if let Some(told) = self.waiters.remove(&ticket) {
                    told(result);
                }
                return;
            }
            Effect::Tell(change) => return self.listeners.tell(change),
        };
        self.under_way
            .push(Box::pin(async move { Done::Step(step.await) }));
    }
}

impl<T: Transport> Outside<T> {
    async fn take_in(&self, response: SyncResponse) -> Result<TakenIn, Error> {
        let member = self.store.run(|store| store.membership()).await?;
        let team = member.ok_or(Error::NoTeam)?.team;
        // Elsewhere than where the store is, or, in a browser, with turns for others.
        let page = Page::check(team, response, || executor::sleep(Duration::ZERO)).await?;
        let taken = self.store.run(move |store| store.take_page(page)).await?;
        match taken.pieces {
            true => self.take_pieces(taken).await,
            false => Ok(taken),
        }
    }

    /// Each an errand of its own, so that whoever saves waits for one at most.
    async fn take_pieces(&self, mut taken: TakenIn) -> Result<TakenIn, Error> {
        loop {
            taken = taken.and(self.store.run(Store::take_piece).await?);
            if !taken.pieces {
                return Ok(taken);
            }
        }
    }

    /// What came in before needs no server.
    async fn take_what_waits(&self) -> Result<(), Error> {
        while !self.store.run(|store| store.all_taken_in()).await? {
            self.store.run(Store::take_piece).await?;
        }
        Ok(())
    }

    async fn prepare(&self) -> Result<Outgoing, Error> {
        if !self.began.replace(true) {
            self.take_what_waits().await?;
        }
        let prepared = self.store.run(|store| {
            let member = store.membership()?.ok_or(Error::NoTeam)?;
            let request = store.next_request()?;
            Ok(Outgoing {
                records: request.pushes.len() as u32,
                body: Signed::seal(&member.signer, Endpoint::Sync, &request),
            })
        });
        prepared.await
    }

    async fn send(&self, body: Vec<u8>) -> Answer {
        let place = self.store.run(|store| {
            let member = store.membership()?.ok_or(Error::NoTeam)?;
            Ok((Address::parse(&member.server)?, member.team))
        });
        let Ok((server, team)) = place.await else {
            return Answer {
                outcome: Err(SyncProblem::OwnStore),
                bytes: 0,
                out_of_step: None,
            };
        };
        let route = Route::Sync(team);
        let arrived = self.transport.post(&server, route, body).await;
        if let Some(time) = arrived.server_time
            && arrived.outcome.is_ok()
        {
            let noted = self.store.run(move |store| store.note_clock(time)).await;
            if let Err(e) = noted {
                tracing::warn!("how far the clock is off could not be kept: {e}");
            }
        }
        if let Err(Failure::Refused(refusal)) = &arrived.outcome {
            tracing::warn!("the server refused a sync: {refusal}");
        }
        if arrived.outcome.is_err()
            && let Err(error) = self.take_what_waits().await
        {
            tracing::warn!("what came in was not taken in: {error}");
        }
        Answer {
            out_of_step: arrived
                .outcome
                .as_ref()
                .err()
                .and_then(Failure::out_of_step),
            outcome: arrived
                .outcome
                .map_err(|failure| failure.problem())
                .and_then(|body| {
                    voorveld_protocol::decode(&body).map_err(|_| SyncProblem::Nonsense)
                }),
            bytes: arrived.bytes,
        }
    }

    async fn command(&self, command: SyncCommand, waiter: Waiter) -> Done {
        let joined = match command {
            SyncCommand::Invite => {
                let invitation = self.invite().await.map(Reply::Invite);
                return Done::Command(waiter, invitation);
            }
            SyncCommand::StartTeam(call) => self
                .enter(async |intents| enrol::start(&self.transport, intents, &call).await)
                .await
                .map(|()| Reply::StartTeam(())),
            SyncCommand::JoinTeam(call) => self
                .enter(async |intents| enrol::join(&self.transport, intents, &call).await)
                .await
                .map(|()| Reply::JoinTeam(())),
            SyncCommand::Sync { .. } => Err(Error::Internal("a sync is the machine's".into())),
        };
        match joined {
            Ok(reply) => Done::InTeam(waiter, reply),
            Err(error) => Done::Command(waiter, Err(error)),
        }
    }

    async fn invite(&self) -> Result<crate::view::Invitation, Error> {
        let member = self
            .store
            .run(|store: &mut Store| store.membership())
            .await?;
        let member = member.ok_or(Error::NoTeam)?;
        enrol::invite(&self.transport, &member, self.environment.now()).await
    }

    async fn enter(
        &self,
        become_member: impl AsyncFnOnce(&mut Intents) -> Result<NewMembership, Error>,
    ) -> Result<(), Error> {
        let mut intents = self.intents.lock().await;
        let member = self
            .store
            .run(|store: &mut Store| store.membership())
            .await?;
        if member.is_some() {
            return Err(Error::InTeam);
        }
        let new = become_member(&mut intents).await?;
        self.store.run(move |store| store.join(new)).await?;
        intents.settled();
        Ok(())
    }
}

async fn sleep(wait: Option<Duration>) {
    match wait {
        Some(wait) => executor::sleep(wait).await,
        None => std::future::pending().await,
    }
}

fn answer(waiter: Waiter, result: Result<Reply, Error>) {
    // Whoever asked may be gone by now; then nobody misses the answer.
    drop(waiter.send(result));
}
