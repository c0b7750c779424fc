//! The page's side of the connection.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures::channel::{mpsc, oneshot};
use futures::future::BoxFuture;
use futures::{StreamExt as _, select};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, MessagePort};

use super::message::{Ask, Asked, Opening, Told};
use crate::api::TeamChoice;
use crate::workspace::Listeners;
use crate::{Error, Phone, Workspace};

/// The progress of starting the worker.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// The worker is starting.
    Waiting,
    /// Another tab of this browser holds the store. This tab gets it once that one is closed.
    Taken,
    /// The browser offers no storage.
    Refused(Error),
    /// The worker crashed. Saved data is safe; reloading the page restarts the worker.
    Ended,
    /// The phone's files are available.
    Ready(Phone),
}

/// A handle to the worker that holds the store. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Worker(Arc<Shared>);

struct Shared {
    orders: mpsc::UnboundedSender<Order>,
    has_store: AtomicBool,
    /// Subscribers of the open store.
    listeners: Mutex<Listeners>,
}

/// A request, and the channel for its response.
type Order = (Ask, oneshot::Sender<Told>);

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Worker")
    }
}

impl PartialEq for Worker {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Worker {}

/// Connects to the worker started by the page's script, through its port, and reports the progress of
/// starting.
pub fn connect(worker: web_sys::Worker, port: MessagePort, started: impl Fn(Start) + 'static) {
    let (orders, asked) = mpsc::unbounded();
    let way = Worker(Arc::new(Shared {
        orders,
        has_store: AtomicBool::new(false),
        listeners: Mutex::default(),
    }));
    let (teller, told) = mpsc::unbounded();
    listen(&worker, &port, teller);
    spawn_local(way.carry(port, asked, told, started));
}

/// Forwards the worker's messages; `None` signals that the worker has crashed.
fn listen(
    worker: &web_sys::Worker,
    port: &MessagePort,
    teller: mpsc::UnboundedSender<Option<Told>>,
) {
    let ended = teller.clone();
    let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        match serde_json::from_str::<Told>(&text) {
            // The receiver is gone while the page is being closed.
            Ok(told) => drop(teller.unbounded_send(Some(told))),
            Err(error) => tracing::error!("the worker says nothing that is known: {error}"),
        }
    });
    port.set_onmessage(Some(message.as_ref().unchecked_ref()));
    let error = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| {
        drop(ended.unbounded_send(None));
    });
    worker.set_onerror(Some(error.as_ref().unchecked_ref()));
    // Both closures live as long as the page.
    message.forget();
    error.forget();
}

impl Worker {
    pub(crate) fn has_store(&self) -> bool {
        self.0.has_store.load(Ordering::Relaxed)
    }

    pub(crate) async fn create(&self, pin: &str) -> Result<Workspace, Error> {
        let workspace = self.clone().open(Ask::Create(pin.into())).await?;
        self.0.has_store.store(true, Ordering::Relaxed);
        Ok(workspace)
    }

    pub(crate) async fn unlock(&self, pin: &str) -> Result<Workspace, Error> {
        self.clone().open(Ask::Unlock(pin.into())).await
    }

    pub(crate) async fn set_aside(&self) -> Result<(), Error> {
        match self.ask(Ask::SetAside).await? {
            Told::Done(_, done) => done?,
            _ => return Err(Error::Internal("another ask's answer".into())),
        }
        self.0.has_store.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Sends a request that opens a store. The current store stays in use until it succeeds.
    async fn open(self, ask: Ask) -> Result<Workspace, Error> {
        let Opening { number, team } = match self.ask(ask).await? {
            Told::Opened(_, opened) => opened?,
            _ => return Err(Error::Internal("another ask's answer".into())),
        };
        let listeners = Listeners::default();
        *self.listeners() = listeners.clone();
        let closer = Arc::new(Closer {
            way: self.clone(),
            number,
        });
        let workspace = Workspace::over(listeners, {
            let way = self.clone();
            move |request| {
                let (way, open) = (way.clone(), Arc::clone(&closer));
                Box::pin(async move {
                    let answer = way.ask(Ask::Store(number, request)).await;
                    drop(open);
                    match answer? {
                        Told::Answer(_, answer) => *answer,
                        _ => Err(Error::Internal("another ask's answer".into())),
                    }
                })
            }
        });
        Ok(workspace.of(team, move |choice| self.clone().switch(number, choice)))
    }

    fn switch(
        self,
        number: u32,
        choice: TeamChoice,
    ) -> BoxFuture<'static, Result<Workspace, Error>> {
        Box::pin(self.open(Ask::Switch(number, choice)))
    }

    async fn ask(&self, ask: Ask) -> Result<Told, Error> {
        let gone = || Error::Internal("the worker has ended; open the app again".into());
        let (answer, told) = oneshot::channel();
        self.0
            .orders
            .unbounded_send((ask, answer))
            .map_err(|_| gone())?;
        told.await.map_err(|_| gone())
    }

    /// Passes requests to the worker and responses back, until the worker ends.
    async fn carry(
        self,
        port: MessagePort,
        asked: mpsc::UnboundedReceiver<Order>,
        told: mpsc::UnboundedReceiver<Option<Told>>,
        started: impl Fn(Start) + 'static,
    ) {
        let (mut asked, mut told) = (asked.fuse(), told.fuse());
        let mut waiting = HashMap::<u32, oneshot::Sender<Told>>::new();
        let mut last = 0_u32;
        loop {
            select! {
                order = asked.next() => {
                    let Some((ask, waiter)) = order else { return };
                    last = last.wrapping_add(1);
                    waiting.insert(last, waiter);
                    post(&port, &Asked { number: last, ask });
                }
                told = told.next() => match told {
                    // Dropping `waiting` closes the channels, which tells all waiting callers.
                    None | Some(None) => {
                        return started(Start::Ended);
                    }
                    Some(Some(Told::Taken)) => started(Start::Taken),
                    Some(Some(Told::Refused(error))) => started(Start::Refused(error)),
                    Some(Some(Told::Ready { has_store })) => {
                        self.0.has_store.store(has_store, Ordering::Relaxed);
                        started(Start::Ready(Phone::with(self.clone())));
                    }
                    Some(Some(Told::Changed(change))) => self.listeners().tell(change),
                    Some(Some(
                        told @ (Told::Opened(number, _)
                        | Told::Done(number, _)
                        | Told::Answer(number, _)),
                    )) => {
                        if let Some(waiter) = waiting.remove(&number) {
                            // The receiver is gone if the caller stopped waiting.
                            drop(waiter.send(told));
                        }
                    }
                }
            }
        }
    }

    fn listeners(&self) -> std::sync::MutexGuard<'_, Listeners> {
        let listeners = self.0.listeners.lock();
        listeners.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Closes the store when the last handle of a workspace is dropped, as its thread does natively.
struct Closer {
    way: Worker,
    number: u32,
}

impl Drop for Closer {
    fn drop(&mut self) {
        let (nobody, _) = oneshot::channel();
        let ask = Ask::Close(self.number);
        // If the worker has ended, the store is closed already.
        drop(self.way.0.orders.unbounded_send((ask, nobody)));
    }
}

fn post(port: &MessagePort, asked: &Asked) {
    let text = serde_json::to_string(asked).unwrap_or_else(|e| unreachable!("plain data: {e}"));
    if let Err(error) = port.post_message(&JsValue::from_str(&text)) {
        tracing::error!("the worker was not asked: {error:?}");
    }
}
