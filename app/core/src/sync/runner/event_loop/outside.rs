//! The machine's effects, performed against the store and the server.

use std::cell::Cell;
use std::time::Duration;

use tokio::sync::Mutex;
use voorveld_protocol::{Endpoint, Signed, SyncResponse};

use super::super::{SyncCommand, Waiter};
use super::Done;
use crate::api::Response;
use crate::store::{IntakeResult, NewMembership, Page, Store, StoreHandle};
use crate::sync::Address;
use crate::sync::enrol::{self, Intents};
use crate::sync::machine::{Answer, Outgoing};
use crate::sync::transport::{Failure, Route, Transport};
use crate::{Environment, Error, SyncProblem, executor};

/// Everything a step needs.
pub(super) struct Outside<T> {
    pub(super) store: StoreHandle,
    pub(super) transport: T,
    pub(super) environment: Environment,
    /// Whether the first run has begun.
    pub(super) began: Cell<bool>,
    /// Held while starting or joining a team: concurrent attempts would register two devices.
    pub(super) intents: Mutex<Intents>,
}

impl<T: Transport> Outside<T> {
    pub(super) async fn take_in(&self, response: SyncResponse) -> Result<IntakeResult, Error> {
        let member = self.store.run(|store| store.membership()).await?;
        let team = member.ok_or(Error::NoTeam)?.team;
        // Checked off the store's thread, yielding regularly in a browser.
        let page = Page::check(team, response, || executor::sleep(Duration::ZERO)).await?;
        let taken = self.store.run(move |store| store.take_page(page)).await?;
        match taken.pieces {
            true => self.take_pieces(taken).await,
            false => Ok(taken),
        }
    }

    /// Applies pieces one store job at a time, so that a save waits for at most one. The pause lets in
    /// what the page asks: in a browser, jobs that follow each other at once leave it no turn.
    async fn take_pieces(&self, mut taken: IntakeResult) -> Result<IntakeResult, Error> {
        loop {
            taken = taken.and(self.store.run(Store::take_piece).await?);
            if !taken.pieces {
                return Ok(taken);
            }
            executor::sleep(Duration::ZERO).await;
        }
    }

    /// Applies pieces left from an earlier run, which needs no server.
    pub(super) async fn take_what_waits(&self) -> Result<(), Error> {
        while !self.store.run(|store| store.all_taken_in()).await? {
            self.store.run(Store::take_piece).await?;
            executor::sleep(Duration::ZERO).await;
        }
        Ok(())
    }

    pub(super) async fn prepare(&self) -> Result<Outgoing, Error> {
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

    pub(super) async fn send(&self, body: Vec<u8>) -> Answer {
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

    pub(super) async fn command(&self, command: SyncCommand, waiter: Waiter) -> Done {
        let joined = match command {
            SyncCommand::Invite => {
                let invitation = self.invite().await.map(Response::Invite);
                return Done::Request(waiter, invitation);
            }
            SyncCommand::StartTeam(call) => self
                .enter(async |intents| enrol::start(&self.transport, intents, &call).await)
                .await
                .map(|()| Response::StartTeam(())),
            SyncCommand::JoinTeam(call) => self
                .enter(async |intents| enrol::join(&self.transport, intents, &call).await)
                .await
                .map(|()| Response::JoinTeam(())),
            SyncCommand::Sync { .. } => Err(Error::Internal("a sync is the machine's".into())),
        };
        match joined {
            Ok(reply) => Done::InTeam(waiter, reply),
            Err(error) => Done::Request(waiter, Err(error)),
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
