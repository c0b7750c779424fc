//! The frame of a page: what scrolls, and above the tab bar what the thumb needs.

use dioxus::prelude::*;

use super::focus;
use crate::hooks::use_covered;

/// A page with a large title, or with a [`Head`](super::Head) of its own. It takes the focus when it
/// appears: a screen reader begins with it, and Tab goes on from there.
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
    /// Nothing in it can be pressed: a keyboard stands on the whole of it, and so can scroll.
    #[props(default)]
    only_read: bool,
    /// It stands beside the page, under this name.
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
