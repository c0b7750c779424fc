//! The teams on this phone, one per municipality: which is open, and switching.

mod apart;
mod which;

use dioxus::prelude::*;
use voorveld_core::api::{ReadTeams, TeamChoice};
use voorveld_core::view::TeamEntry;

use crate::components::{
    Button, ErrorLine, Glyph, Head, Icon, MenuRow, Page, Point, ProblemLine, Row, Section,
};
use crate::hooks::{use_capture, use_live, use_lock};
use crate::route::Route;
use crate::t;

pub use apart::Apart;
pub use which::WhichTeam;

/// The page.
#[component]
pub fn TeamsPage() -> Element {
    let live = use_live(ReadTeams);
    let navigator = use_navigator();
    let capture = use_capture();
    let lock = use_lock();
    let going = lock.is_some_and(|lock| lock.going());
    let problem = lock.and_then(|lock| lock.problem());
    use_drop(move || {
        if let Some(lock) = lock {
            lock.clear();
        }
    });
    let go = use_callback(move |(choice, page): (TeamChoice, Route)| {
        if let Some(lock) = lock {
            lock.go(choice, page);
        }
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("teams-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: rsx! {
                if let Some(error) = live.problem().or(problem).or_else(|| capture.problem()) {
                    ErrorLine { error }
                }
                div { class: "ways",
                    Button {
                        id: "teams-add",
                        busy: going,
                        glyph: Glyph::Plus,
                        label: if going { t!("teams-going") } else { t!("teams-add") },
                        onpress: move |()| go((TeamChoice::New, Route::TeamPage {})),
                    }
                    p { class: "second", {t!("teams-add-why")} }
                }
            },
            p { class: "page__lead", {t!("teams-apart")} }
            Section { title: t!("teams-here"), id: "teams-here",
                for (index , team) in live.value().unwrap_or_default().into_iter().enumerate() {
                    TeamRow {
                        key: "{team.id}",
                        index,
                        onpress: {
                            let team = TeamChoice::Team(team.id);
                            move |()| go((team, Route::TodayPage {}))
                        },
                        team,
                    }
                }
            }
        }
    }
}

/// A team in the list.
#[component]
fn TeamRow(index: usize, team: TeamEntry, onpress: EventHandler<()>) -> Element {
    let name = named(&team);
    if let Some(damage) = team.damage {
        return rsx! {
            Point {
                id: "teams-{index}",
                glyph: Glyph::CircleAlert,
                title: name,
                text: t!("teams-damaged", file: damage.file),
            }
        };
    }
    let front = rsx! {
        Icon { glyph: if team.open { Glyph::Check } else { Glyph::Building } }
    };
    let id = format!("teams-{index}");
    if team.open {
        return rsx! {
            Row {
                id,
                front,
                title: rsx! { "{name}" },
                second: rsx! { {t!("teams-open")} },
            }
        };
    }
    rsx! {
        Row {
            id,
            front,
            title: rsx! { "{name}" },
            second: rsx! {
                if team.only_here > 0 {
                    {t!("teams-only-here", n: team.only_here)}
                } else {
                    {t!("teams-all-sent")}
                }
            },
            onpress,
        }
    }
}

/// A link to the list of teams, which says how many records of other teams are only here.
#[component]
pub fn TeamsRow() -> Element {
    let teams = use_live(ReadTeams).value().unwrap_or_default();
    let others = || teams.iter().filter(|team| !team.open);
    let here: Vec<String> = others()
        .filter(|team| team.only_here > 0 && team.damage.is_none())
        .map(|team| t!("teams-other-only-here", name: named(team), n: team.only_here))
        .collect();
    let names: Vec<String> = others().map(named).collect();
    rsx! {
        MenuRow {
            id: "team-teams",
            glyph: Glyph::Building,
            title: t!("teams-row"),
            second: if here.is_empty() { names.join(", ") } else { here.join(" · ") },
            to: Route::TeamsPage {},
        }
    }
}

/// Returns a team's name, or a placeholder while it has none.
fn named(team: &TeamEntry) -> String {
    if team.name.is_empty() {
        t!("teams-unnamed")
    } else {
        team.name.clone()
    }
}

/// Describes a newly discovered damaged file; `None` when the user knows already.
fn damage_words(team: &TeamEntry) -> Option<String> {
    let damage = team.damage.as_ref().filter(|damage| damage.new)?;
    Some(t!("teams-damaged-new", name: named(team), file: damage.file.clone()))
}

/// The teams whose files were just found damaged.
#[component]
fn Damaged(teams: Vec<TeamEntry>) -> Element {
    rsx! {
        for (index , words) in teams.iter().filter_map(damage_words).enumerate() {
            ProblemLine { key: "{index}", text: words }
        }
    }
}
