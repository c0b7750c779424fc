//! *Opschalen* from a case: one tap calls, and records the call in the case's timeline.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{LogEscalation, ReadCallList, ReadCase};
use voorveld_core::model::Who;

use super::call_list::who;
use crate::components::{CallButton, ErrorLine, Glyph, Head, Icon, Page, Row};
use crate::hooks::{Subject, back, use_action, use_live, use_subject};
use crate::route::Route;
use crate::t;

/// The call list for this case.
#[component]
pub fn EscalatePage(case: CaseId) -> Element {
    let live = use_live(ReadCallList);
    let view = use_live(ReadCase { case });
    let action = use_action();
    let mut logged = use_signal(|| None::<String>);
    let name = view.value().map(|view| view.name).unwrap_or_default();
    use_subject((!name.is_empty()).then(|| Subject {
        who: Who::Case(case),
        name: name.clone(),
    }));
    rsx! {
        Page {
            head: rsx! {
                Head { title: t!("escalate-title"), second: name, onback: move |()| back() }
            },
            for error in [live.problem(), action.problem()].into_iter().flatten() {
                ErrorLine { error }
            }
            section { class: "section",
                p { class: "second quiet", {t!("escalate-how")} }
                if let Some(list) = live.value() {
                    if list.lines.is_empty() {
                        p { class: "second quiet", {t!("call-list-none")} }
                    }
                    div { class: "rows",
                        for line in list.lines {
                            {
                                let (title, second) = who(&line);
                                let text = t!("escalate-called", who: title.clone());
                                rsx! {
                                    Row {
                                        key: "{line.id}",
                                        title: rsx! { "{title}" },
                                        second: (!second.is_empty()).then(|| rsx! { "{second}" }),
                                        end: rsx! {
                                            CallButton {
                                                phone: line.phone.clone(),
                                                name: title.clone(),
                                                id: format!("escalate-{}", line.id),
                                                oncall: move |()| {
                                                    let text = text.clone();
                                                    let said = text.clone();
                                                    action.send_then(
                                                        LogEscalation { case, text },
                                                        move |()| logged.set(Some(said)),
                                                    );
                                                },
                                            }
                                        },
                                    }
                                }
                            }
                        }
                    }
                }
                div { role: "status",
                    if let Some(text) = logged() {
                        p { class: "second quiet", dir: "auto", {t!("escalate-logged", text: text)} }
                    }
                }
                Link { class: "invite", id: "escalate-list", to: Route::CallListPage {},
                    Icon { glyph: Glyph::Pencil }
                    {t!("escalate-edit")}
                }
            }
        }
    }
}
