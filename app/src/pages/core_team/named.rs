//! Names that stand in a text all the same, on an agenda without names.

use voorveld_core::CaseId;
use voorveld_core::view::{AgendaItem, CoreTeam};

/// The cases on the agenda whose text, as it is printed, still holds a name of any of them.
pub fn still_named(page: &CoreTeam) -> Vec<CaseId> {
    let names: Vec<String> = page
        .items
        .iter()
        .map(|item| item.name.trim().to_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    page.items
        .iter()
        .filter(|item| names.iter().any(|name| is_named(item, name)))
        .map(|item| item.case)
        .collect()
}

fn is_named(item: &AgendaItem, name: &str) -> bool {
    let texts = format!("{}\n{}", item.status, item.question).to_lowercase();
    texts.match_indices(name).any(|(at, found)| {
        let before = texts[..at].chars().next_back();
        let after = texts[at + found.len()..].chars().next();
        // The end of "m.b.t." is nobody called T.
        !before.is_some_and(|c| c.is_alphanumeric() || c == '.')
            && !after.is_some_and(char::is_alphanumeric)
    })
}
