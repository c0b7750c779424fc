//! The end of a truncated list.

use dioxus::prelude::*;
use voorveld_core::view::{Language, Total};

use super::Invite;
use crate::{t, text};

/// "12 van 30 · toon meer"; renders nothing when the whole list is shown.
#[component]
pub fn More(id: String, shown: usize, total: Total, onpress: EventHandler<()>) -> Element {
    let cut = total.or_more || total.number as usize > shown;
    rsx! {
        if cut {
            Invite { id, label: part_of(shown, total), onpress }
        }
    }
}

fn part_of(shown: usize, total: Total) -> String {
    let number = whole(text::language(), total.number);
    if total.or_more {
        t!("shown-of-more-than", shown: shown, total: number)
    } else {
        t!("shown-of", shown: shown, total: number)
    }
}

/// Formats a total for a section's head: "30", "1.000+".
pub fn in_all(total: Total) -> String {
    let number = whole(text::language(), total.number);
    if total.or_more {
        format!("{number}+")
    } else {
        number
    }
}

/// Groups thousands by language: 1.000 in Dutch, 1,000 in English.
fn whole(language: Language, number: u32) -> String {
    let apart = match language {
        Language::Dutch => '.',
        Language::English => ',',
    };
    match number / 1000 {
        0 => number.to_string(),
        thousands => format!("{thousands}{apart}{:03}", number % 1000),
    }
}
