//! Parses the remaining values of a row: postcode, status, problem types.

use super::fold::{fold, letters, one_line};
use crate::model::{CaseStatus, MAX_LINE, MAX_TEXT, ProblemType, TrustStep};

/// Returns whether a line or text exceeds the maximum length of its field.
pub(super) fn too_long(lines: &[&str], texts: &[&str]) -> bool {
    let longer = |text: &str, most: u32| text.chars().count() > most as usize;
    lines.iter().any(|line| longer(line, MAX_LINE))
        || texts.iter().any(|text| longer(text, MAX_TEXT))
}

/// Formats a postcode as 1234 AB; `None` if it is not a Dutch postcode.
pub(super) fn postcode(text: &str) -> Option<String> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = packed.as_bytes();
    let fits = bytes.len() == 6
        && (b'1'..=b'9').contains(&bytes[0])
        && bytes[1..4].iter().all(u8::is_ascii_digit)
        && bytes[4..].iter().all(u8::is_ascii_alphabetic);
    fits.then(|| format!("{} {}", &packed[..4], packed[4..].to_uppercase()))
}

/// Returns the place of a postcode in an address, and the postcode formatted as 1234 AB.
pub(super) fn postcode_in(address: &str) -> Option<(std::ops::Range<usize>, String)> {
    let starts = address.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !address[..*at].ends_with(|c: char| c.is_alphanumeric())
    });
    starts.map(|(at, _)| at).find_map(|at| {
        let ends = [6, 7].into_iter().map(|length| at + length);
        ends.filter(|end| {
            !address
                .get(*end..)
                .unwrap_or("0")
                .starts_with(char::is_alphanumeric)
        })
        .find_map(|end| Some((at..end, postcode(address.get(at..end)?)?)))
    })
}

/// Parses a status; `None` if it is unknown. An empty text means open.
pub(super) fn status(text: &str) -> Option<CaseStatus> {
    let status = match letters(text).as_str() {
        "" | "open" | "loopt" | "lopend" | "actief" | "actueel" | "nieuw" | "inbehandeling"
        | "bezig" | "heropend" | "opgepakt" | "active" | "new" | "ongoing" | "inprogress"
        | "reopened" => CaseStatus::Open,
        "wacht" | "wachten" | "wachtend" | "wachtlijst" | "indewacht" | "gepauzeerd" | "pauze"
        | "onhold" | "aangehouden" | "inwacht" | "waiting" | "paused" => CaseStatus::Waiting,
        "overgedragen" | "overdracht" | "overgedragenaan" | "overgezet" | "handedover"
        | "transferred" => CaseStatus::HandedOver,
        "gesloten" | "afgesloten" | "dicht" | "afgerond" | "klaar" | "beeindigd" | "gereed"
        | "closed" | "done" | "inactief" => CaseStatus::Closed,
        _ => return None,
    };
    Some(status)
}

/// Returns whether a status is that of a case, unlike "actief", which fits any contact.
pub(super) fn is_case_status(text: &str) -> bool {
    let of_anybody = matches!(
        letters(text).as_str(),
        "" | "actief" | "actueel" | "active" | "nieuw" | "new" | "inactief"
    );
    !of_anybody && status(text).is_some()
}

/// Returns whether the text calls the case politically sensitive.
pub(super) fn says_sensitive(text: &str) -> bool {
    let folded = fold(text);
    folded.contains("bestuurlijk gevoelig") && !folded.contains("niet bestuurlijk gevoelig")
}

/// Returns whether a yes/no column says yes.
pub(super) fn says_yes(text: &str) -> bool {
    matches!(
        letters(text).as_str(),
        "ja" | "j" | "x" | "1" | "yes" | "y" | "waar" | "true"
    )
}

/// Returns whether a yes/no column says no or nothing.
pub(super) fn says_no(text: &str) -> bool {
    matches!(
        letters(text).as_str(),
        "" | "nee" | "n" | "0" | "no" | "onwaar" | "false" | "nietbestuurlijkgevoelig"
    )
}

/// Parses a trust step, in the words of our own export.
pub(super) fn trust(text: &str) -> Option<TrustStep> {
    Some(match letters(text).as_str() {
        "buiten" | "outside" => TrustStep::Outside,
        "deur" | "door" => TrustStep::Door,
        "binnen" | "inside" => TrustStep::Inside,
        "vertrouwen" | "trust" => TrustStep::Trust,
        _ => return None,
    })
}

/// Splits problem types at commas, semicolons, line breaks or a slash between spaces, without
/// duplicates.
pub(super) fn problems(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.replace(" / ", ";").split([',', ';', '\n', '\r']) {
        let part = one_line(part);
        let problem = known_problem(&part).map_or(part, |known| known.word().to_owned());
        if !problem.is_empty() && !found.contains(&problem) {
            found.push(problem);
        }
    }
    found
}

/// Returns the problem type that a text names, including the English ones of our own lists. Only
/// spellings of the same thing are merged; other words are kept as written.
fn known_problem(text: &str) -> Option<ProblemType> {
    let problem = match letters(text).as_str() {
        "crimineelgedrag" | "criminaliteit" | "crime" => ProblemType::Crime,
        "dakenthuisloos" | "dakenthuisloosheid" | "dakloos" | "dakloosheid" | "thuisloos"
        | "homeless" => ProblemType::Homeless,
        "huiselijkgeweld" | "domesticviolence" => ProblemType::Domestic,
        "loverboy" | "loverboys" | "loverboyproblematiek" => ProblemType::Loverboy,
        "lvb"
        | "lvbproblematiek"
        | "lichtverstandelijkebeperking"
        | "mildintellectualdisability" => ProblemType::Disability,
        "psychiatrisch" | "psychiatrie" | "psychiatrischeproblematiek" | "psychiatry" => {
            ProblemType::Psychiatric
        }
        "seksueelgeweld" | "sexualviolence" => ProblemType::Sexual,
        "uithuiszetting" | "huisuitzetting" | "ontruiming" | "eviction" => ProblemType::Eviction,
        "overlast" | "nuisance" => ProblemType::Nuisance,
        "vervuiling" | "woningvervuiling" | "squalor" => ProblemType::Squalor,
        "verslaving" | "verslaafd" | "verslavingsproblematiek" | "addiction" => {
            ProblemType::Addiction
        }
        "drugscriminaliteit" | "drugcrime" => ProblemType::Drugs,
        "schulden" | "schuldenproblematiek" | "debts" => ProblemType::Debts,
        _ => return None,
    };
    Some(problem)
}
