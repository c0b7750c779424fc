//! Which municipality is open.

use dioxus::prelude::*;
use voorveld_core::api::ReadTeams;

use super::{Damaged, named};
use crate::components::{Glyph, Icon};
use crate::hooks::use_live;

/// Shows the open team's name when there are several on this phone, to prevent work in the wrong one.
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
