//! Whom it is about: *Nog onbekend*, *zoek wie* and the people most likely meant.

use dioxus::prelude::*;
use voorveld_core::api::{CreateCase, FindWho};
use voorveld_core::model::Who;
use voorveld_core::view::WhoOption;

use crate::components::{Chip, Chips, Glyph, Invite, NameProblem};
use crate::hooks::{Subject, use_action, use_live};
use crate::pages::find_who::FindWhoField;
use crate::t;

/// The number of people shown as chips beside *zoek wie*, so that the row fits on one line.
const BESIDE: usize = 2;

/// The chips; search results appear above the field.
#[component]
pub fn WhoChooser(
    who: Who,
    name: String,
    subject: Option<Subject>,
    /// The sentence so far, in which somebody may be named.
    text: String,
    /// The newest study that is still open.
    study: Option<Subject>,
    onchoose: EventHandler<(Who, String)>,
) -> Element {
    let mut searching = use_signal(|| false);
    // The choice before the search started.
    let mut before = use_signal(|| (Who::Unknown, String::new()));
    let recent = use_live(FindWho::new(""));
    let named = use_live(FindWho::new(naming(&text)));
    let named = named.value().unwrap_or_default();
    let named = named
        .into_iter()
        .find(|option| option.named && is_written(&option.name, &text));
    let latest = recent.value().unwrap_or_default().into_iter().next();
    // Somebody may be looking on: beside a client no other client's name stands unasked.
    let beside_client = subject
        .as_ref()
        .is_some_and(|subject| matches!(subject.who, Who::Case(_)));
    let shown = |option: &WhoOption| !beside_client || !matches!(option.who, Who::Case(_));
    let [named, latest] = [named, latest].map(|option| option.filter(shown));
    let people = beside(
        (who, name.clone()),
        named.map(|option| (option.who, option.name)),
        subject,
        latest.map(|option| (option.who, option.name)),
        study,
    );
    rsx! {
        if searching() {
            div { class: "capture__who",
                FindWhoField {
                    id: "capture-find-text",
                    label: t!("capture-find-field"),
                    nobody: t!("capture-none-found"),
                    onchoose: move |found: WhoOption| {
                        searching.set(false);
                        onchoose.call((found.who, found.name));
                    },
                    // The only remaining match is chosen without a tap.
                    onalone: move |found: Option<WhoOption>| {
                        onchoose.call(match found {
                            Some(found) => (found.who, found.name),
                            None => before.peek().clone(),
                        });
                    },
                    instead: move |name: String| rsx! {
                        Instead {
                            name,
                            onchoose: move |found| {
                                searching.set(false);
                                onchoose.call(found);
                            },
                        }
                    },
                    oncancel: move |()| {
                        searching.set(false);
                        onchoose.call(before.peek().clone());
                    },
                }
            }
        } else {
            Chips { label: t!("capture-who"), class: "capture__who", id: "capture-who",
                Chip {
                    id: "capture-unknown",
                    label: t!("capture-unknown"),
                    glyph: (who == Who::Unknown).then_some(Glyph::Check),
                    chosen: who == Who::Unknown,
                    onpress: move |()| onchoose.call((Who::Unknown, String::new())),
                }
                Chip {
                    id: "capture-find",
                    label: t!("capture-find"),
                    glyph: Glyph::Search,
                    chosen: false,
                    onpress: move |()| {
                        before.set((who, name.clone()));
                        searching.set(true);
                    },
                }
                for (each , name) in people {
                    PersonChip {
                        key: "{each:?}",
                        who: each,
                        name: name.clone(),
                        chosen: who == each,
                        onpress: move |()| onchoose.call((each, name.clone())),
                    }
                }
            }
        }
    }
}

/// A person, contact or study that the sentence may be about.
#[component]
fn PersonChip(who: Who, name: String, chosen: bool, onpress: EventHandler<()>) -> Element {
    let study = matches!(who, Who::Study(_));
    rsx! {
        Chip {
            id: study.then(|| "capture-study".to_owned()),
            label: if study { t!("capture-study", name: name) } else { name },
            glyph: if chosen { Some(Glyph::Check) } else { study.then_some(Glyph::MessagesSquare) },
            chosen,
            onpress,
        }
    }
}

/// What is left when nobody is found: *nog onbekend*, or a new person with the name that was typed.
#[component]
fn Instead(name: String, onchoose: EventHandler<(Who, String)>) -> Element {
    let action = use_action();
    let new = name.clone();
    rsx! {
        div { class: "invites",
            Invite {
                id: "capture-instead-unknown",
                label: t!("capture-unknown"),
                onpress: move |()| onchoose.call((Who::Unknown, String::new())),
            }
            Invite {
                id: "capture-instead-new",
                label: t!("capture-new-person", name: name),
                glyph: Glyph::UserPlus,
                onpress: move |()| {
                    let name = new.clone();
                    let call = CreateCase { name: name.clone() };
                    action.send_then(call, move |case| onchoose.call((Who::Case(case), name)));
                },
            }
        }
        if let Some(error) = action.problem() {
            NameProblem { error }
        }
    }
}

/// Returns the people that get a chip, most likely first: the chosen one, the one named in the
/// sentence, the page's subject, the most recent; and last the study, unless one is chosen.
fn beside(
    chosen: (Who, String),
    named: Option<(Who, String)>,
    subject: Option<Subject>,
    latest: Option<(Who, String)>,
    study: Option<Subject>,
) -> Vec<(Who, String)> {
    let chosen = (chosen.0 != Who::Unknown).then_some(chosen);
    let subject = subject.map(|subject| (subject.who, subject.name));
    let mut shown: Vec<(Who, String)> = Vec::new();
    for person in [chosen, named, subject, latest].into_iter().flatten() {
        if shown.len() < BESIDE && !shown.iter().any(|(other, _)| *other == person.0) {
            shown.push(person);
        }
    }
    let is_study = |(who, _): &(Who, String)| matches!(who, Who::Study(_));
    if !shown.iter().any(is_study) {
        shown.extend(study.map(|study| (study.who, study.name)));
    }
    shown
}

/// Returns the last word of a sentence that is written like a name, so that its owner can be offered as
/// a chip.
fn naming(text: &str) -> String {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_name = |word: &String| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 2
    };
    let mut words = text.split_whitespace().rev().map(bare);
    words.find(is_name).unwrap_or_default()
}

/// Returns whether a sentence names somebody: by the whole name, or by a whole part of it such as the
/// nickname in "Duif (Jan Pel)". "Man" does not name "Man met de duiven".
fn is_written(name: &str, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let written = words(text);
    let parts = std::iter::once(name).chain(name.split(['(', ')', ',', '/']));
    parts.map(words).any(|part| {
        let stands = |some: &[String]| some == part.as_slice();
        !part.is_empty() && written.windows(part.len()).any(stands)
    })
}
