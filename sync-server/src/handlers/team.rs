//! Creating a team.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, StatusCode},
};
use voorveld_protocol::{CreateTeam, Endpoint, LogId, Refusal, RefusalCode};

use crate::{AppState, NewTeam, Refused, extract, state::Shared};

pub(crate) async fn create_team(
    State(AppState(shared)): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Result<StatusCode, Refused> {
    let local = is_local(peer, request.headers());
    let taken = extract::take::<CreateTeam>(&shared, Endpoint::CreateTeam, request).await?;
    may_register(&shared, local, taken.message.token.as_deref())?;

    let mut log = [0; LogId::LEN];
    getrandom::fill(&mut log).map_err(|error| Refused {
        refusal: Refusal::new(RefusalCode::Storage, "the server has no randomness"),
        cause: Some(error.to_string()),
    })?;
    shared
        .store
        .create_team(NewTeam {
            team: taken.message.team,
            founder: taken.device,
            log: LogId(log),
        })
        .await?;
    Ok(StatusCode::CREATED)
}

/// Returns whether the caller is on this machine. A request forwarded by a local proxy is not local.
fn is_local(peer: SocketAddr, headers: &HeaderMap) -> bool {
    let forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];
    peer.ip().to_canonical().is_loopback() && !forwarded.iter().any(|h| headers.contains_key(*h))
}

fn may_register(shared: &Shared, local: bool, shown: Option<&str>) -> Result<(), Refused> {
    let may = match &shared.token {
        Some(token) => shown.is_some_and(|shown| blake3::hash(shown.as_bytes()) == *token),
        None => local,
    };
    if may {
        return Ok(());
    }
    Err(Refused::new(
        RefusalCode::RegistrationClosed,
        "this server asks for its registration token to start a team",
    ))
}
