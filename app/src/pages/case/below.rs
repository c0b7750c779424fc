//! What comes below *voor de deur*: ties, the crisis card and how long the case has been running.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::SnoozeReview;
use voorveld_core::model::{CaseField, CaseStatus};
use voorveld_core::view::{CaseView, Clash, CrisisCard, Weeks};

use super::clashes::Clashes;
use super::closing::ClosedLine;
use super::field_line::FieldLine;
use super::relations::RelationsLine;
use crate::components::{Button, CallButton, ErrorLine, Glyph, Icon, ProgressBar};
use crate::hooks::use_action;
use crate::route::Route;
use crate::{format, t};

/// All of it; parts without content are left out.
#[component]
pub fn Below(view: CaseView) -> Element {
    let case = view.id;
    rsx! {
        div { class: "below",
            if view.status == CaseStatus::Closed {
                ClosedLine { case, closings: view.closings.clone() }
            }
            div { class: "rows",
                RelationsLine { relations: view.relations.clone() }
                Crisis { case, card: view.crisis.clone(), clashes: view.clashes.clone() }
            }
            if let Some(weeks) = view.weeks {
                WeeksBar { case, weeks }
            }
        }
    }
}

/// Whom to call in a crisis: one tap calls, a tap on the text shows the rest of the card.
#[component]
fn Crisis(case: CaseId, card: CrisisCard, clashes: Vec<Clash<CaseField>>) -> Element {
    let mut open = use_signal(|| false);
    let CrisisCard {
        who,
        phone,
        on,
        helps,
    } = card.clone();
    let title = match (card.is_empty(), who.is_empty()) {
        (true, _) => t!("crisis-invite"),
        (false, true) => t!("crisis-title"),
        (false, false) => t!("crisis-call", who: who.clone()),
    };
    let mut second = vec![helps.clone()];
    if !on.is_empty() {
        second.push(t!("crisis-is-on", name: on.clone()));
    }
    second.retain(|part| !part.is_empty());
    rsx! {
        div { class: "row", id: "crisis",
            button {
                // An empty card looks like the other invitations.
                class: if card.is_empty() { "invite" } else { "row__main" },
                id: "crisis-open",
                r#type: "button",
                aria_expanded: if open() { "true" } else { "false" },
                onclick: move |_| open.toggle(),
                Icon { glyph: Glyph::Siren }
                span { class: "row__words",
                    if card.is_empty() {
                        "{title}"
                    } else {
                        span { class: "row__title row__title--plain", dir: "auto", "{title}" }
                    }
                    if !second.is_empty() {
                        span { class: "row__second", dir: "auto", {second.join(" · ")} }
                    }
                }
            }
            CallButton { phone: phone.clone(), name: if who.is_empty() { format::phone(&phone) } else { who.clone() } }
        }
        if open() {
            div { class: "crisis__card rows", id: "crisis-card",
                FieldLine { case, field: CaseField::CrisisWho, value: who }
                FieldLine {
                    case,
                    field: CaseField::CrisisPhone,
                    shown: format::phone(&phone),
                    value: phone,
                    keyboard: "tel",
                }
                FieldLine { case, field: CaseField::CrisisOn, value: on }
                FieldLine { case, field: CaseField::CrisisHelps, value: helps }
            }
        }
        Clashes {
            case,
            clashes,
            fields: vec![
                CaseField::CrisisWho,
                CaseField::CrisisPhone,
                CaseField::CrisisOn,
                CaseField::CrisisHelps,
            ],
        }
    }
}

/// A thin bar of the weeks; when they are over, a quiet question.
#[component]
fn WeeksBar(case: CaseId, weeks: Weeks) -> Element {
    let action = use_action();
    let part = f64::from(weeks.now) / f64::from(weeks.of.max(1));
    rsx! {
        div { class: "weeks", id: "case-weeks",
            if weeks.now > weeks.of {
                // A full bar carries no information.
                p { class: "second figures", {t!("weeks-over", now: weeks.now)} }
            } else {
                p { class: "second figures", {t!("weeks-of", now: weeks.now, of: weeks.of)} }
                ProgressBar { part }
            }
            if weeks.ask {
                p { id: "weeks-ask", {t!("weeks-ask", n: weeks.of)} }
                div { class: "weeks__answers invites",
                    Button {
                        id: "weeks-on",
                        label: t!("weeks-on"),
                        small: true,
                        busy: action.busy(),
                        onpress: move |()| action.send(SnoozeReview { case }),
                    }
                    Link { class: "invite", id: "weeks-end", to: Route::EditCasePage { case },
                        {t!("weeks-end")}
                    }
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}
