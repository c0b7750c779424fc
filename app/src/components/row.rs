//! A list row.

use dioxus::prelude::*;

use crate::route::Route;

/// A title with a second line; the row leads to a page and may have a control at its end.
#[component]
pub fn Row(
    title: Element,
    #[props(default)] second: Option<Element>,
    /// An icon or glyph at the start.
    #[props(default)]
    front: Option<Element>,
    /// Secondary text at the end.
    #[props(default)]
    aside: String,
    /// A control at the end, outside the row's own press area.
    #[props(default)]
    end: Option<Element>,
    #[props(default)] to: Option<Route>,
    #[props(default)] onpress: Option<EventHandler<()>>,
    #[props(default)] id: Option<String>,
    /// Shows the title in regular weight.
    #[props(default)]
    plain: bool,
) -> Element {
    let title_class = if plain {
        "row__title row__title--plain"
    } else {
        "row__title"
    };
    let words = rsx! {
        if let Some(front) = front {
            {front}
        }
        span { class: "row__words",
            span { class: title_class, dir: "auto", {title} }
            if let Some(second) = second {
                span { class: "row__second", dir: "auto", {second} }
            }
        }
        if !aside.is_empty() {
            span { class: "row__aside", "{aside}" }
        }
    };
    rsx! {
        div { class: "row",
            if let Some(to) = to {
                Link { class: "row__main", id, to, {words} }
            } else if let Some(onpress) = onpress {
                button {
                    class: "row__main",
                    id,
                    r#type: "button",
                    onclick: move |_| onpress.call(()),
                    {words}
                }
            } else {
                div { class: "row__main", id, {words} }
            }
            if let Some(end) = end {
                {end}
            }
        }
    }
}
