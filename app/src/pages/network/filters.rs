//! Filters on neighbourhood and tags.

use dioxus::prelude::*;

use crate::components::{Chip, Filter, Filters};
use crate::hooks::{NetworkLooking, use_network_looking};
use crate::t;

/// The row: a choice of neighbourhoods, and the tags in use as chips.
#[component]
pub fn NetworkFilters(tags: Vec<String>, districts: Vec<String>) -> Element {
    let NetworkLooking {
        mut district,
        tags: mut chosen,
        mut shown,
        ..
    } = use_network_looking();
    // Chosen tags stay visible even when no contact has them any more.
    let mut all = chosen();
    all.extend(tags.into_iter().filter(|tag| !chosen.read().contains(tag)));
    if all.is_empty() && districts.is_empty() && district.read().is_none() {
        return rsx! {};
    }
    rsx! {
        Filters {
            filters: vec![
                Filter {
                    id: "district",
                    label: t!("filter-district"),
                    chosen: district().map(named),
                    choices: districts,
                },
            ],
            onchoose: move |(_, choice): (&'static str, Option<String>)| {
                shown.set(1);
                district.set(choice);
            },
            for tag in all {
                Chip {
                    key: "{tag}",
                    label: tag.clone(),
                    chosen: chosen.read().contains(&tag),
                    onpress: move |()| {
                        shown.set(1);
                        let mut chosen = chosen.write();
                        match chosen.iter().position(|other| *other == tag) {
                            Some(place) => {
                                chosen.remove(place);
                            }
                            None => chosen.push(tag.clone()),
                        }
                    },
                }
            }
        }
    }
}

/// Returns the neighbourhood's name; contacts without one form a group of their own.
fn named(district: String) -> String {
    if district.is_empty() {
        t!("network-no-district")
    } else {
        district
    }
}
