//! Type-ahead over cases and contacts.

use dioxus::prelude::*;
use voorveld_core::call::FindWho;
use voorveld_core::view::{Who, WhoOption};

use crate::components::{ErrorLine, Glyph, Icon, Row, SearchField};
use crate::hooks::use_live;

/// Which of the found are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Among {
    /// Cases and contacts.
    #[default]
    All,
    /// Only cases.
    Cases,
    /// Only contacts.
    Contacts,
}

impl Among {
    fn has(self, who: Who) -> bool {
        match self {
            Self::All => true,
            Self::Cases => matches!(who, Who::Case(_)),
            Self::Contacts => matches!(who, Who::Contact(_)),
        }
    }
}

/// A search field with its results above it; the X gives up.
#[component]
pub fn FindWhoField(
    id: String,
    label: String,
    /// What to say when nobody is found.
    nobody: String,
    #[props(default)] among: Among,
    onchoose: EventHandler<WhoOption>,
    oncancel: EventHandler<()>,
    /// Told who is meant as soon as only one is left, who is then ticked; and that nobody is any more.
    #[props(default)]
    onalone: Option<EventHandler<Option<WhoOption>>>,
) -> Element {
    let mut typed = use_signal(String::new);
    rsx! {
        Found { id: "{id}-found", text: typed(), nobody, among, onchoose, onalone }
        SearchField {
            id,
            label,
            focus: true,
            filled: true,
            oninput: move |text| typed.set(text),
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
    onchoose: EventHandler<WhoOption>,
    onalone: Option<EventHandler<Option<WhoOption>>>,
) -> Element {
    let asked = !text.trim().is_empty();
    let found = use_live(FindWho { text });
    let options: Option<Vec<_>> = found.value().map(|options| {
        options
            .into_iter()
            .filter(|option| among.has(option.who))
            .collect()
    });
    let alone = match options.as_deref() {
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
            if asked && options.as_ref().is_some_and(Vec::is_empty) {
                p { class: "second quiet", role: "status", "{nobody}" }
            }
            for option in options.unwrap_or_default() {
                Row {
                    key: "{option.who:?}",
                    id: ticked.then(|| format!("{id}-alone")),
                    front: ticked.then(|| rsx! {
                        Icon { glyph: Glyph::Check }
                    }),
                    title: rsx! { "{option.name}" },
                    second: (!option.about.is_empty())
                        .then(|| {
                            let about = option.about.clone();
                            rsx! { "{about}" }
                        }),
                    onpress: move |()| onchoose.call(option.clone()),
                }
            }
        }
    }
}
