//! A conflict: a field that two people set concurrently.

use dioxus::prelude::*;
use voorveld_core::view::ClashValue;

use super::Button;
use crate::hooks::clock;
use crate::{format, t, text};

/// Shows both values with author and time, on the record itself; one tap resolves the conflict.
#[component]
pub fn ClashChoice(
    /// The field's label.
    field: String,
    values: Vec<ClashValue>,
    /// How each value is displayed; defaults to the value itself.
    #[props(default)]
    shown: Vec<String>,
    #[props(default)] id: Option<String>,
    onchoose: EventHandler<String>,
) -> Element {
    let clock = clock();
    let moment = move |each: &ClashValue| {
        format::moment(text::language(), clock.local(each.at), clock.today())
    };
    rsx! {
        section { class: "two-values", id,
            h2 { class: "two-values__title", {t!("clash-title", field: field)} }
            p { class: "second", {t!("clash-how")} }
            for (index , each) in values.into_iter().enumerate() {
                div { key: "{index}", class: "two-values__value",
                    div { class: "row__words",
                        p { class: "row__title", dir: "auto",
                            if each.value.is_empty() {
                                {t!("clash-empty")}
                            } else {
                                {shown.get(index).unwrap_or(&each.value).as_str()}
                            }
                        }
                        p { class: "row__second",
                            {
                                match (each.from_list(), each.by.as_str()) {
                                    (true, _) => t!("from-list"),
                                    (false, "") => moment(&each),
                                    (false, by) => format!("{by} · {}", moment(&each)),
                                }
                            }
                        }
                    }
                    Button {
                        label: t!("clash-choose"),
                        aria: t!("clash-choose-value", value: each.value.clone()),
                        small: true,
                        onpress: move |()| onchoose.call(each.value.clone()),
                    }
                }
            }
        }
    }
}
