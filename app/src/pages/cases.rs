//! All cases, and search over everything.

mod filter;
mod new_case;
mod removed;
mod results;

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{ReadCases, Shown};
use voorveld_core::view::{CaseFilter, CaseLine, Total};

use crate::components::{
    AuthorBox, DoorGlyph, ErrorLine, Glyph, Icon, More, Name, Page, Row, SearchField,
};
use crate::hooks::{Looking, clock, use_live, use_looking};
use crate::platform;
use crate::route::Route;
use crate::{format, t, text};
use filter::CaseFilters;
use new_case::NewCaseSheet;
use removed::RemovedCases;
use results::Results;

/// Cases per page.
const STEP: u32 = 100;

/// All cases by last contact; the search field searches everything.
#[component]
pub fn CasesPage() -> Element {
    rsx! {
        CasesList {}
    }
}

/// The list itself, which a wide window also shows beside a case.
#[component]
pub fn CasesList(
    /// The case open beside the list, in a wide window.
    #[props(default)]
    open: Option<CaseId>,
    /// The list stands beside a page.
    #[props(default)]
    beside: bool,
) -> Element {
    let Looking {
        mut search,
        mut filter,
        mut shown,
        mut found,
    } = use_looking();
    let mut new_case = use_signal(|| None::<String>);
    let limit = shown() * STEP;
    let typed = search();
    let blank = typed.trim().is_empty();
    rsx! {
        Page {
            title: blank.then(|| t!("cases-title")),
            beside: beside.then(|| t!("cases-title")),
            dock_lined: true,
            dock: rsx! {
                div { class: "dock-pair",
                    SearchField {
                        id: "search",
                        label: t!("cases-search"),
                        initial: search.peek().clone(),
                        filled: !typed.is_empty(),
                        oninput: move |text| {
                            found.set(Shown::default());
                            search.set(text);
                        },
                        onclear: move |()| search.set(String::new()),
                    }
                    if typed.is_empty() {
                        button {
                            class: "square",
                            id: "case-new",
                            r#type: "button",
                            aria_label: t!("cases-new"),
                            title: t!("cases-new"),
                            onclick: move |_| new_case.set(Some(String::new())),
                            Icon { glyph: Glyph::FolderPlus }
                        }
                    }
                }
            },
            if !blank && !beside {
                h1 { class: "heard", {t!("cases-search")} }
            }
            CaseFilters {
                filter: filter(),
                onchange: move |new| {
                    shown.set(1);
                    found.set(Shown::default());
                    filter.set(new);
                },
            }
            if blank {
                CaseList { filter: filter(), limit, open, onmore: move |()| shown += 1 }
            } else {
                Results {
                    text: typed,
                    filter: filter(),
                    shown: found,
                    onnew: move |name| new_case.set(Some(name)),
                }
            }
        }
        if let Some(name) = new_case() {
            NewCaseSheet { name, onclose: move |()| new_case.set(None) }
        }
    }
}

#[component]
fn CaseList(
    filter: CaseFilter,
    limit: u32,
    open: Option<CaseId>,
    onmore: EventHandler<()>,
) -> Element {
    let filtered = !filter.is_empty();
    let live = use_live(ReadCases {
        filter,
        skip: 0,
        limit,
    });
    let list = live.value();
    let filled = list.is_some();
    use_effect(use_reactive!(|filled| {
        if filled {
            platform::keep_scroll("cases");
        }
    }));
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        if let Some(list) = list {
            if list.total == 0 {
                div { class: "section" }
                p { class: "second quiet",
                    if filtered {
                        {t!("filter-nothing")}
                    } else {
                        {t!("cases-none")}
                    }
                }
            } else {
                div { class: "section rows", id: "cases",
                    for case in list.cases.iter() {
                        CaseRow {
                            key: "{case.id}",
                            case: case.clone(),
                            open: open == Some(case.id),
                        }
                    }
                }
            }
            More {
                id: "cases-more",
                shown: list.cases.len(),
                total: Total::from(list.total),
                onpress: move |()| onmore.call(()),
            }
            if !filtered {
                RemovedCases {}
            }
        }
    }
}

#[component]
fn CaseRow(case: CaseLine, open: bool) -> Element {
    rsx! {
        div { class: if open { "open-beside" },
            Row {
                front: rsx! {
                    DoorGlyph { step: case.trust }
                },
                title: rsx! {
                    Name { name: case.name.clone(), danger: case.danger }
                },
                second: {
                    let about = about(&case);
                    rsx! { "{about}" }
                },
                end: rsx! {
                    AuthorBox { name: case.lead.clone(), lead: true }
                },
                to: Route::CasePage { case: case.id },
            }
        }
    }
}

/// Formats "deur · gisteren · Marktplein", preceded by the status when it is not open.
fn about(case: &CaseLine) -> String {
    let clock = clock();
    let language = text::language();
    let mut parts = Vec::new();
    if case.status != voorveld_core::model::CaseStatus::Open {
        parts.push(format::status(language, case.status).to_lowercase());
    }
    parts.push(format::trust(language, case.trust));
    parts.extend(
        case.last_contact
            .map(|at| format::since(language, clock.local(at).date(), clock.today())),
    );
    if !case.place.is_empty() {
        parts.push(case.place.clone());
    }
    if case.clash {
        parts.push(t!("clash-listed"));
    }
    if case.sensitive {
        parts.push(t!("edit-sensitive"));
    }
    parts.join(" · ")
}
