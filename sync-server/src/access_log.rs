//! Access log: one line per request with route, status, sizes and duration, never its content.

use std::time::Instant;

use axum::{
    body::HttpBody,
    extract::{MatchedPath, Request},
    http::header,
    middleware::Next,
    response::Response,
};
use voorveld_protocol::TeamTag;

use crate::Refused;

pub(crate) async fn line(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let team = team_prefix(request.uri().path());
    let bytes_in = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<u64>().ok());

    let response = next.run(request).await;

    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let status = response.status().as_u16();
    let bytes_out = response.size_hint().exact();
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let refused = response.extensions().get::<Refused>();
    let refusal = refused.map(|r| tracing::field::debug(r.refusal.code));
    match refused.and_then(|r| r.cause.as_deref()) {
        Some(cause) => {
            tracing::error!(%method, route, status, bytes_in, bytes_out, ms, team, refusal, cause);
        }
        None => tracing::info!(%method, route, status, bytes_in, bytes_out, ms, team, refusal),
    }
    response
}

/// Returns the first six digits of the team tag: enough to tell teams apart in a log, too few to use.
fn team_prefix(path: &str) -> Option<String> {
    let tag = path.strip_prefix("/v1/teams/")?.split('/').next()?;
    let tag = TeamTag::from_hex(tag)?.to_hex();
    Some(tag[..6].to_string())
}
