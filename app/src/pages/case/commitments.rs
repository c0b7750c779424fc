//! Promises of a case: to tick off, and to add.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::call::AddCommitment;
use voorveld_core::view::CommitmentLine;

use crate::components::{Button, Chip, Chips, ErrorLine, Field, Glyph, Invite};
use crate::hooks::{clock, use_action};
use crate::pages::commitments::Commitments;
use crate::{format, t, text};

/// The tab.
#[component]
pub fn CommitmentsTab(case: CaseId, lines: Vec<CommitmentLine>) -> Element {
    let action = use_action();
    rsx! {
        div { class: "facts rows",
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            Commitments { lines, action }
            AddCommitmentLine { case, id: "commitment" }
        }
    }
}

/// A quiet line that opens the form; only what was promised has to be said.
#[component]
pub fn AddCommitmentLine(case: CaseId, id: String) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        if open() {
            CommitmentForm { case, id, onclose: move |()| open.set(false) }
        } else {
            Invite {
                id: "{id}-new",
                label: t!("case-commitment-add"),
                glyph: Glyph::Plus,
                onpress: move |()| open.set(true),
            }
        }
    }
}

#[component]
fn CommitmentForm(case: CaseId, id: String, onclose: EventHandler<()>) -> Element {
    let mut what = use_signal(String::new);
    let mut who = use_signal(String::new);
    let mut due = use_signal(|| None::<NaiveDate>);
    let mut choosing = use_signal(|| false);
    let action = use_action();
    let language = text::language();
    let today = clock().today();
    let quick = quick_days(today);
    let save = move || {
        let promise = AddCommitment {
            case,
            text: what.peek().clone(),
            who: who.peek().trim().to_owned(),
            due: *due.peek(),
            time: None,
        };
        action.send_then(promise, move |()| onclose.call(()));
    };
    rsx! {
        div { class: "editor",
            Field {
                id: "{id}-text",
                label: t!("commitment-text"),
                focus: true,
                oninput: move |text| what.set(text),
                onenter: move |()| save(),
            }
            div { class: "group",
                p { class: "second group__label", {t!("commitment-when")} }
                Chips { label: t!("commitment-when"),
                    for day in quick {
                        Chip {
                            key: "{day}",
                            label: format::relative_day_ahead(language, day, today),
                            chosen: due() == Some(day) && !choosing(),
                            onpress: move |()| {
                                choosing.set(false);
                                due.set((due() != Some(day)).then_some(day));
                            },
                        }
                    }
                    Chip {
                        id: "{id}-other-day",
                        label: t!("commitment-other-day"),
                        chosen: choosing(),
                        onpress: move |()| {
                            due.set(None);
                            choosing.toggle();
                        },
                    }
                }
                if choosing() {
                    div { class: "field__box group",
                        input {
                            class: "field__input",
                            id: "{id}-day",
                            r#type: "date",
                            autocomplete: "off",
                            aria_label: t!("commitment-day"),
                            oninput: move |event| due.set(event.value().parse().ok()),
                        }
                    }
                }
            }
            Field {
                id: "{id}-who",
                label: t!("commitment-who"),
                oninput: move |text| who.set(text),
                onenter: move |()| save(),
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { label: t!("cancel"), small: true, onpress: move |()| onclose.call(()) }
                Button {
                    id: "{id}-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy: action.busy(),
                    onpress: move |()| save(),
                }
            }
        }
    }
}

/// Today, tomorrow, and the Friday that comes after that.
fn quick_days(today: NaiveDate) -> Vec<NaiveDate> {
    let tomorrow = today + Days::new(1);
    let friday = (2..9)
        .map(|days| today + Days::new(days))
        .find(|day| day.weekday() == Weekday::Fri);
    [today, tomorrow].into_iter().chain(friday).collect()
}

#[cfg(test)]
mod tests {
    use super::quick_days;

    #[track_caller]
    fn check(today: &str, friday: &str) {
        let days = quick_days(today.parse().expect("a date"));
        assert_eq!(
            days.last().map(ToString::to_string).as_deref(),
            Some(friday)
        );
        assert_eq!(days.len(), 3);
    }

    #[test]
    fn the_third_quick_day_is_a_friday_that_is_not_today_or_tomorrow() {
        check("2025-11-18", "2025-11-21");
        check("2025-11-20", "2025-11-28");
        check("2025-11-21", "2025-11-28");
        check("2025-11-22", "2025-11-28");
    }
}
