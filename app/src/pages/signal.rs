//! A signal: something heard, with its source. It becomes a case, is linked to one, or rests.

mod rest;
mod source;

use dioxus::prelude::*;
use voorveld_core::api::{LinkSignal, PickUpSignal, ReadSignal, UnlinkSignal};
use voorveld_core::model::{EntryRef, SignalState, Who};
use voorveld_core::view::{SignalView, WhoOption};
use voorveld_core::{CaseId, EncounterId, SignalId};

use crate::components::{
    Button, CallLinks, ErrorLine, Field, Glyph, Head, Icon, Name, NameProblem, Page, Row, Section,
    Sheet, SyncMarkLine,
};
use crate::hooks::{Action, JustSaved, back, clock, use_action, use_live, use_saved};
use crate::pages::EntryEditor;
use crate::pages::find_who::{Among, FindWhoField};
use crate::route::Route;
use crate::{format, t, text};
use rest::{RestSheet, Resting};
use source::Source;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Name,
    Case,
    Rest,
}

/// The page of one signal.
#[component]
pub fn SignalPage(signal: SignalId) -> Element {
    let live = use_live(ReadSignal { signal });
    let action = use_action();
    let saved = use_saved();
    let mut asking = use_signal(|| None::<Asking>);
    let view = live.value();
    let open = view
        .as_ref()
        .is_some_and(|view| view.state != SignalState::Linked);
    let resting = view
        .as_ref()
        .is_some_and(|view| view.state == SignalState::Resting);
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("signal-title"),
                    second: view.as_ref().map(|view| view.source.clone()).unwrap_or_default(),
                    onback: move |()| back(),
                }
            },
            dock: open
                .then(|| rsx! {
                    if asking().is_none() {
                        if let Some(error) = action.problem() {
                            ErrorLine { error }
                        }
                    }
                    div { class: "pair",
                        if !resting {
                            Button {
                                id: "signal-rest",
                                label: t!("signal-rest"),
                                onpress: move |()| asking.set(Some(Asking::Rest)),
                            }
                        }
                        Button {
                            id: "signal-link",
                            label: t!("signal-link"),
                            onpress: move |()| asking.set(Some(Asking::Case)),
                        }
                    }
                    Button {
                        id: "signal-pick-up",
                        label: t!("signal-pick-up"),
                        main: true,
                        onpress: move |()| asking.set(Some(Asking::Name)),
                    }
                }),
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = view {
                Words { view }
            }
        }
        match asking() {
            Some(Asking::Name) => rsx! {
                PickUp { signal, action, onclose: move |()| asking.set(None) }
            },
            Some(Asking::Case) => rsx! {
                Sheet { title: t!("signal-link"), onclose: move |()| asking.set(None),
                    if let Some(error) = action.problem() {
                        ErrorLine { error }
                    }
                    FindWhoField {
                        id: "signal-case",
                        label: t!("signal-link-find"),
                        nobody: t!("signal-nobody"),
                        among: Among::Cases,
                        onchoose: move |option: WhoOption| {
                            if let Who::Case(case) = option.who {
                                action.send_then(
                                    LinkSignal { signal, case },
                                    move |linked| {
                                        asking.set(None);
                                        saved.say(JustSaved {
                                            text: t!("saved-linked", name: option.name),
                                            at: None,
                                            entry: None,
                                            reopened: linked.reopened.then_some(case),
                                        });
                                    },
                                );
                            }
                        },
                        oncancel: move |()| asking.set(None),
                    }
                }
            },
            Some(Asking::Rest) => rsx! {
                RestSheet { signal, action, onclose: move |()| asking.set(None) }
            },
            None => rsx! {},
        }
    }
}

#[component]
fn Words(view: SignalView) -> Element {
    let mut editing = use_signal(|| false);
    let clock = clock();
    let language = text::language();
    let mut meta = vec![
        format::channel(language, view.channel),
        format::moment(language, clock.local(view.at), clock.today()),
        view.by.clone(),
    ];
    meta.retain(|part| !part.is_empty());
    // A signal is an encounter without a person, under the same id.
    let id = EncounterId(view.id.0);
    rsx! {
        if editing() {
            EntryEditor {
                id: "signal-text",
                entry: EntryRef::Encounter { who: Who::Unknown, id },
                text: view.text.clone(),
                at: view.at,
                channel: view.channel,
                onclose: move |()| editing.set(false),
                // The page is about nothing any more.
                ongone: move |()| back(),
            }
        } else {
            button {
                class: "signal__text",
                id: "signal-text-open",
                r#type: "button",
                dir: "auto",
                "aria-description": t!("timeline-edit"),
                onclick: move |_| editing.set(true),
                "{view.text}"
            }
            CallLinks { text: view.text.clone() }
        }
        div { class: "entry__meta",
            span { class: "second", {meta.join(" · ")} }
            SyncMarkLine { mark: view.mark }
        }
        Source { signal: view.id, source: view.source.clone() }
        Resting { view: view.clone() }
        if !view.cases.is_empty() {
            Section { title: t!("signal-linked"),
                for case in view.cases {
                    Row {
                        key: "{case.id}",
                        title: rsx! {
                            Name { name: case.name.clone(), danger: case.danger }
                        },
                        to: Route::CasePage { case: case.id },
                        end: rsx! {
                            Unlink { signal: view.id, case: case.id, name: case.name }
                        },
                    }
                }
            }
        }
    }
}

/// Takes a signal off a case.
#[component]
fn Unlink(signal: SignalId, case: CaseId, name: String) -> Element {
    let action = use_action();
    rsx! {
        button {
            class: "head__button",
            id: "unlink-{case}",
            r#type: "button",
            aria_label: t!("signal-unlink", name: name),
            onclick: move |_| action.send(UnlinkSignal { signal, case }),
            Icon { glyph: Glyph::X }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}

#[component]
fn PickUp(signal: SignalId, action: Action, onclose: EventHandler<()>) -> Element {
    let mut typed = use_signal(String::new);
    let save = move || {
        let name = typed.peek().trim().to_owned();
        action.send_then(PickUpSignal { signal, name }, move |case| {
            onclose.call(());
            navigator().push(Route::CasePage { case });
        });
    };
    rsx! {
        Sheet { title: t!("signal-pick-up"), onclose,
            Field {
                id: "signal-name",
                label: t!("cases-name"),
                focus: true,
                oninput: move |text| {
                    action.clear();
                    typed.set(text);
                },
                onenter: move |()| save(),
            }
            p { class: "second quiet", {t!("signal-pick-up-hint")} }
            if let Some(error) = action.problem() {
                NameProblem { error }
            }
            div { class: "sheet__foot",
                Button {
                    id: "signal-pick-up-save",
                    label: t!("save"),
                    main: true,
                    busy: action.busy(),
                    onpress: move |()| save(),
                }
            }
        }
    }
}
