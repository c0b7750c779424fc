//! Effect: what the work led to, counted from the records.

mod bars;
mod figures;
mod print;

use dioxus::prelude::*;
use voorveld_core::api::ReadEffect;
use voorveld_core::model::Outcome;
use voorveld_core::view::Effect;

use crate::components::{ErrorLine, ExportButtons, Head, Page, Section};
use crate::export::FileKind;
use crate::hooks::{clock, use_live};
use crate::route::Route;
use crate::{format, t, text};
use bars::Bars;
use figures::{Figures, Years};

/// The page.
#[component]
pub fn EffectPage() -> Element {
    let live = use_live(ReadEffect);
    let navigator = use_navigator();
    let make = use_callback(move |kind| {
        let effect = live.value()?;
        let (language, today) = (text::language(), clock().today());
        match kind {
            FileKind::Page => Some(print::page(language, &effect, today)),
            FileKind::Table => Some(print::years(language, &effect, today)),
            FileKind::Data | FileKind::Automerge => None,
        }
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("effect-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(effect) = live.value() {
                if effect.years.is_empty() {
                    p { class: "second quiet", {t!("effect-none")} }
                } else {
                    EffectBody { effect }
                    ExportButtons {
                        id: "effect",
                        kinds: vec![FileKind::Page, FileKind::Table],
                        make,
                    }
                }
            }
        }
    }
}

#[component]
fn EffectBody(effect: Effect) -> Element {
    let outcomes = totals(&effect);
    rsx! {
        section { class: "effect__chart",
            h2 { class: "effect__title", {t!("effect-new")} }
            if let Some(now) = effect.years.last() {
                p { class: "second", {t!("effect-running", year: now.year.to_string())} }
            }
            Bars { years: effect.years.clone() }
        }
        Figures { effect: effect.clone() }
        if outcomes.iter().any(|(_, count)| *count > 0) {
            Section { title: t!("effect-outcomes"), aside: t!("effect-all-years"), id: "effect-outcomes",
                for (outcome , count) in outcomes {
                    p { key: "{outcome:?}", class: "effect__figure",
                        b { class: "effect__number", "{count}" }
                        span { {format::outcome(text::language(), outcome)} }
                    }
                }
            }
        }
        Section { title: t!("effect-by-year"), rows: false,
            Years { years: effect.years.clone() }
        }
        p { class: "second quiet", {t!("effect-counted")} }
    }
}

/// Returns the number of closings by outcome, over all years.
fn totals(effect: &Effect) -> Vec<(Outcome, u32)> {
    let count = |outcome: Outcome| {
        let of_year = effect
            .years
            .iter()
            .map(|year| year.outcomes[outcome as usize]);
        of_year.sum()
    };
    Outcome::ALL
        .map(|outcome| (outcome, count(outcome)))
        .to_vec()
}
