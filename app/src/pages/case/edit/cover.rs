//! Who covers for the lead, and until when.

use dioxus::prelude::*;
use voorveld_core::api::{ReadTeam, SetCaseField, SwapLead};
use voorveld_core::model::CaseField;
use voorveld_core::view::CaseView;

use crate::components::{Button, Chip, Chips, ErrorLine, Glyph};
use crate::hooks::{use_action, use_live};
use crate::pages::case::field_line::FieldLine;
use crate::{format, t};

/// One tap on a colleague, or a typed name as long as there are no colleagues. Below it the last day,
/// and a swap of lead and cover.
#[component]
pub fn CoverChoice(view: CaseView) -> Element {
    let CaseView {
        id: case,
        lead,
        cover,
        cover_until,
        ..
    } = view;
    let team = use_live(ReadTeam);
    let action = use_action();
    let mut names: Vec<String> = team
        .value()
        .map(|team| team.members.into_iter().map(|(_, name)| name).collect())
        .unwrap_or_default();
    names.retain(|name| !name.is_empty() && *name != lead);
    if !cover.is_empty() && !names.contains(&cover) {
        names.push(cover.clone());
    }
    let set = move |field: CaseField, value: String| {
        action.send(SetCaseField { case, field, value });
    };
    let until = cover_until.map(|day| day.to_string()).unwrap_or_default();
    rsx! {
        if names.is_empty() {
            FieldLine { case, field: CaseField::Cover, value: cover.clone() }
        } else {
            div { class: "group", id: "field-cover",
                p { class: "second group__label", {t!("field-cover")} }
                Chips { label: t!("field-cover"),
                    for (index , name) in names.into_iter().enumerate() {
                        Chip {
                            key: "{name}",
                            id: "cover-{index}",
                            label: name.clone(),
                            chosen: name == cover,
                            onpress: move |()| set(CaseField::Cover, name.clone()),
                        }
                    }
                    Chip {
                        id: "cover-nobody",
                        label: t!("edit-nobody"),
                        chosen: cover.is_empty(),
                        onpress: move |()| set(CaseField::Cover, String::new()),
                    }
                }
            }
        }
        if !cover.is_empty() {
            div { class: "group",
                label { class: "second group__label", r#for: "cover-until", {t!("field-cover-until")} }
                div { class: "field__box",
                    input {
                        class: "field__input",
                        id: "cover-until",
                        r#type: "date",
                        autocomplete: "off",
                        initial_value: "{until}",
                        onchange: move |event| set(CaseField::CoverUntil, event.value()),
                    }
                }
                if let Some(day) = cover_until {
                    p { class: "second", {t!("cover-until-day", name: cover.clone(), day: format::numeric_day(day))} }
                }
                Button {
                    id: "cover-swap",
                    label: t!("cover-swap"),
                    glyph: Glyph::Repeat,
                    small: true,
                    busy: action.busy(),
                    onpress: move |()| action.send(SwapLead { case }),
                }
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}
