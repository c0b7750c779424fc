//! A horizontally scrolling row of filters; an open filter shows its choices on the line below.

use dioxus::prelude::*;

use super::{Chip, Chips, Glyph, Icon};
use crate::t;

/// A filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// Identifier, used in element ids.
    pub id: &'static str,
    /// Label on the screen.
    pub label: String,
    /// The chosen option, if any.
    pub chosen: Option<String>,
    /// The options.
    pub choices: Vec<String>,
}

/// The row of filters. Filters without choices are left out; children follow the filters.
#[component]
pub fn Filters(
    filters: Vec<Filter>,
    /// The filter's id and its new choice; `None` clears the filter.
    onchoose: EventHandler<(&'static str, Option<String>)>,
    #[props(default)] children: Element,
) -> Element {
    let mut open = use_signal(|| None::<&'static str>);
    let mut shown = filters;
    shown.retain(|filter| !filter.choices.is_empty() || filter.chosen.is_some());
    let choosing = shown
        .iter()
        .find(|filter| open() == Some(filter.id))
        .cloned();
    rsx! {
        div { class: "filters", role: "group", aria_label: t!("filter-label"), id: "filters",
            for filter in shown {
                button {
                    key: "{filter.id}",
                    class: "chip filter",
                    id: "filter-{filter.id}",
                    r#type: "button",
                    dir: "auto",
                    aria_pressed: if filter.chosen.is_some() { "true" } else { "false" },
                    aria_expanded: if open() == Some(filter.id) { "true" } else { "false" },
                    onclick: move |_| {
                        let now = open() != Some(filter.id);
                        open.set(now.then_some(filter.id));
                    },
                    if let Some(chosen) = filter.chosen.as_ref() {
                        span { class: "heard", "{filter.label}: " }
                        "{chosen}"
                    } else {
                        "{filter.label}"
                    }
                    Icon { glyph: Glyph::ChevronDown }
                }
            }
            {children}
        }
        if let Some(filter) = choosing {
            Chips { label: filter.label.clone(), class: "filter__choices",
                Chip {
                    id: "filter-{filter.id}-all",
                    label: t!("filter-all"),
                    chosen: filter.chosen.is_none(),
                    onpress: move |()| {
                        open.set(None);
                        onchoose.call((filter.id, None));
                    },
                }
                for choice in filter.choices {
                    Chip {
                        key: "{choice}",
                        label: choice.clone(),
                        chosen: filter.chosen.as_ref() == Some(&choice),
                        onpress: move |()| {
                            open.set(None);
                            onchoose.call((filter.id, Some(choice.clone())));
                        },
                    }
                }
            }
        }
    }
}
