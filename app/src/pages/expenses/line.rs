//! One expense in a list.

use dioxus::prelude::*;
use voorveld_core::model::SyncMark;
use voorveld_core::view::{ExpenseLine, Language};

use crate::components::{Name, SyncMarkLine};
use crate::pages::purposes;
use crate::route::Route;
use crate::{format, t_in, text};

/// Day, purpose, author and amount; a press does what the list wants, or else opens the case.
#[component]
pub fn ExpenseRow(
    line: ExpenseLine,
    /// Also shows the case's name.
    #[props(default)]
    named: bool,
    #[props(default)] id: Option<String>,
    #[props(default)] open: bool,
    #[props(default)] onpress: Option<EventHandler<()>>,
) -> Element {
    let language = text::language();
    let second = second(language, &line);
    let words = rsx! {
        span { class: "expense__day", {line.day.format("%d-%m").to_string()} }
        span { class: "row__words",
            span { class: "row__title", dir: "auto", {purposes::title(language, &line)} }
            span { class: "row__second", dir: "auto",
                if named {
                    Name { name: line.case_name.clone(), danger: line.danger }
                    if !second.is_empty() {
                        " · "
                    }
                }
                {second}
            }
            if line.mark == SyncMark::OnlyHere {
                SyncMarkLine { mark: line.mark }
            }
        }
        span {
            class: "expense__amount",
            class: if line.reversed { "expense__amount--reversed" },
            {format::amount(language, line.cents)}
        }
    };
    rsx! {
        if let Some(onpress) = onpress {
            button {
                class: "expense",
                id,
                r#type: "button",
                aria_expanded: if open { "true" } else { "false" },
                onclick: move |_| onpress.call(()),
                {words}
            }
        } else {
            Link { class: "expense", id, to: Route::CasePage { case: line.case }, {words} }
        }
    }
}

/// Formats "Noor · geen bon".
fn second(language: Language, line: &ExpenseLine) -> String {
    let mut parts = vec![line.by.clone()];
    parts.extend(purposes::more(language, line).map(str::to_owned));
    parts.push(state(language, line));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Describes what is unusual about an expense; empty when it has its receipt.
fn state(language: Language, line: &ExpenseLine) -> String {
    if line.reverses.is_some() {
        return t_in!(language, "expense-is-reversal");
    }
    if line.reversed {
        return t_in!(language, "expense-reversed");
    }
    match line.receipts.as_slice() {
        [] => t_in!(language, "receipt-none"),
        receipts if receipts.iter().any(|receipt| !receipt.here) => {
            t_in!(language, "receipt-to-come")
        }
        _ => String::new(),
    }
}
