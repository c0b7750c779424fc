//! A case: *voor de deur*, and below it the timeline, the promises and the details.

mod add;
mod background;
mod below;
mod clashes;
mod closing;
mod commitments;
mod decision_export;
mod decisions;
mod door;
mod edit;
mod entry;
mod expenses;
mod facts;
mod field_line;
mod fits;
mod history;
mod parties;
mod relations;
mod safety;
mod timeline;
mod together;

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{ReadCase, SetTrust};
use voorveld_core::model::{CaseStatus, Who};
use voorveld_core::view::CaseView;

use crate::components::{DraftLines, ErrorLine, Glyph, Head, Icon, Page, TrustStrip};
use crate::hooks::{Subject, back, clock, use_action, use_live, use_open_part, use_subject};
use crate::platform;
use crate::route::Route;
use crate::{format, t, text};
use door::Door;
use history::History;
use together::TogetherLines;

pub(crate) use clashes::Clashes;
#[cfg(test)]
pub(crate) use decision_export::export;
pub use edit::EditCasePage;
pub(crate) use parties::PartyClash;
pub(crate) use relations::RelationsLine;

/// The page of one case.
#[component]
pub fn CasePage(case: CaseId) -> Element {
    let live = use_live(ReadCase { case });
    let action = use_action();
    let open = use_open_part();
    let view = live.value();
    use_subject(view.as_ref().map(|view| Subject {
        who: Who::Case(case),
        name: view.name.clone(),
    }));
    rsx! {
        Page {
            sticky: true,
            head: rsx! {
                CaseHead { case, view: view.clone() }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = view {
                DraftLines { who: Who::Case(case) }
                div { class: "door-part",
                    Door {
                        view: view.clone(),
                        onhistory: move |()| platform::scroll_to("history"),
                    }
                    div { class: "door__dock",
                        if let Some(error) = action.problem() {
                            ErrorLine { error }
                        }
                        TrustStrip {
                            step: view.trust,
                            onchoose: move |step| action.send(SetTrust { case, step }),
                        }
                    }
                }
                div {
                    class: "history",
                    id: "history",
                    // Returning from a page of a tab, the user lands at the tab rather than at the top.
                    onmounted: move |_| {
                        if open.is_of(case) {
                            platform::stand_at("history");
                        }
                    },
                    TogetherLines { view: view.clone() }
                    History { view }
                }
            }
        }
    }
}

#[component]
fn CaseHead(case: CaseId, view: Option<CaseView>) -> Element {
    let danger = view.as_ref().is_some_and(|view| !view.safety.is_empty());
    let (name, second) = view.map_or_else(Default::default, |view| {
        let mut parts = vec![view.address.clone()];
        if view.status != CaseStatus::Open {
            parts.insert(0, format::status(text::language(), view.status));
        }
        if !view.lead.is_empty() {
            parts.push(t!("goes-ahead", name: view.lead.clone()));
        }
        if !view.cover.is_empty() {
            parts.push(match view.cover_until {
                Some(day) => {
                    let today = clock().today();
                    let day = format::relative_day_ahead(text::language(), day, today);
                    t!("cover-until-day", name: view.cover.clone(), day: day)
                }
                None => t!("cover-fills-in", name: view.cover.clone()),
            });
        }
        if view.sensitive {
            parts.push(t!("edit-sensitive"));
        }
        parts.retain(|part| !part.is_empty());
        (view.name, parts.join(" · "))
    });
    rsx! {
        Head {
            title: name.clone(),
            danger,
            second,
            onback: move |()| back(),
            end: rsx! {
                Link {
                    class: "head__button",
                    id: "case-edit",
                    aria_label: t!("case-more", name: name),
                    to: Route::EditCasePage { case },
                    Icon { glyph: Glyph::EllipsisVertical }
                }
            },
        }
    }
}
