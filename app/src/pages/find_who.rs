//! Type-ahead search over cases and contacts.

use dioxus::prelude::*;
pub use voorveld_core::api::Among;
use voorveld_core::api::FindWho;
use voorveld_core::view::WhoOption;

use crate::components::{ErrorLine, Glyph, Icon, More, Name, Row, SearchField};
use crate::hooks::use_live;

/// Results per page.
const STEP: u32 = 50;

/// A search field with its results above it; the X cancels.
#[component]
pub fn FindWhoField(
    id: String,
    label: String,
    /// The message when nothing is found.
    nobody: String,
    #[props(default)] among: Among,
    onchoose: EventHandler<WhoOption>,
    oncancel: EventHandler<()>,
    /// Called with the result once only one is left, which is then ticked; and with `None` once that
    /// changes.
    #[props(default)]
    onalone: Option<EventHandler<Option<WhoOption>>>,
    /// What can be done with the text when nobody is found.
    #[props(default)]
    instead: Option<Callback<String, Element>>,
) -> Element {
    let mut typed = use_signal(String::new);
    let mut limit = use_signal(|| FindWho::FEW);
    rsx! {
        Found {
            id: "{id}-found",
            text: typed(),
            nobody,
            among,
            limit,
            onchoose,
            onalone,
            instead,
        }
        SearchField {
            id,
            label,
            focus: true,
            filled: true,
            oninput: move |text| {
                limit.set(FindWho::FEW);
                typed.set(text);
            },
            onclear: move |()| oncancel.call(()),
        }
    }
}

#[component]
fn Found(
    id: String,
    text: String,
    nobody: String,
    among: Among,
    limit: Signal<u32>,
    onchoose: EventHandler<WhoOption>,
    onalone: Option<EventHandler<Option<WhoOption>>>,
    instead: Option<Callback<String, Element>>,
) -> Element {
    let mut limit = limit;
    let written = text.trim().to_owned();
    let asked = !text.trim().is_empty();
    let found = use_live(FindWho {
        text,
        among,
        limit: limit(),
    });
    let options = found.value();
    let alone = match options.as_ref().map(|options| options.hits.as_slice()) {
        Some([only]) if asked && onalone.is_some() => Some(only.clone()),
        _ => None,
    };
    let ticked = alone.is_some();
    use_effect(use_reactive!(|alone| {
        if let Some(onalone) = onalone {
            onalone.call(alone);
        }
    }));
    rsx! {
        if let Some(error) = found.problem() {
            ErrorLine { error }
        }
        div { class: "capture__found rows", id,
            if asked && options.as_ref().is_some_and(|options| options.is_empty()) {
                p { class: "second quiet", role: "status", "{nobody}" }
                if let Some(instead) = instead {
                    {instead.call(written)}
                }
            }
            for option in options.clone().unwrap_or_default() {
                Row {
                    key: "{option.who:?}",
                    id: ticked.then(|| format!("{id}-alone")),
                    front: ticked.then(|| rsx! {
                        Icon { glyph: Glyph::Check }
                    }),
                    title: {
                        let (name, danger) = (option.name.clone(), option.danger);
                        rsx! {
                            Name { name, danger }
                        }
                    },
                    second: (!option.about.is_empty())
                        .then(|| {
                            let about = option.about.clone();
                            rsx! { "{about}" }
                        }),
                    onpress: move |()| onchoose.call(option.clone()),
                }
            }
            if let Some(options) = options.filter(|_| asked) {
                More {
                    id: "{id}-more",
                    shown: options.len(),
                    total: options.total,
                    onpress: move |()| limit += STEP,
                }
            }
        }
    }
}
