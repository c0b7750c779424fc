//! The sync status in one line. It claims only what is proven.

use dioxus::prelude::*;
use voorveld_core::view::{PartnerView, SyncState};

use super::{CatchingUp, Glyph, Icon};
use crate::hooks::clock;
use crate::{format, t, text};

/// Shows with whom this phone is in sync and since when, or else how many records are only here. Renders
/// nothing without a team.
#[component]
pub fn SyncLine(sync: SyncState) -> Element {
    if !sync.in_team {
        return rsx! {};
    }
    rsx! {
        CatchingUp { catch_up: sync.catch_up }
        // A live region: the text changes while the user looks at it.
        div { class: "page__lead", id: "sync-line", role: "status",
            if sync.only_here > 0 {
                p { class: "lead-line",
                    Icon { glyph: Glyph::Smartphone }
                    span { class: "strong", {t!("today-only-here", n: sync.only_here)} }
                }
            } else {
                for (index , partner) in sync.partners.iter().enumerate() {
                    p { class: "lead-line", key: "{index}",
                        Icon { glyph: Glyph::TwoPhones }
                        span { {partner_words(partner)} }
                    }
                }
            }
        }
    }
}

fn partner_words(partner: &PartnerView) -> String {
    let clock = clock();
    let name = partner.name.clone();
    match partner.equal_at {
        Some(at) if partner.equal => {
            let at = clock.local(at);
            let at = if at.date() == clock.today() {
                format::time(at.time())
            } else {
                format::moment(text::language(), at, clock.today())
            };
            t!("today-equal", name: name, at: at)
        }
        Some(at) => {
            let at = format::moment(text::language(), clock.local(at), clock.today());
            t!("today-last-equal", name: name, at: at)
        }
        None if partner.equal => t!("team-equal", name: name),
        None => t!("today-never-equal", name: name),
    }
}
