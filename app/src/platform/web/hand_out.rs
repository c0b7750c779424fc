//! Files that leave the app: the browser saves them where it saves what is downloaded.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::paper::HandOut;
use crate::platform::{Handed, NotHanded};

/// Hands a file out.
pub(crate) async fn hand_out(file: &HandOut) -> Result<Handed, NotHanded> {
    download(file).map_err(|_| NotHanded)?;
    Ok(Handed::Given)
}

fn download(file: &HandOut) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(file.bytes.as_slice()));
    let kind = BlobPropertyBag::new();
    kind.set_type(file.kind.media_type());
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = super::document().ok_or(JsValue::NULL)?;
    let link = document.create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", &file.name)?;
    link.dyn_ref::<HtmlElement>().ok_or(JsValue::NULL)?.click();
    Url::revoke_object_url(&address)
}
