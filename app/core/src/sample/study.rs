//! A fictitious neighbourhood study in progress.

use chrono::{NaiveDate, NaiveTime};

use super::moment::{id, moment};
use crate::model::InterviewRole;
use crate::seed::{SeedInterview, SeedStudy};

/// Days ago, hour, author, role, text, quotation, themes.
type Line = (
    i64,
    u32,
    usize,
    InterviewRole,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const LINES: [Line; 5] = [
    (
        24,
        10,
        0,
        InterviewRole::Entrepreneur,
        "Sinds de bakker dicht is komt er na twaalven niemand meer over het pleintje.",
        "na twaalven niemand meer over het pleintje",
        &["Winkels", "Ontmoeten"],
    ),
    (
        17,
        14,
        1,
        InterviewRole::Resident,
        "Kent in het trappenhuis alleen de mensen met een hond.",
        "",
        &["Ontmoeten"],
    ),
    (
        10,
        16,
        0,
        InterviewRole::KeyPerson,
        "Jongens hangen bij de garages omdat het honk alleen op woensdag open is.",
        "het honk is alleen op woensdag open",
        &["Jeugd"],
    ),
    (
        4,
        11,
        1,
        InterviewRole::Resident,
        "Brieven van de deurwaarder liggen ongeopend in een schoenendoos.",
        "",
        &["Geldzorgen"],
    ),
    (
        1,
        15,
        0,
        InterviewRole::Resident,
        "Zou wel koffie willen schenken, als er ergens een tafel stond.",
        "Zou wel koffie willen schenken",
        &["Ontmoeten"],
    ),
];

/// Returns the study of De Akkers, in its fifth week.
pub(crate) fn sample_study(today: NaiveDate) -> SeedStudy {
    let interviews = LINES.map(|(days, hour, by, role, text, quote, themes)| {
        let time = NaiveTime::from_hms_opt(hour, 20, 0).unwrap_or_default();
        let at = moment(today, -days, time);
        SeedInterview {
            id: id(at, text),
            at,
            by,
            role,
            text: text.to_owned(),
            quote: quote.to_owned(),
            themes: owned(themes),
        }
    });
    let begun = today - chrono::Duration::days(29);
    SeedStudy {
        id: id(moment(today, -29, NaiveTime::MIN), "study"),
        name: "De Akkers".to_owned(),
        district: "De Akkers".to_owned(),
        question: "Waar komen mensen elkaar tegen, en wie blijft thuis?".to_owned(),
        begun,
        themes: owned(&["Geldzorgen", "Jeugd", "Ontmoeten", "Winkels"]),
        interviews: interviews.into(),
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
