//! The labels of the purposes of expenses. An expense stores a purpose's word whatever the UI language,
//! so that a month's totals agree across phones in different languages.

use voorveld_core::model::Purpose;
use voorveld_core::view::{ExpenseLine, Language};

use crate::t_in;

/// Returns the label of a stored purpose; an unknown one is shown as it is.
pub fn shown(language: Language, purpose: &str) -> String {
    Purpose::from_word(purpose).map_or_else(|| purpose.to_owned(), |each| label(language, each))
}

/// Returns a purpose's label.
pub fn label(language: Language, purpose: Purpose) -> String {
    match purpose {
        Purpose::Groceries => t_in!(language, "purpose-groceries"),
        Purpose::Taxi => t_in!(language, "purpose-taxi"),
        Purpose::Card => t_in!(language, "purpose-card"),
        Purpose::Phone => t_in!(language, "purpose-phone"),
        Purpose::Bicycle => t_in!(language, "purpose-bicycle"),
        Purpose::Rent => t_in!(language, "purpose-rent"),
        Purpose::Other => t_in!(language, "purpose-other"),
    }
}

/// Returns the id of a purpose's chip.
pub fn id(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Groceries => "groceries",
        Purpose::Taxi => "taxi",
        Purpose::Card => "card",
        Purpose::Phone => "phone",
        Purpose::Bicycle => "bicycle",
        Purpose::Rent => "rent",
        Purpose::Other => "other",
    }
}

/// Tells whether this purpose defers to the note.
pub fn is_other(purpose: &str) -> bool {
    Purpose::from_word(purpose) == Some(Purpose::Other)
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
