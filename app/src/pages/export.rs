//! Exports: one case, or all of the team's data.

mod case_page;
mod gather;
mod tables;
#[cfg(test)]
mod tests;

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{ReadCase, ReadCaseExport, ReadCaseFile};
use voorveld_core::view::Language;

use crate::components::{ErrorLine, ExportButton, HandedLine, Head, Page, Section, use_export};
use crate::export::{ExportFile, FileKind};
use crate::hooks::{Clock, back, clock, use_live, use_workspace};
use crate::route::Route;
use crate::{t, text};
use gather::{Gathering, What};

/// How files are formatted: the language and the clock.
#[derive(Clone, Copy)]
struct Look {
    language: Language,
    clock: Clock,
}

impl Look {
    fn here() -> Self {
        Self {
            language: text::language(),
            clock: clock(),
        }
    }

    /// Returns the day it was made, as the end of a file name.
    fn day(self) -> String {
        self.clock.today().to_string()
    }
}

/// Logs why a case could not be read; the screen only says that no file was made.
fn unread(error: &voorveld_core::Error) {
    tracing::warn!(%error, "a case could not be read to hand it out");
}

/// Exports one case, in every format.
#[component]
pub fn ExportCasePage(case: CaseId) -> Element {
    let live = use_live(ReadCase { case });
    let workspace = use_workspace();
    let out = use_export();
    let look = Look::here();
    let give = use_callback(move |kind: FileKind| {
        let workspace = workspace.clone();
        spawn(async move {
            let file = match kind {
                FileKind::Automerge => workspace
                    .call(ReadCaseFile { case })
                    .await
                    .inspect_err(unread)
                    .ok()
                    .map(|bytes| ExportFile::new(&stem(case, look), kind, bytes)),
                kind => {
                    let dossier = workspace.call(ReadCaseExport { case }).await;
                    let dossier = dossier.inspect_err(unread).ok();
                    dossier.and_then(|dossier| one_case(&dossier, kind, look))
                }
            };
            out.give(file).await;
        });
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("export-case"),
                    second: live.value().map(|view| view.name).unwrap_or_default(),
                    onback: move |()| back(),
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            p { class: "second quiet", {t!("export-case-all")} }
            for (kind , what) in [
                (FileKind::Page, t!("export-page")),
                (FileKind::Table, t!("export-table-timeline")),
                (FileKind::Data, t!("export-data")),
                (FileKind::Automerge, t!("export-automerge")),
            ]
            {
                div { key: "{kind:?}", class: "group",
                    p { class: "second group__label", "{what}" }
                    ExportButton {
                        id: "export-case-{kind.ending()}",
                        kind,
                        onpress: move |()| give.call(kind),
                    }
                }
            }
            HandedLine { out }
        }
    }
}

fn one_case(
    dossier: &voorveld_core::view::CaseExport,
    kind: FileKind,
    look: Look,
) -> Option<ExportFile> {
    let stem = stem(dossier.facts.id, look);
    match kind {
        FileKind::Page => Some(case_page::page(&stem, dossier, look)),
        FileKind::Table => Some(tables::timeline(&stem, dossier, look)),
        FileKind::Data => ExportFile::data(&stem, dossier).ok(),
        FileKind::Automerge => None,
    }
}

/// Returns a file name that names nobody: the end of the case's id and the day.
fn stem(case: CaseId, look: Look) -> String {
    let id = case.0.simple().to_string();
    format!("dossier-{}-{}", &id[id.len() - 6..], look.day())
}

/// Exports all of the team's data.
#[component]
pub fn ExportPage() -> Element {
    let workspace = use_workspace();
    let navigator = use_navigator();
    let out = use_export();
    let mut under_way = use_signal(|| None::<Gathering>);
    let look = Look::here();
    let gather = use_callback(move |what: What| {
        let workspace = workspace.clone();
        if under_way.peek().is_some() {
            return;
        }
        out.clear();
        under_way.set(Some(Gathering { what, done: 0 }));
        spawn(async move {
            gather::gather(&workspace, what, look, out, under_way).await;
            under_way.set(None);
        });
    });
    let button = |what: What, kind: FileKind, id: &str| {
        rsx! {
            ExportButton {
                id: id.to_owned(),
                kind,
                busy: under_way().is_some_and(|now| now.what == what),
                onpress: move |()| gather.call(what),
            }
        }
    };
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("export-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            p { class: "second page__lead", {t!("export-one")} }
            Section { title: t!("export-cases"), rows: false,
                p { class: "second quiet", {t!("export-cases-what")} }
                div { class: "hand-out",
                    {button(What::CaseList, FileKind::Page, "export-cases-html")}
                    {button(What::CaseTable, FileKind::Table, "export-cases-csv")}
                }
            }
            Section { title: t!("export-contacts"), rows: false,
                div { class: "hand-out",
                    {button(What::ContactTable, FileKind::Table, "export-contacts-csv")}
                }
            }
            Section { title: t!("export-all"), rows: false,
                p { class: "second quiet", {t!("export-all-what")} }
                div { class: "hand-out", {button(What::Everything, FileKind::Data, "export-all-json")} }
            }
            if let Some(now) = under_way() {
                p { class: "second quiet", id: "export-under-way", role: "status",
                    {t!("export-under-way", n: now.done)}
                }
            }
            HandedLine { out }
        }
    }
}
