//! A case on the agenda. Each text is edited in place.

use dioxus::prelude::*;
use voorveld_core::api::{DecideAgenda, SetOnAgenda, WriteAgenda};
use voorveld_core::model::AgendaField;
use voorveld_core::view::AgendaItem;

use super::called;
use crate::components::{Editor, ErrorLine, Glyph, Icon, Name, ProblemLine};
use crate::hooks::{Action, use_action};
use crate::route::Route;
use crate::{t, text};

/// The line being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AgendaText {
    Status,
    Question,
    Decision,
}

impl AgendaText {
    const ALL: [Self; 3] = [Self::Status, Self::Question, Self::Decision];

    fn word(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Question => "question",
            Self::Decision => "decision",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Status => t!("core-team-status"),
            Self::Question => t!("core-team-question"),
            Self::Decision => t!("core-team-decision"),
        }
    }
}

/// A case, with its question and room for the decision.
#[component]
pub fn AgendaEntry(
    number: usize,
    item: AgendaItem,
    nameless: bool,
    /// Its text contains a name that should not be printed.
    named: bool,
) -> Element {
    let mut open = use_signal(|| None::<AgendaText>);
    let action = use_action();
    let case = item.case;
    let title = called(text::language(), &item.name, &item.problems, nameless);
    let value = |line: AgendaText| match line {
        AgendaText::Status => item.status.clone(),
        AgendaText::Question => item.question.clone(),
        AgendaText::Decision => String::new(),
    };
    rsx! {
        section { class: "paper__item",
            div { class: "paper__head",
                h3 { class: "paper__case", dir: "auto",
                    Link {
                        class: "paper__link",
                        id: "core-team-{number}",
                        to: Route::CasePage { case },
                        span { class: "paper__number", "{number}" }
                        span {
                            Name { name: title.clone(), danger: item.danger }
                        }
                    }
                }
                button {
                    class: "head__button",
                    id: "core-team-{number}-off",
                    r#type: "button",
                    aria_label: t!("core-team-off", name: title.clone()),
                    onclick: move |_| action.send(SetOnAgenda { case, on: false }),
                    Icon { glyph: Glyph::X }
                }
            }
            for line in AgendaText::ALL {
                if open() == Some(line) {
                    Editor {
                        key: "{line:?}",
                        id: "core-team-{number}-{line.word()}",
                        label: line.label(),
                        initial: value(line),
                        lines: true,
                        busy: action.busy(),
                        error: action.problem(),
                        onsave: move |text| save(action, case, line, text, open),
                        oncancel: move |()| {
                            action.clear();
                            open.set(None);
                        },
                    }
                } else {
                    button {
                        key: "{line:?}",
                        class: "paper__line",
                        id: "core-team-{number}-{line.word()}-open",
                        r#type: "button",
                        "aria-description": t!("field-edit", field: line.label()),
                        onclick: move |_| open.set(Some(line)),
                        span { class: "paper__word", {line.label()} }
                        if value(line).is_empty() {
                            span { class: "paper__blank" }
                        } else {
                            span { class: "paper__text", dir: "auto", {value(line)} }
                        }
                    }
                }
            }
            if named {
                div { class: "paper__named", id: "core-team-{number}-named",
                    ProblemLine { text: t!("core-team-named") }
                }
            }
            if let Some(error) = action.problem().filter(|_| open().is_none()) {
                ErrorLine { error }
            }
        }
    }
}

fn save(
    action: Action,
    case: voorveld_core::CaseId,
    line: AgendaText,
    text: String,
    mut open: Signal<Option<AgendaText>>,
) {
    let field = match line {
        AgendaText::Status => AgendaField::Status,
        AgendaText::Question => AgendaField::Question,
        AgendaText::Decision => {
            action.send_then(DecideAgenda { case, text }, move |()| open.set(None));
            return;
        }
    };
    action.send_then(WriteAgenda { case, field, text }, move |()| open.set(None));
}
