//! Leaving what is open: for the lock, or for another team. What was written goes to disk first.

use std::rc::Rc;

use dioxus::history::{History, history};
use dioxus::prelude::*;
use voorveld_core::call::{KeepPlace, TeamChoice};
use voorveld_core::{Error, Workspace};

use super::Lock;
use crate::platform;
use crate::route::Route;

/// What it is left for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Leaving {
    /// The code is to be asked.
    Locking,
    /// Another team, and the page to begin with.
    Going(TeamChoice, Route),
}

impl Lock {
    /// Goes to another team, as soon as what was written is on disk, and begins there on this page.
    /// Nothing of the team that is left stays on the screen.
    pub fn go(mut self, choice: TeamChoice, page: Route) {
        if self.leaving.peek().is_none() {
            self.problem.set(None);
            self.leaving.set(Some(Leaving::Going(choice, page)));
        }
    }

    /// It is going to another team.
    pub fn going(self) -> bool {
        matches!(&*self.leaving.read(), Some(Leaving::Going(..)))
    }

    /// Why it did not come to another team.
    pub fn problem(self) -> Option<Error> {
        (self.problem)()
    }

    /// Forgets the problem, when its place on the screen is left.
    pub fn clear(mut self) {
        self.problem.set(None);
    }

    /// How often it went to another team: with it all that stands around the pages begins anew.
    pub(crate) fn turn(self) -> u32 {
        (self.turn)()
    }

    /// The way back, with no page of a team that was left in it; none before there was another team,
    /// and where the way back is not the app's own.
    pub(crate) fn history(self) -> Option<Rc<dyn History>> {
        self.history.peek().clone()
    }

    /// It was asked to leave what is open.
    pub(crate) fn wanted(self) -> bool {
        self.leaving.read().is_some()
    }

    /// What was written is on disk, or could not be kept: only then it stays open.
    pub(crate) async fn leave(mut self, kept: Result<(), Error>, workspace: &Workspace) {
        let going = match &*self.leaving.peek() {
            Some(Leaving::Going(choice, page)) => Some((*choice, page.clone())),
            Some(Leaving::Locking) => None,
            None => return,
        };
        let gone = match (kept, going) {
            (Err(error), _) => Err(error),
            (Ok(()), None) => Ok(None),
            (Ok(()), Some((choice, page))) => {
                let gone = workspace.switch(choice).await;
                gone.map(|workspace| Some((workspace, page)))
            }
        };
        let locking = *self.leaving.peek() == Some(Leaving::Locking);
        self.leaving.set(None);
        match gone {
            Err(error) => self.problem.set(Some(error)),
            Ok(None) => self.workspace.set(None),
            Ok(Some((workspace, page))) => {
                // Not where the app was in that team: what one sees first is which one it is.
                let today = KeepPlace {
                    path: Route::TodayPage {}.to_string(),
                    sheet: false,
                };
                if let Err(error) = workspace.call(today).await {
                    tracing::debug!(%error, "where the app is was not kept");
                }
                let page = page.to_string();
                history().replace(page.clone());
                self.history.set(platform::new_history(&page));
                self.turn += 1;
                // It was to be locked meanwhile.
                self.workspace.set(Some(workspace).filter(|_| !locking));
            }
        }
    }
}
