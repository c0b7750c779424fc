//! Records that are only on this phone, by person.

use dioxus::prelude::*;
use voorveld_core::view::{OnlyHereLine, SyncState, WorkCounts};

use crate::components::{Glyph, Icon, Section};
use crate::hooks::clock;
use crate::{format, t, text};

/// When each partner was last in sync, one line each; or that there is no other phone yet.
#[component]
pub fn LastEqual(sync: SyncState) -> Element {
    let clock = clock();
    let language = text::language();
    if sync.partners.is_empty() {
        return rsx! {
            p { class: "page__lead lead-line", id: "team-alone",
                Icon { glyph: Glyph::Smartphone }
                span { {t!("team-alone")} }
            }
        };
    }
    rsx! {
        for (index , partner) in sync.partners.iter().enumerate() {
            p { key: "{index}", class: "page__lead lead-line", id: "team-last-equal-{index}",
                Icon { glyph: Glyph::TwoPhones }
                span {
                    {
                        let name = partner.name.clone();
                        match partner.equal_at {
                            Some(at) => {
                                let at = format::moment(language, clock.local(at), clock.today());
                                t!("today-last-equal", name: name, at: at)
                            }
                            None if partner.equal => t!("team-equal", name: name),
                            None => t!("today-never-equal", name: name),
                        }
                    }
                }
            }
        }
    }
}

/// The count, and whom the records are about.
#[component]
pub fn OnlyHere(total: u32, lines: Vec<OnlyHereLine>) -> Element {
    let listed: u32 = lines.iter().map(|line| sum(line.counts)).sum();
    rsx! {
        Section {
            id: "team-only-here",
            title: t!("team-only-here"),
            aside: total.to_string(),
            rows: false,
            if total == 0 {
                p { class: "second quiet", {t!("team-nothing-new")} }
            }
            dl { class: "counts",
                for (index , line) in lines.into_iter().enumerate() {
                    div { key: "{index}", class: "counts__line",
                        dt { dir: "auto",
                            if line.name.is_empty() {
                                {t!("team-unknown")}
                            } else {
                                "{line.name}"
                            }
                        }
                        dd { {words(line.counts)} }
                    }
                }
            }
            if total > listed && listed > 0 {
                p { class: "second quiet", {t!("team-only-here-more", n: total - listed)} }
            }
        }
    }
}

fn sum(counts: WorkCounts) -> u32 {
    counts.encounters + counts.signals + counts.commitments + counts.other
}

/// Formats "2 contactmomenten, 1 afspraak".
fn words(counts: WorkCounts) -> String {
    let mut parts = Vec::new();
    if counts.encounters > 0 {
        parts.push(t!("count-encounters", n: counts.encounters));
    }
    if counts.signals > 0 {
        parts.push(t!("count-signals", n: counts.signals));
    }
    if counts.commitments > 0 {
        parts.push(t!("count-commitments", n: counts.commitments));
    }
    if counts.other > 0 {
        parts.push(t!("count-other", n: counts.other));
    }
    parts.join(", ")
}
