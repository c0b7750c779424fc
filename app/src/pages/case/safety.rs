//! Ended safety facts: they stay visible, and one tap records them anew.

use chrono::Days;
use dioxus::prelude::*;
use voorveld_core::api::AddSafetyFact;
use voorveld_core::view::{CaseView, EndedFact};

use crate::components::{Button, ErrorLine, Row};
use crate::hooks::{clock, use_action};
use crate::{format, t};

/// How long an ended fact is shown at the door; after that only with the details.
const AT_DOOR: Days = Days::new(14);

/// Formats "Bas 20-10-2025 · geldt niet meer sinds 17-11-2025 Noor".
pub(super) fn ended_words(ended: &EndedFact) -> String {
    let day = |at| format::numeric_day(clock().local(at).date());
    let since = t!("safety-ended", day: day(ended.ended), name: ended.ended_by.clone());
    format!(
        "{} {} · {}",
        ended.fact.by,
        day(ended.fact.at),
        since.trim_end()
    )
}

/// Returns ended facts, most recently ended first, without duplicates and without texts that are in
/// force again.
fn shown(view: &CaseView, door: bool) -> Vec<EndedFact> {
    let today = clock().today();
    let mut shown: Vec<EndedFact> = Vec::new();
    for ended in &view.safety_ended {
        let same = |text: &str| text == ended.fact.text;
        let holds = view.safety.iter().any(|fact| same(&fact.text));
        let twice = shown.iter().any(|other| same(&other.fact.text));
        let old = door && clock().local(ended.ended).date() + AT_DOOR < today;
        if !holds && !twice && !old {
            shown.push(ended.clone());
        }
    }
    shown
}

/// The ended facts, struck through, each with a button to record it anew.
#[component]
pub fn EndedSafety(
    view: CaseView,
    /// Shows only the recently ended facts.
    #[props(default)]
    door: bool,
) -> Element {
    let case = view.id;
    let action = use_action();
    rsx! {
        for ended in shown(&view, door) {
            Row {
                key: "{ended.fact.id}",
                plain: true,
                title: {
                    let text = ended.fact.text.clone();
                    rsx! {
                        s { "{text}" }
                    }
                },
                second: {
                    let words = ended_words(&ended);
                    rsx! { "{words}" }
                },
                end: rsx! {
                    Button {
                        id: "safety-again-{ended.fact.id}",
                        label: t!("safety-again"),
                        aria: t!("safety-again-fact", text: ended.fact.text.clone()),
                        small: true,
                        busy: action.busy(),
                        // Ending is not undone: the same text becomes a new fact of whoever records it.
                        onpress: {
                            let text = ended.fact.text.clone();
                            move |()| action.send(AddSafetyFact { case, text: text.clone() })
                        },
                    }
                },
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}
