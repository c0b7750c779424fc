//! Files that leave the app: on a phone over its share sheet, pages elsewhere into the print dialog,
//! and the rest to where the browser saves what is downloaded.

use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::paper::{self, FileKind, HandOut};
use crate::platform::{Handed, NotHanded};

/// How long a download may take to begin. Some browsers read the file only after asking where to.
const KEPT_FOR: Duration = Duration::from_secs(120);

/// The frame that is printed; it stays until the next, because printing may outlast the call.
const FRAME: &str = "paper-frame";

/// Hands a file out.
pub(crate) async fn hand_out(file: &HandOut) -> Result<Handed, NotHanded> {
    if let Some(handed) = share(file).await {
        return Ok(handed);
    }
    let printed = file.kind == FileKind::Page && print(file).is_ok();
    if !printed {
        download(file).map_err(|error| {
            tracing::warn!("a file could not be handed out: {error:?}");
            NotHanded
        })?;
    }
    Ok(Handed::Given)
}

/// Over the phone's share sheet, from which it can be printed, sent or kept. None when there is none,
/// or when it does not take such a file.
async fn share(file: &HandOut) -> Option<Handed> {
    let window = web_sys::window()?;
    // A desk computer's share sheet knows neither printer nor folder.
    if !window.match_media("(pointer: coarse)").ok()??.matches() {
        return None;
    }
    let navigator = JsValue::from(window.navigator());
    let can_share = method(&navigator, "canShare").ok()?;
    let share = method(&navigator, "share").ok()?;
    let about = Object::new();
    Reflect::set(&about, &"files".into(), &Array::of1(&as_file(file).ok()?)).ok()?;
    if !can_share.call1(&navigator, &about).ok()?.is_truthy() {
        return None;
    }
    let sharing: Promise = share.call1(&navigator, &about).ok()?.dyn_into().ok()?;
    match JsFuture::from(sharing).await {
        Ok(_) => Some(Handed::Given),
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok()?.as_string();
            (name.as_deref() == Some("AbortError")).then_some(Handed::Kept)
        }
    }
}

fn as_file(file: &HandOut) -> Result<JsValue, JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &"File".into())?.dyn_into()?;
    let about = Object::new();
    Reflect::set(&about, &"type".into(), &file.kind.media_type().into())?;
    let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let given = Array::of3(&parts, &file.name.as_str().into(), &about);
    Reflect::construct(&make, &given)
}

/// Into the browser's print dialog, from a frame that nobody sees. Nothing in it can run or load
/// (`sandbox` without `allow-scripts`), and the app's own content security policy goes for it too;
/// that lets no style in as text, so the style is put in as an object.
fn print(file: &HandOut) -> Result<(), JsValue> {
    let missing = || JsValue::from("no document");
    let document = super::document().ok_or_else(missing)?;
    if let Some(last) = document.get_element_by_id(FRAME) {
        last.remove();
    }
    let style = paper::style_of(file);
    let html = String::from_utf8_lossy(&file.bytes).replace(&format!("<style>{style}</style>"), "");
    let frame = document.create_element("iframe")?;
    for (name, value) in [
        ("id", FRAME),
        ("class", "paper-frame"),
        ("sandbox", "allow-same-origin allow-modals"),
        ("aria-hidden", "true"),
        ("tabindex", "-1"),
        ("srcdoc", &html),
    ] {
        frame.set_attribute(name, value)?;
    }
    let loaded = frame.clone();
    let show = Closure::once_into_js(move || {
        if let Err(error) = style_and_print(&loaded, &style) {
            tracing::warn!("the page could not be printed: {error:?}");
        }
    });
    frame.add_event_listener_with_callback("load", show.unchecked_ref())?;
    document.body().ok_or_else(missing)?.append_child(&frame)?;
    Ok(())
}

fn style_and_print(frame: &JsValue, css: &str) -> Result<(), JsValue> {
    let window = Reflect::get(frame, &"contentWindow".into())?;
    let page = Reflect::get(frame, &"contentDocument".into())?;
    let make: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&make, &Array::new())?;
    method(&sheet, "replaceSync")?.call1(&sheet, &css.into())?;
    Reflect::set(&page, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
    method(&window, "focus")?.call0(&window)?;
    method(&window, "print")?.call0(&window)?;
    Ok(())
}

fn download(file: &HandOut) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let kind = BlobPropertyBag::new();
    kind.set_type(file.kind.media_type());
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = super::document().ok_or(JsValue::NULL)?;
    let link = document.create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", &file.name)?;
    link.dyn_ref::<HtmlElement>().ok_or(JsValue::NULL)?.click();
    spawn_local(async move {
        super::sleep(KEPT_FOR).await;
        if Url::revoke_object_url(&address).is_err() {
            tracing::debug!("the file stays in memory until the page goes");
        }
    });
    Ok(())
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}
