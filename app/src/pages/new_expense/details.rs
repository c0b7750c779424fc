//! Optional details of an expense.

use dioxus::prelude::*;
use voorveld_core::view::ExpenseDraft;

use super::Writing;
use crate::components::{Field, Glyph, Invite};
use crate::hooks::clock;
use crate::pages::purposes;
use crate::t;

/// A note and another day, each collapsed until wanted.
#[component]
pub fn Details(draft: ExpenseDraft, writing: Writing) -> Element {
    let mut noting = use_signal(|| !draft.note.is_empty());
    let mut dating = use_signal(|| draft.day.is_some());
    let other = purposes::is_other(&draft.purpose);
    let first_note = use_hook(|| draft.note.clone());
    let first_day = use_hook(|| draft.day);
    rsx! {
        div {
            class: "invites expense-sheet__details",
            // Keys typed here must not reach the amount.
            onkeydown: move |event| event.stop_propagation(),
            if noting() || other {
                Field {
                    id: "expense-note",
                    label: t!("expense-note"),
                    initial: first_note,
                    oninput: move |text| writing.note(text),
                    onleave: move |()| writing.keep(),
                }
            } else {
                Invite {
                    id: "expense-note-open",
                    label: t!("expense-note-add"),
                    glyph: Glyph::Pencil,
                    onpress: move |()| noting.set(true),
                }
            }
            if dating() {
                div { class: "field",
                    label { class: "field__label", r#for: "expense-day", {t!("expense-day")} }
                    div { class: "field__box",
                        input {
                            class: "field__input",
                            id: "expense-day",
                            r#type: "date",
                            autocomplete: "off",
                            max: "{clock().today()}",
                            initial_value: first_day.map(|day| day.to_string()),
                            oninput: move |event| writing.on_day(event.value().parse().ok()),
                        }
                    }
                }
            } else {
                Invite {
                    id: "expense-day-open",
                    label: t!("expense-day-add"),
                    glyph: Glyph::Calendar,
                    onpress: move |()| dating.set(true),
                }
            }
        }
    }
}
