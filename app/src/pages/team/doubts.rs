//! Suspicious behaviour of the server.

use dioxus::prelude::*;
use voorveld_core::view::{Doubt, ServerDoubt};

use crate::components::{Glyph, Point};
use crate::hooks::clock;
use crate::{format, t, text};

/// A point per doubt: what the server did, what that means for the work, and when.
#[component]
pub fn Doubts(doubts: Vec<ServerDoubt>) -> Element {
    if doubts.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "rows", id: "team-doubts", role: "status",
            for (index , doubt) in doubts.into_iter().enumerate() {
                {
                    let (title, text) = words(doubt);
                    rsx! {
                        Point {
                            key: "{index}",
                            id: "team-doubt-{index}",
                            glyph: Glyph::CircleAlert,
                            title,
                            text,
                        }
                    }
                }
            }
        }
    }
}

fn words(doubt: ServerDoubt) -> (String, String) {
    let clock = clock();
    let at = format::moment(text::language(), clock.local(doubt.at), clock.today());
    let (title, then) = match doubt.what {
        Doubt::OldNote { name } => (t!("doubt-old-note", name: name), t!("doubt-old-note-then")),
        Doubt::Withheld { name } => (t!("doubt-withheld"), t!("doubt-withheld-then", name: name)),
        Doubt::OwnMissing => (t!("doubt-own-missing"), t!("doubt-own-missing-then")),
        Doubt::Restarted => (t!("doubt-restarted"), t!("doubt-restarted-then")),
    };
    (title, format!("{then} {}", t!("doubt-at", at: at)))
}
