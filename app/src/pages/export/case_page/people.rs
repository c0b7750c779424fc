//! The people and organisations around a case, and its closings.

use voorveld_core::model::{ClosingWhat, PartyState};
use voorveld_core::view::CaseExport;

use super::{Look, line, section};
use crate::export::Page;
use crate::{format, t_in};

/// Adds nearby contacts, ties and organisations.
pub(super) fn people(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    let near: Vec<String> = dossier
        .around
        .iter()
        .map(|one| {
            let phone = format::phone(&one.phone);
            line([one.name.clone(), one.note.clone(), phone])
        })
        .collect();
    section(page, &t_in!(language, "case-around"), &near);
    let ties: Vec<String> = dossier
        .relations
        .iter()
        .map(|tie| {
            let what = format!("{} {}", format::relation(language, tie.kind), tie.name);
            line([what, tie.note.clone()])
        })
        .collect();
    section(page, &t_in!(language, "facts-relations"), &ties);
    let parties: Vec<String> = dossier
        .parties
        .iter()
        .map(|party| {
            let since = look.on(party.changed_at);
            let state = match party.state {
                PartyState::Needed => t_in!(language, "export-needed", day: since),
                PartyState::Scrapped => t_in!(language, "export-scrapped", day: since),
            };
            line([party.name.clone(), state, party.changed_by.clone()])
        })
        .collect();
    section(page, &t_in!(language, "export-parties"), &parties);
}

/// Adds closings and reopenings, newest first.
pub(super) fn closings(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    let lines: Vec<String> = dossier
        .closings
        .iter()
        .map(|one| {
            let what = match one.what {
                ClosingWhat::Closed => t_in!(language, "closing-closed"),
                ClosingWhat::Reopened => t_in!(language, "closing-reopened"),
            };
            let outcome = one
                .outcome
                .map(|outcome| format::outcome(language, outcome));
            line([
                format!("{what} {}", look.on(one.at)),
                one.by.clone(),
                one.text.clone(),
                outcome.unwrap_or_default(),
            ])
        })
        .collect();
    section(page, &t_in!(language, "export-closings"), &lines);
}
