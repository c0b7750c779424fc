//! The time and place of the next meeting.

use chrono::NaiveDate;
use dioxus::prelude::*;
use voorveld_core::api::SetTeamSetting;
use voorveld_core::model::TeamSetting;
use voorveld_core::view::CoreTeam;

use super::{today, when};
use crate::components::{Button, ErrorLine, Field};
use crate::hooks::{Action, use_action};
use crate::{format, t, text};

/// The line under the title; a press opens the editor.
#[component]
pub fn Meeting(page: CoreTeam) -> Element {
    let mut open = use_signal(|| false);
    let line = when(text::language(), &page);
    rsx! {
        if open() {
            MeetingEditor { page, onclose: move |()| open.set(false) }
        } else {
            button {
                class: "paper__when",
                id: "core-team-when",
                r#type: "button",
                "aria-description": t!("core-team-when-edit"),
                onclick: move |_| open.set(true),
                if line.is_empty() {
                    {t!("core-team-when")}
                } else {
                    "{line}"
                }
            }
        }
    }
}

/// Proposes the next date once the planned one has passed; one tap accepts it.
#[component]
pub fn NextMeeting(page: CoreTeam) -> Element {
    let action = use_action();
    let Some(day) = page.proposal(today()) else {
        return rsx! {};
    };
    let shown = format::long_day_of_year(text::language(), day, today());
    rsx! {
        div { class: "core-team__next",
            p { {t!("core-team-over", n: page.weeks, day: shown.clone())} }
            Button {
                id: "core-team-take",
                label: t!("core-team-take"),
                small: true,
                busy: action.busy(),
                onpress: move |()| {
                    action.send(SetTeamSetting {
                        setting: TeamSetting::CoreTeamNext,
                        value: day.to_string(),
                    });
                },
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}

#[component]
fn MeetingEditor(page: CoreTeam, onclose: EventHandler<()>) -> Element {
    let action = use_action();
    let begin = page.next.map(|day| day.to_string()).unwrap_or_default();
    let mut day = use_signal(|| begin.clone());
    let mut place = use_signal(|| page.place.clone());
    let mut weeks = use_signal(|| page.weeks.to_string());
    let save = use_callback(move |()| {
        let mut wanted = vec![];
        for (setting, value, was) in [
            (TeamSetting::CoreTeamNext, day(), begin.clone()),
            (TeamSetting::CoreTeamPlace, place(), page.place.clone()),
            (TeamSetting::CoreTeamWeeks, weeks(), page.weeks.to_string()),
        ] {
            if value.trim() != was {
                wanted.push(SetTeamSetting { setting, value });
            }
        }
        agree(action, wanted, onclose);
    });
    rsx! {
        div {
            class: "editor",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.stop_propagation();
                    onclose.call(());
                }
            },
            div { class: "field",
                label { class: "field__label", r#for: "core-team-day", {t!("core-team-day")} }
                div { class: "field__box",
                    input {
                        class: "field__input",
                        id: "core-team-day",
                        r#type: "date",
                        autocomplete: "off",
                        initial_value: day.peek().clone(),
                        oninput: move |event| day.set(event.value()),
                    }
                }
            }
            Field {
                id: "core-team-place",
                label: t!("core-team-place"),
                initial: place.peek().clone(),
                oninput: move |text| place.set(text),
                onenter: save,
            }
            Field {
                id: "core-team-weeks",
                label: t!("core-team-weeks"),
                initial: weeks.peek().clone(),
                keyboard: "tel",
                oninput: move |text| weeks.set(text),
                onenter: save,
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { label: t!("cancel"), small: true, onpress: move |()| onclose.call(()) }
                Button {
                    id: "core-team-meeting-save",
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

/// Saves the settings one after the other, and closes the form when all have succeeded.
fn agree(action: Action, mut wanted: Vec<SetTeamSetting>, onclose: EventHandler<()>) {
    match wanted.pop() {
        None => onclose.call(()),
        Some(one) => action.send_then(one, move |()| agree(action, wanted, onclose)),
    }
}

/// Formats the day above the decisions made on it.
pub fn day_of(day: NaiveDate) -> String {
    format::long_day_of_year(text::language(), day, today())
}
