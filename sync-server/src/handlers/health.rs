//! The health check.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::AppState;

pub(crate) async fn health(State(AppState(shared)): State<AppState>) -> Response {
    let version = env!("CARGO_PKG_VERSION");
    match shared.store.probe().await {
        Ok(()) => said(
            StatusCode::OK,
            &json!({ "status": "ok", "version": version }),
        ),
        Err(error) => {
            tracing::error!(%error, "the store is not well");
            said(
                StatusCode::SERVICE_UNAVAILABLE,
                &json!({ "status": "storage", "version": version }),
            )
        }
    }
}

fn said(status: StatusCode, what: &serde_json::Value) -> Response {
    let json = [(header::CONTENT_TYPE, "application/json")];
    (status, json, what.to_string()).into_response()
}
