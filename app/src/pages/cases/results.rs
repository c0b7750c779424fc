//! Search results, by kind.

use dioxus::prelude::*;
use voorveld_core::api::{Search, Shown};
use voorveld_core::model::Channel;
use voorveld_core::phone_number;
use voorveld_core::view::{CaseFilter, CaseHit, ContactHit, EncounterHit, Span, Total};

use super::about;
use crate::components::{
    AuthorBox, CallAndMessage, CallButton, DoorGlyph, ErrorLine, Glyph, Icon, Invite, More, Name,
    Row, Section, Spans, in_all,
};
use crate::hooks::{clock, use_live};
use crate::pages::news::place;
use crate::pages::studies::StudyRow;
use crate::route::Route;
use crate::{format, t, text};

/// Results per page and kind.
const STEP: u32 = 50;

/// Results for the typed text; the previous ones stay until the new ones arrive.
#[component]
pub fn Results(
    text: String,
    filter: CaseFilter,
    /// The number of results shown of each kind.
    shown: Signal<Shown>,
    onnew: EventHandler<String>,
) -> Element {
    let mut shown = shown;
    let name = format::capital(text.trim());
    let live = use_live(Search {
        text: text.clone(),
        filter,
        shown: shown(),
    });
    let found = live.value();
    rsx! {
        CallAndMessage { text, id: "search" }
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        // A live region: screen readers announce the counts as the lists change while typing.
        p { class: "heard", id: "found", role: "status",
            if let Some(found) = found.as_ref() {
                {
                    t!(
                        "found-heard", cases: in_all(found.cases.total), encounters: in_all(found.encounters.total),
                        contacts: in_all(found.contacts.total)
                    )
                }
            }
        }
        if let Some(found) = found {
            if !found.cases.is_empty() {
                Hits {
                    id: "found-cases",
                    title: t!("found-cases"),
                    shown: found.cases.len(),
                    total: found.cases.total,
                    onmore: move |()| shown.write().cases += STEP,
                    for hit in found.cases.iter() {
                        CaseFound { key: "{hit.case.id}", hit: hit.clone() }
                    }
                }
            }
            if !found.encounters.is_empty() {
                Hits {
                    id: "found-encounters",
                    title: t!("found-encounters"),
                    shown: found.encounters.len(),
                    total: found.encounters.total,
                    onmore: move |()| shown.write().encounters += STEP,
                    for (index , hit) in found.encounters.iter().enumerate() {
                        EncounterFound { key: "{index}", hit: hit.clone() }
                    }
                }
            }
            if !found.contacts.is_empty() {
                Hits {
                    id: "found-contacts",
                    title: t!("found-contacts"),
                    shown: found.contacts.len(),
                    total: found.contacts.total,
                    onmore: move |()| shown.write().contacts += STEP,
                    for hit in found.contacts.iter() {
                        ContactFound { key: "{hit.contact.id}", hit: hit.clone() }
                    }
                }
            }
            if !found.studies.is_empty() {
                Section { title: t!("study-title"), id: "found-studies",
                    for study in found.studies.iter() {
                        StudyRow { key: "{study.id}", study: study.clone() }
                    }
                }
            }
            if found.cases.is_empty() && found.encounters.is_empty() && found.contacts.is_empty()
                && found.studies.is_empty() && !found.encounters.is_cut() && !found.behind
            {
                p { class: "second quiet", {t!("cases-nothing-found")} }
            }
            if found.behind {
                p { class: "second quiet", {t!("found-behind")} }
            }
            // A phone number is no name for a new case.
            if phone_number::normal(&name).is_none() {
                Invite {
                    id: "case-new-named",
                    glyph: Glyph::FolderPlus,
                    label: if found.cases.iter().any(|hit| is_matched(&hit.name)) {
                        t!("cases-new-another", name: name.clone())
                    } else {
                        t!("cases-new-named", name: name.clone())
                    },
                    onpress: move |()| onnew.call(name.clone()),
                }
            }
        }
    }
}

/// The results of one kind, and a button for more of them.
#[component]
fn Hits(
    id: String,
    title: String,
    shown: usize,
    /// The number of results on file.
    total: Total,
    onmore: EventHandler<()>,
    children: Element,
) -> Element {
    rsx! {
        Section { title, id: id.clone(), aside: in_all(total), {children} }
        More {
            id: "{id}-more",
            shown,
            total,
            onpress: onmore,
        }
    }
}

#[component]
fn CaseFound(hit: CaseHit) -> Element {
    let about = about(&hit.case);
    rsx! {
        Row {
            front: rsx! {
                DoorGlyph { step: hit.case.trust }
            },
            title: rsx! {
                Name { spans: hit.name, danger: hit.case.danger }
            },
            second: rsx! {
                "{about}"
                if !hit.text.is_empty() {
                    span { class: "found__text", dir: "auto",
                        Spans { spans: hit.text }
                    }
                }
            },
            end: rsx! {
                AuthorBox { name: hit.case.lead.clone(), lead: true }
            },
            to: Route::CasePage { case: hit.case.id },
        }
    }
}

#[component]
fn EncounterFound(hit: EncounterHit) -> Element {
    let clock = clock();
    let language = text::language();
    let mut meta = vec![
        format::channel(language, hit.channel),
        format::relative_day(language, clock.local(hit.at).date(), clock.today()),
        hit.by,
    ];
    meta.retain(|part| !part.is_empty());
    let name = if hit.name.is_empty() {
        t!("signal")
    } else {
        hit.name
    };
    rsx! {
        Link { class: "found", to: place(hit.place),
            Icon { glyph: glyph(hit.channel) }
            span { class: "row__words",
                span { class: "row__title", dir: "auto",
                    Name { name, danger: hit.danger }
                }
                span { class: "record__text", dir: "auto",
                    Spans { spans: hit.text }
                }
                span { class: "row__second", {meta.join(" · ")} }
            }
        }
    }
}

#[component]
fn ContactFound(hit: ContactHit) -> Element {
    let mut about = vec![hit.contact.about.clone(), hit.contact.district.clone()];
    about.retain(|part| !part.is_empty());
    let about = about.join(" · ");
    rsx! {
        Row {
            front: rsx! {
                Icon { glyph: Glyph::MapPin }
            },
            title: rsx! {
                Spans { spans: hit.name }
            },
            second: rsx! {
                "{about}"
                if !hit.text.is_empty() {
                    span { class: "found__text", dir: "auto",
                        Spans { spans: hit.text }
                    }
                }
            },
            end: rsx! {
                CallButton { phone: hit.contact.phone.clone(), name: hit.contact.name.clone() }
            },
            to: Route::ContactPage { contact: hit.contact.id },
        }
    }
}

fn is_matched(name: &[Span]) -> bool {
    name.iter().any(|span| span.matched)
}

fn glyph(channel: Channel) -> Glyph {
    match channel {
        Channel::Street => Glyph::Footprints,
        Channel::Home => Glyph::House,
        Channel::Phone => Glyph::Phone,
        Channel::Message => Glyph::MessageSquare,
        Channel::Meeting => Glyph::MessagesSquare,
    }
}
