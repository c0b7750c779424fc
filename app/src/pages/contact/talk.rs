//! The talks with a contact.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::api::ReadWholeContact;
use voorveld_core::model::Who;
use voorveld_core::view::{TimelineEntry, Total};

use crate::components::{ClockWrong, ErrorLine, More, SyncMarkLine};
use crate::hooks::{clock, use_live};
use crate::pages::EncounterText;
use crate::{format, text};

/// The most recent ones, and all on request.
#[component]
pub fn Talks(contact: ContactId, first: Vec<TimelineEntry>, total: u32) -> Element {
    let mut whole = use_signal(|| false);
    let shown = first.len();
    rsx! {
        if whole() {
            AllTalks { contact, first }
        } else {
            for entry in first {
                Talk { key: "{entry.id}", contact, entry }
            }
            More {
                id: "contact-talks-more",
                shown,
                total: Total::from(total),
                onpress: move |()| whole.set(true),
            }
        }
    }
}

#[component]
fn AllTalks(contact: ContactId, first: Vec<TimelineEntry>) -> Element {
    let live = use_live(ReadWholeContact { contact });
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        for entry in live.value().map_or(first, |whole| whole.talks) {
            Talk { key: "{entry.id}", contact, entry }
        }
    }
}

/// A single talk.
#[component]
fn Talk(contact: ContactId, entry: TimelineEntry) -> Element {
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
