//! Whom it is about: *Nog onbekend*, *zoek wie* and the people most likely meant.

use dioxus::prelude::*;
use voorveld_core::api::FindWho;
use voorveld_core::model::Who;
use voorveld_core::view::WhoOption;

use crate::components::{Chip, Chips, Glyph};
use crate::hooks::{Subject, use_live};
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
    /// A word of the sentence that may be a name; may be empty.
    word: String,
    /// The newest study that is still open.
    study: Option<Subject>,
    onchoose: EventHandler<(Who, String)>,
) -> Element {
    let mut searching = use_signal(|| false);
    // The choice before the search started.
    let mut before = use_signal(|| (Who::Unknown, String::new()));
    let recent = use_live(FindWho::new(""));
    let named = use_live(FindWho::new(word.clone()));
    let named = named.value().unwrap_or_default();
    let named = named
        .into_iter()
        .find(|option| option.named && !word.is_empty());
    let latest = recent.value().unwrap_or_default().into_iter().next();
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
                    oncancel: move |()| {
                        searching.set(false);
                        onchoose.call(before.peek().clone());
                    },
                }
            }
        } else {
            Chips { label: t!("capture-who"), class: "capture__who",
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
                    Chip {
                        key: "{each:?}",
                        id: matches!(each, Who::Study(_)).then(|| "capture-study".to_owned()),
                        label: match each {
                            Who::Study(_) => t!("capture-study", name: name.clone()),
                            _ => name.clone(),
                        },
                        glyph: if who == each {
                            Some(Glyph::Check)
                        } else {
                            matches!(each, Who::Study(_)).then_some(Glyph::MessagesSquare)
                        },
                        chosen: who == each,
                        onpress: move |()| onchoose.call((each, name.clone())),
                    }
                }
            }
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
