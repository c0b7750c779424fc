//! What was typed in the search field and how far the list was opened: still there on coming back
//! from a case.

use dioxus::prelude::*;

/// The state of the Dossiers tab.
#[derive(Clone, Copy, PartialEq)]
pub struct Looking {
    /// What is searched for.
    pub search: Signal<String>,
    /// How many parts of the list are shown.
    pub shown: Signal<u32>,
}

/// Puts the state in the context.
pub fn use_looking_provider() {
    let search = use_signal(String::new);
    let shown = use_signal(|| 1);
    use_context_provider(|| Looking { search, shown });
}

/// The state, from the context.
pub fn use_looking() -> Looking {
    use_context::<Looking>()
}
