//! All of this phone's work is with the team: who has fetched it, and what they wrote.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::view::{PartnerView, SyncState, TeamView};

use super::names;
use crate::components::{FourWords, Glyph, Icon, Point};
use crate::hooks::clock;
use crate::pages::news::NewsSections;
use crate::{format, t, text};

/// In sync with everyone, with some, with no one yet, or without other phones.
#[component]
pub fn Settled(team: TeamView, lead: Element) -> Element {
    let sync = &team.sync;
    let partners = &sync.partners;
    let all_equal = !partners.is_empty() && partners.iter().all(|partner| partner.equal);
    rsx! {
        h1 { class: "page__title team__result", id: "team-result",
            Icon { glyph: title_glyph(sync, all_equal) }
            span { role: "status", {title(sync, all_equal)} }
        }
        {lead}
        if partners.is_empty() {
            p { id: "team-alone", {t!("team-alone")} }
            p { class: "second", {t!("team-alone-how")} }
        } else {
            if !all_equal {
                div { class: "rows team__partners",
                    for (index , partner) in partners.iter().enumerate() {
                        PartnerLine { key: "{index}", index, partner: partner.clone() }
                    }
                }
            }
            if !sync.words.is_empty() {
                div { class: "team__words", id: "team-words",
                    FourWords { words: sync.words.clone() }
                }
            }
            p { class: "second team__words-line", id: "team-words-line",
                {words_line(&team, all_equal)}
            }
        }
        if let Some(at) = sync.last_success.filter(|_| !all_equal) {
            p { class: "second quiet", id: "team-last-success",
                {
                    let clock = clock();
                    let at = format::moment(text::language(), clock.local(at), clock.today());
                    t!("team-last-success", at: at)
                }
            }
        }
        NewsSections { news: team.news.clone(), unseen: team.news_unseen }
    }
}

/// One of several partners: in sync, or not having fetched the work yet.
#[component]
fn PartnerLine(index: usize, partner: PartnerView) -> Element {
    let name = partner.name.clone();
    rsx! {
        if partner.equal {
            Point {
                id: "team-partner-{index}",
                glyph: Glyph::Check,
                title: equal_with(name, partner.equal_at),
            }
        } else {
            Point {
                id: "team-partner-{index}",
                glyph: Glyph::Smartphone,
                title: t!("team-not-fetched", name: name),
                text: match partner.equal_at {
                    Some(at) => {
                        let clock = clock();
                        let at = format::moment(text::language(), clock.local(at), clock.today());
                        t!("team-last-equal-at", at: at)
                    }
                    None => String::new(),
                },
            }
        }
    }
}

fn title_glyph(sync: &SyncState, all_equal: bool) -> Glyph {
    if all_equal {
        Glyph::Check
    } else if sync.partners.is_empty() {
        Glyph::Smartphone
    } else {
        Glyph::TwoPhones
    }
}

fn title(sync: &SyncState, all_equal: bool) -> String {
    if sync.partners.is_empty() {
        return t!("team-work-on-server");
    }
    if !all_equal {
        return t!("team-work-is-there");
    }
    let names = names(&sync.partners, |_| true);
    // All partners together are in sync as of the oldest of their notes.
    let since = sync
        .partners
        .iter()
        .map(|partner| partner.equal_at)
        .min()
        .flatten();
    equal_with(names, since)
}

/// Formats "Gelijk met Bas, 17:42".
fn equal_with(name: String, at: Option<DateTime<Utc>>) -> String {
    let clock = clock();
    match at.map(|at| clock.local(at)) {
        Some(at) if at.date() == clock.today() => {
            t!("today-equal", name: name, at: format::time(at.time()))
        }
        Some(at) => {
            let at = format::moment(text::language(), at, clock.today());
            t!("today-equal", name: name, at: at)
        }
        None => t!("team-equal", name: name),
    }
}

/// Explains the four words; claims that they match only for partners that are in sync.
fn words_line(team: &TeamView, all_equal: bool) -> String {
    let partners = &team.sync.partners;
    if !all_equal {
        return match names(partners, |partner| partner.equal) {
            none if none.is_empty() => t!("team-words-later"),
            some => t!("team-words-some", names: some),
        };
    }
    let names = names(partners, |_| true);
    let same = if partners.len() == 1 {
        t!("team-words-same", name: names.clone())
    } else {
        t!("team-words-same-all")
    };
    if team.last_sent == 0 {
        return same;
    }
    let sent = if partners.len() == 1 {
        t!("team-sent", n: team.last_sent, name: names)
    } else {
        t!("team-sent-all", n: team.last_sent)
    };
    format!("{same} {sent}")
}
