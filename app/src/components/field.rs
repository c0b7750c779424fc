//! Text fields. They are uncontrolled, because a controlled field drops letters during fast typing;
//! change a field's `key` to empty it. A field whose text is stored warns when something like a
//! burgerservicenummer is typed, but never blocks saving.

use dioxus::prelude::*;

use super::{BsnLine, Glyph, Icon, focus};
use crate::t;

/// A labelled text field.
#[component]
pub fn Field(
    id: String,
    label: String,
    oninput: EventHandler<String>,
    #[props(default)] initial: String,
    /// Called when the field loses focus, so that the typed text can be saved.
    #[props(default)]
    onleave: EventHandler<()>,
    /// Called on Enter (Ctrl+Enter in a multi-line field).
    #[props(default)]
    onenter: EventHandler<()>,
    #[props(default)] lines: bool,
    #[props(default)] placeholder: String,
    /// The `type` that selects the on-screen keyboard: `tel`, `email` or `url`.
    #[props(default)]
    keyboard: Option<String>,
    /// The text is a code: no capitalisation and no autocorrection.
    #[props(default)]
    code: bool,
    #[props(default)] focus: bool,
) -> Element {
    // Sentences start with a capital, as in dictated text; addresses and numbers do not.
    let capitals = if code || keyboard.is_some() {
        "none"
    } else {
        "sentences"
    };
    let mut bsn = use_signal(|| !code && voorveld_core::holds_bsn(&initial));
    let typed = use_callback(move |text: String| {
        let now = !code && voorveld_core::holds_bsn(&text);
        if now != *bsn.peek() {
            bsn.set(now);
        }
        // Pasted names may carry bidirectional control marks that reorder the surrounding text.
        oninput.call(voorveld_core::without_marks(&text));
    });
    rsx! {
        div { class: "field",
            label { class: "field__label", r#for: "{id}", "{label}" }
            div { class: "field__box",
                if lines {
                    textarea {
                        class: "field__input",
                        id: "{id}",
                        dir: "auto",
                        rows: "3",
                        "autocomplete": "off",
                        autocapitalize: capitals,
                        enterkeyhint: "enter",
                        placeholder: "{placeholder}",
                        initial_value: "{initial}",
                        oninput: move |event| typed.call(event.value()),
                        onblur: move |_| onleave.call(()),
                        onkeydown: move |event| {
                            if event.key() == Key::Enter && event.modifiers().ctrl() {
                                onenter.call(());
                            }
                        },
                        onmounted: move |mounted| cursor(mounted, focus),
                    }
                } else {
                    input {
                        class: "field__input",
                        id: "{id}",
                        r#type: keyboard.clone().unwrap_or_else(|| "text".to_owned()),
                        dir: "auto",
                        autocomplete: "off",
                        inputmode: keyboard,
                        autocapitalize: capitals,
                        "autocorrect": code.then_some("off"),
                        spellcheck: code.then_some("false"),
                        enterkeyhint: "done",
                        placeholder: "{placeholder}",
                        initial_value: "{initial}",
                        oninput: move |event| typed.call(event.value()),
                        onblur: move |_| onleave.call(()),
                        onkeydown: move |event| {
                            if event.key() == Key::Enter {
                                onenter.call(());
                            }
                        },
                        onmounted: move |mounted| cursor(mounted, focus),
                    }
                }
            }
            if bsn() {
                BsnLine {}
            }
        }
    }
}

/// A search field, with a clear button (X) when it holds text.
#[component]
pub fn SearchField(
    id: String,
    label: String,
    #[props(default)] initial: String,
    oninput: EventHandler<String>,
    /// Called when X clears the field.
    onclear: EventHandler<()>,
    #[props(default)] filled: bool,
    #[props(default)] focus: bool,
) -> Element {
    let mut emptied = use_signal(|| 0_u32);
    // The initial text is fixed on mount; a cleared field starts empty.
    let initial = use_hook(|| initial.clone());
    rsx! {
        div { class: "search", role: "search",
            div { class: "field__box",
                Icon { glyph: Glyph::Search }
                // A new key replaces the input by a fresh, empty one.
                for turn in [emptied()] {
                    input {
                        key: "{turn}",
                        class: "field__input",
                        id: "{id}",
                        r#type: "search",
                        dir: "auto",
                        autocomplete: "off",
                        spellcheck: "false",
                        enterkeyhint: "search",
                        aria_label: "{label}",
                        placeholder: "{label}",
                        initial_value: if turn == 0 { initial.clone() } else { String::new() },
                        oninput: move |event| oninput.call(event.value()),
                        onmounted: move |mounted| cursor(mounted, focus || turn > 0),
                    }
                }
            }
            if filled {
                button {
                    class: "field__clear",
                    id: "{id}-clear",
                    r#type: "button",
                    aria_label: t!("search-clear"),
                    onclick: move |_| {
                        emptied += 1;
                        onclear.call(());
                    },
                    Icon { glyph: Glyph::X }
                }
            }
        }
    }
}

fn cursor(mounted: Event<MountedData>, wanted: bool) {
    if wanted {
        focus::write_in(mounted.data());
    }
}
