//! Importing a list of cases or an address book: choose, preview, keep.

mod ask;
mod past;
mod preview;
mod remark;

use dioxus::html::{FileData, HasFileData};
use dioxus::prelude::*;
use voorveld_core::api::{ChooseColumn, ConfirmImport, PreviewImport};
use voorveld_core::model::{ImportKind, RowProblem};
use voorveld_core::view::{ImportPreview, ImportReport};

use crate::components::{
    Button, ErrorLine, Field, Glyph, Head, Icon, Invite, MenuRow, Page, Point, ProblemLine,
};
use crate::hooks::use_action;
use crate::platform;
use crate::route::Route;
use crate::t;
use ask::Chosen;
use past::PastImports;
pub use preview::{Preview, Remarks};
pub use remark::{likeness, remark};

/// The import page.
#[component]
pub fn ImportPage() -> Element {
    let action = use_action();
    let navigator = use_navigator();
    let mut preview = use_signal(|| None::<ImportPreview>);
    // With the remarks of its preview: they still say what was left out once the list is stored.
    let mut report = use_signal(|| None::<(ImportReport, Vec<RowProblem>)>);
    let mut name = use_signal(String::new);
    let mut unread = use_signal(|| false);
    let mut over = use_signal(|| false);
    let mut chosen = use_signal(Chosen::default);
    let mut pasted = use_signal(|| None::<String>);
    // With other columns the rows differ, so earlier choices no longer apply.
    let show = use_callback(move |seen: ImportPreview| {
        chosen.set(Chosen::default());
        preview.set(Some(seen));
    });
    let read = use_callback(move |(file, bytes): (String, Vec<u8>)| {
        let call = PreviewImport { name: file, bytes };
        action.send_then(call, move |seen| {
            pasted.set(None);
            show.call(seen);
        });
    });
    let take = use_callback(move |files: Vec<FileData>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        spawn(async move {
            name.set(file.name());
            preview.set(None);
            report.set(None);
            pasted.set(None);
            action.clear();
            let bytes = file.read_bytes().await;
            unread.set(bytes.is_err());
            if let Ok(bytes) = bytes {
                read.call((file.name(), bytes.to_vec()));
            }
        });
    });
    platform::use_chosen(move |files| take.call(files));
    let read_pasted = use_callback(move |()| {
        let text = pasted.peek().clone().unwrap_or_default();
        name.set(t!("import-pasted"));
        unread.set(false);
        read.call((t!("import-pasted"), text.into_bytes()));
    });
    let pasting = use_memo(move || pasted.read().is_some());
    let keep = move |token| {
        let Chosen { joined, dangers } = chosen.peek().clone();
        let keep = ConfirmImport {
            token,
            joined: joined.into_iter().collect(),
            dangers: dangers.into_iter().collect(),
        };
        action.send_then(keep, move |done| {
            let problems = preview.take().map(|seen| seen.problems);
            report.set(Some((done, problems.unwrap_or_default())));
        });
    };
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("import-title"),
                    second: name(),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: rsx! {
                if let Some(error) = action.problem() {
                    ErrorLine { error }
                }
                if unread() {
                    ProblemLine { text: t!("import-unread") }
                }
                if let Some(seen) = preview().filter(|seen| seen.fresh > 0 || chosen.read().any()) {
                    Button {
                        id: "import-keep",
                        main: true,
                        busy: action.busy(),
                        label: if action.busy() { t!("import-keeping") } else { keep_words(&seen, &chosen.read()) },
                        onpress: move |()| keep(seen.token),
                    }
                } else if pasting() {
                    Button {
                        id: "import-read",
                        main: true,
                        busy: action.busy(),
                        label: if action.busy() { t!("import-reading") } else { t!("import-read") },
                        onpress: read_pasted,
                    }
                } else {
                    Choose { again: preview().is_some() || report().is_some(), busy: action.busy(), ontake: take }
                }
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
                    take.call(event.files());
                },
                if let Some((report, problems)) = report() {
                    Report { report }
                    Remarks { problems }
                    PastImports {}
                } else if let Some(preview) = preview() {
                    Preview {
                        preview: preview.clone(),
                        chosen,
                        oncolumn: move |choice| {
                            let token = preview.token;
                            action.send_then(ChooseColumn { token, choice }, move |seen| show.call(seen));
                        },
                    }
                } else {
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
                            oninput: move |text| pasted.set(Some(text)),
                            onenter: read_pasted,
                        }
                    } else {
                        Invite {
                            id: "import-paste-open",
                            glyph: Glyph::Pencil,
                            label: t!("import-paste-open"),
                            onpress: move |()| pasted.set(Some(String::new())),
                        }
                        PastImports {}
                    }
                }
            }
        }
    }
}

/// A file field styled as a button.
#[component]
fn Choose(again: bool, busy: bool, ontake: EventHandler<Vec<FileData>>) -> Element {
    let main = if again { "" } else { " button--main" };
    rsx! {
        label { class: "button file{main}", r#for: "import-file", aria_busy: busy.then_some("true"),
            Icon { glyph: Glyph::Upload }
            if busy {
                {t!("import-reading")}
            } else if again {
                {t!("import-other")}
            } else {
                {t!("import-choose")}
            }
            input {
                class: "file__input",
                id: "import-file",
                r#type: "file",
                // Without a title, the web view shows its own "no file chosen".
                title: t!("import-choose"),
                // Spreadsheets also where they cannot be read: the answer then says how to save as CSV.
                accept: ".csv,.tsv,.txt,.xlsx,.xls,.xlsb,.ods,.vcf,.vcard,.json,text/csv,text/vcard,application/json",
                onchange: move |event| ontake.call(event.files()),
            }
        }
    }
}

/// The result of an import.
#[component]
pub fn Report(report: ImportReport) -> Element {
    let title = match (report.added, report.kind) {
        (0, _) => t!("import-nothing-added"),
        (n, ImportKind::Cases) => t!("import-added-cases", n: n),
        (n, ImportKind::Contacts) => t!("import-added-contacts", n: n),
        (n, ImportKind::Team) => t!("import-added-team", n: n),
    };
    rsx! {
        div { id: "import-report", role: "status",
            Point { glyph: Glyph::Check, title }
            if report.known > 0 {
                Point { glyph: Glyph::Folder, title: t!("import-were-known", n: report.known) }
            }
            if report.left_out > 0 {
                Point { glyph: Glyph::X, title: t!("import-left-out", n: report.left_out) }
            }
        }
        div { class: "section",
            match report.kind {
                ImportKind::Cases | ImportKind::Team => rsx! {
                    MenuRow {
                        id: "import-open",
                        glyph: Glyph::Folder,
                        title: t!("import-to-cases"),
                        to: Route::CasesPage {},
                    }
                },
                ImportKind::Contacts => rsx! {
                    MenuRow {
                        id: "import-open",
                        glyph: Glyph::MapPin,
                        title: t!("import-to-network"),
                        to: Route::NetworkPage {},
                    }
                },
            }
        }
    }
}

/// Returns the button's label: "Bewaar 122 dossiers".
fn keep_words(preview: &ImportPreview, chosen: &Chosen) -> String {
    match (chosen.fresh(preview), preview.kind) {
        (0, _) => t!("import-keep-chosen"),
        (n, ImportKind::Cases) => t!("import-keep-cases", n: n),
        (n, ImportKind::Contacts) => t!("import-keep-contacts", n: n),
        (n, ImportKind::Team) => t!("import-keep-team", n: n),
    }
}
