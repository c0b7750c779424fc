//! Quarantined records of colleagues: whose they are, what they are about, and what to do.

use dioxus::prelude::*;
use voorveld_core::view::{QuarantineReason, QuarantinedView, SyncState};

use crate::components::ProblemLine;
use crate::t;

/// A line per reason, and one for records without a known reason.
#[component]
pub fn Aside(sync: SyncState) -> Element {
    if sync.quarantined == 0 {
        return rsx! {};
    }
    let told: u32 = sync.quarantine.iter().map(|line| line.records).sum();
    let rest = sync.quarantined.saturating_sub(told);
    rsx! {
        div { id: "team-set-aside",
            for line in &sync.quarantine {
                ProblemLine { text: told_of(line) }
            }
            if rest > 0 {
                ProblemLine { text: t!("team-set-aside", n: rest) }
            }
        }
    }
}

fn told_of(line: &QuarantinedView) -> String {
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
