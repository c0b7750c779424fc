//! Where else one goes from the team page.

use chrono::Datelike as _;
use dioxus::prelude::*;
use voorveld_core::call::{ReadCoreTeam, ReadExpenseMonth};
use voorveld_core::view::TeamView;

use crate::components::{Glyph, MenuRow, Section};
use crate::hooks::{clock, use_live};
use crate::pages::teams::TeamsRow;
use crate::route::Route;
use crate::{format, t, text};

/// What a team does together, and below that lists and files, phones and settings.
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
    let add = rsx! {
        MenuRow {
            id: "team-add-phone",
            glyph: Glyph::UserPlus,
            title: t!("team-add-phone"),
            second: t!("team-members", names: members),
            to: Route::InvitePage {},
        }
    };
    // As long as one is alone, this is what one comes for.
    let alone = team.members.len() < 2;
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
                if alone {
                    {add.clone()}
                }
                Together {}
            }
        }
        Files {}
        Section { title: t!("team-phones"), id: "team-phones",
            if !alone {
                {add}
            }
            Agreed {}
        }
    }
}

/// The same without a team.
#[component]
pub fn OwnRows() -> Element {
    rsx! {
        section { class: "section",
            div { class: "rows", Together {} }
        }
        Files {}
        Section { title: t!("team-phone"), id: "team-phones", Agreed {} }
    }
}

/// The work itself.
#[component]
fn Together() -> Element {
    rsx! {
        Expenses {}
        CoreTeam {}
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
    }
}

/// This month's sheet, with what it comes to so far.
#[component]
fn Expenses() -> Element {
    let today = clock().today();
    let month = today.with_day(1).unwrap_or(today);
    let spent = use_live(ReadExpenseMonth { month })
        .value()
        .filter(|view| !view.lines.is_empty())
        .map(|view| format::money(text::language(), view.total));
    rsx! {
        MenuRow {
            id: "team-expenses",
            glyph: Glyph::Wallet,
            title: t!("expenses-this-month"),
            aside: spent.unwrap_or_default(),
            to: Route::ExpensesPage {},
        }
    }
}

/// The agenda, with the day it is for.
#[component]
fn CoreTeam() -> Element {
    let today = clock().today();
    let next = use_live(ReadCoreTeam)
        .value()
        .and_then(|page| page.next)
        .filter(|day| *day >= today)
        .map(|day| format::short_day(text::language(), day, today));
    rsx! {
        MenuRow {
            id: "team-core-team",
            glyph: Glyph::Landmark,
            title: t!("core-team-title"),
            aside: next.unwrap_or_default(),
            to: Route::CoreTeamPage {},
        }
    }
}

/// What goes in and out as a file.
#[component]
fn Files() -> Element {
    rsx! {
        Section { title: t!("team-files"), id: "team-files",
            MenuRow {
                id: "team-import",
                glyph: Glyph::Upload,
                title: t!("import-title"),
                to: Route::ImportPage {},
            }
            MenuRow {
                id: "team-export",
                glyph: Glyph::Download,
                title: t!("export-title"),
                to: Route::ExportPage {},
            }
        }
    }
}

/// What was agreed, where else one works, and how this phone behaves.
#[component]
fn Agreed() -> Element {
    rsx! {
        MenuRow {
            id: "team-agreements",
            glyph: Glyph::Sliders,
            title: t!("agreements-title"),
            to: Route::AgreementsPage {},
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
