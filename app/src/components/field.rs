//! Fields to type in. They are never controlled: fast typing must not lose letters. To empty one,
//! give it another `key`. A field that is kept says so where it stands when something like a
//! burgerservicenummer is typed; it can be kept all the same.

use dioxus::prelude::*;

use super::{BsnLine, Glyph, Icon, focus};
use crate::t;

/// A labelled field.
#[component]
pub fn Field(
    id: String,
    label: String,
    oninput: EventHandler<String>,
    #[props(default)] initial: String,
    /// Left for something else: time to keep what was typed.
    #[props(default)]
    onleave: EventHandler<()>,
    /// Enter was pressed (Ctrl+Enter in a field of more lines).
    #[props(default)]
    onenter: EventHandler<()>,
    #[props(default)] lines: bool,
    #[props(default)] placeholder: String,
    /// `tel`, `email`, `url`: which keyboard.
    #[props(default)]
    keyboard: Option<String>,
    /// What is typed is a code: no capitals, and nothing is corrected.
    #[props(default)]
    code: bool,
    #[props(default)] focus: bool,
) -> Element {
    // Sentences begin with a capital, as when they are dictated; addresses and numbers do not.
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
        // Pasted names bring marks along that turn the words around them.
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

/// The search field of a dock, with an X when there is something in it.
#[component]
pub fn SearchField(
    id: String,
    label: String,
    #[props(default)] initial: String,
    oninput: EventHandler<String>,
    /// Emptied by the X.
    onclear: EventHandler<()>,
    #[props(default)] filled: bool,
    #[props(default)] focus: bool,
) -> Element {
    let mut emptied = use_signal(|| 0_u32);
    // What it begins with is fixed when it appears; an emptied field begins with nothing.
    let initial = use_hook(|| initial.clone());
    rsx! {
        div { class: "search", role: "search",
            div { class: "field__box",
                Icon { glyph: Glyph::Search }
                // Another key makes a new, empty field.
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
