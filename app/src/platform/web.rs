//! The browser. The same program runs as the page and, in the worker started by the page's script, as
//! the store.

mod export;
mod focus;
mod listen;
mod remind;
mod scroll;
mod start;
mod sync_memory;
mod watch;

use std::rc::Rc;
use std::time::Duration;

use anyhow::Context as _;
use dioxus::history::History;
use dioxus::prelude::*;
use dioxus::web::{Config, HashHistory};
use wasm_bindgen::JsCast as _;
use web_sys::{DedicatedWorkerGlobalScope, HtmlInputElement, HtmlTextAreaElement};

pub(crate) use export::export;
pub(crate) use listen::{use_away, use_front};
pub(crate) use remind::{can_remind, remind};
pub(crate) use scroll::{keep_scroll, scroll_to, stand_at};
pub(crate) use sync_memory::{lost_store, use_storage};
pub(crate) use watch::Watch;

/// Runs the app, or in the worker the store.
///
/// # Errors
/// When the worker was not started by its script, so that it has no port to the page.
pub fn start() -> anyhow::Result<std::process::ExitCode> {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
    if js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>() {
        let page = global("voorveldPort").context("the worker's script kept no way to the page")?;
        wasm_bindgen_futures::spawn_local(voorveld_core::web::serve(page));
        return Ok(std::process::ExitCode::SUCCESS);
    }
    focus::watch();
    // The route is in the URL fragment, so that it is never sent to a server and the back gesture works.
    let config = Config::new().history(Rc::new(HashHistory::new(false)));
    LaunchBuilder::new()
        .with_cfg(config)
        .launch(start::Starting);
    Ok(std::process::ExitCode::SUCCESS)
}

/// Sleeps.
pub(crate) async fn sleep(time: Duration) {
    gloo_timers::future::sleep(time).await;
}

/// Returns `None`: a page cannot replace the browser's history. An address of another team resolves to
/// nothing.
pub(crate) fn new_history(_page: &str) -> Option<Rc<dyn History>> {
    None
}

/// Returns the server that served the app; the content security policy allows no other.
pub(crate) fn server_here() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

/// Sets the document's language, for screen readers.
pub(crate) fn set_language(code: &'static str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        root.set_attribute("lang", code)
            .unwrap_or_else(|_| unreachable!("lang is a name for an attribute"));
    }
}

/// Moves the cursor of the focused field to the end of its text; browsers put it at the start.
pub(crate) fn cursor_to_end() {
    let Some(field) = document().and_then(|document| document.active_element()) else {
        return;
    };
    let moved = if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        let end = field.text_length();
        field.set_selection_range(end, end)
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        let end = field.value().encode_utf16().count() as u32;
        field.set_selection_range(end, end)
    } else {
        Ok(())
    };
    if moved.is_err() {
        // Number and date fields have no cursor.
        tracing::debug!("the cursor stays where it is");
    }
}

/// Returns the global that one of the page's scripts stored under this name.
fn global<T: wasm_bindgen::JsCast>(name: &str) -> Option<T> {
    js_sys::Reflect::get(&js_sys::global(), &name.into())
        .ok()?
        .dyn_into()
        .ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
