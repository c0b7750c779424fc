//! Decision kinds, as text and as URL segments.

use chrono::NaiveDate;
use voorveld_core::model::DecisionKind;
use voorveld_core::view::{DecisionFault, DecisionLine, Language};

use super::{numeric_day, relative_day};
use crate::t_in;

/// The kinds a user can choose, with their URL segment.
pub const CHOSEN_KINDS: [(&str, DecisionKind); 5] = [
    ("doen", DecisionKind::Act),
    ("bewust-niet", DecisionKind::Refrain),
    ("delen", DecisionKind::Share),
    ("niet-melden", DecisionKind::NotReport),
    ("opschalen", DecisionKind::Escalate),
];

/// Returns the kind's URL segment.
pub fn kind_path(kind: DecisionKind) -> &'static str {
    CHOSEN_KINDS
        .iter()
        .find(|(_, each)| *each == kind)
        .map_or("", |(path, _)| path)
}

/// Parses a URL segment; anything unknown means acting.
pub fn kind_of_path(path: &str) -> DecisionKind {
    CHOSEN_KINDS
        .iter()
        .find(|(each, _)| *each == path)
        .map_or_else(DecisionKind::default, |(_, kind)| *kind)
}

/// Returns the kind's label.
pub fn decision_kind(language: Language, kind: DecisionKind) -> String {
    match kind {
        DecisionKind::Act => t_in!(language, "decision-act"),
        DecisionKind::Refrain => t_in!(language, "decision-refrain"),
        DecisionKind::Share => t_in!(language, "decision-share"),
        DecisionKind::NotReport => t_in!(language, "decision-not-report"),
        DecisionKind::Escalate => t_in!(language, "decision-escalate"),
        DecisionKind::Looked => t_in!(language, "decision-looked"),
    }
}

/// Returns a decision's fields for paper, with absolute dates: "vandaag" would be wrong tomorrow.
pub fn decision_on_paper(language: Language, line: &DecisionLine) -> Vec<(String, String)> {
    let mut fields = parts(language, line, line.look_again.map(numeric_day));
    for (word, _) in &mut fields {
        *word = word.trim_end_matches(':').to_owned();
    }
    fields
}

/// Returns a decision's non-empty fields, each with its label.
pub fn decision_fields(
    language: Language,
    line: &DecisionLine,
    today: NaiveDate,
) -> Vec<(String, String)> {
    let day = line
        .look_again
        .map(|day| relative_day(language, day, today));
    parts(language, line, day)
}

fn parts(language: Language, line: &DecisionLine, day: Option<String>) -> Vec<(String, String)> {
    let mut fields = vec![
        (t_in!(language, "decision-short-goal"), line.goal.clone()),
        (
            t_in!(language, "decision-short-with"),
            line.shared_with.clone(),
        ),
        (
            t_in!(language, "decision-short-ground"),
            line.ground.clone(),
        ),
        (
            t_in!(language, "decision-short-ethical"),
            line.ethical.clone(),
        ),
        (t_in!(language, "decision-short-law"), line.law.clone()),
        (t_in!(language, "decision-short-why"), line.why.clone()),
        (t_in!(language, "decision-short-backs"), line.backs.clone()),
        (
            t_in!(language, "decision-short-look"),
            day.unwrap_or_default(),
        ),
    ];
    fields.retain(|(_, value)| !value.is_empty());
    fields
}

/// Describes what is wrong with a decision.
pub fn decision_fault(language: Language, fault: DecisionFault) -> String {
    match fault {
        DecisionFault::Changed => t_in!(language, "fault-changed"),
        DecisionFault::ParentMissing => t_in!(language, "fault-parent"),
        DecisionFault::Signature => t_in!(language, "fault-signature"),
        DecisionFault::Key => t_in!(language, "fault-key"),
        DecisionFault::SeenOtherwise => t_in!(language, "fault-seen"),
        DecisionFault::Newer => t_in!(language, "fault-newer"),
        DecisionFault::NotListed => t_in!(language, "fault-not-listed"),
    }
}
