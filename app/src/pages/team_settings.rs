//! The team's agreements: settings shared by all its phones.

use dioxus::prelude::*;
use voorveld_core::api::{ReadTeamSettings, SetTeamSetting};
use voorveld_core::model::TeamSetting;
use voorveld_core::view::TeamSettings;

use crate::components::{EditLine, ErrorLine, Head, Page};
use crate::hooks::{use_editing, use_live};
use crate::route::Route;
use crate::t;

/// The team's agreements.
#[component]
pub fn AgreementsPage() -> Element {
    let live = use_live(ReadTeamSettings);
    let navigator = use_navigator();
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("agreements-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            p { class: "second page__lead", {t!("agreements-how")} }
            if let Some(now) = live.value() {
                Lines { now }
            }
        }
    }
}

#[component]
fn Lines(now: TeamSettings) -> Element {
    let month = now.budget_month.map(euros).unwrap_or_default();
    rsx! {
        div { class: "rows",
            SettingLine {
                id: "agreed-weeks",
                setting: TeamSetting::Weeks,
                label: t!("agreements-weeks"),
                value: now.weeks.to_string(),
                shown: t!("agreements-n-weeks", n: now.weeks),
            }
            SettingLine {
                id: "agreed-core-team",
                setting: TeamSetting::CoreTeamWeeks,
                label: t!("agreements-core-team"),
                value: now.core_team_weeks.to_string(),
                shown: t!("agreements-n-weeks", n: now.core_team_weeks),
            }
            SettingLine {
                id: "agreed-budget",
                setting: TeamSetting::BudgetMonth,
                label: t!("agreements-budget"),
                value: month.clone(),
                shown: if month.is_empty() { month } else { format!("€ {month}") },
            }
        }
    }
}

#[component]
fn SettingLine(
    id: String,
    setting: TeamSetting,
    label: String,
    value: String,
    shown: String,
) -> Element {
    let editing = use_editing();
    rsx! {
        EditLine {
            id,
            label,
            value,
            shown,
            keyboard: "decimal",
            editing,
            onsave: move |typed: String| {
                let value = match setting {
                    TeamSetting::BudgetMonth => cents(&typed),
                    _ => typed.trim().to_owned(),
                };
                editing.save(SetTeamSetting { setting, value });
            },
        }
    }
}

/// Formats cents as "1.250,50".
fn euros(cents: u32) -> String {
    let whole = (cents / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    match cents % 100 {
        0 => grouped,
        rest => format!("{grouped},{rest:02}"),
    }
}

/// Converts a typed amount to cents; anything else is returned unchanged, for the store to refuse.
fn cents(typed: &str) -> String {
    let bare = typed.trim().trim_start_matches('€').trim();
    let (whole, rest) = bare.split_once(',').unwrap_or((bare, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    let good = digits(rest) && grouped && groups.iter().all(|group| digits(group));
    let rest = match rest.len() {
        0 => "00".to_owned(),
        1 => format!("{rest}0"),
        _ => rest.to_owned(),
    };
    match (bare.is_empty(), good && rest.len() == 2) {
        (true, _) => String::new(),
        (_, true) => format!("{}{rest}", groups.concat()),
        (_, false) => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{cents, euros};

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, read) in [
            ("", ""),
            ("1000", "100000"),
            (" € 1.250,50 ", "125050"),
            ("38,2", "3820"),
            ("1.234,5", "123450"),
            ("-5", "-5"),
            ("12,345", "12,345"),
            ("1.25", "1.25"),
            ("duizend", "duizend"),
        ] {
            assert_eq!(cents(typed), read, "{typed}");
        }
    }

    #[test]
    fn amounts_are_written_as_in_the_netherlands() {
        assert_eq!(euros(125_050), "1.250,50");
        assert_eq!(euros(100_000_000), "1.000.000");
        assert_eq!(euros(9_000), "90");
    }
}
