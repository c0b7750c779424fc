//! The team's monthly budget.

use dioxus::prelude::*;
use voorveld_core::api::SetTeamSetting;
use voorveld_core::model::TeamSetting;
use voorveld_core::{Cents, Error};

use crate::components::{EditLine, Section};
use crate::hooks::use_editing;
use crate::{format, t, text};

/// The agreed amount, edited in place.
#[component]
pub fn Budget(budget: Option<Cents>) -> Element {
    let editing = use_editing();
    let language = text::language();
    let value = budget.map(|budget| format::amount(language, budget));
    rsx! {
        Section { title: t!("budget-title"), id: "expenses-budget",
            EditLine {
                id: "budget",
                label: t!("budget-month"),
                value: value.unwrap_or_default(),
                shown: budget.map(|budget| format::money(language, budget)),
                editing,
                onsave: move |typed: String| match read(&typed) {
                    Ok(value) => editing.save(SetTeamSetting { setting: TeamSetting::BudgetMonth, value }),
                    Err(error) => editing.refuse(error),
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
