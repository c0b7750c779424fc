//! The team: closing the day, and the sync state of the other phones. It claims only what is proven.

mod aside;
mod clock_off;
mod doubts;
mod failed;
mod moved_twice;
mod no_team;
mod only_here;
mod rows;
mod settled;
mod to_settle;

use dioxus::prelude::*;
use voorveld_core::api::{ReadTeam, Sync};
use voorveld_core::view::{PartnerView, TeamView};
use voorveld_core::{Error, SyncProblem};

use crate::components::{Button, CatchingUp, ErrorLine, Page};
use crate::hooks::{put_clock_right, use_action, use_live};
use crate::platform::{self, Storage};
use crate::{format, t, text};
use aside::Aside;
use clock_off::ClockOff;
use doubts::Doubts;
use failed::Failed;
use no_team::NoTeam;
use only_here::{LastEqual, OnlyHere};
use rows::{CheckupRow, TeamRows};
use settled::Settled;
use to_settle::ToSettleList;

/// The page.
#[component]
pub fn TeamPage() -> Element {
    let live = use_live(ReadTeam);
    let action = use_action();
    let team = live.value();
    if let Some(team) = &team {
        put_clock_right(team.sync.clock_off);
    }
    // A later successful sync makes the error of an earlier one obsolete.
    let success = team.as_ref().and_then(|team| team.sync.last_success);
    use_effect(use_reactive((&success,), move |_| action.clear()));
    let failed = match action.problem() {
        Some(Error::Sync(problem)) => Some(problem),
        _ => None,
    };
    let trouble = live.problem().or_else(|| {
        action
            .problem()
            .filter(|error| !matches!(error, Error::Sync(_)))
    });
    let Some(team) = team else {
        return rsx! {
            Page { title: t!("tab-team"),
                if let Some(error) = trouble {
                    ErrorLine { error }
                    // A damaged file may be why nothing can be read.
                    CheckupRow {}
                }
            }
        };
    };
    if !team.sync.in_team {
        return rsx! {
            NoTeam { trouble, only_here: team.sync.only_here }
        };
    }
    rsx! {
        InTeam {
            // An automatic sync does not disable the button: a press is queued behind it.
            busy: action.busy(),
            team,
            failed,
            trouble,
            onclose: move |()| action.send(Sync { close_day: true }),
        }
    }
}

/// The page of a phone in a team.
#[component]
pub fn InTeam(
    team: TeamView,
    busy: bool,
    /// Why the last attempt to close the day failed.
    failed: Option<SyncProblem>,
    trouble: Option<Error>,
    /// Called to close the day, or to retry.
    onclose: EventHandler<()>,
) -> Element {
    let storage = platform::use_storage();
    let sync = &team.sync;
    let problem = failed.or(sync.problem).filter(|_| !busy);
    let settled = problem.is_none() && sync.only_here == 0 && sync.last_success.is_some();
    let label = match (busy, problem) {
        (true, _) => t!("team-closing"),
        (false, Some(_)) => t!("team-try-now"),
        (false, None) => t!("team-close-day"),
    };
    let lead = rsx! {
        if let Some(error) = trouble {
            ErrorLine { error }
        }
        CatchingUp { catch_up: sync.catch_up }
        div { class: "team__lead rows",
            Aside { sync: sync.clone() }
            Doubts { doubts: sync.doubts.clone() }
            if let Some(seconds) = sync.clock_off {
                ClockOff { seconds }
            }
        }
    };
    rsx! {
        Page {
            dock: rsx! {
                Button {
                    id: "team-close-day",
                    main: !settled,
                    busy,
                    label,
                    onpress: onclose,
                }
            },
            if settled {
                Settled { team: team.clone(), lead }
                ToSettleList { to_settle: team.to_settle.clone() }
                TeamRows { team: team.clone(), titled: true }
            } else {
                h1 { class: "page__title", id: "team-title", dir: "auto",
                    {t!("team-title", name: team.name.clone())}
                }
                LastEqual { sync: sync.clone() }
                {lead}
                if let Some(problem) = problem {
                    Failed { problem, team: team.clone() }
                }
                OnlyHere { total: sync.only_here, lines: team.only_here.clone() }
                ToSettleList { to_settle: team.to_settle.clone() }
                TeamRows { team: team.clone(), titled: false }
            }
            if storage == Storage::Lent {
                p { class: "second quiet", id: "team-storage-lent", {t!("team-storage-lent")} }
            }
        }
    }
}

/// Joins the names of the selected partners into a phrase.
fn names(partners: &[PartnerView], wanted: impl Fn(&PartnerView) -> bool) -> String {
    let mut names: Vec<&str> = partners
        .iter()
        .filter(|partner| wanted(partner))
        .map(|partner| partner.name.as_str())
        .collect();
    names.dedup();
    format::together(text::language(), &names)
}
