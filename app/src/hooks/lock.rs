//! Locks the app on request or after time in the background; also switches teams.

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

/// Retry delay for locking when the draft could not be saved first.
const AGAIN: Duration = Duration::from_secs(15);

/// Whether the app is in the foreground, or another event that changes the remaining time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Front,
    Away,
    AsItWas,
}

/// The app's lock; it holds the workspace while unlocked.
#[derive(Clone, Copy)]
pub struct Lock {
    workspace: Signal<Option<Workspace>>,
    settings: CopyValue<Settings>,
    leaving: Signal<Option<Leaving>>,
    problem: Signal<Option<Error>>,
    /// Number of team switches so far.
    turn: Signal<u32>,
    /// The navigation history since the last team switch.
    history: CopyValue<Option<Rc<dyn History>>>,
    told: Coroutine<Presence>,
}

/// Provides the lock in the context; it is open when `begin` returns a workspace.
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

/// Returns the lock from the context; `None` when a single screen is rendered in isolation.
pub fn use_lock() -> Option<Lock> {
    use_hook(try_consume_context::<Lock>)
}

impl Lock {
    /// Returns the open workspace, if unlocked.
    pub fn workspace(self) -> Option<Workspace> {
        (self.workspace)()
    }

    /// Like [`Self::workspace()`], without subscribing.
    pub(crate) fn peek(self) -> Option<Workspace> {
        self.workspace.peek().clone()
    }

    /// Unlocks: the code was right.
    pub fn open(mut self, workspace: Workspace) {
        self.leaving.set(None);
        self.workspace.set(Some(workspace));
    }

    /// Asks to lock. Unsaved text is saved first, so locking follows a moment later.
    pub fn ask(mut self) {
        self.leaving.set(Some(Leaving::Locking));
    }

    /// Returns the last known settings: they style the lock screen and say how long the app may be in
    /// the background.
    pub(crate) fn settings(self) -> Settings {
        *self.settings.peek()
    }

    /// Stores newly read settings.
    pub(crate) fn set_settings(mut self, settings: Settings) {
        self.settings.set(settings);
        self.told.send(Presence::AsItWas);
    }

    /// Notes that the app went to the background.
    pub(crate) fn left(self) {
        self.told.send(Presence::Away);
    }

    /// Notes that the app came to the foreground.
    pub(crate) fn came(self) {
        self.told.send(Presence::Front);
    }
}

/// Since when the app is in the background, in wall-clock time: no timer runs while the phone sleeps.
#[derive(Debug, Clone, Copy, Default)]
struct Away(Option<DateTime<Utc>>);

impl Away {
    /// Some windows report losing the focus more than once; the first report counts.
    fn left(&mut self, now: DateTime<Utc>) {
        self.0.get_or_insert(now);
    }

    /// Returns the time left before locking; `None` while in the foreground.
    fn rest(self, after: LockAfter, now: DateTime<Utc>) -> Option<Duration> {
        let allowed = TimeDelta::minutes(after.minutes().into());
        // Takes the absolute difference, because the clock may have been set back.
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
