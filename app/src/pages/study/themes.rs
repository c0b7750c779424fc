//! The themes of a study with their counts. A new one takes a word and Enter.

use dioxus::prelude::*;
use voorveld_core::StudyId;
use voorveld_core::api::SetTheme;
use voorveld_core::view::ThemeCount;

use crate::components::{Button, ErrorLine, Field, Glyph, Icon, Invite, Row, Section};
use crate::hooks::use_action;
use crate::t;

/// All themes, most frequent first.
#[component]
pub fn Themes(study: StudyId, themes: Vec<ThemeCount>) -> Element {
    let action = use_action();
    let mut adding = use_signal(|| false);
    let mut typed = use_signal(String::new);
    let mut turn = use_signal(|| 0_u32);
    let mut themes = themes;
    themes.sort_by_key(|theme| std::cmp::Reverse(theme.count));
    let none = themes.is_empty();
    let add = use_callback(move |()| {
        if action.busy() {
            return;
        }
        let theme = typed.peek().trim().to_owned();
        action.send_then(
            SetTheme {
                study,
                theme,
                in_use: true,
            },
            move |()| {
                typed.set(String::new());
                // A new key clears the field, since themes are usually added in series.
                turn += 1;
            },
        );
    });
    rsx! {
        Section { title: t!("study-themes"), id: "study-themes",
            if none && !adding() {
                p { class: "second quiet", {t!("study-no-themes")} }
            }
            for (index , theme) in themes.into_iter().enumerate() {
                div { key: "{theme.name}", class: "study__theme", Row {
                    plain: true,
                    title: rsx! { "{theme.name}" },
                    aside: theme.count.to_string(),
                    end: adding()
                        .then(|| rsx! {
                            button {
                                class: "head__button",
                                id: "theme-{index}-away",
                                r#type: "button",
                                aria_label: t!("study-theme-away", name: theme.name.clone()),
                                onclick: move |_| {
                                    let theme = theme.name.clone();
                                    action.send(SetTheme { study, theme, in_use: false });
                                },
                                Icon { glyph: Glyph::X }
                            }
                        }),
                } }
            }
            if adding() {
                div { class: "study__add",
                    for turn in [turn()] {
                        Field {
                            key: "{turn}",
                            id: "theme-new-name",
                            label: t!("study-theme-new"),
                            focus: true,
                            oninput: move |text| typed.set(text),
                            onenter: add,
                        }
                    }
                    if let Some(error) = action.problem() {
                        ErrorLine { error }
                    }
                    div { class: "editor__buttons",
                        Button {
                            id: "theme-new-done",
                            label: t!("contact-done"),
                            small: true,
                            onpress: move |()| {
                                action.clear();
                                adding.set(false);
                            },
                        }
                        Button {
                            id: "theme-new-save",
                            label: t!("study-theme-add"),
                            main: true,
                            small: true,
                            busy: action.busy(),
                            onpress: add,
                        }
                    }
                }
            } else {
                Invite {
                    id: "theme-new",
                    glyph: Glyph::Tag,
                    label: t!("study-theme-new"),
                    onpress: move |()| adding.set(true),
                }
            }
        }
    }
}
