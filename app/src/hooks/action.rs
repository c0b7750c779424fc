//! Sends a page's requests and holds the last error, to be shown in place.

use dioxus::prelude::*;
use voorveld_core::api::RequestType;
use voorveld_core::{Error, Workspace};

use super::use_workspace;

/// Sends requests, and tracks whether one is in progress and why the last one failed.
#[derive(Clone, Copy, PartialEq)]
pub struct Action {
    workspace: CopyValue<Workspace>,
    problem: Signal<Option<Error>>,
    busy: Signal<bool>,
}

/// Creates an [`Action`] for the current component.
pub fn use_action() -> Action {
    let workspace = use_workspace();
    use_hook(|| Action {
        workspace: CopyValue::new(workspace),
        problem: Signal::new(None),
        busy: Signal::new(false),
    })
}

impl Action {
    /// Sends a request.
    pub fn send<C: RequestType + 'static>(self, request: C) {
        self.send_then(request, |_| ());
    }

    /// Sends a request and passes the reply to `then` on success.
    pub fn send_then<C: RequestType + 'static>(
        mut self,
        request: C,
        then: impl FnOnce(C::Response) + 'static,
    ) {
        let workspace = self.workspace.peek().clone();
        self.problem.set(None);
        self.busy.set(true);
        spawn(async move {
            let answer = workspace.call(request).await;
            self.busy.set(false);
            match answer {
                Ok(reply) => then(reply),
                Err(error) => self.problem.set(Some(error)),
            }
        });
    }

    /// Returns the error of the last request.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// Clears the error: the user leaves its place on the screen or is correcting the input.
    pub fn clear(mut self) {
        if self.problem.peek().is_some() {
            self.problem.set(None);
        }
    }

    /// Tells whether a request is in progress.
    pub fn busy(&self) -> bool {
        (self.busy)()
    }
}
