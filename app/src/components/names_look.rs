//! Review of personal data in a text before it leaves the phone "without names". Nothing is removed
//! automatically, and nothing can be handed out before it was reviewed.

use dioxus::prelude::*;
use voorveld_core::Error;
use voorveld_core::api::Recognise;
use voorveld_core::view::{Recognised, Tell};

use super::{Button, ErrorLine, ProblemLine, Section};
use crate::hooks::use_live;
use crate::{format, platform, t};

/// Personal data found in outgoing texts, and which of it the user has reviewed.
#[derive(Clone, PartialEq)]
pub struct NamesLook {
    /// `None` until the current texts have been scanned.
    found: Option<Vec<Recognised>>,
    problem: Option<Error>,
    seen: Signal<Vec<(Tell, String)>>,
}

/// Scans these texts, and again whenever they change.
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
    /// Tells whether the texts may be handed out: every finding has been reviewed.
    pub fn is_open(&self) -> bool {
        self.unseen() == Some(0)
    }

    /// Returns what was found so far.
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

/// Formats a piece of identifying text for display.
pub fn tell_text(tell: &Tell) -> String {
    match tell {
        Tell::Phone(number) => format::phone(number),
        Tell::Name(text) | Tell::Address(text) | Tell::Email(text) => text.clone(),
    }
}

/// Lists the findings, each with its sentence; one tap marks them as reviewed.
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

/// Shows its children, which hand out the texts, once every finding is reviewed; until then a link to
/// the list.
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
