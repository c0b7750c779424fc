//! The app locks itself after having been away, and when it is asked to; and goes to another team.

mod leaving;

use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use dioxus::history::History;
use dioxus::prelude::*;
use futures::StreamExt;
use futures::channel::mpsc::UnboundedReceiver;
use futures::future::{self, Either};
use voorveld_core::view::{LockAfter, Settings};
use voorveld_core::{Error, Workspace};

use super::clock;
use crate::platform;
use leaving::Leaving;

/// How long until it is tried once more, when what was written could not be kept first.
const AGAIN: Duration = Duration::from_secs(15);

/// Where the app is, as the phone tells it; or what else changes how long there is to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Front,
    Away,
    AsItWas,
}

/// The lock on the app's door. Behind it the open workspace, as long as it is open.
#[derive(Clone, Copy)]
pub struct Lock {
    workspace: Signal<Option<Workspace>>,
    settings: CopyValue<Settings>,
    leaving: Signal<Option<Leaving>>,
    problem: Signal<Option<Error>>,
    /// How often it went to another team.
    turn: Signal<u32>,
    /// The way back, since it last did so.
    history: CopyValue<Option<Rc<dyn History>>>,
    told: Coroutine<Presence>,
}

/// Puts the lock in the context; it is open when there is a workspace to begin with.
pub fn use_lock_provider(begin: impl FnOnce() -> Option<Workspace>) -> Lock {
    let workspace = use_signal(begin);
    let settings = use_hook(|| CopyValue::new(Settings::default()));
    let leaving = use_signal(|| None);
    let problem = use_signal(|| None);
    let turn = use_signal(|| 0);
    let history = use_hook(|| CopyValue::new(None));
    let told = use_coroutine(move |told| watch(told, workspace, settings, leaving));
    use_context_provider(|| Lock {
        workspace,
        settings,
        leaving,
        problem,
        turn,
        history,
        told,
    })
}

/// The lock, from the context; none around a single screen.
pub fn use_lock() -> Option<Lock> {
    use_hook(try_consume_context::<Lock>)
}

impl Lock {
    /// What is behind the door, while it is open.
    pub fn workspace(self) -> Option<Workspace> {
        (self.workspace)()
    }

    /// The same, for what is no component.
    pub(crate) fn peek(self) -> Option<Workspace> {
        self.workspace.peek().clone()
    }

    /// The code was right.
    pub fn open(mut self, workspace: Workspace) {
        self.leaving.set(None);
        self.workspace.set(Some(workspace));
    }

    /// Asks to lock. What was written goes to disk first, so it is locked a moment later.
    pub fn ask(mut self) {
        self.leaving.set(Some(Leaving::Locking));
    }

    /// The settings as they were last read: the locked door looks the same, and they say how long the
    /// app may be away.
    pub(crate) fn settings(self) -> Settings {
        *self.settings.peek()
    }

    /// The settings were read.
    pub(crate) fn set_settings(mut self, settings: Settings) {
        self.settings.set(settings);
        self.told.send(Presence::AsItWas);
    }

    /// The app left the screen.
    pub(crate) fn left(self) {
        self.told.send(Presence::Away);
    }

    /// The app is on the screen again.
    pub(crate) fn came(self) {
        self.told.send(Presence::Front);
    }
}

/// Since when the app is away. Counted by the clock on the wall: in a sleeping phone no timer runs.
#[derive(Debug, Clone, Copy, Default)]
struct Away(Option<DateTime<Utc>>);

impl Away {
    /// Windows tell more than once that they lost the focus; the first time counts.
    fn left(&mut self, now: DateTime<Utc>) {
        self.0.get_or_insert(now);
    }

    /// How long it may still be away; none while it is on the screen.
    fn rest(self, after: LockAfter, now: DateTime<Utc>) -> Option<Duration> {
        let allowed = TimeDelta::minutes(after.minutes().into());
        // A clock that was set back tells nothing about how long it was.
        let away = (now - self.0?).abs();
        Some((allowed - away).to_std().unwrap_or_default())
    }
}

async fn watch(
    mut told: UnboundedReceiver<Presence>,
    workspace: Signal<Option<Workspace>>,
    settings: CopyValue<Settings>,
    mut leaving: Signal<Option<Leaving>>,
) {
    let mut away = Away::default();
    let mut tried = false;
    loop {
        let rest = away.rest(settings.peek().lock_after, clock().now());
        let heard = match rest {
            Some(rest) => {
                let wait = if tried { AGAIN } else { rest };
                let wait = std::pin::pin!(platform::sleep(wait));
                match future::select(told.next(), wait).await {
                    Either::Left((heard, _)) => heard.map(Some),
                    Either::Right(_) => Some(None),
                }
            }
            None => told.next().await.map(Some),
        };
        let Some(heard) = heard else { return };
        let now = clock().now();
        if heard == Some(Presence::Away) {
            away.left(now);
        } else {
            let over = away.rest(settings.peek().lock_after, now) == Some(Duration::ZERO);
            let locked = workspace.peek().is_none();
            if over && !locked {
                leaving.set(Some(Leaving::Locking));
            }
            tried = over && !locked;
            if locked || heard == Some(Presence::Front) {
                away = Away::default();
                tried = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<Utc> {
        format!("2025-11-18T{time}Z").parse().expect("a moment")
    }

    #[test]
    fn on_the_screen_it_never_locks() {
        assert_eq!(
            Away::default().rest(LockAfter::AtOnce, at("08:00:00")),
            None
        );
    }

    #[test]
    fn away_it_locks_when_the_time_is_over_and_not_before() {
        let mut away = Away::default();
        away.left(at("08:00:00"));
        let rest = |now| away.rest(LockAfter::FiveMinutes, at(now)).expect("away");
        assert_eq!(rest("08:00:00"), Duration::from_secs(300));
        assert_eq!(rest("08:04:59"), Duration::from_secs(1));
        assert_eq!(rest("08:05:00"), Duration::ZERO);
        assert_eq!(rest("17:30:00"), Duration::ZERO, "the phone slept all day");
    }

    #[test]
    fn the_first_time_it_left_counts() {
        let mut away = Away::default();
        away.left(at("08:00:00"));
        away.left(at("08:04:00"));
        let rest = away.rest(LockAfter::FiveMinutes, at("08:05:00"));
        assert_eq!(rest, Some(Duration::ZERO));
    }

    #[test]
    fn at_once_is_at_once() {
        let mut away = Away::default();
        away.left(at("08:00:00"));
        let rest = away.rest(LockAfter::AtOnce, at("08:00:00"));
        assert_eq!(rest, Some(Duration::ZERO));
    }

    #[test]
    fn a_clock_that_is_set_back_gives_no_more_time() {
        let mut away = Away::default();
        away.left(at("08:00:00"));
        let rest = away.rest(LockAfter::FifteenMinutes, at("06:00:00"));
        assert_eq!(rest, Some(Duration::ZERO));
    }
}
