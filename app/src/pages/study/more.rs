//! Less common actions on an interview: quoting it, and setting the interviewee's role and contact.

use dioxus::prelude::*;
use voorveld_core::api::{SetInterviewContact, SetInterviewRole, SetQuote};
use voorveld_core::model::Who;
use voorveld_core::view::{InterviewLine, WhoOption};
use voorveld_core::{InterviewId, StudyId};

use crate::components::{Button, Chip, Chips, Editor, ErrorLine, Glyph, Icon, Invite};
use crate::hooks::use_action;
use crate::pages::capture::ROLES;
use crate::pages::find_who::{Among, FindWhoField};
use crate::{format, t, text};

/// The quotes of an interview. After concurrent edits both are shown until one is chosen.
#[component]
pub fn Quotes(study: StudyId, interview: InterviewId, quotes: Vec<String>) -> Element {
    let action = use_action();
    let several = quotes.len() > 1;
    rsx! {
        for (index , quote) in quotes.into_iter().enumerate() {
            div { key: "{index}", class: "study__quote",
                Icon { glyph: Glyph::Quote }
                p { class: "row__words", dir: "auto", "{quote}" }
                if several {
                    Button {
                        id: "quote-only-{interview}-{index}",
                        label: t!("interview-quote-only"),
                        aria: t!("interview-quote-only-this", quote: quote.clone()),
                        small: true,
                        onpress: move |()| {
                            let quote = quote.clone();
                            action.send(SetQuote { study, interview, quote });
                        },
                    }
                }
            }
        }
        if several {
            p { class: "second", {t!("interview-quotes-both")} }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}

/// Edits the quote, starting from the full text; empty means no quote.
#[component]
pub fn QuoteEditor(study: StudyId, interview: InterviewLine, onclose: EventHandler<()>) -> Element {
    let action = use_action();
    let id = interview.id;
    let initial = match interview.quotes.first() {
        Some(quote) => quote.clone(),
        None => interview.text.clone(),
    };
    rsx! {
        Editor {
            id: "quote-text-{id}",
            label: t!("interview-quote-label"),
            initial,
            lines: true,
            busy: action.busy(),
            error: action.problem(),
            onsave: move |quote| {
                let request = SetQuote { study, interview: id, quote };
                action.send_then(request, move |()| onclose.call(()));
            },
            oncancel: move |()| onclose.call(()),
        }
    }
}

/// The interviewee's role, and which contact that was.
#[component]
pub fn InterviewDetails(study: StudyId, interview: InterviewLine) -> Element {
    let action = use_action();
    let mut searching = use_signal(|| false);
    let id = interview.id;
    let language = text::language();
    rsx! {
        Chips { label: t!("interview-role"), class: "chips--line",
            for (name , role) in ROLES {
                Chip {
                    key: "{name}",
                    id: "role-{id}-{name}",
                    label: format::interview_role(language, role),
                    chosen: interview.role == role,
                    onpress: move |()| {
                        action.send(SetInterviewRole { study, interview: id, role });
                    },
                }
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        if searching() {
            FindWhoField {
                id: "with-{id}-text",
                label: t!("interview-find"),
                nobody: t!("interview-nobody"),
                among: Among::Contacts,
                onchoose: move |option: WhoOption| {
                    if let Who::Contact(contact) = option.who {
                        let contact = Some(contact);
                        let request = SetInterviewContact { study, interview: id, contact };
                        action.send_then(request, move |()| searching.set(false));
                    }
                },
                oncancel: move |()| searching.set(false),
            }
        } else if interview.contact.is_some() {
            Invite {
                id: "without-{id}",
                glyph: Glyph::X,
                label: t!("interview-without"),
                onpress: move |()| {
                    action.send(SetInterviewContact { study, interview: id, contact: None });
                },
            }
        } else {
            Invite {
                id: "with-{id}",
                glyph: Glyph::Search,
                label: t!("interview-find"),
                onpress: move |()| searching.set(true),
            }
        }
        p { class: "second quiet", {t!("interview-never-printed")} }
    }
}
