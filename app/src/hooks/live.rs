//! A view model that stays fresh.

use dioxus::prelude::*;
use futures::{FutureExt, StreamExt};
use voorveld_core::Error;
use voorveld_core::call::Query;

use super::use_workspace;

/// What a query shows, now and after each change.
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
    /// The view model; none until the first answer, which is a matter of milliseconds.
    pub fn value(&self) -> Option<T> {
        (self.value)()
    }

    /// Why it could not be read (again). An older value may still be there.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }
}

/// Reads a view model, and again whenever a change names what it shows. The old value stays on
/// the screen meanwhile; an answer to an older question is never shown after a newer one.
pub fn use_live<C: Query>(query: C) -> Live<C::Reply>
where
    C::Reply: PartialEq + Clone,
{
    let workspace = use_workspace();
    let mut value = use_signal(|| None);
    let mut problem = use_signal(|| None);
    // A new query ends the future of the one before, and with it any answer still on its way.
    let _reader = use_resource(use_reactive!(|query| {
        let workspace = workspace.clone();
        async move {
            // Listening starts before reading, so that no change falls between the two.
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
                // A burst (a whole day coming in) is one reading.
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
