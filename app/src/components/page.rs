//! The frame of a page: what scrolls, and above the tab bar what the thumb needs.

use dioxus::prelude::*;

/// A page with a large title, or with a [`Head`](super::Head) of its own.
#[component]
pub fn Page(
    /// The large title; leave it out when there is a head.
    #[props(default)]
    title: Option<String>,
    #[props(default)] head: Option<Element>,
    #[props(default)] dock: Option<Element>,
    /// A hairline above the dock.
    #[props(default)]
    dock_lined: bool,
    /// Contents share out the height (the first day's arrow).
    #[props(default)]
    tall: bool,
    /// Parts of it stick to the edges while it scrolls (a case).
    #[props(default)]
    sticky: bool,
    children: Element,
) -> Element {
    let tall = if tall { " page__body--tall" } else { "" };
    let sticky = if sticky { " page__body--sticky" } else { "" };
    let lined = if dock_lined { " dock--lined" } else { "" };
    rsx! {
        div { class: "page",
            if let Some(head) = head {
                {head}
            }
            main { class: "page__body{tall}{sticky}",
                if let Some(title) = title {
                    h1 { class: "page__title", dir: "auto", "{title}" }
                }
                {children}
            }
            if let Some(dock) = dock {
                div { class: "dock{lined}", {dock} }
            }
        }
    }
}
