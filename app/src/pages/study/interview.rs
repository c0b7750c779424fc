//! One interview: its text, themes, quotes and direct help.

use dioxus::prelude::*;
use voorveld_core::api::{MakeHelpSignal, SetMark};
use voorveld_core::model::Who;
use voorveld_core::view::{InterviewLine, TimelineEntry};
use voorveld_core::{EncounterId, InterviewId, SignalId, StudyId};

use super::more::{InterviewDetails, Quotes};
use crate::components::{Button, Chip, Chips, ErrorLine, Glyph, Icon, SyncMarkLine};
use crate::hooks::{Action, clock, use_action};
use crate::pages::EncounterText;
use crate::route::Route;
use crate::{format, t, text};

/// What is expanded under an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Quote,
    More,
}

/// The interview. A press on a theme toggles it.
#[component]
pub fn InterviewEntry(
    study: StudyId,
    study_name: String,
    themes: Vec<String>,
    interview: InterviewLine,
) -> Element {
    let action = use_action();
    let mut open = use_signal(|| None::<Open>);
    let toggle = move |part: Open| {
        let now = (*open.peek() != Some(part)).then_some(part);
        open.set(now);
    };
    let id = interview.id;
    let language = text::language();
    let clock = clock();
    let mut meta = vec![
        format::interview_role(language, interview.role),
        format::moment(language, clock.local(interview.at), clock.today()),
        format::channel(language, interview.channel),
        interview.by.clone(),
    ];
    meta.retain(|part| !part.is_empty());
    let entry = TimelineEntry {
        id: EncounterId(id.0),
        signal: None,
        at: interview.at,
        said: None,
        channel: interview.channel,
        text: interview.text.clone(),
        by: interview.by.clone(),
        contested: false,
        mark: interview.mark,
    };
    rsx! {
        article { class: "talk", id: "interview-{id}",
            EncounterText { id: "said-{id}", owner: Who::Study(study), entry }
            div { class: "entry__meta",
                span { class: "second", {meta.join(" · ")} }
                SyncMarkLine { mark: interview.mark }
            }
            if let Some((_, name)) = interview.contact.as_ref() {
                p { class: "second", dir: "auto", {t!("interview-with", name: name.clone())} }
            }
            if open() != Some(Open::Quote) {
                Quotes { study, interview: id, quotes: interview.quotes.clone() }
            }
            if !themes.is_empty() {
                Chips { label: t!("study-themes"), class: "chips--line",
                    for (index , theme) in themes.into_iter().enumerate() {
                        Mark {
                            key: "{theme}",
                            id: "mark-{id}-{index}",
                            applies: interview.themes.contains(&theme),
                            theme: theme.clone(),
                            onmark: move |applies| {
                                let theme = theme.clone();
                                action.send(SetMark { study, interview: id, theme, applies });
                            },
                        }
                    }
                }
            }
            Tools {
                study,
                study_name,
                interview: id,
                signal: interview.signal,
                action,
                open: open(),
                ontoggle: toggle,
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            match open() {
                Some(Open::Quote) => rsx! {
                    super::more::QuoteEditor {
                        study,
                        interview: interview.clone(),
                        onclose: move |()| open.set(None),
                    }
                },
                Some(Open::More) => rsx! {
                    InterviewDetails { study, interview: interview.clone() }
                },
                None => rsx! {},
            }
        }
    }
}

/// Direct help, a quote, and the rest.
#[component]
fn Tools(
    study: StudyId,
    study_name: String,
    interview: InterviewId,
    /// The signal that came out of it.
    signal: Option<SignalId>,
    action: Action,
    open: Option<Open>,
    ontoggle: EventHandler<Open>,
) -> Element {
    rsx! {
        div { class: "study__tools",
            match signal {
                Some(signal) => rsx! {
                    Link {
                        class: "button button--small",
                        id: "helped-{interview}",
                        to: Route::SignalPage { signal },
                        Icon { glyph: Glyph::Check }
                        {t!("interview-helped")}
                    }
                },
                None => rsx! {
                    Button {
                        id: "help-{interview}",
                        label: t!("interview-help"),
                        glyph: Glyph::HandHelping,
                        small: true,
                        busy: action.busy(),
                        onpress: move |()| {
                            let source = t!("study-source", name: study_name.clone());
                            action.send(MakeHelpSignal { study, interview, source });
                        },
                    }
                },
            }
            Button {
                id: "quote-{interview}",
                label: t!("interview-quote"),
                glyph: Glyph::Quote,
                small: true,
                onpress: move |()| ontoggle.call(Open::Quote),
            }
            button {
                class: "head__button study__more",
                id: "more-{interview}",
                r#type: "button",
                aria_label: t!("interview-more"),
                aria_expanded: if open == Some(Open::More) { "true" } else { "false" },
                onclick: move |_| ontoggle.call(Open::More),
                Icon { glyph: Glyph::EllipsisVertical }
            }
        }
    }
}

#[component]
fn Mark(id: String, theme: String, applies: bool, onmark: EventHandler<bool>) -> Element {
    rsx! {
        Chip {
            id,
            label: theme,
            chosen: applies,
            onpress: move |()| onmark.call(!applies),
        }
    }
}
