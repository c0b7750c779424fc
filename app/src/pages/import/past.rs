//! Past imports, each with a way to undo it.

use dioxus::prelude::*;
use voorveld_core::api::{ReadImports, TakeBackImport};
use voorveld_core::view::{ImportKind, PastImport, TakenBack};

use crate::components::{Button, ErrorLine, Row, Section};
use crate::hooks::{clock, use_action, use_live};
use crate::{format, t, text};

/// The number of names listed; the rest is only counted.
const NAMED: usize = 10;

/// The imports of this phone, newest first; renders nothing without imports.
#[component]
pub fn PastImports() -> Element {
    let live = use_live(ReadImports);
    let action = use_action();
    let mut taken = use_signal(|| None::<TakenBack>);
    let past = live.value().unwrap_or_default();
    rsx! {
        if let Some(taken) = taken() {
            div { id: "import-taken", role: "status",
                for line in taken_words(&taken) {
                    p { key: "{line}", dir: "auto", "{line}" }
                }
            }
        }
        if let Some(error) = live.problem().or(action.problem()) {
            ErrorLine { error }
        }
        if !past.is_empty() {
            Section { title: t!("import-past"), id: "import-past",
                for one in past {
                    Row {
                        key: "{one.id}",
                        plain: true,
                        title: rsx! { "{one.name}" },
                        second: {
                            let words = past_words(&one);
                            rsx! { "{words}" }
                        },
                        end: rsx! {
                            Button {
                                id: "import-back-{one.id}",
                                label: t!("import-back"),
                                aria: t!("import-back-name", name: one.name.clone()),
                                small: true,
                                busy: action.busy(),
                                onpress: move |()| {
                                    action.send_then(TakeBackImport { id: one.id }, move |done| {
                                        taken.set(Some(done));
                                    });
                                },
                            }
                        },
                    }
                }
            }
        }
    }
}

/// Formats "40 dossiers · vandaag 08:12".
fn past_words(one: &PastImport) -> String {
    let clock = clock();
    let added = match one.kind {
        ImportKind::Cases => t!("import-past-cases", n: one.added),
        ImportKind::Contacts => t!("import-past-contacts", n: one.added),
        ImportKind::Team => t!("import-past-team", n: one.added),
    };
    let at = format::moment(text::language(), clock.local(one.at), clock.today());
    format!("{added} · {at}")
}

/// Describes what was removed, and which records stayed because they were edited since.
fn taken_words(taken: &TakenBack) -> Vec<String> {
    let mut lines = vec![t!("import-gone", n: taken.gone)];
    if !taken.stayed.is_empty() {
        let names = taken.stayed.iter().take(NAMED).cloned().collect::<Vec<_>>();
        let names = names.join(", ");
        lines.push(match taken.stayed.len().saturating_sub(NAMED) {
            0 => t!("import-stayed", names: names),
            more => t!("import-stayed-more", names: names, n: more),
        });
    }
    lines
}
