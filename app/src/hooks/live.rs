//! View models that stay up to date.

use dioxus::prelude::*;
use futures::{FutureExt, StreamExt};
use voorveld_core::Error;
use voorveld_core::api::Query;

use super::use_workspace;

/// A query's view model, updated after each relevant change.
pub struct Live<T: 'static> {
    value: Signal<Option<T>>,
    problem: Signal<Option<Error>>,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> PartialEq for Live<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Clone> Live<T> {
    /// Returns the view model; `None` until the first reply, normally a few milliseconds.
    pub fn value(&self) -> Option<T> {
        (self.value)()
    }

    /// Returns the last read error. An older value may still be present.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }
}

/// Reads a view model, and again whenever a change affects it. The old value stays meanwhile, and a
/// stale reply never replaces a newer one.
pub fn use_live<C: Query>(query: C) -> Live<C::Response>
where
    C::Response: PartialEq + Clone,
{
    let workspace = use_workspace();
    let mut value = use_signal(|| None);
    let mut problem = use_signal(|| None);
    // A new query drops the previous future, and with it any pending reply.
    let _reader = use_resource(use_reactive!(|query| {
        let workspace = workspace.clone();
        async move {
            // Subscribes before reading, so that no change is missed in between.
            let mut changes = workspace.changes();
            loop {
                match workspace.call(query.clone()).await {
                    Ok(reply) => {
                        if value.peek().as_ref() != Some(&reply) {
                            value.set(Some(reply));
                        }
                        if problem.peek().is_some() {
                            problem.set(None);
                        }
                    }
                    Err(error) => {
                        if error == Error::NotFound {
                            value.set(None);
                        }
                        problem.set(Some(error));
                    }
                }
                // Coalesces a burst of changes (a whole day's sync) into one read.
                loop {
                    let Some(change) = changes.next().await else {
                        return;
                    };
                    let mut ours = query.shows(&change);
                    while let Some(Some(more)) = changes.next().now_or_never() {
                        ours |= query.shows(&more);
                    }
                    if ours {
                        break;
                    }
                }
            }
        }
    }));
    Live { value, problem }
}
