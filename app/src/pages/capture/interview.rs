//! The extra choices of an interview: who told it, about which themes, and whether help is needed now.
//! All optional.

use dioxus::prelude::*;
use voorveld_core::model::InterviewRole;
use voorveld_core::view::{InterviewChoice, StudyLine};

use crate::components::{Chip, Chips, Glyph};
use crate::hooks::use_capture;
use crate::{format, t, text};

/// Two rows of chips that scroll sideways. *Direct hulp* comes first, where themes cannot push it out of
/// view.
#[component]
pub fn InterviewChips(study: StudyLine, chosen: InterviewChoice) -> Element {
    let capture = use_capture();
    let language = text::language();
    // A chosen theme that was removed from the study meanwhile can still be deselected.
    let mut themes = study.themes;
    themes.extend(chosen.themes.clone());
    themes.sort();
    themes.dedup();
    let help = chosen.help.is_some();
    rsx! {
        Chips { label: t!("interview-role"), class: "chips--line",
            for (name , role) in ROLES {
                Chip {
                    key: "{name}",
                    id: "capture-{name}",
                    label: format::interview_role(language, role),
                    chosen: chosen.role == role,
                    onpress: move |()| capture.choose(|choice| choice.role = role),
                }
            }
        }
        Chips { label: t!("study-themes"), class: "chips--line",
            Chip {
                id: "capture-help",
                label: t!("interview-help"),
                glyph: Glyph::HandHelping,
                chosen: help,
                onpress: move |()| {
                    let source = t!("study-source", name: study.name.clone());
                    capture.choose(|choice| choice.help = (!help).then_some(source));
                },
            }
                for (index , theme) in themes.into_iter().enumerate() {
                    Chip {
                        key: "{theme}",
                        id: "capture-theme-{index}",
                        label: theme.clone(),
                        chosen: chosen.themes.contains(&theme),
                        onpress: move |()| {
                            capture
                                .choose(|choice| match choice.themes.iter().position(|t| *t == theme) {
                                    Some(there) => {
                                        choice.themes.remove(there);
                                    }
                                    None => choice.themes.push(theme.clone()),
                                });
                        },
                    }
                }
            }
    }
}

/// The roles with their element ids.
pub const ROLES: [(&str, InterviewRole); 3] = [
    ("resident", InterviewRole::Resident),
    ("entrepreneur", InterviewRole::Entrepreneur),
    ("key-person", InterviewRole::KeyPerson),
];
