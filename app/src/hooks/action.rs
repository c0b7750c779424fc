//! Commands from a page, with their problem kept for showing in place.

use dioxus::prelude::*;
use voorveld_core::call::Call;
use voorveld_core::{Error, Workspace};

use super::use_workspace;

/// Sends commands; remembers whether one is under way and what went wrong with the last.
#[derive(Clone, Copy, PartialEq)]
pub struct Action {
    workspace: CopyValue<Workspace>,
    problem: Signal<Option<Error>>,
    busy: Signal<bool>,
}

/// An [`Action`] for this component.
pub fn use_action() -> Action {
    let workspace = use_workspace();
    use_hook(|| Action {
        workspace: CopyValue::new(workspace),
        problem: Signal::new(None),
        busy: Signal::new(false),
    })
}

impl Action {
    /// Sends a command.
    pub fn send<C: Call + 'static>(self, command: C) {
        self.send_then(command, |_| ());
    }

    /// Sends a command; `then` gets the reply when it worked.
    pub fn send_then<C: Call + 'static>(
        mut self,
        command: C,
        then: impl FnOnce(C::Reply) + 'static,
    ) {
        let workspace = self.workspace.peek().clone();
        self.problem.set(None);
        self.busy.set(true);
        spawn(async move {
            let answer = workspace.call(command).await;
            self.busy.set(false);
            match answer {
                Ok(reply) => then(reply),
                Err(error) => self.problem.set(Some(error)),
            }
        });
    }

    /// Why the last command did not work.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// Forgets the problem: its place on the screen is left, or what was wrong is being mended.
    pub fn clear(mut self) {
        if self.problem.peek().is_some() {
            self.problem.set(None);
        }
    }

    /// A command is under way.
    pub fn busy(&self) -> bool {
        (self.busy)()
    }
}
