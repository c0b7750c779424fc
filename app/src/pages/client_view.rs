//! *Meelezen*: what may be shown to the person a case is about. The phone may be in that person's hands,
//! so nothing else is reachable and going back asks for the code. Before that, the professional chooses
//! which promises may be read.

mod choose;

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::ReadClientView;
use voorveld_core::view::{ClientContact, ClientView, ClientViewCommitment};

use crate::components::{ErrorLine, Glyph, Head, Icon, Page, Section};
use crate::hooks::{clock, use_client_mode, use_live, use_lock};
use crate::{format, t, text};
use choose::Choose;

/// The page's address; the shell shows [`ClientScreen`] in place of any page.
#[component]
pub fn ClientPage(case: CaseId) -> Element {
    rsx! {
        ClientScreen { case }
    }
}

/// The screen: first for the professional, then for the client.
#[component]
pub fn ClientScreen(case: CaseId) -> Element {
    let live = use_live(ReadClientView { case });
    // Local to this screen: after leaving through the code, nothing is preselected.
    let chosen = use_signal(Vec::<ClientViewCommitment>::new);
    let mut given = use_signal(|| false);
    let view = live.value();
    let nothing = view.as_ref().is_some_and(|view| view.promises.is_empty());
    // Promises that a sync brings in later must not turn the client's screen back into the chooser.
    use_effect(use_reactive!(|nothing| {
        if nothing {
            given.set(true);
        }
    }));
    match view {
        Some(ClientView { promises, .. }) if !given() && !promises.is_empty() => rsx! {
            Choose {
                promises,
                chosen,
                onshow: move |()| given.set(true),
                problem: live.problem(),
            }
        },
        view => rsx! {
            Reading { problem: live.problem(), view, chosen: chosen() }
        },
    }
}

/// What the client reads.
#[component]
fn Reading(
    #[props(!optional)] problem: Option<voorveld_core::Error>,
    #[props(!optional)] view: Option<ClientView>,
    /// The promises that may be read.
    chosen: Vec<ClientViewCommitment>,
) -> Element {
    let along = use_client_mode();
    let lock = use_lock();
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
            if let Some(error) = problem {
                ErrorLine { error }
            }
            if let Some(view) = view {
                ClientViewBody { view, chosen }
            }
        }
    }
}

#[component]
fn ClientViewBody(view: ClientView, chosen: Vec<ClientViewCommitment>) -> Element {
    let ClientView {
        what_matters,
        promises,
        lead,
        cover,
        parties,
        contacts,
        ..
    } = view;
    let none = promises.is_empty();
    let shown = readable(promises, &chosen);
    rsx! {
        if !what_matters.is_empty() {
            Section { title: t!("along-matters"), rows: false,
                p { class: "along__matters", dir: "auto", "{what_matters}" }
            }
        }
        if none || !shown.is_empty() {
            Section { title: t!("along-promises"),
                if none {
                    p { class: "second quiet", {t!("along-none")} }
                }
                for (index , promise) in shown.into_iter().enumerate() {
                    Promise { key: "{index}", promise }
                }
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

/// Returns the chosen promises, matched by text: a promise edited meanwhile no longer counts as chosen.
fn readable(
    promises: Vec<ClientViewCommitment>,
    chosen: &[ClientViewCommitment],
) -> Vec<ClientViewCommitment> {
    promises
        .into_iter()
        .filter(|promise| chosen.iter().any(|one| one.text == promise.text))
        .collect()
}

#[component]
fn Promise(promise: ClientViewCommitment) -> Element {
    let second = beside(&promise);
    let ClientViewCommitment { text, done, .. } = promise;
    rsx! {
        div { class: "along__line",
            if done {
                Icon { glyph: Glyph::Check }
            }
            div { class: "row__words",
                p { dir: "auto", "{text}" }
                if !second.is_empty() {
                    p { class: "row__second", "{second}" }
                }
            }
        }
    }
}

/// Formats whose promise it is and by when, or that it was kept.
fn beside(promise: &ClientViewCommitment) -> String {
    let mut parts = vec![promise.who.clone()];
    if let Some(due) = promise.due.filter(|_| !promise.done) {
        let (language, today) = (text::language(), clock().today());
        parts.push(match (due - today).num_days() {
            0 | 1 => format::relative_day(language, due, today),
            _ => format::long_day_of_year(language, due, today),
        });
    }
    if promise.done {
        parts.push(t!("along-kept"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

#[component]
fn Contact(contact: ClientContact) -> Element {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(text: &str, done: bool) -> ClientViewCommitment {
        ClientViewCommitment {
            text: text.into(),
            who: "wij".into(),
            due: None,
            done,
        }
    }

    #[test]
    fn what_a_colleague_adds_or_rewrites_meanwhile_is_not_read_and_what_is_kept_still_is() {
        let chosen = [promise("Voer brengen", false), promise("Bellen", false)];
        let now = vec![
            promise("Wijkagent bellen over het mes", false),
            promise("Voer brengen", true),
            promise("Bellen over het mes", false),
        ];
        assert_eq!(readable(now, &chosen), [promise("Voer brengen", true)]);
    }
}
