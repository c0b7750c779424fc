//! Who answers a call: the store, or whoever talks to the server.

use futures::channel::oneshot;

use crate::call::{AddReceipt, Command, Reply};
use crate::picture::Picture;
use crate::store::StoreHandle;
use crate::sync::{SyncCommand, SyncHandle};
use crate::{Error, executor};

/// Sends a call to whoever answers it.
pub(super) async fn answer(
    store: StoreHandle,
    sync: SyncHandle,
    command: Command,
    syncs: bool,
) -> Result<Reply, Error> {
    let order = match command {
        Command::StartTeam(call) => SyncCommand::StartTeam(call),
        Command::Invite(_) => SyncCommand::Invite,
        Command::JoinTeam(call) => SyncCommand::JoinTeam(call),
        Command::Sync(call) => SyncCommand::Sync {
            close_day: call.close_day,
        },
        Command::AddReceipt(call) => return add_receipt(&store, &sync, call, syncs).await,
        Command::CameToFront(_) => {
            sync.came_to_front();
            return Ok(Reply::CameToFront(()));
        }
        command => return from_store(&store, &sync, command, syncs).await,
    };
    let (waiter, reply) = oneshot::channel();
    sync.command(order, waiter);
    // Whoever waits for a server does not keep the store open: it may be locked meanwhile.
    drop((store, sync));
    reply
        .await
        .map_err(|_| Error::Internal("the sync's thread has ended".into()))?
}

async fn from_store(
    store: &StoreHandle,
    sync: &SyncHandle,
    command: Command,
    syncs: bool,
) -> Result<Reply, Error> {
    let mut reply = store.run(move |store| store.answer(command)).await?;
    match &mut reply {
        Reply::ReadToday(today) => today.sync.running = sync.is_running(),
        Reply::ReadTeam(team) => team.sync.running = sync.is_running(),
        _ if syncs => sync.saved(),
        _ => {}
    }
    Ok(reply)
}

/// A photo is made small beside the store, which goes on meanwhile.
async fn add_receipt(
    store: &StoreHandle,
    sync: &SyncHandle,
    call: AddReceipt,
    syncs: bool,
) -> Result<Reply, Error> {
    let photo = executor::aside(move || Picture::prepare(&call.picture)).await?;
    let (case, expense) = (call.case, call.expense);
    let reply = store.run(move |store| store.answer_receipt(case, expense, &photo));
    let reply = reply.await?;
    if syncs {
        sync.saved();
    }
    Ok(reply)
}
