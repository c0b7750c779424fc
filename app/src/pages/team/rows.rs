//! Links from the team page to other pages.

use chrono::Datelike as _;
use dioxus::prelude::*;
use voorveld_core::api::{ReadCoreTeam, ReadExpenseMonth};
use voorveld_core::view::TeamView;

use crate::components::{Glyph, MenuRow, Section};
use crate::hooks::{clock, use_live};
use crate::pages::teams::TeamsRow;
use crate::route::Route;
use crate::{format, t, text};

/// Shared work first, then lists and files, then phones and settings.
#[component]
pub fn TeamRows(
    team: TeamView,
    /// Shows the team's name above, because it is not the page's title.
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
    // While the team has one member, inviting a phone comes first.
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

/// The links of a phone without a team.
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

/// The team's shared work.
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

/// This month's expenses, with the total so far.
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

/// The core team's agenda, with the date of the meeting.
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

/// Import and export.
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

/// The agreements, the other teams on this phone, and the settings.
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
        CheckupRow {}
        MenuRow {
            id: "team-settings",
            glyph: Glyph::Settings,
            title: t!("settings-title"),
            to: Route::SettingsPage {},
        }
    }
}

/// The check of this phone.
#[component]
pub fn CheckupRow() -> Element {
    rsx! {
        MenuRow {
            id: "team-checkup",
            glyph: Glyph::ShieldCheck,
            title: t!("checkup-title"),
            to: Route::CheckupPage {},
        }
    }
}
