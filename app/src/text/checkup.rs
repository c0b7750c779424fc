//! What a check of this phone found and did, as sentences.

use voorveld_core::view::{Checkup, Finding, Language, Rescue};

use crate::t_in;

/// Returns a title and a sentence for each finding, or one pair that says that all is well.
pub fn lines(language: Language, checkup: &Checkup) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = checkup
        .findings
        .iter()
        .map(|finding| line(language, finding))
        .collect();
    let looked_at = t_in!(language, "checkup-looked-at", n: checkup.documents);
    if lines.is_empty() {
        lines.push((t_in!(language, "checkup-well"), looked_at));
    } else {
        let asks = checkup
            .asks_team
            .then(|| t_in!(language, "checkup-asks-team"));
        lines.push((looked_at, asks.unwrap_or_default()));
    }
    lines
}

fn line(language: Language, finding: &Finding) -> (String, String) {
    match finding {
        Finding::File(rescue) => (t_in!(language, "checkup-file"), file(language, rescue)),
        Finding::Indexes => (
            t_in!(language, "checkup-indexes"),
            t_in!(language, "checkup-indexes-then"),
        ),
        Finding::Documents(n) => (
            t_in!(language, "checkup-documents", n: *n),
            t_in!(language, "checkup-documents-then"),
        ),
        Finding::Rows(n) => (
            t_in!(language, "checkup-rows", n: *n),
            t_in!(language, "checkup-rows-then"),
        ),
        Finding::Search => (
            t_in!(language, "checkup-search"),
            t_in!(language, "checkup-search-then"),
        ),
        Finding::Words => (
            t_in!(language, "checkup-words"),
            t_in!(language, "checkup-words-then"),
        ),
        Finding::OnlyHere => (
            t_in!(language, "checkup-only-here"),
            t_in!(language, "checkup-only-here-then"),
        ),
        Finding::Outbox => (
            t_in!(language, "checkup-outbox"),
            t_in!(language, "checkup-outbox-then"),
        ),
    }
}

fn file(language: Language, rescue: &Rescue) -> String {
    let mut sentences = vec![
        t_in!(language, "checkup-file-then", file: rescue.set_aside.clone()),
        t_in!(language, "checkup-file-only-here", n: rescue.only_here),
        t_in!(language, "checkup-file-partly", n: rescue.partly),
    ];
    if !rescue.in_team {
        sentences.push(t_in!(language, "checkup-file-no-team"));
    }
    sentences.join(" ")
}
