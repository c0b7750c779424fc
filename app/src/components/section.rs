//! A section of a page.

use dioxus::prelude::*;

/// A rule, a title, and at the end a count or a remark.
#[component]
pub fn Section(
    title: String,
    #[props(default)] aside: String,
    #[props(default)] id: Option<String>,
    /// Draws hairlines between the children.
    #[props(default = true)]
    rows: bool,
    children: Element,
) -> Element {
    rsx! {
        section { class: "section", id,
            div { class: "section__head",
                h2 { class: "section__title", dir: "auto", "{title}" }
                if !aside.is_empty() {
                    span { class: "section__aside", "{aside}" }
                }
            }
            div { class: if rows { "rows" }, {children} }
        }
    }
}
