//! Withdrawing an entry, with room for a reason.

use dioxus::prelude::*;
use voorveld_core::api::WithdrawEntry;
use voorveld_core::model::EntryRef;

use crate::components::{Button, ErrorLine, Field, Invite};
use crate::hooks::use_action;
use crate::t;

/// *Trek in*, and then why, which may stay empty.
#[component]
pub fn TakeBack(id: String, entry: EntryRef, onclose: EventHandler<()>) -> Element {
    let mut asking = use_signal(|| false);
    let mut why = use_signal(String::new);
    let action = use_action();
    let withdraw = use_callback(move |()| {
        let why = why.peek().clone();
        action.send_then(WithdrawEntry { entry, why }, move |()| onclose.call(()));
    });
    rsx! {
        if asking() {
            div { class: "take-back",
                Field {
                    id: "{id}-why",
                    label: t!("withdraw-why"),
                    focus: true,
                    oninput: move |text| why.set(text),
                    onenter: withdraw,
                }
                if let Some(error) = action.problem() {
                    ErrorLine { error }
                }
                Button {
                    id: "{id}-withdraw-now",
                    label: t!("withdraw-now"),
                    small: true,
                    busy: action.busy(),
                    onpress: withdraw,
                }
            }
        } else {
            Invite {
                id: "{id}-withdraw",
                label: t!("withdraw"),
                onpress: move |()| asking.set(true),
            }
        }
    }
}
