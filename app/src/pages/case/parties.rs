//! The organisations around a case: needed or gone, and how their number changed.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{AddParty, SetPartyState};
use voorveld_core::model::{PartyState, SyncMark};
use voorveld_core::view::{PartyLine, PartyStep};

use crate::components::{Button, ClashChoice, Editor, ErrorLine, Glyph, Invite, Row, SyncMarkLine};
use crate::hooks::{Action, clock, use_action};
use crate::{format, t, text};

/// The tab.
#[component]
pub fn PartiesTab(case: CaseId, parties: Vec<PartyLine>, steps: Vec<PartyStep>) -> Element {
    let action = use_action();
    rsx! {
        div { class: "facts rows",
            if !steps.is_empty() {
                Count { steps }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            if parties.is_empty() {
                p { class: "second quiet", {t!("parties-none")} }
            }
            for line in parties {
                PartyRow { key: "{line.id}", case, line, action }
            }
            NewParty { case }
        }
    }
}

/// Returns the highest number of needed parties, the current number, and the step after the last peak
/// (or the last step).
fn count(steps: &[PartyStep]) -> Option<(u32, u32, PartyStep)> {
    let most = steps.iter().map(|step| step.needed).max()?;
    let now = steps.last()?.needed;
    let peak = steps.iter().rposition(|step| step.needed == most)?;
    let since = steps.get(peak + 1).or(steps.last())?;
    Some((most, now, *since))
}

#[component]
fn Count(steps: Vec<PartyStep>) -> Element {
    let Some((most, now, since)) = count(&steps) else {
        return rsx! {};
    };
    let clock = clock();
    let day = format::relative_day(
        text::language(),
        clock.local(since.at).date(),
        clock.today(),
    );
    rsx! {
        div { class: "parties__count", id: "parties-count",
            p { class: "figures",
                if most == now {
                    {t!("parties-now", n: now)}
                } else {
                    {t!("parties-fewer", most: most, now: now, day: day)}
                }
            }
            if steps.len() > 1 {
                svg {
                    class: "parties__line",
                    view_box: "0 0 100 24",
                    preserve_aspect_ratio: "none",
                    "aria-hidden": "true",
                    polyline { points: points(&steps) }
                }
            }
        }
    }
}

/// Returns the points of a step chart over time, in a box of 100 × 24.
fn points(steps: &[PartyStep]) -> String {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
        return String::new();
    };
    let most = steps
        .iter()
        .map(|step| step.needed)
        .max()
        .unwrap_or(1)
        .max(1);
    let whole = (last.at - first.at).num_seconds().max(1) as f64;
    let mut points = String::new();
    let mut before = None;
    for step in steps {
        let x = 2.0 + 88.0 * (step.at - first.at).num_seconds() as f64 / whole;
        let y = 22.0 - 20.0 * f64::from(step.needed) / f64::from(most);
        if let Some(before) = before {
            points.push_str(&format!("{x:.1},{before:.1} "));
        }
        points.push_str(&format!("{x:.1},{y:.1} "));
        before = Some(y);
    }
    // The last value holds until today.
    points.push_str(&format!("98,{:.1}", before.unwrap_or(22.0)));
    points
}

#[component]
fn PartyRow(case: CaseId, line: PartyLine, action: Action) -> Element {
    let clock = clock();
    let language = text::language();
    let party = line.id;
    let set = move |state: PartyState| action.send(SetPartyState { case, party, state });
    let other = match line.state {
        PartyState::Needed => PartyState::Scrapped,
        PartyState::Scrapped => PartyState::Needed,
    };
    let day = format::relative_day(language, clock.local(line.changed_at).date(), clock.today());
    let mut second = vec![state_name(line.state), line.changed_by.clone(), day];
    second.retain(|part| !part.is_empty());
    let name = line.name.clone();
    rsx! {
        Row {
            title: rsx! { "{line.name}" },
            second: {
                let second = second.join(" · ");
                rsx! {
                    "{second}"
                    // With ten parties listed, only the exception is marked.
                    if line.mark == SyncMark::OnlyHere {
                        br {}
                        SyncMarkLine { mark: line.mark }
                    }
                }
            },
            end: rsx! {
                div { class: "party-set",
                    Button {
                        id: "party-{party}",
                        label: match other {
                            PartyState::Needed => t!("party-set-needed"),
                            PartyState::Scrapped => t!("party-set-scrapped"),
                        },
                        aria: match other {
                            PartyState::Needed => t!("party-set-needed-name", name: name.clone()),
                            PartyState::Scrapped => t!("party-set-scrapped-name", name: name.clone()),
                        },
                        small: true,
                        onpress: move |()| set(other),
                    }
                }
            },
        }
        if !line.clash.is_empty() {
            PartyClash { case, line, action }
        }
    }
}

/// A party that one needs and another does not.
#[component]
pub fn PartyClash(case: CaseId, line: PartyLine, action: Action) -> Element {
    let party = line.id;
    let state = |word: &str| PartyState::from_word(word).unwrap_or_default();
    rsx! {
        ClashChoice {
            id: "party-clash-{party}",
            field: line.name,
            shown: line.clash.iter().map(|value| state_name(state(&value.value))).collect::<Vec<_>>(),
            values: line.clash,
            onchoose: move |value: String| {
                action.send(SetPartyState { case, party, state: state(&value) });
            },
        }
    }
}

fn state_name(state: PartyState) -> String {
    match state {
        PartyState::Needed => t!("party-needed"),
        PartyState::Scrapped => t!("party-scrapped"),
    }
}

/// Adds a party by name.
#[component]
fn NewParty(case: CaseId) -> Element {
    let mut open = use_signal(|| false);
    let action = use_action();
    rsx! {
        if open() {
            Editor {
                id: "party-name",
                label: t!("party-name"),
                busy: action.busy(),
                error: action.problem(),
                onsave: move |name| {
                    action.send_then(AddParty { case, name }, move |_| open.set(false));
                },
                oncancel: move |()| {
                    action.clear();
                    open.set(false);
                },
            }
        } else {
            Invite {
                id: "party-new",
                label: t!("party-new"),
                glyph: Glyph::Plus,
                onpress: move |()| open.set(true),
            }
        }
    }
}
