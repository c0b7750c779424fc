//! Taking or choosing a photo.

use dioxus::html::FileData;
use dioxus::prelude::*;

use super::{Glyph, Icon, ProblemLine};
use crate::platform;
use crate::t;

/// A row that opens the camera, or the file picker where there is none, and passes on the resulting
/// image.
#[component]
pub fn PhotoField(
    id: String,
    title: String,
    #[props(default)] second: String,
    #[props(default)] busy: bool,
    ontake: EventHandler<Vec<u8>>,
    /// The picture before the text; defaults to a blank receipt.
    #[props(default)]
    picture: Option<Element>,
) -> Element {
    let mut unread = use_signal(|| false);
    let take = use_callback(move |files: Vec<FileData>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        spawn(async move {
            let bytes = file.read_bytes().await;
            unread.set(bytes.is_err());
            if let Ok(bytes) = bytes {
                ontake.call(bytes.to_vec());
            }
        });
    });
    platform::use_chosen(move |files| take.call(files));
    rsx! {
        label {
            class: "photo-field file",
            r#for: "{id}",
            aria_busy: busy.then_some("true"),
            span { class: "photo-field__box",
                if let Some(picture) = picture {
                    {picture}
                } else {
                    Icon { glyph: Glyph::Euro }
                }
            }
            span { class: "row__words",
                span { class: "row__title", "{title}" }
                if !second.is_empty() {
                    span { class: "row__second", "{second}" }
                }
            }
            Icon { glyph: Glyph::Camera, class: "photo-field__camera" }
            input {
                class: "file__input",
                id: "{id}",
                r#type: "file",
                // Without a title, the web view shows its own "no file chosen".
                title: "{title}",
                accept: "image/*",
                "capture": "environment",
                onchange: move |event| take.call(event.files()),
            }
        }
        if unread() {
            ProblemLine { text: t!("receipt-unread") }
        }
    }
}
