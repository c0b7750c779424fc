//! Filters on neighbourhood, problem type, lead and status.

use dioxus::prelude::*;
use voorveld_core::api::ReadCaseChoices;
use voorveld_core::view::CaseFilter;

use crate::components::{Filter, Filters};
use crate::hooks::use_live;
use crate::t;

/// The row of filters; renders nothing without filter options.
#[component]
pub fn CaseFilters(filter: CaseFilter, onchange: EventHandler<CaseFilter>) -> Element {
    let choices = use_live(ReadCaseChoices).value().unwrap_or_default();
    if choices == Default::default() && filter.is_empty() {
        return rsx! {};
    }
    let open = [t!("filter-open"), t!("filter-closed")];
    let one = |id, label, chosen: &Option<String>, choices| Filter {
        id,
        label,
        chosen: chosen.clone(),
        choices,
    };
    let status = filter.open.map(|is| open[usize::from(!is)].clone());
    let filters = vec![
        one(
            "district",
            t!("filter-district"),
            &filter.district,
            choices.districts,
        ),
        one(
            "problem",
            t!("filter-problem"),
            &filter.problem,
            choices.problems,
        ),
        one("lead", t!("filter-lead"), &filter.lead, choices.leads),
        one("status", t!("filter-status"), &status, open.to_vec()),
    ];
    rsx! {
        Filters {
            filters,
            onchoose: move |(id, choice): (&'static str, Option<String>)| {
                let mut filter = filter.clone();
                match id {
                    "district" => filter.district = choice,
                    "problem" => filter.problem = choice,
                    "lead" => filter.lead = choice,
                    _ => filter.open = choice.map(|choice| choice == open[0]),
                }
                onchange.call(filter);
            },
        }
    }
}
