//! What money is spent on: the words to choose from. An expense keeps the Dutch word, whatever the
//! language on the screen, so that a month adds up on phones in two languages.

use voorveld_core::view::{ExpenseLine, Language};

use crate::t_in;

/// The words as they are kept, with an id for each; the last one means that the note says it.
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

/// A word as shown; one that came from elsewhere as it is.
pub fn shown(language: Language, purpose: &str) -> String {
    names(Language::Dutch)
        .iter()
        .position(|known| known == purpose)
        .map_or_else(
            || purpose.to_owned(),
            |index| names(language).swap_remove(index),
        )
}

/// The word means that the note says what for.
pub fn is_other(purpose: &str) -> bool {
    names(Language::Dutch)
        .last()
        .is_some_and(|other| other == purpose)
}

/// What an expense was for, in a few words.
pub fn title(language: Language, line: &ExpenseLine) -> String {
    match (line.purpose.as_str(), line.note.as_str()) {
        ("", "") => t_in!(language, "expense-title"),
        ("", note) => note.to_owned(),
        (purpose, note) if is_other(purpose) && !note.is_empty() => note.to_owned(),
        (purpose, _) => shown(language, purpose),
    }
}

/// What more was said, when the title does not hold it.
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
