//! *Meelezen*: what may be shown to the person a case is about. The phone may be out of one's hands then,
//! so nothing else can be reached from it; going back asks the code.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::call::ReadAlong;
use voorveld_core::view::{AlongContact, AlongPromise, AlongView};

use crate::components::{ErrorLine, Glyph, Head, Icon, Page, Section};
use crate::hooks::{clock, use_along, use_live, use_lock};
use crate::{format, t, text};

/// Its address; the frame shows [`AlongScreen`] instead of any page.
#[component]
pub fn AlongPage(case: CaseId) -> Element {
    rsx! {
        AlongScreen { case }
    }
}

/// The screen.
#[component]
pub fn AlongScreen(case: CaseId) -> Element {
    let live = use_live(ReadAlong { case });
    let along = use_along();
    let lock = use_lock();
    let view = live.value();
    let title = view
        .as_ref()
        .map(|view| view.called.clone())
        .filter(|called| !called.is_empty())
        .unwrap_or_else(|| t!("along-title"));
    rsx! {
        Page {
            only_read: true,
            head: rsx! {
                Head {
                    title,
                    second: t!("along-second"),
                    glyph: Glyph::Lock,
                    onback: move |()| along.leave(lock),
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = view {
                Contents { view }
            }
        }
    }
}

#[component]
fn Contents(view: AlongView) -> Element {
    let AlongView {
        what_matters,
        promises,
        lead,
        cover,
        parties,
        contacts,
        ..
    } = view;
    rsx! {
        if !what_matters.is_empty() {
            Section { title: t!("along-matters"), rows: false,
                p { class: "along__matters", dir: "auto", "{what_matters}" }
            }
        }
        Section { title: t!("along-promises"),
            if promises.is_empty() {
                p { class: "second quiet", {t!("along-none")} }
            }
            for (index , promise) in promises.into_iter().enumerate() {
                Promise { key: "{index}", promise }
            }
        }
        Section { title: t!("along-people"),
            if lead.is_empty() && cover.is_empty() && parties.is_empty() {
                p { class: "second quiet", {t!("along-none")} }
            }
            if !lead.is_empty() {
                p { class: "along__line", dir: "auto", "{lead}" }
            }
            if !cover.is_empty() {
                p { class: "along__line", dir: "auto", {t!("cover-fills-in", name: cover)} }
            }
            for name in parties {
                p { key: "{name}", class: "along__line", dir: "auto", "{name}" }
            }
        }
        Section { title: t!("along-contacts"),
            if contacts.is_empty() {
                p { class: "second quiet", {t!("along-none")} }
            }
            for (index , contact) in contacts.into_iter().enumerate() {
                Contact { key: "{index}", contact }
            }
        }
    }
}

#[component]
fn Promise(promise: AlongPromise) -> Element {
    let AlongPromise {
        text,
        who,
        due,
        done,
    } = promise;
    let mut second = vec![who];
    if let Some(due) = due.filter(|_| !done) {
        let (language, today) = (text::language(), clock().today());
        second.push(match (due - today).num_days() {
            0 | 1 => format::relative_day(language, due, today),
            _ => format::long_day_of_year(language, due, today),
        });
    }
    if done {
        second.push(t!("along-kept"));
    }
    second.retain(|part| !part.is_empty());
    rsx! {
        div { class: "along__line",
            if done {
                Icon { glyph: Glyph::Check }
            }
            div { class: "row__words",
                p { dir: "auto", "{text}" }
                if !second.is_empty() {
                    p { class: "row__second", {second.join(" · ")} }
                }
            }
        }
    }
}

#[component]
fn Contact(contact: AlongContact) -> Element {
    let clock = clock();
    let language = text::language();
    let day = format::relative_day(language, clock.local(contact.at).date(), clock.today());
    let mut parts = vec![
        format::capital(&day),
        format::channel(language, contact.channel),
        contact.by,
    ];
    parts.retain(|part| !part.is_empty());
    rsx! {
        p { class: "along__line", {parts.join(" · ")} }
    }
}
