//! The capture sheet: one sentence, with everything else preselected.

mod interview;
mod other;
mod when;
mod who;

use dioxus::prelude::*;
use voorveld_core::api::ReadStudies;
use voorveld_core::model::{Channel, Who};

use crate::components::{BsnLine, Button, Chip, Chips, ErrorLine, Invite, Sheet, focus};
use crate::hooks::{Subject, clock, use_capture, use_live};
use crate::{format, t, text};
use interview::InterviewChips;
use other::OtherLinks;
use who::WhoChooser;

pub use interview::ROLES;
pub use when::When;

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
            Sentence { begin: left }
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
                text: draft.text.clone(),
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
                if draft.is_written() {
                    ThrowAway {}
                }
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

/// Drops what was written, in two taps: a cold thumb slips.
#[component]
fn ThrowAway() -> Element {
    let capture = use_capture();
    let mut sure = use_signal(|| false);
    rsx! {
        if sure() {
            Invite {
                id: "capture-throw-away",
                label: t!("capture-throw-away-sure"),
                onpress: move |()| capture.throw_away(),
            }
            Invite {
                id: "capture-keep",
                label: t!("capture-keep"),
                onpress: move |()| sure.set(false),
            }
        } else {
            Invite {
                id: "capture-throw",
                label: t!("capture-throw-away"),
                onpress: move |()| sure.set(true),
            }
        }
    }
}

/// The one field that has to be filled.
#[component]
fn Sentence(begin: String) -> Element {
    let capture = use_capture();
    rsx! {
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
            initial_value: "{begin}",
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
