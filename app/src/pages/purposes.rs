//! The purposes of expenses. An expense stores the Dutch word whatever the UI language, so that a
//! month's totals agree across phones in different languages.

use voorveld_core::view::{ExpenseLine, Language};

use crate::t_in;

/// Returns the purposes as stored, with an id each; the last one defers to the note.
pub fn all() -> Vec<(&'static str, String)> {
    const IDS: [&str; 7] = [
        "groceries",
        "taxi",
        "card",
        "phone",
        "bicycle",
        "rent",
        "other",
    ];
    IDS.into_iter().zip(names(Language::Dutch)).collect()
}

/// Returns a purpose's label; an unknown one is shown as it is.
pub fn shown(language: Language, purpose: &str) -> String {
    names(Language::Dutch)
        .iter()
        .position(|known| known == purpose)
        .map_or_else(
            || purpose.to_owned(),
            |index| names(language).swap_remove(index),
        )
}

/// Tells whether this purpose defers to the note.
pub fn is_other(purpose: &str) -> bool {
    names(Language::Dutch)
        .last()
        .is_some_and(|other| other == purpose)
}

/// Returns a short title of an expense.
pub fn title(language: Language, line: &ExpenseLine) -> String {
    match (line.purpose.as_str(), line.note.as_str()) {
        ("", "") => t_in!(language, "expense-title"),
        ("", note) => note.to_owned(),
        (purpose, note) if is_other(purpose) && !note.is_empty() => note.to_owned(),
        (purpose, _) => shown(language, purpose),
    }
}

/// Returns the note, unless it is already the title.
pub fn more(language: Language, line: &ExpenseLine) -> Option<&str> {
    let note = line.note.as_str();
    (!note.is_empty() && title(language, line) != note).then_some(note)
}

fn names(language: Language) -> Vec<String> {
    vec![
        t_in!(language, "purpose-groceries"),
        t_in!(language, "purpose-taxi"),
        t_in!(language, "purpose-card"),
        t_in!(language, "purpose-phone"),
        t_in!(language, "purpose-bicycle"),
        t_in!(language, "purpose-rent"),
        t_in!(language, "purpose-other"),
    ]
}
