//! The receiver of a handover: a contact of the network, or a typed name.

use dioxus::prelude::*;
use voorveld_core::view::WhoOption;

use crate::components::{Field, Glyph, Invite};
use crate::pages::find_who::{Among, FindWhoField};
use crate::t;

/// The field, or the search that fills it.
#[component]
pub fn Receiver(begin: String, onchange: EventHandler<String>) -> Element {
    let mut finding = use_signal(|| false);
    // The counter is the field's key: choosing a contact creates a new field that starts with that name.
    let mut found = use_signal(|| (0_u32, begin));
    rsx! {
        if finding() {
            div { class: "editor",
                FindWhoField {
                    id: "handover-find",
                    label: t!("edit-around-find"),
                    nobody: t!("edit-around-nobody"),
                    among: Among::Contacts,
                    onchoose: move |option: WhoOption| {
                        let turn = found.peek().0 + 1;
                        finding.set(false);
                        onchange.call(option.name.clone());
                        found.set((turn, option.name));
                    },
                    oncancel: move |()| finding.set(false),
                }
            }
        } else {
            for (turn , name) in [found()] {
                Field {
                    key: "{turn}",
                    id: "handover-receiver",
                    label: t!("handover-receiver"),
                    initial: name,
                    oninput: move |text: String| {
                        onchange.call(text.clone());
                        found.write().1 = text;
                    },
                }
            }
            Invite {
                id: "handover-from-network",
                glyph: Glyph::Search,
                label: t!("handover-from-network"),
                onpress: move |()| finding.set(true),
            }
        }
    }
}
