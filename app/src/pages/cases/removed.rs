//! Cases that were removed: one line below the list, that opens.

use dioxus::prelude::*;
use voorveld_core::api::{BringCaseBack, ReadRemovedCases};

use crate::components::{Button, ErrorLine};
use crate::hooks::{clock, use_action, use_live};
use crate::{format, t, text};

/// The line; renders nothing if no case was removed.
#[component]
pub fn RemovedCases() -> Element {
    let live = use_live(ReadRemovedCases);
    let action = use_action();
    let mut open = use_signal(|| false);
    let clock = clock();
    let removed = live.value().unwrap_or_default();
    let when = |at| format::moment(text::language(), clock.local(at), clock.today());
    rsx! {
        if !removed.is_empty() {
            button {
                class: "invite",
                id: "removed-open",
                r#type: "button",
                aria_expanded: if open() { "true" } else { "false" },
                onclick: move |_| open.toggle(),
                {t!("cases-removed", n: removed.len())}
            }
        }
        if open() {
            for each in removed {
                article { key: "{each.case}", class: "talk gone",
                    p { class: "gone__text", dir: "auto", "{each.name}" }
                    p { class: "second",
                        {t!("cases-removed-by", by: each.by.clone(), when: when(each.at))}
                    }
                    Button {
                        label: t!("gone-restore"),
                        small: true,
                        busy: action.busy(),
                        onpress: move |()| action.send(BringCaseBack { case: each.case }),
                    }
                }
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}
