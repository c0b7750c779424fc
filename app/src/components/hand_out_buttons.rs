//! Buttons that make files and hand them out, and say what became of them.

use dioxus::prelude::*;

use super::{Glyph, Icon, ProblemLine};
use crate::paper::{FileKind, HandOut};
use crate::platform::{self, Handed, NotHanded};
use crate::t;

/// A button a kind of file, side by side. The file is made when its button is pressed.
#[component]
pub fn HandOutButtons(
    /// What their ids begin with.
    id: String,
    kinds: Vec<FileKind>,
    make: Callback<FileKind, Option<HandOut>>,
) -> Element {
    let mut outcome = use_signal(|| None::<Result<Handed, NotHanded>>);
    rsx! {
        div { class: "hand-out",
            for kind in kinds {
                button {
                    key: "{kind:?}",
                    class: "button hand-out__button",
                    id: "{id}-{kind.ending()}",
                    r#type: "button",
                    onclick: move |_| {
                        spawn(async move {
                            let handed = match make.call(kind) {
                                Some(file) => platform::hand_out(&file).await,
                                None => Err(NotHanded),
                            };
                            outcome.set(Some(handed));
                        });
                    },
                    Icon { glyph: glyph(kind) }
                    {label(kind)}
                }
            }
        }
        div { class: "hand-out__outcome", role: "status", dir: "auto",
            match outcome() {
                None => rsx! {},
                Some(Ok(Handed::Saved(place))) => rsx! {
                    p { class: "second", {t!("paper-saved", place: place)} }
                },
                Some(Ok(Handed::Given)) => rsx! {
                    p { class: "second", {t!("paper-handed")} }
                },
                Some(Err(NotHanded)) => rsx! {
                    ProblemLine { text: t!("paper-failed") }
                },
            }
        }
    }
}

fn glyph(kind: FileKind) -> Glyph {
    match kind {
        FileKind::Page => Glyph::Printer,
        FileKind::Table => Glyph::Table,
        FileKind::Data | FileKind::Automerge => Glyph::Download,
    }
}

fn label(kind: FileKind) -> String {
    match kind {
        FileKind::Page => t!("paper-print"),
        FileKind::Table => t!("paper-table"),
        FileKind::Data => t!("paper-data"),
        FileKind::Automerge => t!("paper-automerge"),
    }
}
