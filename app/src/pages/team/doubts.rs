//! Suspicious behaviour of the server.

use dioxus::prelude::*;
use voorveld_core::view::{Doubt, ServerDoubt};

use crate::components::ProblemLine;
use crate::hooks::clock;
use crate::{format, t, text};

/// A line per doubt: what the server did, what that means for the work, and when.
#[component]
pub fn Doubts(doubts: Vec<ServerDoubt>) -> Element {
    rsx! {
        for (index , doubt) in doubts.into_iter().enumerate() {
            div { key: "{index}", id: "team-doubt-{index}",
                ProblemLine { text: words(doubt) }
            }
        }
    }
}

fn words(doubt: ServerDoubt) -> String {
    let clock = clock();
    let at = format::moment(text::language(), clock.local(doubt.at), clock.today());
    match doubt.what {
        Doubt::OldNote { name } => t!("doubt-old-note", name: name, at: at),
        Doubt::Withheld { name } => t!("doubt-withheld", name: name, at: at),
        Doubt::OwnMissing => t!("doubt-own-missing", at: at),
        Doubt::Restarted => t!("doubt-restarted", at: at),
    }
}
