//! The source of a signal. Asked on its own page, because in the capture sheet it would take space for
//! every encounter that is not a signal.

use dioxus::prelude::*;
use voorveld_core::SignalId;
use voorveld_core::api::SetSignalSource;

use crate::components::{Chip, Chips, Editor, ErrorLine};
use crate::hooks::use_action;
use crate::t;

/// Chips for common sources and one for free text. A press on the chosen chip clears it.
#[component]
pub fn Source(signal: SignalId, source: String) -> Element {
    let mut writing = use_signal(|| false);
    let mut choosing = use_signal(|| false);
    let action = use_action();
    let known = [
        ("er", t!("source-er")),
        ("safe", t!("source-safe-home")),
        ("officer", t!("source-officer")),
        ("crisis", t!("source-crisis")),
        ("neighbour", t!("source-neighbour")),
        ("family", t!("source-family")),
    ];
    // After concurrent edits the field holds both sources until one is chosen.
    let named = |label: &str| {
        let mut parts = source.split(" / ");
        parts.any(|part| part.to_lowercase() == label.to_lowercase())
    };
    let own = !source.is_empty() && !known.iter().any(|(_, label)| named(label));
    let two = source.contains(" / ");
    if writing() {
        return rsx! {
            Editor {
                id: "signal-source",
                label: t!("signal-source-own"),
                initial: source.clone(),
                busy: action.busy(),
                error: action.problem(),
                onsave: move |source| {
                    action.send_then(
                        SetSignalSource { signal, source },
                        move |()| {
                            writing.set(false);
                            choosing.set(false);
                        },
                    );
                },
                oncancel: move |()| {
                    action.clear();
                    writing.set(false);
                },
            }
        };
    }
    // A known source is one line; a conflict shows all chips.
    if !source.is_empty() && !two && !choosing() {
        return rsx! {
            div { class: "row",
                button {
                    class: "row__main",
                    id: "signal-source-open",
                    r#type: "button",
                    "aria-description": t!("field-edit", field: t!("signal-source")),
                    onclick: move |_| choosing.set(true),
                    span { class: "row__words",
                        span { class: "row__second", {t!("signal-source")} }
                        span { class: "record__text", dir: "auto", "{source}" }
                    }
                }
            }
        };
    }
    rsx! {
        div { class: "group",
            p { class: "second group__label", {t!("signal-source")} }
            Chips { label: t!("signal-source"),
                for (id , label) in known {
                    Chip {
                        key: "{id}",
                        id: "source-{id}",
                        label: label.clone(),
                        chosen: named(&label),
                        onpress: {
                            let off = named(&label) && !two;
                            move |()| {
                                let source = if off { String::new() } else { label.clone() };
                                action.send_then(
                                    SetSignalSource { signal, source },
                                    move |()| choosing.set(false),
                                );
                            }
                        },
                    }
                }
                Chip {
                    id: "source-own",
                    label: if own { source.clone() } else { t!("source-own") },
                    chosen: own,
                    onpress: move |()| writing.set(true),
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}
