//! The frame of a page: the scrolling body, and the dock above the tab bar.

use dioxus::prelude::*;

use super::focus;
use crate::hooks::use_covered;

/// A page with a large title or with its own [`Head`](super::Head). It takes the focus on mount, so that
/// screen readers and Tab start there.
#[component]
pub fn Page(
    /// The large title; left out when the page has a head.
    #[props(default)]
    title: Option<String>,
    #[props(default)] head: Option<Element>,
    #[props(default)] dock: Option<Element>,
    /// Draws a hairline above the dock.
    #[props(default)]
    dock_lined: bool,
    /// Stretches the content over the full height (the first day's arrow).
    #[props(default)]
    tall: bool,
    /// Parts of the page stick to the edges while it scrolls (a case).
    #[props(default)]
    sticky: bool,
    /// The page has no controls, so the body itself is focusable and can be scrolled with the keyboard.
    #[props(default)]
    only_read: bool,
    /// Accessible name of a pane next to the page itself.
    #[props(default)]
    beside: Option<String>,
    children: Element,
) -> Element {
    let covered = use_covered();
    let tall = if tall { " page__body--tall" } else { "" };
    let sticky = if sticky { " page__body--sticky" } else { "" };
    let lined = if dock_lined { " dock--lined" } else { "" };
    let title = title.filter(|_| beside.is_none());
    let contents = rsx! {
        if let Some(head) = head {
            {head}
        }
        div {
            class: "page__body{tall}{sticky}",
            tabindex: only_read.then_some("0"),
            if let Some(title) = title {
                h1 { class: "page__title", dir: "auto", "{title}" }
            }
            {children}
        }
        if let Some(dock) = dock {
            div { class: "dock{lined}", {dock} }
        }
    };
    rsx! {
        if let Some(name) = beside {
            section {
                class: "page",
                aria_label: name,
                "inert": covered.then_some("true"),
                {contents}
            }
        } else {
            main {
                class: "page",
                tabindex: "-1",
                "inert": covered.then_some("true"),
                onmounted: move |mounted| focus::to(mounted.data()),
                {contents}
            }
        }
    }
}
