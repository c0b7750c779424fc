//! Reminders while the app is open.

use std::time::Duration;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Tells whether this browser can show notifications.
pub(crate) fn can_remind() -> bool {
    notification().is_some()
}

/// Asks for permission if needed, and shows `text` after `wait` if the app is still open. Returns false
/// when permission is denied.
pub(crate) async fn remind(wait: Duration, text: String) -> bool {
    if !allowed().await.unwrap_or_default() {
        return false;
    }
    wasm_bindgen_futures::spawn_local(async move {
        super::sleep(wait).await;
        if show(&text).await.is_none() {
            tracing::warn!("a reminder was not shown");
        }
    });
    true
}

fn notification() -> Option<Function> {
    super::global("Notification")
}

async fn allowed() -> Option<bool> {
    let notification = notification()?;
    let ask = get::<Function>(&notification, "requestPermission")?;
    let answer: Promise = ask.call0(&notification).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(answer).await.ok()?;
    Some(answer.as_string().as_deref() == Some("granted"))
}

/// Shows a notification from the page, or on browsers that forbid that (on phones) from the service
/// worker.
async fn show(text: &str) -> Option<()> {
    let text = JsValue::from_str(text);
    if Reflect::construct(&notification()?, &Array::of1(&text)).is_ok() {
        return Some(());
    }
    let navigator = get::<JsValue>(&js_sys::global(), "navigator")?;
    let workers = get::<JsValue>(&navigator, "serviceWorker")?;
    let ready = JsFuture::from(get::<Promise>(&workers, "ready")?)
        .await
        .ok()?;
    let show = get::<Function>(&ready, "showNotification")?;
    show.call1(&ready, &text).ok()?;
    Some(())
}

fn get<T: wasm_bindgen::JsCast>(object: &JsValue, name: &str) -> Option<T> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
