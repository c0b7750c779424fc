//! Leaves the open workspace, to lock or to switch teams. Unsaved text is saved first.

use std::rc::Rc;

use dioxus::history::{History, history};
use dioxus::prelude::*;
use voorveld_core::api::{SaveLocation, TeamChoice};
use voorveld_core::{Error, Workspace};

use super::Lock;
use crate::platform;
use crate::route::Route;

/// Why the workspace is left.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Leaving {
    /// The app locks and asks for the code.
    Locking,
    /// The app switches to this team and opens on this page.
    Going(TeamChoice, Route),
}

impl Lock {
    /// Switches to another team and opens it on this page, once unsaved text is on disk. Nothing of the
    /// previous team stays on the screen.
    pub fn go(mut self, choice: TeamChoice, page: Route) {
        if self.leaving.peek().is_none() {
            self.problem.set(None);
            self.leaving.set(Some(Leaving::Going(choice, page)));
        }
    }

    /// Tells whether a switch to another team is in progress.
    pub fn going(self) -> bool {
        matches!(&*self.leaving.read(), Some(Leaving::Going(..)))
    }

    /// Returns why the switch failed.
    pub fn problem(self) -> Option<Error> {
        (self.problem)()
    }

    /// Clears the error when the user leaves its place on the screen.
    pub fn clear(mut self) {
        self.problem.set(None);
    }

    /// Returns the number of team switches; used as a key, it remounts everything around the pages.
    pub(crate) fn turn(self) -> u32 {
        (self.turn)()
    }

    /// Returns the navigation history without pages of a previous team; `None` before the first switch,
    /// and where the history is not the app's own.
    pub(crate) fn history(self) -> Option<Rc<dyn History>> {
        self.history.peek().clone()
    }

    /// Tells whether leaving was requested.
    pub(crate) fn wanted(self) -> bool {
        self.leaving.read().is_some()
    }

    /// Leaves the workspace if the draft was saved; an error in `kept` keeps it open.
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
                // Opens on the first page, which shows which team this is, rather than where the app
                // last was.
                let today = SaveLocation {
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
                // Locking was requested meanwhile.
                self.workspace.set(Some(workspace).filter(|_| !locking));
            }
        }
    }
}
