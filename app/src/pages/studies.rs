//! All neighbourhood studies, and starting one.

use dioxus::prelude::*;
use voorveld_core::api::{CreateStudy, ReadStudies};
use voorveld_core::view::StudyLine;

use crate::components::{Button, ErrorLine, Field, Head, Page, Row, Section, Sheet};
use crate::hooks::{back, clock, use_action, use_live};
use crate::pages::study::week;
use crate::route::Route;
use crate::{format, t, text};

/// The studies, open ones first.
#[component]
pub fn StudiesPage() -> Element {
    let live = use_live(ReadStudies);
    let mut beginning = use_signal(|| false);
    let (ended, open): (Vec<StudyLine>, Vec<StudyLine>) = live
        .value()
        .unwrap_or_default()
        .into_iter()
        .partition(|study| study.ended.is_some());
    let nothing = live.value().is_some() && open.is_empty() && ended.is_empty();
    rsx! {
        Page {
            head: rsx! {
                Head { title: t!("study-title"), onback: move |()| back() }
            },
            dock: rsx! {
                Button {
                    id: "study-new",
                    label: t!("study-new"),
                    main: true,
                    onpress: move |()| beginning.set(true),
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if nothing {
                p { class: "second quiet", {t!("study-none")} }
            }
            if !open.is_empty() {
                Section { title: t!("study-open"), id: "studies-open",
                    for study in open {
                        StudyRow { key: "{study.id}", study }
                    }
                }
            }
            if !ended.is_empty() {
                Section { title: t!("study-ended"), id: "studies-ended",
                    for study in ended {
                        StudyRow { key: "{study.id}", study }
                    }
                }
            }
        }
        if beginning() {
            NewStudySheet { onclose: move |()| beginning.set(false) }
        }
    }
}

/// A study in a list or a search result. Studies of the same name are told apart by day and number of
/// interviews.
#[component]
pub fn StudyRow(study: StudyLine) -> Element {
    let clock = clock();
    let language = text::language();
    let mut second = vec![study.district.clone()];
    second.push(match (study.begun, study.ended) {
        (Some(begun), None) => week(begun, clock.today()),
        (Some(begun), Some(ended)) => t!(
            "study-period", from: format::numeric_day(begun), to: format::numeric_day(ended)
        ),
        (None, Some(ended)) => format::long_day(language, ended),
        (None, None) => String::new(),
    });
    second.push(t!("study-interviews", n: study.interviews));
    second.retain(|part| !part.is_empty() && *part != study.name);
    let second = second.join(" · ");
    rsx! {
        Row {
            id: "study-{study.id}",
            title: rsx! { "{study.name}" },
            second: rsx! { "{second}" },
            to: Route::StudyPage { study: study.id },
        }
    }
}

/// Asks for the name and opens the new study.
#[component]
fn NewStudySheet(onclose: EventHandler<()>) -> Element {
    let mut typed = use_signal(String::new);
    let action = use_action();
    let save = use_callback(move |()| {
        if action.busy() {
            return;
        }
        let name = typed.peek().trim().to_owned();
        action.send_then(CreateStudy { name }, move |study| {
            onclose.call(());
            navigator().push(Route::StudyPage { study });
        });
    });
    rsx! {
        Sheet { title: t!("study-new"), onclose,
            Field {
                id: "study-new-name",
                label: t!("study-name"),
                focus: true,
                oninput: move |text| typed.set(text),
                onenter: save,
            }
            p { class: "second quiet", {t!("study-new-hint")} }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            div { class: "sheet__foot",
                Button {
                    id: "study-new-save",
                    label: t!("save"),
                    main: true,
                    busy: action.busy(),
                    onpress: save,
                }
            }
        }
    }
}
