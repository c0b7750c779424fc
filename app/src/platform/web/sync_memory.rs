//! Detects whether the browser evicted the store.
//!
//! A browser may evict a site's storage, all of it at once, but keeps cookies. A cookie therefore
//! records that there was a store, when it last synced with the team, and how many records were only
//! here. Safari keeps such a cookie for only seven days.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::view::SyncState;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlDocument;

use crate::platform::{Lost, Storage};

const NAME: &str = "voorveld";
/// The longest lifetime that browsers accept for a cookie.
const DAYS_400: u32 = 400 * 24 * 60 * 60;

/// Returns how durable the store's storage is, after asking the browser for persistent storage.
pub(crate) fn use_storage() -> Storage {
    let mut storage = use_signal(|| Storage::Own);
    use_future(move || async move {
        let Some(manager) = web_sys::window().map(|window| window.navigator().storage()) else {
            return;
        };
        let asked = match manager.persist() {
            Ok(asked) => JsFuture::from(asked).await,
            Err(error) => Err(error),
        };
        // A browser that cannot be asked guarantees nothing.
        if asked.ok().and_then(|kept| kept.as_bool()) != Some(true) {
            storage.set(Storage::Lent);
        }
    });
    storage()
}

/// Returns what is known about an evicted store.
pub(crate) fn lost_store() -> Option<Lost> {
    let cookies = html_document()?.cookie().ok()?;
    let value = cookies
        .split("; ")
        .find_map(|cookie| cookie.strip_prefix(NAME)?.strip_prefix('='))?;
    let (at, only_here) = value.split_once('.')?;
    let at = at
        .parse()
        .ok()
        .and_then(|at| DateTime::from_timestamp(at, 0));
    let only_here = only_here.parse().ok()?;
    (at.is_some() || only_here > 0).then_some(Lost { at, only_here })
}

/// Records the state of the store in case it is evicted: the open team's last sync, and how many records
/// of all teams are only here.
pub(super) fn note(sync: &SyncState, only_here: u32) {
    let at = sync
        .last_success
        .as_ref()
        .map_or(0, DateTime::<Utc>::timestamp);
    let at = if at == 0 { "-".into() } else { at.to_string() };
    let secure = web_sys::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol == "https:");
    let cookie = format!(
        "{NAME}={at}.{only_here}; Max-Age={DAYS_400}; Path=/; SameSite=Strict{}",
        if secure { "; Secure" } else { "" }
    );
    if let Some(Err(error)) = html_document().map(|document| document.set_cookie(&cookie)) {
        tracing::debug!(?error, "no cookie");
    }
}

fn html_document() -> Option<HtmlDocument> {
    super::document()?.dyn_into().ok()
}
