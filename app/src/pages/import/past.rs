//! Past imports, each with a way to undo it.

use dioxus::prelude::*;
use voorveld_core::api::{ReadImports, TakeBackImport};
use voorveld_core::model::ImportKind;
use voorveld_core::view::{PastImport, TakenBack};

use crate::components::{Button, ErrorLine, Glyph, Point, Row, Section};
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
    // The import that is about to be taken back: that is asked once more, as it affects every phone.
    let mut asked = use_signal(|| None::<i64>);
    let past = live.value().unwrap_or_default();
    rsx! {
        if let Some(taken) = taken() {
            div { id: "import-taken", role: "status",
                Point {
                    glyph: Glyph::Check,
                    title: t!("import-gone", n: taken.gone),
                    text: if taken.gone > 0 { t!("import-gone-again") } else { String::new() },
                }
                if !taken.stayed.is_empty() {
                    Point { glyph: Glyph::Folder, title: t!("import-stayed"), text: stayed_words(&taken) }
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
                        end: (asked() != Some(one.id))
                            .then(|| rsx! {
                                Button {
                                    id: "import-back-{one.id}",
                                    label: t!("import-back"),
                                    aria: t!("import-back-name", name: one.name.clone()),
                                    small: true,
                                    onpress: move |()| asked.set(Some(one.id)),
                                }
                            }),
                    }
                    if asked() == Some(one.id) {
                        TakeBack {
                            id: one.id,
                            busy: action.busy(),
                            onback: move |()| {
                                action.send_then(TakeBackImport { id: one.id }, move |done| {
                                    asked.set(None);
                                    taken.set(Some(done));
                                });
                            },
                            onstay: move |()| asked.set(None),
                        }
                    }
                }
            }
        }
    }
}

/// Asks once more whether to take an import back, below its row.
#[component]
fn TakeBack(id: i64, busy: bool, onback: EventHandler<()>, onstay: EventHandler<()>) -> Element {
    rsx! {
        div { class: "past__ask", id: "import-back-ask", role: "status",
            p { {t!("import-back-ask")} }
            div { class: "editor__buttons",
                Button {
                    id: "import-back-no",
                    label: t!("import-back-no"),
                    small: true,
                    onpress: onstay,
                }
                Button {
                    id: "import-back-{id}-yes",
                    label: t!("import-back"),
                    main: true,
                    small: true,
                    busy,
                    onpress: onback,
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

/// Names the records that stayed because they were edited since.
fn stayed_words(taken: &TakenBack) -> String {
    let names: Vec<_> = taken.stayed.iter().take(NAMED).cloned().collect();
    let names = names.join(", ");
    match taken.stayed.len().saturating_sub(NAMED) {
        0 => names,
        more => t!("import-stayed-more", names: names, n: more),
    }
}
