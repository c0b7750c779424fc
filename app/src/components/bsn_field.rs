//! A field for free text, with a warning in place when a burgerservicenummer seems to be in it.

use dioxus::prelude::*;

use super::{Field, ProblemLine};
use crate::{format, t};

/// The field; saving stays possible.
#[component]
pub fn BsnField(
    id: String,
    label: String,
    oninput: EventHandler<String>,
    #[props(default)] initial: String,
    #[props(default)] lines: bool,
    #[props(default)] focus: bool,
    #[props(default)] keyboard: Option<String>,
    #[props(default)] onleave: EventHandler<()>,
) -> Element {
    let mut warns = use_signal(|| format::holds_bsn(&initial));
    rsx! {
        Field {
            id,
            label,
            initial,
            lines,
            focus,
            keyboard,
            onleave,
            oninput: move |text: String| {
                let holds = format::holds_bsn(&text);
                if holds != *warns.peek() {
                    warns.set(holds);
                }
                oninput.call(text);
            },
        }
        if warns() {
            ProblemLine { text: t!("bsn-warning") }
        }
    }
}
