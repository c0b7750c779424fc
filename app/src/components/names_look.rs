//! The look at what is still in a text, before it goes out without names: nothing is taken out by itself,
//! and nothing leaves unseen.

use dioxus::prelude::*;
use voorveld_core::Error;
use voorveld_core::call::Recognise;
use voorveld_core::view::{Recognised, Tell};

use super::{Button, ErrorLine, ProblemLine, Section};
use crate::hooks::use_live;
use crate::{format, platform, t};

/// What is still in texts that go out, and whether somebody looked at it.
#[derive(Clone, PartialEq)]
pub struct NamesLook {
    /// None until the texts, as they are now, were read over.
    found: Option<Vec<Recognised>>,
    problem: Option<Error>,
    seen: Signal<Vec<(Tell, String)>>,
}

/// Reads these texts over, and again when they change.
pub fn use_names_look(texts: Vec<String>) -> NamesLook {
    let live = use_live(Recognise {
        texts: texts.clone(),
    });
    let over = live.value().filter(|over| over.texts == texts);
    NamesLook {
        found: over.map(|over| over.found),
        problem: live.problem(),
        seen: use_signal(Vec::new),
    }
}

impl NamesLook {
    /// The texts may go out: nothing is in them that nobody looked at.
    pub fn is_open(&self) -> bool {
        self.unseen() == Some(0)
    }

    /// What was found so far.
    pub fn found(&self) -> &[Recognised] {
        self.found.as_deref().unwrap_or_default()
    }

    fn unseen(&self) -> Option<usize> {
        let seen = self.seen.read();
        let is_new = |one: &&Recognised| !seen.iter().any(|seen| *seen == what(one));
        Some(self.found.as_ref()?.iter().filter(is_new).count())
    }
}

fn what(one: &Recognised) -> (Tell, String) {
    (one.tell.clone(), one.sentence.clone())
}

/// Something by which somebody may be known, as it is read.
pub fn tell_text(tell: &Tell) -> String {
    match tell {
        Tell::Phone(number) => format::phone(number),
        Tell::Name(text) | Tell::Address(text) | Tell::Email(text) => text.clone(),
    }
}

/// The list of it, each with its sentence; one tap says that it was seen.
#[component]
pub fn NamesFound(look: NamesLook) -> Element {
    let mut seen = look.seen;
    let all: Vec<(Tell, String)> = look.found().iter().map(what).collect();
    let (sure, perhaps): (Vec<_>, Vec<_>) = look.found().iter().cloned().partition(|one| one.sure);
    if let Some(error) = look.problem.clone() {
        return rsx! {
            ErrorLine { error }
        };
    }
    if all.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("names-found"), id: "names-found", aside: all.len().to_string(), rows: false,
            p { class: "second quiet", {t!("names-found-what")} }
            List { found: sure }
            if !perhaps.is_empty() {
                p { class: "second names-found__perhaps", {t!("names-perhaps")} }
                List { found: perhaps }
            }
            if look.is_open() {
                p { class: "second", id: "names-were-seen", role: "status", {t!("names-were-seen")} }
            } else {
                Button {
                    id: "names-seen",
                    label: t!("names-seen"),
                    onpress: move |()| seen.set(all.clone()),
                }
            }
        }
    }
}

#[component]
fn List(found: Vec<Recognised>) -> Element {
    rsx! {
        ul { class: "rows names-found",
            for (n , one) in found.iter().enumerate() {
                li { key: "{n}", class: "names-found__line", dir: "auto",
                    strong { {tell_text(&one.tell)} }
                    span { class: "second", "{one.sentence}" }
                }
            }
        }
    }
}

/// What hands the texts out, once all in them was seen; before that the way to the list.
#[component]
pub fn NamesGate(look: NamesLook, children: Element) -> Element {
    match look.unseen() {
        None => rsx! {},
        Some(0) => children,
        Some(unseen) => rsx! {
            div { id: "names-first",
                ProblemLine { text: t!("names-first", n: unseen) }
            }
            Button {
                id: "names-look",
                label: t!("names-look"),
                main: true,
                onpress: move |()| platform::scroll_to("names-found"),
            }
        },
    }
}
