//! What was changed in an entry.

use dioxus::prelude::*;
use voorveld_core::view::{EntryChange, EntryView, EntryWas};

use crate::components::Invite;
use crate::hooks::clock;
use crate::{format, t, text};

/// A disclosure that lists each change with its author, time and previous value.
#[component]
pub fn EntryHistory(view: EntryView) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        for name in view.also.clone() {
            p { class: "second", dir: "auto", {t!("entry-also", name: name)} }
        }
        if open() {
            for (index , change) in view.history.into_iter().enumerate() {
                p { key: "{index}", class: "second", dir: "auto", {line(&change)} }
            }
        } else if !view.history.is_empty() {
            Invite {
                id: "entry-history",
                label: t!("entry-history", n: view.history.len()),
                onpress: move |()| open.set(true),
            }
        }
    }
}

/// "Bas, gisteren 14:02: de tekst was “…”".
fn line(change: &EntryChange) -> String {
    let language = text::language();
    let clock = clock();
    let moment = |at| format::moment(language, clock.local(at), clock.today());
    let what = match &change.what {
        EntryWas::Text(was) => t!("entry-was-text", was: was.clone()),
        EntryWas::At(was) => t!("entry-was-at", was: moment(*was)),
        EntryWas::Channel(was) => t!("entry-was-channel", was: format::channel(language, *was)),
        EntryWas::Moved(name) => t!("entry-was-moved", name: name.clone()),
        EntryWas::Withdrawn(why) if why.is_empty() => t!("entry-was-withdrawn"),
        EntryWas::Withdrawn(why) => t!("entry-was-withdrawn-why", why: why.clone()),
        EntryWas::Restored => t!("entry-was-restored"),
        EntryWas::Amount(was) => t!("entry-was-amount", was: format::money(language, *was)),
        EntryWas::Day(was) => {
            let day = format::relative_day(language, *was, clock.today());
            t!("entry-was-day", was: day)
        }
        EntryWas::NotCounted(to) => t!("entry-not-counted", to: format::money(language, *to)),
    };
    let when = moment(change.at);
    if change.by.is_empty() {
        format!("{when}: {what}")
    } else {
        format!("{}, {when}: {what}", change.by)
    }
}
