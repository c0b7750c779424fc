//! Search text, filters and list lengths of the tabs, kept while the user visits a case.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use voorveld_core::api::{Shown, TodayList};
use voorveld_core::view::CaseFilter;

/// The state of the Dossiers tab.
#[derive(Clone, Copy, PartialEq)]
pub struct Looking {
    /// The search text.
    pub search: Signal<String>,
    /// The filter on cases.
    pub filter: Signal<CaseFilter>,
    /// The number of pages of the list that are shown.
    pub shown: Signal<u32>,
    /// The number of search results shown, by kind.
    pub found: Signal<Shown>,
}

/// Provides the tabs' state in the context.
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

/// Returns how far each list of *Vandaag* is expanded, from the context.
pub fn use_opened_today() -> Signal<BTreeMap<TodayList, u32>> {
    use_context()
}

/// The state of the Netwerk tab.
#[derive(Clone, Copy, PartialEq)]
pub struct NetworkLooking {
    /// The search text.
    pub search: Signal<String>,
    /// Limits the list to this neighbourhood.
    pub district: Signal<Option<String>>,
    /// Limits the list to contacts that have all of these tags.
    pub tags: Signal<Vec<String>>,
    /// The number of pages of the list that are shown.
    pub shown: Signal<u32>,
}

impl NetworkLooking {
    /// Resets the tab to all contacts of one neighbourhood.
    pub fn only(mut self, district: &str) {
        self.search.set(String::new());
        self.tags.set(Vec::new());
        self.shown.set(1);
        self.district
            .set((!district.is_empty()).then(|| district.to_owned()));
    }
}

/// Returns the state of the Netwerk tab from the context.
pub fn use_network_looking() -> NetworkLooking {
    use_context::<NetworkLooking>()
}

/// Returns the state of the Dossiers tab from the context.
pub fn use_looking() -> Looking {
    use_context::<Looking>()
}
