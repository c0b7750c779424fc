//! Which municipality one is working in.

use dioxus::prelude::*;
use voorveld_core::call::ReadTeams;

use super::{Damaged, named};
use crate::components::{Glyph, Icon};
use crate::hooks::use_live;

/// The open team's name, once there are more on this phone, so that one never works in the wrong one.
#[component]
pub fn WhichTeam() -> Element {
    let teams = use_live(ReadTeams).value().unwrap_or_default();
    let open = teams.iter().find(|team| team.open).map(named);
    let others = teams.len() > 1;
    rsx! {
        if let Some(name) = open.filter(|_| others) {
            p { class: "page__lead lead-line", id: "which-team",
                Icon { glyph: Glyph::Landmark }
                span { class: "strong", dir: "auto", "{name}" }
            }
        }
        Damaged { teams }
    }
}
