//! Restores where the app was after the system killed it.

use std::time::Duration;

use chrono::TimeDelta;
use dioxus::history::history;
use dioxus::prelude::*;
use voorveld_core::api::{ReadLocation, SaveLocation};
use voorveld_core::view::Location;

use super::{Capture, clock, use_workspace};
use crate::platform;

/// How long a place is restored: within a working day, not the next morning.
const WORTH: TimeDelta = TimeDelta::hours(8);

/// Delay before a place is stored, so that the page itself is read first.
const PAUSE: Duration = Duration::from_millis(300);

/// The address of the first page.
const FIRST: &str = "/";

/// Routes to the stored place before the router exists; returns true once that is settled. An address
/// opened explicitly, or still there from before the lock, takes precedence.
pub fn use_place_found(capture: Capture) -> bool {
    let workspace = use_workspace();
    let found = use_resource(move || {
        let workspace = workspace.clone();
        async move {
            let kept = workspace.call(ReadLocation).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "where the app was cannot be read");
                None
            });
            let now = clock().now();
            let Some(Location { path, sheet, .. }) = kept.filter(|place| now - place.at < WORTH)
            else {
                return;
            };
            let history = history();
            if history.current_route() == FIRST {
                history.replace(path);
            }
            if sheet {
                capture.go_on();
            }
        }
    });
    found.read().is_some()
}

/// Stores where the app is whenever that changes.
pub fn use_place_kept(path: String, sheet: bool) {
    let workspace = use_workspace();
    let _keeping = use_resource(use_reactive!(|path, sheet| {
        let workspace = workspace.clone();
        async move {
            platform::sleep(PAUSE).await;
            if let Err(error) = workspace.call(SaveLocation { path, sheet }).await {
                tracing::debug!(%error, "where the app is was not kept");
            }
        }
    }));
}
