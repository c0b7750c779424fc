//! A single record.

use dioxus::prelude::*;
use voorveld_core::model::SyncMark;

use super::{Name, SyncMarkLine};
use crate::route::Route;

/// Whom it is about, its text, and how and when it was recorded; a press opens it.
#[component]
pub fn Record(
    #[props(default)] name: String,
    /// A danger is recorded for that person.
    #[props(default)]
    danger: bool,
    text: String,
    meta: String,
    #[props(default)] mark: Option<SyncMark>,
    to: Route,
    /// Shows the sync mark only while the record is not with the team yet.
    #[props(default)]
    quiet: bool,
) -> Element {
    let mark = mark.filter(|mark| !quiet || *mark == SyncMark::OnlyHere);
    rsx! {
        Link { class: "record", to,
            if !name.is_empty() {
                span { class: "row__title", dir: "auto",
                    Name { name, danger }
                }
            }
            span { class: "record__text", dir: "auto", "{text}" }
            span { class: "row__second", "{meta}" }
            if let Some(mark) = mark {
                SyncMarkLine { mark }
            }
        }
    }
}
