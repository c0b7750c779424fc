//! What only people can settle, at the end of closing the day. Everything may be left as it is.

use dioxus::prelude::*;
use voorveld_core::view::ToSettle;

use super::moved_twice::MovedTwiceLine;
use crate::components::Section;
use crate::hooks::use_action;
use crate::pages::clashes::ClashToSettle;
use crate::pages::today::{LookAgains, SignalRecord};
use crate::t;

/// The list; renders nothing when there is nothing to settle.
#[component]
pub fn ToSettleList(to_settle: ToSettle) -> Element {
    let action = use_action();
    let ToSettle {
        clashes,
        moves,
        signals,
        look_again,
    } = to_settle;
    let count = clashes.len() + moves.len() + signals.len() + look_again.len();
    if count == 0 {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("settle-title"), id: "to-settle", aside: count.to_string(),
            p { class: "second quiet", {t!("settle-leave")} }
            for line in clashes {
                ClashToSettle { key: "{line.of.id()}", line }
            }
            for line in moves {
                MovedTwiceLine { key: "{line.entry:?}", line }
            }
            for signal in signals {
                SignalRecord { key: "{signal.id}", signal }
            }
            LookAgains { lines: look_again, action }
        }
    }
}
