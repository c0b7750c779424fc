//! Quarantined records of colleagues: whose they are, what they are about, and what to do.

use dioxus::prelude::*;
use voorveld_core::view::{SetAsideView, SetAsideWhy, SyncState};

use crate::components::ProblemLine;
use crate::t;

/// A line per reason, and one for records without a known reason.
#[component]
pub fn Aside(sync: SyncState) -> Element {
    if sync.set_aside == 0 {
        return rsx! {};
    }
    let told: u32 = sync.aside.iter().map(|line| line.records).sum();
    let rest = sync.set_aside.saturating_sub(told);
    rsx! {
        div { id: "team-set-aside",
            for line in &sync.aside {
                ProblemLine { text: told_of(line) }
            }
            if rest > 0 {
                ProblemLine { text: t!("team-set-aside", n: rest) }
            }
        }
    }
}

fn told_of(line: &SetAsideView) -> String {
    let who = match line.by.as_str() {
        "" => t!("team-aside-somebody"),
        name => name.to_owned(),
    };
    let n = line.records;
    let what = match line.why {
        SetAsideWhy::Newer => t!("team-aside-newer", n: n, who: who),
        SetAsideWhy::Waits => t!("team-aside-waits", n: n, who: who),
        SetAsideWhy::Sealed => t!("team-aside-sealed", n: n, who: who),
        SetAsideWhy::Harmful => t!("team-aside-harmful", n: n, who: who),
    };
    match &line.about {
        Some((_, name)) => format!("{} {what}", t!("team-aside-about", name: name.clone())),
        None => what,
    }
}
