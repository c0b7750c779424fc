//! The form for a new or existing promise.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{AddCommitment, EditCommitment, MoveEntry};
use voorveld_core::model::{EntryRef, Who};
use voorveld_core::view::CommitmentLine;

use crate::components::{Button, Chip, Chips, ErrorLine, Field, ProblemLine};
use crate::hooks::{JustSaved, clock, use_action, use_capture, use_saved, use_unfinished};
use crate::pages::entry_editor::{TakeBack, Whose, said_moved};
use crate::{format, t, text};

/// What was promised, by whom and when; only the first is required.
#[component]
pub fn CommitmentForm(
    case: CaseId,
    id: String,
    /// The promise to edit; `None` creates a new one.
    #[props(default)]
    line: Option<CommitmentLine>,
    onclose: EventHandler<()>,
) -> Element {
    // Initial values: the fields are uncontrolled and keep their own text from then on.
    let begin = use_hook(|| Begin::of(line.as_ref()));
    // Unsaved text survives the lock.
    let unfinished = use_unfinished(&format!("{id}-text"), &begin.what);
    let words = use_hook(|| unfinished.text());
    let mut what = use_signal(|| words.clone());
    let mut who = use_signal(|| begin.who.clone());
    let mut due = use_signal(|| None::<NaiveDate>);
    let mut choosing = use_signal(|| !begin.day.is_empty());
    let mut typed = use_signal(|| begin.day.clone());
    let mut time = use_signal(|| begin.time);
    // The typed day was not understood; shown when the field loses focus.
    let mut odd = use_signal(|| false);
    let action = use_action();
    let moving = use_action();
    let saved = use_saved();
    let subject = use_capture().subject();
    let to = use_signal(|| None::<(Who, String)>);
    let whose = line.as_ref().map(|line| line.case_name.clone());
    let rewritten = line.map(|line| line.id);
    let language = text::language();
    let today = clock().today();
    let quick = quick_days(today);
    let day = use_memo(move || match choosing() {
        true => format::day_in_words(&typed(), today),
        false => due(),
    });
    let look = use_callback(move |()| {
        let blank = typed.peek().trim().is_empty();
        odd.set(*choosing.peek() && !blank && day.peek().is_none());
    });
    let typed_on = unfinished.clone();
    let close = use_callback(move |()| {
        unfinished.forget();
        onclose.call(());
    });
    let save = use_callback(move |()| {
        look(());
        if *odd.peek() {
            return;
        }
        let (text, who) = (what.peek().clone(), who.peek().trim().to_owned());
        let due = *day.peek();
        let time = due.and(*time.peek());
        match rewritten {
            Some(id) => {
                let promise = EditCommitment {
                    case,
                    id,
                    text,
                    who,
                    due,
                    time,
                };
                let entry = EntryRef::Commitment { case, id };
                let to = to.peek().clone();
                action.send_then(promise, move |()| match to {
                    None => close(()),
                    Some((to, name)) => {
                        moving.send_then(MoveEntry { entry, to }, move |moved| {
                            saved.say(said_moved(entry, to, &name, moved.reopened));
                            close(());
                        });
                    }
                });
            }
            None => {
                let promise = AddCommitment {
                    case,
                    text,
                    who,
                    due,
                    time,
                };
                let name = subject.as_ref().map(|subject| subject.name.clone());
                action.send_then(promise, move |id| {
                    let entry = EntryRef::Commitment { case, id };
                    let who = Who::Case(case);
                    saved.say(JustSaved::with(who, &name.unwrap_or_default(), entry));
                    close(());
                });
            }
        }
    });
    rsx! {
        div { class: "editor",
            Field {
                id: "{id}-text",
                label: t!("commitment-text"),
                initial: words,
                focus: true,
                oninput: move |text: String| {
                    typed_on.set(&text);
                    what.set(text);
                },
                onenter: save,
            }
            div { class: "group",
                p { class: "second group__label", {t!("commitment-when")} }
                Chips { label: t!("commitment-when"), fill: true,
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
                            odd.set(false);
                            choosing.toggle();
                        },
                    }
                }
                if choosing() {
                    // A text field: date pickers differ between phones and desktops, and take more taps
                    // than typing or dictating "27-11" or "volgende week dinsdag".
                    Field {
                        id: "{id}-day",
                        label: t!("commitment-day"),
                        initial: typed.peek().clone(),
                        focus: rewritten.is_none(),
                        oninput: move |text| {
                            odd.set(false);
                            typed.set(text);
                        },
                        onleave: look,
                        onenter: save,
                    }
                    if odd() {
                        ProblemLine { text: t!("commitment-day-odd") }
                    }
                    p { class: "second quiet", role: "status", id: "{id}-day-is",
                        if let Some(day) = day() {
                            {format::capital(&format::long_day_of_year(language, day, today))}
                        }
                    }
                }
            }
            if day().is_some() {
                div { class: "field",
                    label { class: "field__label", r#for: "{id}-time", {t!("commitment-time")} }
                    div { class: "field__box",
                        input {
                            class: "field__input",
                            id: "{id}-time",
                            r#type: "time",
                            initial_value: begin.time.map(format::time),
                            autocomplete: "off",
                            oninput: move |event| {
                                time.set(NaiveTime::parse_from_str(&event.value(), "%H:%M").ok());
                            },
                        }
                    }
                }
            }
            Field {
                id: "{id}-who",
                label: t!("commitment-who"),
                initial: begin.who.clone(),
                oninput: move |text| who.set(text),
                onenter: save,
            }
            if let Some(promise) = rewritten {
                Whose {
                    id: id.clone(),
                    entry: EntryRef::Commitment { case, id: promise },
                    name: whose.unwrap_or_default(),
                    to,
                }
                TakeBack {
                    id: id.clone(),
                    entry: EntryRef::Commitment { case, id: promise },
                    onclose: close,
                }
            }
            if let Some(error) = action.problem().or(moving.problem()) {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { label: t!("cancel"), small: true, onpress: close }
                Button {
                    id: "{id}-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy: action.busy(),
                    onpress: save,
                }
            }
        }
    }
}

/// The initial values of the fields.
#[derive(Clone, Default)]
struct Begin {
    what: String,
    who: String,
    /// In a form that can be typed.
    day: String,
    time: Option<NaiveTime>,
}

impl Begin {
    fn of(line: Option<&CommitmentLine>) -> Self {
        line.map_or_else(Self::default, |line| Self {
            what: line.text.clone(),
            who: line.who.clone(),
            day: line.due.map(format::numeric_day).unwrap_or_default(),
            time: line.time,
        })
    }
}

/// Returns today, tomorrow, and the first Friday after that.
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
