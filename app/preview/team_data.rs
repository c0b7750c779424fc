//! The fictional duo's team, as view models for the preview and for tests.

use uuid::Uuid;
use voorveld_core::view::*;
use voorveld_core::{SyncProblem, TeamId};

use super::data::{at, equal, team};

fn partner(name: &str, equal: bool, equal_at: Option<(u64, &str)>) -> PartnerView {
    PartnerView {
        name: name.into(),
        equal,
        equal_at: equal_at.map(|(days, time)| at(days, time)),
    }
}

fn line(name: &str, encounters: u32, signals: u32, commitments: u32, other: u32) -> OnlyHereLine {
    OnlyHereLine {
        name: name.into(),
        counts: WorkCounts {
            encounters,
            signals,
            commitments,
            other,
        },
    }
}

/// The day is closed and both phones are in sync.
pub fn closed() -> TeamView {
    TeamView {
        only_here: vec![],
        ..team()
    }
}

/// Records that are only on this phone.
pub fn only_here() -> TeamView {
    TeamView {
        sync: SyncState {
            only_here: 6,
            partners: vec![partner("Bas", false, Some((0, "07:55")))],
            ..equal()
        },
        only_here: vec![
            line("G.", 2, 0, 0, 0),
            line("Duivenman", 1, 0, 0, 0),
            line("Meneer P.", 0, 0, 1, 0),
            line("Y.", 0, 0, 0, 1),
            line("", 0, 1, 0, 0),
        ],
        ..team()
    }
}

/// The records were sent, but the colleague's phone has not fetched them.
pub fn waiting() -> TeamView {
    TeamView {
        sync: SyncState {
            partners: vec![partner("Bas", false, Some((1, "17:42")))],
            ..equal()
        },
        ..closed()
    }
}

/// Three phones, one of which has fetched the records.
pub fn several() -> TeamView {
    TeamView {
        sync: SyncState {
            partners: vec![
                partner("Bas", true, Some((0, "07:55"))),
                partner("Fatma", false, Some((1, "17:42"))),
                partner("Wim", false, None),
            ],
            ..equal()
        },
        ..closed()
    }
}

/// A phone that joined a moment ago, while what the team wrote before comes in.
pub fn catching_up() -> TeamView {
    TeamView {
        sync: SyncState {
            catch_up: Some(CatchUp {
                done: 12_400,
                total: 61_974,
            }),
            last_success: None,
            ..waiting().sync
        },
        ..waiting()
    }
}

/// The only phone in its team.
pub fn alone() -> TeamView {
    TeamView {
        members: team().members.into_iter().take(1).collect(),
        sync: SyncState {
            partners: vec![],
            ..equal()
        },
        news: vec![],
        news_unseen: None,
        to_settle: ToSettle::default(),
        ..closed()
    }
}

/// No team yet, but records on the phone.
pub fn no_team() -> TeamView {
    TeamView {
        sync: SyncState {
            only_here: 3,
            ..SyncState::default()
        },
        ..TeamView::default()
    }
}

/// The last sync failed.
pub fn failed(problem: SyncProblem) -> TeamView {
    let view = only_here();
    TeamView {
        sync: SyncState {
            problem: Some(problem),
            last_success: Some(at(3, "17:42")),
            last_attempt: Some(at(0, "08:05")),
            partners: vec![partner("Bas", false, Some((3, "17:42")))],
            ..view.sync
        },
        ..view
    }
}

/// The phone's clock is wrong.
pub fn clock_off() -> TeamView {
    let view = only_here();
    TeamView {
        sync: SyncState {
            clock_off: Some(-1500),
            ..view.sync
        },
        ..view
    }
}

/// An invitation of five words.
pub fn invitation() -> Invitation {
    Invitation {
        team: "Oosterhage".into(),
        server: "voorveld.oosterhage.nl".into(),
        words: ["fiets", "anker", "molen", "zilver", "kraan"]
            .map(String::from)
            .to_vec(),
        code: "voorveld:voorveld.oosterhage.nl#fiets-anker-molen-zilver-kraan".into(),
        expires: at(0, "16:05") + chrono::Days::new(1),
    }
}

/// The teams on this phone: one by default; `teams` has three, and with `damaged` one of them did not
/// open.
pub fn teams(is: &impl Fn(&str) -> bool) -> Vec<TeamEntry> {
    let entry = |number: u128, name: &str, only_here| TeamEntry {
        id: TeamId(Uuid::from_u128(number)),
        name: name.into(),
        open: number == 1,
        only_here,
        damage: None,
    };
    let mut teams = vec![entry(1, "Oosterhage", 6)];
    if is("no-team") {
        teams[0].name.clear();
    }
    if is("teams") || is("damaged") {
        teams.push(entry(2, "Veldhoven", 3));
        teams.push(entry(3, "Eersel", 0));
    }
    if is("damaged") {
        teams[1].damage = Some(Damage {
            file: "team-2.damaged-1.db".into(),
            new: true,
        });
    }
    teams
}
