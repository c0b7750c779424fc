//! The photo of a receipt, shown from memory: it is never written to a file outside the store.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dioxus::prelude::*;
use voorveld_core::ReceiptId;
use voorveld_core::api::ReadReceipt;

use crate::components::ErrorLine;
use crate::hooks::use_live;
use crate::t;

/// The photo, or a message that it has not arrived yet.
#[component]
pub fn ReceiptPicture(receipt: ReceiptId, #[props(default)] small: bool) -> Element {
    let live = use_live(ReadReceipt { receipt });
    let source = use_memo(move || {
        live.value().map(|jpeg| {
            jpeg.map(|jpeg| {
                let mut source = String::from("data:image/jpeg;base64,");
                BASE64_STANDARD.encode_string(jpeg, &mut source);
                source
            })
        })
    });
    let class = if small {
        "receipt receipt--small"
    } else {
        "receipt"
    };
    rsx! {
        match source() {
            Some(Some(src)) => rsx! {
                img { class, alt: t!("receipt-picture"), src: "{src}" }
            },
            Some(None) if !small => rsx! {
                p { class: "second", {t!("receipt-coming")} }
            },
            _ => rsx! {},
        }
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
    }
}
