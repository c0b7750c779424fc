//! The figures below the chart.

use dioxus::prelude::*;
use voorveld_core::model::Outcome;
use voorveld_core::view::{Effect, EffectYear, Language};

use super::bars::shown;
use crate::components::Section;
use crate::{format, t, t_in, text};

/// Returns this year's figures, each with what it counts.
pub fn figures(language: Language, effect: &Effect) -> Vec<(String, String)> {
    let Some(now) = effect.years.last() else {
        return Vec::new();
    };
    let mut figures = vec![
        (now.open.to_string(), t_in!(language, "effect-open")),
        (now.closed.to_string(), t_in!(language, "effect-closed")),
        (now.reopened.to_string(), t_in!(language, "effect-reopened")),
    ];
    if let Some(days) = now.first_contact_days {
        figures.push((
            t_in!(language, "effect-days", n: days),
            t_in!(language, "effect-first-contact"),
        ));
    }
    if let Some(parties) = effect.parties {
        let (known, needed) = parties.around_one();
        figures.push((
            format!("{known} → {needed}"),
            t_in!(language, "effect-parties", n: parties.cases),
        ));
    }
    figures
}

/// This year's figures.
#[component]
pub fn Figures(effect: Effect) -> Element {
    rsx! {
        Section { title: t!("effect-this-year"), id: "effect-figures",
            for (number , words) in figures(text::language(), &effect) {
                p { key: "{words}", class: "effect__figure",
                    b { class: "effect__number", "{number}" }
                    span { "{words}" }
                }
            }
        }
    }
}

/// Returns the years as a table, one line per figure: its label, and its value for each year.
pub fn lines(language: Language, years: &[EffectYear]) -> Vec<(String, Vec<String>)> {
    let line = |word: String, figure: &dyn Fn(&EffectYear) -> String| {
        (word, years.iter().map(figure).collect())
    };
    let days = |year: &EffectYear| year.first_contact_days.map(|n| n.to_string());
    let mut lines = vec![
        line(t_in!(language, "effect-line-new"), &|year| {
            year.signed_up.to_string()
        }),
        line(t_in!(language, "effect-line-closed"), &|year| {
            year.closed.to_string()
        }),
        line(t_in!(language, "effect-line-reopened"), &|year| {
            year.reopened.to_string()
        }),
        line(t_in!(language, "effect-line-open"), &|year| {
            year.open.to_string()
        }),
        line(t_in!(language, "effect-line-days"), &|year| {
            days(year).unwrap_or_default()
        }),
    ];
    for outcome in Outcome::ALL {
        lines.push(line(format::outcome(language, outcome), &|year| {
            year.outcomes[outcome as usize].to_string()
        }));
    }
    lines
}

/// The same figures per year, which also serve screen readers.
#[component]
pub fn Years(years: Vec<EffectYear>) -> Element {
    let years = shown(&years);
    rsx! {
        div {
            class: "effect__years",
            id: "effect-years",
            role: "region",
            aria_label: t!("effect-by-year"),
            tabindex: "0",
            table {
                thead {
                    tr {
                        td {}
                        for year in years.iter() {
                            th { key: "{year.year}", scope: "col", "{year.year}" }
                        }
                    }
                }
                tbody {
                    for (word , figures) in lines(text::language(), years) {
                        tr { key: "{word}",
                            th { scope: "row", "{word}" }
                            for (n , figure) in figures.into_iter().enumerate() {
                                td { key: "{n}", "{figure}" }
                            }
                        }
                    }
                }
            }
        }
    }
}
