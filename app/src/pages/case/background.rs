//! The background of a case: its first lines at the door, and a repair for text that appears twice.

use dioxus::prelude::*;
use voorveld_core::api::SetCaseField;
use voorveld_core::model::CaseField;
use voorveld_core::view::CaseView;

use crate::components::{ErrorLine, TwiceLine};
use crate::hooks::use_action;
use crate::{format, text};

/// The lines and characters shown at the door: what fits in one glance.
const LINES: usize = 4;
const LETTERS: usize = 280;

/// The first lines of the background, shown while neither what matters nor a safety fact is filled in:
/// an imported list may have just that. If it is in conflict, the first lines of both values.
#[component]
pub fn FirstLines(view: CaseView) -> Element {
    if !view.safety.is_empty() || !view.what_matters.is_empty() {
        return rsx! {};
    }
    let clash = view
        .clashes
        .iter()
        .find(|clash| clash.field == CaseField::Background);
    let texts: Vec<&str> = match clash {
        Some(clash) => clash
            .values
            .iter()
            .map(|each| each.value.as_str())
            .collect(),
        None => vec![&view.background],
    };
    let texts: Vec<String> = texts.into_iter().map(first_lines).collect();
    if texts.iter().all(String::is_empty) {
        return rsx! {};
    }
    rsx! {
        div { class: "door__background", id: "door-background",
            p { class: "second", {format::case_field(text::language(), CaseField::Background)} }
            for text in texts {
                p { key: "{text}", class: "record__text", dir: "auto", "{text}" }
            }
            Mend { view, id: "door-background-mend" }
        }
    }
}

/// Offers to keep one copy of a background that appears twice.
#[component]
pub fn Mend(view: CaseView, id: String) -> Element {
    let case = view.id;
    let action = use_action();
    rsx! {
        TwiceLine {
            id,
            text: view.background.clone(),
            onmend: move |value| {
                action.send(SetCaseField { case, field: CaseField::Background, value });
            },
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}

/// Returns the beginning of a text, with an ellipsis when it is cut.
fn first_lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let mut first = lines[..lines.len().min(LINES)].join("\n");
    let mut cut = lines.len() > LINES;
    if let Some((at, _)) = first.char_indices().nth(LETTERS) {
        first.truncate(at);
        // Cuts at a word boundary.
        first.truncate(first.rfind(char::is_whitespace).unwrap_or(at));
        cut = true;
    }
    if cut {
        first.push('…');
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_takes_in_a_few_lines_and_says_that_there_is_more() {
        assert_eq!(first_lines(""), "");
        assert_eq!(
            first_lines("hond bijt\n\nbel eerst"),
            "hond bijt\nbel eerst"
        );
        assert_eq!(first_lines("1\n2\n3\n4\n5"), "1\n2\n3\n4…");
        let long = "héél lang ".repeat(100);
        let first = first_lines(&long);
        assert!(
            first.chars().count() <= LETTERS + 1 && first.ends_with("lang…"),
            "{first}"
        );
        assert!(first_lines(&"x".repeat(1000)).chars().count() == LETTERS + 1);
    }
}
