//! Closing the day failed: what happened, what is safe, what does not work yet, and what to do.

use dioxus::prelude::*;
use voorveld_core::SyncProblem;
use voorveld_core::view::TeamView;

use super::names;
use crate::components::{Glyph, Point, Section};
use crate::hooks::clock;
use crate::{format, t, text};

/// Those four points. Not in an alarm colour: nobody is in danger.
#[component]
pub fn Failed(problem: SyncProblem, team: TeamView) -> Element {
    let clock = clock();
    let language = text::language();
    let sync = &team.sync;
    let moment = |at| format::moment(language, clock.local(at), clock.today());
    let names = names(&sync.partners, |_| true);
    rsx! {
        div { role: "alert", id: "team-failed",
            Section { title: what_happened(problem),
                p { class: "point__lead",
                    match sync.last_success {
                        Some(at) => t!("failed-since", at: moment(at)),
                        None => t!("failed-never"),
                    }
                }
                Point {
                    id: "team-safe",
                    glyph: Glyph::Smartphone,
                    title: t!("failed-safe"),
                    text: match sync.only_here {
                        0 => t!("failed-safe-none"),
                        n => t!("failed-safe-count", n: n),
                    },
                }
                if !names.is_empty() {
                    Point {
                        glyph: Glyph::EyeOff,
                        title: if sync.only_here > 0 {
                            t!("failed-unseen", n: sync.partners.len(), names: names.clone())
                        } else {
                            t!("failed-unseen-theirs", names: names.clone())
                        },
                        text: match sync.last_success {
                            Some(at) => t!("failed-unseen-since", at: moment(at)),
                            None => String::new(),
                        },
                    }
                }
                Point {
                    id: "team-next",
                    glyph: Glyph::RefreshCw,
                    title: t!("failed-go-on"),
                    text: {
                        let what = what_next(problem);
                        match sync.last_attempt {
                            Some(at) => format!("{what} {}", t!("failed-last-attempt", at: moment(at))),
                            None => what,
                        }
                    },
                }
                p { class: "second quiet", id: "team-code",
                    {t!("failed-code", code: problem.code())}
                }
            }
        }
    }
}

fn what_happened(problem: SyncProblem) -> String {
    match problem {
        SyncProblem::NoConnection => t!("failed-no-connection"),
        SyncProblem::NoAnswer => t!("failed-no-answer"),
        SyncProblem::Certificate => t!("failed-certificate"),
        SyncProblem::Nonsense => t!("failed-nonsense"),
        SyncProblem::ServerTrouble => t!("failed-server-trouble"),
        SyncProblem::NotKnown => t!("failed-not-known"),
        SyncProblem::Version => t!("failed-version"),
        SyncProblem::Fork => t!("failed-fork"),
        SyncProblem::OwnStore => t!("failed-own-store"),
        SyncProblem::Withheld => t!("failed-withheld"),
        SyncProblem::NoProgress => t!("failed-no-progress"),
        SyncProblem::LoginPage => t!("failed-login-page"),
    }
}

/// Returns what the user can do about it.
fn what_next(problem: SyncProblem) -> String {
    match problem {
        SyncProblem::NoConnection => t!("next-connection"),
        SyncProblem::NoAnswer | SyncProblem::ServerTrouble => t!("next-later"),
        SyncProblem::Certificate
        | SyncProblem::Nonsense
        | SyncProblem::NotKnown
        | SyncProblem::Withheld
        | SyncProblem::NoProgress => t!("next-administrator"),
        SyncProblem::LoginPage => t!("next-login-page"),
        SyncProblem::Version => t!("next-update"),
        SyncProblem::Fork => t!("next-fork"),
        SyncProblem::OwnStore => t!("next-store"),
    }
}
