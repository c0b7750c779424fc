//! The sync thread's event loop: receives orders, polls futures, performs effects.

mod outside;

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

use super::super::machine::{Effect, Event, Machine, Ticket};
use super::super::transport::Transport;
use super::{Order, SyncCommand, Waiter};
use crate::api::Response;
use crate::crypto::random;
use crate::store::StoreHandle;
use crate::view::SyncReport;
use crate::workspace::Listeners;
use crate::{Environment, Error, executor};
use outside::Outside;

/// Callback that delivers a run's result.
type Told = Box<dyn FnOnce(Result<SyncReport, Error>)>;

/// The result of a pending future.
enum Done {
    /// A step of the run completed.
    Step(Event),
    /// A user command completed with this result.
    Request(Waiter, Result<Response, Error>),
    /// The phone has joined a team; the reply is sent after the first sync.
    InTeam(Waiter, Response),
}

pub(super) struct EventLoop<T> {
    outside: Rc<Outside<T>>,
    machine: Machine,
    under_way: FuturesUnordered<LocalBoxFuture<'static, Done>>,
    waiters: HashMap<Ticket, Told>,
    last_ticket: Ticket,
    listeners: Listeners,
    running: Arc<AtomicBool>,
}

impl<T: Transport + 'static> EventLoop<T> {
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

    /// Runs until all order senders are dropped.
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
        // Uses the uncorrected clock, which is not adjusted during a run.
        let wait = self.machine.wake_at()? - self.outside.environment.phone_clock();
        Some(wait.to_std().unwrap_or_default())
    }

    async fn obey(&mut self, order: Order) {
        match order {
            Order::Saved => self.happened(Event::Saved).await,
            Order::AppResumed => self.happened(Event::AppResumed).await,
            Order::Request(SyncCommand::Sync { close_day }, waiter) => {
                self.ask(close_day, move |result| {
                    answer(waiter, result.map(Response::Sync));
                })
                .await;
            }
            Order::Request(command, waiter) => {
                let outside = Rc::clone(&self.outside);
                let work = async move { outside.command(command, waiter).await };
                self.under_way.push(Box::pin(work));
            }
        }
    }

    async fn done(&mut self, done: Done) {
        match done {
            Done::Step(event) => self.happened(event).await,
            Done::Request(waiter, result) => answer(waiter, result),
            // Joining succeeded even if the first sync fails.
            Done::InTeam(waiter, reply) => {
                self.listeners.tell(crate::api::Change::Everything);
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
            Effect::Reread { why, asked } => Box::pin(async move {
                let begun = outside
                    .store
                    .run(move |store| store.restart_log(why, asked));
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

async fn sleep(wait: Option<Duration>) {
    match wait {
        Some(wait) => executor::sleep(wait).await,
        None => std::future::pending().await,
    }
}

fn answer(waiter: Waiter, result: Result<Response, Error>) {
    // The caller may have gone; its receiver is then closed.
    drop(waiter.send(result));
}
