//! Hands out files: through the share sheet on a phone, pages through the print dialog elsewhere, and
//! anything else as a download.

use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::export::{self, ExportFile, FileKind};
use crate::platform::{Handed, NotHanded};

/// How long the object URL stays valid; some browsers read it only after asking where to save.
const KEPT_FOR: Duration = Duration::from_secs(120);

/// Id of the printed frame. It stays until the next print, because printing may outlast the call.
const FRAME: &str = "paper-frame";

/// Hands out a file.
pub(crate) async fn export(file: &ExportFile) -> Result<Handed, NotHanded> {
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

/// Offers the file in the share sheet, to print, send or save. Returns `None` when there is no share
/// sheet or it does not accept the file.
async fn share(file: &ExportFile) -> Option<Handed> {
    let window = web_sys::window()?;
    // A desktop's share sheet offers neither a printer nor a folder.
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

fn as_file(file: &ExportFile) -> Result<JsValue, JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &"File".into())?.dyn_into()?;
    let about = Object::new();
    Reflect::set(&about, &"type".into(), &file.kind.media_type().into())?;
    let parts = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let given = Array::of3(&parts, &file.name.as_str().into(), &about);
    Reflect::construct(&make, &given)
}

/// Prints a page through a hidden frame. Nothing in it can run or load (`sandbox` without
/// `allow-scripts`), and the app's content security policy applies to it too; as that blocks inline
/// styles, the style is added as a constructed style sheet.
fn print(file: &ExportFile) -> Result<(), JsValue> {
    let missing = || JsValue::from("no document");
    let document = super::document().ok_or_else(missing)?;
    if let Some(last) = document.get_element_by_id(FRAME) {
        last.remove();
    }
    let style = export::style_of(file);
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

fn download(file: &ExportFile) -> Result<(), JsValue> {
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
