//! All that a colleague changed for one client, as one sentence that opens to its parts.

use dioxus::prelude::*;
use voorveld_core::view::{NewsLine, NewsPart, NewsPlace};

use super::words::{meta, words};
use crate::components::{AuthorBox, Glyph, Icon, Name};
use crate::hooks::clock;
use crate::{t, text};

/// The line. A press opens the record; the control beside it shows the parts.
#[component]
pub fn NewsRow(
    line: NewsLine,
    /// Whose news it is.
    person: String,
    /// Several colleagues share the section, so it shows whose line it is.
    #[props(default)]
    shared: bool,
) -> Element {
    let mut open = use_signal(|| false);
    let language = text::language();
    let today = clock().today();
    let name = match line.place {
        NewsPlace::Signal(_) if line.name.is_empty() => t!("signal"),
        _ => line.name.clone(),
    };
    let several = line.parts.len() > 1;
    let said: Vec<(String, String, bool)> = line
        .parts
        .iter()
        .map(|part| {
            let danger = matches!(part, NewsPart::Danger(_));
            (
                words(language, part, &person, today),
                meta(language, part, clock()),
                danger,
            )
        })
        .collect();
    let when = said.first().map(|(_, meta, _)| meta.clone());
    rsx! {
        div { class: "news",
            Link { class: "record", to: super::place(line.place),
                span { class: "row__title", dir: "auto",
                    Name { name: name.clone(), danger: line.danger }
                }
                if !open() {
                    span { class: "record__text news__sentence", dir: "auto",
                        for (index , (words , _ , danger)) in said.iter().enumerate() {
                            span { key: "{index}",
                                if index > 0 {
                                    " · "
                                }
                                span { class: if *danger { "strong" }, "{words}" }
                            }
                        }
                    }
                    if let Some(when) = when.filter(|when| !several && !when.is_empty()) {
                        span { class: "row__second", "{when}" }
                    }
                }
            }
            if shared {
                AuthorBox { name: person, small: true }
            }
            if several {
                button {
                    class: "square news__open",
                    r#type: "button",
                    aria_expanded: if open() { "true" } else { "false" },
                    aria_label: t!("news-parts", name: name),
                    onclick: move |_| open.toggle(),
                    Icon { glyph: if open() { Glyph::ArrowUp } else { Glyph::ChevronDown } }
                }
            }
            if open() {
                ul { class: "news__parts",
                    for (index , (words , meta , danger)) in said.into_iter().enumerate() {
                        li { key: "{index}", dir: "auto",
                            span { class: if danger { "strong" }, "{words}" }
                            if !meta.is_empty() {
                                span { class: "row__second", "{meta}" }
                            }
                        }
                    }
                }
            }
        }
    }
}
