//! Creating a case: only a name is asked.

use dioxus::prelude::*;
use voorveld_core::api::CreateCase;

use crate::components::{Button, Field, NameProblem, Sheet};
use crate::hooks::use_action;
use crate::route::Route;
use crate::t;

/// Asks for the name and opens the new case.
#[component]
pub fn NewCaseSheet(name: String, onclose: EventHandler<()>) -> Element {
    let mut typed = use_signal(|| name.clone());
    let action = use_action();
    let save = move || {
        let name = typed.peek().trim().to_owned();
        action.send_then(CreateCase { name }, move |case| {
            onclose.call(());
            navigator().push(Route::CasePage { case });
        });
    };
    rsx! {
        Sheet { title: t!("cases-new"), onclose,
            Field {
                id: "case-new-name",
                label: t!("cases-name"),
                initial: name,
                focus: true,
                oninput: move |text| {
                    action.clear();
                    typed.set(text);
                },
                onenter: move |()| save(),
            }
            p { class: "second quiet", {t!("cases-name-hint")} }
            if let Some(error) = action.problem() {
                NameProblem { error }
            }
            div { class: "sheet__foot",
                Button {
                    id: "case-new-save",
                    label: t!("save"),
                    main: true,
                    busy: action.busy(),
                    onpress: move |()| save(),
                }
            }
        }
    }
}
