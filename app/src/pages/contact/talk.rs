//! One talk with a contact.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::view::{TimelineEntry, Who};

use crate::components::{ClockWrong, SyncMarkLine};
use crate::hooks::clock;
use crate::pages::EncounterText;
use crate::{format, text};

/// The talk.
#[component]
pub fn Talk(contact: ContactId, entry: TimelineEntry) -> Element {
    let clock = clock();
    let language = text::language();
    let mut meta = vec![
        format::moment(language, clock.local(entry.at), clock.today()),
        format::channel(language, entry.channel),
        entry.by.clone(),
    ];
    meta.retain(|part| !part.is_empty());
    rsx! {
        article { class: "talk",
            EncounterText { id: "talk-{entry.id}", owner: Who::Contact(contact), entry: entry.clone() }
            div { class: "entry__meta",
                span { class: "second", {meta.join(" · ")} }
                ClockWrong { at: entry.at, said: entry.said }
                SyncMarkLine { mark: entry.mark }
            }
        }
    }
}
