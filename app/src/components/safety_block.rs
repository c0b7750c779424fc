//! Safety facts: dangers to the worker.

use dioxus::prelude::*;
use voorveld_core::SafetyFactId;
use voorveld_core::view::SafetyFact;

use super::{Glyph, Icon};
use crate::hooks::clock;
use crate::{format, t, text};

/// Formats the author and the day of a safety fact.
fn said(fact: &SafetyFact) -> String {
    let day = format::numeric_day(clock().local(fact.at).date());
    match (fact.from_list(), fact.by.as_str()) {
        (true, _) => t!("from-list"),
        (false, "") => day,
        (false, by) => format!("{by} · {day}"),
    }
}

/// The current safety facts, in yellow. A press on one shows who wrote it and when, and offers to end
/// it.
#[component]
pub fn SafetyBlock(facts: Vec<SafetyFact>, onend: EventHandler<SafetyFactId>) -> Element {
    let mut open = use_signal(|| None::<SafetyFactId>);
    if facts.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "safety", aria_label: t!("case-safety"),
            Icon { glyph: Glyph::TriangleAlert }
            ul { class: "safety__facts",
                for fact in facts {
                    li { key: "{fact.id}",
                        button {
                            class: "safety__fact",
                            r#type: "button",
                            dir: "auto",
                            aria_expanded: if open() == Some(fact.id) { "true" } else { "false" },
                            onclick: move |_| {
                                let now = (open() != Some(fact.id)).then_some(fact.id);
                                open.set(now);
                            },
                            "{fact.text}"
                        }
                        if open() == Some(fact.id) {
                            div { class: "safety__more",
                                span { {said(&fact)} }
                                button {
                                    class: "safety__end",
                                    r#type: "button",
                                    onclick: move |_| onend.call(fact.id),
                                    {t!("case-safety-end")}
                                }
                            }
                        }
                    }
                }
            }
            span { class: "heard", lang: text::code(text::language()), {t!("case-safety")} }
        }
    }
}
