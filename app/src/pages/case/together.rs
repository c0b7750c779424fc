//! Cases of one person that were joined, and removing a case that was made by mistake.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{Among, JoinCases, RemoveCase, SplitCase};
use voorveld_core::model::Who;
use voorveld_core::view::{CaseView, OtherCase, WhoOption};

use crate::components::{Button, ErrorLine, Glyph, Invite, Section};
use crate::hooks::{clock, use_action};
use crate::pages::find_who::FindWhoField;
use crate::route::Route;
use crate::{format, t, text};

/// A line for each case that this one is joined with, and the way to take them apart. What belongs to one
/// of them only, such as its decisions, stays on its own page.
#[component]
pub fn TogetherLines(view: CaseView) -> Element {
    let case = view.id;
    rsx! {
        if let Some(into) = view.together.into {
            Line { other: into, apart: case, words: t!("together-into") }
        }
        for here in view.together.here {
            Line { key: "{here.case}", apart: here.case, other: here, words: t!("together-here") }
        }
    }
}

#[component]
fn Line(
    other: OtherCase,
    /// The case that went into the other.
    apart: CaseId,
    words: String,
) -> Element {
    let action = use_action();
    let clock = clock();
    let when = format::moment(text::language(), clock.local(other.at), clock.today());
    rsx! {
        div { class: "row", id: "together-{other.case}",
            Link { class: "row__main", to: Route::CasePage { case: other.case },
                span { class: "row__words",
                    span { class: "row__title row__title--plain", dir: "auto", "{words} {other.name}" }
                    span { class: "row__second", {t!("together-by", by: other.by.clone(), when: when)} }
                }
            }
            Button {
                id: "split-{apart}",
                label: t!("together-split"),
                small: true,
                busy: action.busy(),
                onpress: move |()| action.send(SplitCase { case: apart }),
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}

/// Joining this case with another, and removing it while nothing was recorded in it.
#[component]
pub fn TogetherSection(view: CaseView) -> Element {
    let case = view.id;
    let joining = use_action();
    let removing = use_action();
    let navigator = use_navigator();
    let mut finding = use_signal(|| false);
    let mut nobody = use_signal(|| false);
    let empty = view.together.empty;
    let is_joined = view.together.into.is_some();
    rsx! {
        Section { title: t!("together-title"), id: "edit-together",
            div { class: "rows",
                TogetherLines { view }
            }
            if finding() {
                div { class: "editor",
                    FindWhoField {
                        id: "together-find",
                        label: t!("together-find"),
                        nobody: t!("relation-nobody"),
                        among: Among::Cases,
                        onchoose: move |found: WhoOption| {
                            let Who::Case(into) = found.who else { return };
                            nobody.set(into == case);
                            if into != case {
                                joining
                                    .send_then(
                                        JoinCases { case, into },
                                        move |()| {
                                            finding.set(false);
                                            navigator.push(Route::CasePage { case: into });
                                        },
                                    );
                            }
                        },
                        oncancel: move |()| finding.set(false),
                    }
                    if nobody() {
                        p { class: "second", role: "status", {t!("together-itself")} }
                    }
                }
            } else if !is_joined {
                Invite {
                    id: "together-join",
                    label: t!("together-join"),
                    glyph: Glyph::Link,
                    onpress: move |()| finding.set(true),
                }
            }
            if empty {
                p { class: "second", {t!("case-remove-how")} }
                Button {
                    id: "case-remove",
                    label: t!("case-remove"),
                    small: true,
                    busy: removing.busy(),
                    onpress: move |()| {
                        removing
                            .send_then(
                                RemoveCase { case },
                                move |()| {
                                    navigator.replace(Route::CasesPage {});
                                },
                            );
                    },
                }
            }
            if let Some(error) = joining.problem().or(removing.problem()) {
                ErrorLine { error }
            }
        }
    }
}
