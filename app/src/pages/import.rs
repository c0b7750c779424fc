//! Importing a list of cases or an address book: choose, preview, keep.

mod ask;
mod choose;
mod importing;
mod past;
mod preview;
mod remark;
mod report;

use dioxus::html::HasFileData;
use dioxus::prelude::*;
use voorveld_core::model::ImportKind;
use voorveld_core::view::ImportPreview;

use crate::components::{Button, ErrorLine, Field, Glyph, Head, Invite, Page, ProblemLine};
use crate::platform;
use crate::route::Route;
use crate::t;
use ask::Chosen;
use choose::Choose;
use importing::{Importing, use_importing};
use past::PastImports;
pub use preview::{Preview, Remarks};
pub use remark::{likeness, remark};
pub use report::Report;

/// The import page.
#[component]
pub fn ImportPage() -> Element {
    let importing = use_importing();
    let navigator = use_navigator();
    let mut over = use_signal(|| false);
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("import-title"),
                    second: (importing.name)(),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: rsx! {
                Dock { importing }
            },
            div {
                class: if over() { "import import--over" } else { "import" },
                ondragover: move |event| {
                    event.prevent_default();
                    over.set(true);
                },
                ondragleave: move |_| over.set(false),
                ondrop: move |event| {
                    event.prevent_default();
                    over.set(false);
                    importing.take(event.files());
                },
                if let Some((report, problems)) = (importing.report)() {
                    Report { report }
                    Remarks { problems }
                    PastImports {}
                } else if let Some(preview) = (importing.preview)() {
                    Preview {
                        preview,
                        chosen: importing.chosen,
                        oncolumn: move |choice| importing.choose_column(choice),
                    }
                } else {
                    Begin { importing }
                }
            }
        }
    }
}

/// What went wrong, and the one thing to do next.
#[component]
fn Dock(importing: Importing) -> Element {
    let action = importing.action;
    let chosen = importing.chosen;
    let pasting = use_memo(move || importing.pasted.read().is_some());
    rsx! {
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        if (importing.unread)() {
            ProblemLine { text: t!("import-unread") }
        }
        if let Some(seen) = (importing.preview)().filter(|seen| seen.fresh > 0 || chosen.read().any() || offers_danger(seen)) {
            Button {
                id: "import-keep",
                main: true,
                busy: action.busy(),
                label: if action.busy() { t!("import-keeping") } else { keep_words(&seen, &chosen.read()) },
                onpress: move |()| importing.keep(),
            }
        } else if pasting() {
            Button {
                id: "import-read",
                main: true,
                busy: action.busy(),
                label: if action.busy() { t!("import-reading") } else { t!("import-read") },
                onpress: move |()| importing.read_pasted(),
            }
        } else {
            Choose {
                again: importing.preview.read().is_some() || importing.report.read().is_some(),
                busy: action.busy(),
                ontake: move |files| importing.take(files),
            }
        }
    }
}

/// Why and what kinds of files, and pasting instead.
#[component]
fn Begin(importing: Importing) -> Element {
    let mut importing = importing;
    let pasting = use_memo(move || importing.pasted.read().is_some());
    rsx! {
        p { {t!("import-why")} }
        p { class: "second",
            if platform::READS_SPREADSHEETS {
                {t!("import-kinds")}
            } else {
                {t!("import-kinds-browser")}
            }
        }
        if pasting() {
            Field {
                id: "import-paste",
                label: t!("import-paste-here"),
                lines: true,
                focus: true,
                oninput: move |text| importing.pasted.set(Some(text)),
                onenter: move |()| importing.read_pasted(),
            }
        } else {
            Invite {
                id: "import-paste-open",
                glyph: Glyph::Pencil,
                label: t!("import-paste-open"),
                onpress: move |()| importing.pasted.set(Some(String::new())),
            }
            PastImports {}
        }
    }
}

fn offers_danger(preview: &ImportPreview) -> bool {
    preview.rows.iter().any(|row| !row.danger.is_empty())
}

/// Returns the button's label: "Bewaar 122 dossiers".
fn keep_words(preview: &ImportPreview, chosen: &Chosen) -> String {
    match (chosen.fresh(preview), preview.kind) {
        (0, _) if !chosen.any() => t!("import-keep-no-danger"),
        (0, _) => t!("import-keep-chosen"),
        (n, ImportKind::Cases) => t!("import-keep-cases", n: n),
        (n, ImportKind::Contacts) => t!("import-keep-contacts", n: n),
        (n, ImportKind::Team) => t!("import-keep-team", n: n),
    }
}
