//! A line that is edited in place.

use dioxus::prelude::*;
use voorveld_core::Error;

use super::{Button, ErrorLine, Field};
use crate::hooks::{Editing, use_unfinished};
use crate::t;

/// An inline editor with *Bewaar* and *Annuleer*. The typed text stays when saving fails.
#[component]
pub fn Editor(
    id: String,
    label: String,
    #[props(default)] initial: String,
    #[props(default)] lines: bool,
    #[props(default)] keyboard: Option<String>,
    #[props(default)] busy: bool,
    #[props(default)] error: Option<Error>,
    onsave: EventHandler<String>,
    oncancel: EventHandler<()>,
    /// What else is changed with the text.
    children: Element,
) -> Element {
    let unfinished = use_unfinished(&id, &initial);
    let mut typed = use_signal(|| unfinished.text());
    let begin = use_hook(|| typed.peek().clone());
    let save = use_callback({
        let unfinished = unfinished.clone();
        move |()| {
            unfinished.forget();
            onsave.call(typed.peek().clone());
        }
    });
    let cancel = use_callback({
        let unfinished = unfinished.clone();
        move |()| {
            unfinished.forget();
            oncancel.call(());
        }
    });
    rsx! {
        div {
            class: "editor",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.stop_propagation();
                    cancel.call(());
                }
            },
            Field {
                id: id.clone(),
                label,
                initial: begin,
                lines,
                keyboard,
                focus: true,
                oninput: move |text: String| {
                    unfinished.set(&text);
                    typed.set(text);
                },
                onenter: save,
            }
            {children}
            if let Some(error) = error {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button {
                    id: "{id}-cancel",
                    label: t!("cancel"),
                    small: true,
                    onpress: cancel,
                }
                Button {
                    id: "{id}-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy,
                    onpress: save,
                }
            }
        }
    }
}

/// A label with its value; a press replaces it with the [`Editor`].
#[component]
pub fn EditLine(
    id: String,
    label: String,
    value: String,
    /// The displayed form of the value, when it differs from the edited text (a phone number).
    #[props(default)]
    shown: Option<String>,
    #[props(default)] lines: bool,
    #[props(default)] keyboard: Option<String>,
    editing: Editing,
    /// A control at the end of the line.
    #[props(default)]
    end: Option<Element>,
    onsave: EventHandler<String>,
) -> Element {
    if editing.is_open() {
        return rsx! {
            Editor {
                id,
                label,
                initial: value,
                lines,
                keyboard,
                busy: editing.busy(),
                error: editing.problem(),
                onsave,
                oncancel: move |()| editing.cancel(),
            }
        };
    }
    let shown = shown.unwrap_or(value);
    rsx! {
        div { class: "row",
            button {
                class: "row__main",
                id: "{id}-open",
                r#type: "button",
                "aria-description": t!("field-edit", field: label.clone()),
                onclick: move |_| editing.open(),
                span { class: "row__words",
                    span { class: "row__second", "{label}" }
                    if shown.is_empty() {
                        span { class: "row__second", {t!("field-empty")} }
                    } else {
                        span { class: "record__text", dir: "auto", "{shown}" }
                    }
                }
            }
            if let Some(end) = end {
                {end}
            }
        }
    }
}
