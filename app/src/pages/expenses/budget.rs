//! The team's monthly budget.

use dioxus::prelude::*;
use voorveld_core::api::SetTeamSetting;
use voorveld_core::model::TeamSetting;
use voorveld_core::{Cents, Error};

use crate::components::{EditLine, Section};
use crate::hooks::use_action;
use crate::{format, t, text};

/// The agreed amount, edited in place.
#[component]
pub fn Budget(budget: Option<Cents>) -> Element {
    let mut open = use_signal(|| false);
    let mut refused = use_signal(|| None::<Error>);
    let action = use_action();
    let language = text::language();
    let value = budget.map(|budget| format::amount(language, budget));
    rsx! {
        Section { title: t!("budget-title"), id: "expenses-budget",
            EditLine {
                id: "budget",
                label: t!("budget-month"),
                value: value.unwrap_or_default(),
                shown: budget.map(|budget| format::money(language, budget)),
                open: open(),
                busy: action.busy(),
                error: refused().or_else(|| action.problem()),
                onopen: move |()| open.set(true),
                onsave: move |typed: String| match read(&typed) {
                    Ok(value) => {
                        refused.set(None);
                        let setting = TeamSetting::BudgetMonth;
                        action.send_then(
                            SetTeamSetting { setting, value },
                            move |()| open.set(false),
                        );
                    }
                    Err(error) => refused.set(Some(error)),
                },
                oncancel: move |()| {
                    refused.set(None);
                    action.clear();
                    open.set(false);
                },
            }
        }
    }
}

/// Converts the typed amount to the setting's form in cents; empty clears the budget.
fn read(typed: &str) -> Result<String, Error> {
    match typed.trim() {
        "" => Ok(String::new()),
        typed => Cents::written(typed).map(|cents| cents.0.to_string()),
    }
}
