//! Quarantined records of colleagues: whose they are, what they are about, and what to do.

use dioxus::prelude::*;
use voorveld_core::model::QuarantineReason;
use voorveld_core::view::{QuarantinedView, SyncState};

use crate::components::{Glyph, Point};
use crate::t;

/// A point per reason, and one for records without a known reason.
#[component]
pub fn Aside(sync: SyncState) -> Element {
    if sync.quarantined == 0 {
        return rsx! {};
    }
    let told: u32 = sync.quarantine.iter().map(|line| line.records).sum();
    let rest = sync.quarantined.saturating_sub(told);
    rsx! {
        div { class: "rows", id: "team-set-aside", role: "status",
            for (index , line) in sync.quarantine.iter().enumerate() {
                Point {
                    key: "{index}",
                    glyph: Glyph::CircleAlert,
                    title: what(line),
                    text: what_then(line),
                }
            }
            if rest > 0 {
                Point {
                    glyph: Glyph::CircleAlert,
                    title: t!("team-set-aside", n: rest),
                    text: t!("team-set-aside-then"),
                }
            }
        }
    }
}

fn what(line: &QuarantinedView) -> String {
    let who = match line.by.as_str() {
        "" => t!("team-aside-somebody"),
        name => name.to_owned(),
    };
    let n = line.records;
    let what = match line.why {
        QuarantineReason::Newer => t!("team-aside-newer", n: n, who: who),
        QuarantineReason::Waits => t!("team-aside-waits", n: n, who: who),
        QuarantineReason::Sealed => t!("team-aside-sealed", n: n, who: who),
        QuarantineReason::Harmful => t!("team-aside-harmful", n: n, who: who),
    };
    match &line.about {
        Some((_, name)) => format!("{} {what}", t!("team-aside-about", name: name.clone())),
        None => what,
    }
}

fn what_then(line: &QuarantinedView) -> String {
    let n = line.records;
    match line.why {
        QuarantineReason::Newer => t!("team-aside-newer-then", n: n),
        QuarantineReason::Waits => t!("team-aside-waits-then", n: n),
        QuarantineReason::Sealed => t!("team-aside-sealed-then"),
        QuarantineReason::Harmful => t!("team-aside-harmful-then"),
    }
}
