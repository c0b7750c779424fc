//! What was typed in the search field and how far the list was opened: still there on coming back
//! from a case.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use voorveld_core::call::{Shown, TodayList};
use voorveld_core::view::CaseFilter;

/// The state of the Dossiers tab.
#[derive(Clone, Copy, PartialEq)]
pub struct Looking {
    /// What is searched for.
    pub search: Signal<String>,
    /// Only these cases.
    pub filter: Signal<CaseFilter>,
    /// How many parts of the list are shown.
    pub shown: Signal<u32>,
    /// How many of each kind are shown of what was found.
    pub found: Signal<Shown>,
}

/// Puts the state in the context.
pub fn use_looking_provider() {
    let search = use_signal(String::new);
    let shown = use_signal(|| 1);
    let filter = use_signal(CaseFilter::default);
    let found = use_signal(Shown::default);
    use_context_provider(|| Looking {
        search,
        filter,
        shown,
        found,
    });
    let network = NetworkLooking {
        search: use_signal(String::new),
        district: use_signal(|| None),
        tags: use_signal(Vec::new),
        shown: use_signal(|| 1),
    };
    use_context_provider(|| network);
    let opened: Signal<BTreeMap<TodayList, u32>> = use_signal(BTreeMap::new);
    use_context_provider(|| opened);
}

/// How far the lists of *Vandaag* were opened, from the context.
pub fn use_opened_today() -> Signal<BTreeMap<TodayList, u32>> {
    use_context()
}

/// The state of the Netwerk tab.
#[derive(Clone, Copy, PartialEq)]
pub struct NetworkLooking {
    /// What is searched for.
    pub search: Signal<String>,
    /// Only in this neighbourhood.
    pub district: Signal<Option<String>>,
    /// Only who is good with all of these.
    pub tags: Signal<Vec<String>>,
    /// How many parts of the list are shown.
    pub shown: Signal<u32>,
}

impl NetworkLooking {
    /// Begins anew: everybody of a neighbourhood.
    pub fn only(mut self, district: &str) {
        self.search.set(String::new());
        self.tags.set(Vec::new());
        self.shown.set(1);
        self.district
            .set((!district.is_empty()).then(|| district.to_owned()));
    }
}

/// The state of the Netwerk tab, from the context.
pub fn use_network_looking() -> NetworkLooking {
    use_context::<NetworkLooking>()
}

/// The state, from the context.
pub fn use_looking() -> Looking {
    use_context::<Looking>()
}
