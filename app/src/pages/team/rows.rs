//! Where else one goes from the team page.

use dioxus::prelude::*;
use voorveld_core::view::TeamView;

use crate::components::{Glyph, MenuRow};
use crate::pages::teams::TeamsRow;
use crate::route::Route;
use crate::t;

/// Phones, reading a list, settings.
#[component]
pub fn TeamRows(
    team: TeamView,
    /// The team's name stands above, because it is not the page's title.
    titled: bool,
) -> Element {
    let members = team
        .members
        .iter()
        .map(|(_, name)| name.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    rsx! {
        section { class: "section",
            if titled {
                div { class: "section__head",
                    h2 { class: "section__title", id: "team-title", dir: "auto",
                        {t!("team-title", name: team.name.clone())}
                    }
                }
            }
            div { class: "rows",
                MenuRow {
                    id: "team-add-phone",
                    glyph: Glyph::UserPlus,
                    title: t!("team-add-phone"),
                    second: t!("team-members", names: members),
                    to: Route::InvitePage {},
                }
                OwnLines {}
            }
        }
    }
}

/// Reading a list and settings, under a rule of their own.
#[component]
pub fn OwnRows() -> Element {
    rsx! {
        section { class: "section",
            div { class: "rows", OwnLines {} }
        }
    }
}

#[component]
fn OwnLines() -> Element {
    rsx! {
        MenuRow {
            id: "team-expenses",
            glyph: Glyph::Wallet,
            title: t!("expenses-title"),
            to: Route::ExpensesPage {},
        }
        MenuRow {
            id: "team-core-team",
            glyph: Glyph::Landmark,
            title: t!("core-team-title"),
            to: Route::CoreTeamPage {},
        }
        MenuRow {
            id: "team-call-list",
            glyph: Glyph::PhoneCall,
            title: t!("call-list-title"),
            to: Route::CallListPage {},
        }
        MenuRow {
            id: "team-studies",
            glyph: Glyph::MessagesSquare,
            title: t!("study-title"),
            to: Route::StudiesPage {},
        }
        MenuRow {
            id: "team-effect",
            glyph: Glyph::ChartColumn,
            title: t!("effect-title"),
            to: Route::EffectPage {},
        }
        MenuRow {
            id: "team-agreements",
            glyph: Glyph::Sliders,
            title: t!("agreements-title"),
            to: Route::AgreementsPage {},
        }
        MenuRow {
            id: "team-export",
            glyph: Glyph::Download,
            title: t!("export-title"),
            to: Route::ExportPage {},
        }
        MenuRow {
            id: "team-import",
            glyph: Glyph::Upload,
            title: t!("import-title"),
            to: Route::ImportPage {},
        }
        TeamsRow {}
        MenuRow {
            id: "team-settings",
            glyph: Glyph::Settings,
            title: t!("settings-title"),
            to: Route::SettingsPage {},
        }
    }
}
