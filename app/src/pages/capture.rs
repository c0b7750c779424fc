//! The capture sheet: one sentence, with everything else preselected.

mod interview;
mod other;
mod when;

use dioxus::prelude::*;
use voorveld_core::api::{FindWho, ReadStudies};
use voorveld_core::model::{Channel, Who};
use voorveld_core::view::WhoOption;

use super::find_who::FindWhoField;
use crate::components::{BsnLine, Button, Chip, Chips, ErrorLine, Glyph, Sheet, focus};
use crate::hooks::{Subject, clock, use_capture, use_live};
use crate::{format, t, text};
use interview::InterviewChips;
use other::OtherLinks;

pub use interview::ROLES;
pub use when::When;

/// The number of people shown as chips beside *zoek wie*, so that the row fits on one line.
const BESIDE: usize = 2;

/// The sheet, over whatever page it was opened from.
#[component]
pub fn CaptureSheet() -> Element {
    let capture = use_capture();
    // The text at opening. The field is uncontrolled and keeps its own text from then on.
    let left = use_hook(|| capture.draft().map(|draft| draft.text).unwrap_or_default());
    let studies = use_live(ReadStudies);
    let Some(draft) = capture.draft() else {
        return rsx! {};
    };
    let mut earlier = use_signal(|| false);
    let clock = clock();
    let language = text::language();
    let at = clock.local(draft.at);
    let when = if (clock.now() - draft.at).num_minutes().abs() < 1 {
        t!("capture-now", time: format::time(at.time()))
    } else {
        format::moment(language, at, clock.today())
    };
    let studies = studies.value().unwrap_or_default();
    let chosen = studies
        .iter()
        .find(|study| draft.who == Who::Study(study.id))
        .cloned();
    let open = studies.into_iter().find(|study| study.ended.is_none());
    rsx! {
        Sheet {
            title: t!("capture-title"),
            second: when,
            close_id: "capture-close",
            onsecond: move |()| earlier.toggle(),
            second_open: earlier(),
            onclose: move |()| capture.close(),
            textarea {
                class: "capture__text",
                id: "capture-text",
                dir: "auto",
                rows: "3",
                "autocomplete": "off",
                autocapitalize: "sentences",
                enterkeyhint: "enter",
                aria_label: t!("capture-text"),
                placeholder: t!("capture-text"),
                initial_value: "{left}",
                oninput: move |event| capture.typed(event.value()),
                onblur: move |_| capture.keep(),
                onkeydown: move |event| {
                    if event.key() == Key::Enter && event.modifiers().ctrl() {
                        event.prevent_default();
                        capture.save();
                    }
                },
                onmounted: move |mounted| focus::write_in(mounted.data()),
            }
            if voorveld_core::holds_bsn(&draft.text) {
                BsnLine {}
            }
            if earlier() {
                When {
                    at: draft.at,
                    onchoose: move |at| {
                        earlier.set(false);
                        capture.set_at(at);
                    },
                }
            }
            Chips { label: t!("capture-channel"), fill: true,
                for (name , channel) in CHANNELS {
                    Chip {
                        key: "{name}",
                        id: "capture-{name}",
                        label: format::channel(language, channel),
                        chosen: draft.channel == channel,
                        onpress: move |()| capture.set_channel(channel),
                    }
                }
            }
            WhoChooser {
                who: draft.who,
                name: draft.who_name.clone(),
                subject: capture.subject(),
                word: naming(&draft.text),
                study: open
                    .map(|study| Subject {
                        who: Who::Study(study.id),
                        name: study.name,
                    }),
                onchoose: move |(who, name)| capture.set_who(who, name),
            }
            if let Some(study) = chosen {
                InterviewChips { study, chosen: draft.interview.clone() }
            }
            if let Who::Case(case) = draft.who {
                OtherLinks { case }
            }
            if let Some(error) = capture.problem() {
                ErrorLine { error }
            }
            div { class: "sheet__foot",
                Button {
                    id: "capture-save",
                    main: true,
                    label: t!("save"),
                    onpress: move |()| capture.save(),
                }
            }
        }
    }
}

/// The channels with their element ids.
pub const CHANNELS: [(&str, Channel); 5] = [
    ("street", Channel::Street),
    ("home", Channel::Home),
    ("phone", Channel::Phone),
    ("message", Channel::Message),
    ("meeting", Channel::Meeting),
];

/// *Nog onbekend*, *zoek wie* and the most recent people; search results appear above the field.
#[component]
fn WhoChooser(
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
    // In this order: the chosen person, the one named in the sentence, the page's subject, the most
    // recent.
    let mut people: Vec<(Who, String)> = Vec::new();
    if who != Who::Unknown {
        people.push((who, name.clone()));
    }
    people.extend(named.map(|option| (option.who, option.name)));
    people.extend(subject.map(|subject| (subject.who, subject.name)));
    let latest = recent.value().unwrap_or_default().into_iter().next();
    people.extend(latest.map(|option| (option.who, option.name)));
    let mut shown: Vec<(Who, String)> = Vec::new();
    for person in people {
        if shown.len() < BESIDE && !shown.iter().any(|(other, _)| *other == person.0) {
            shown.push(person);
        }
    }
    // At most one study: if one is chosen, it already has a chip.
    let study = study.filter(|_| {
        !shown
            .iter()
            .any(|(other, _)| matches!(other, Who::Study(_)))
    });
    shown.extend(study.map(|study| (study.who, study.name)));
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
                for (each , name) in shown {
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
