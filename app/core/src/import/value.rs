//! The other values of a row: postcode, status, problem types.

use super::fold::{fold, letters, one_line};
use crate::view::{CaseStatus, TrustStep};

/// 1234 AB, or `None` when it is no Dutch postcode.
pub(super) fn postcode(text: &str) -> Option<String> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = packed.as_bytes();
    let fits = bytes.len() == 6
        && (b'1'..=b'9').contains(&bytes[0])
        && bytes[1..4].iter().all(u8::is_ascii_digit)
        && bytes[4..].iter().all(u8::is_ascii_alphabetic);
    fits.then(|| format!("{} {}", &packed[..4], packed[4..].to_uppercase()))
}

/// The status these words stand for; `None` when they are not known. Nothing written is open.
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

/// Whether it is said here that the case is politically sensitive.
pub(super) fn says_sensitive(text: &str) -> bool {
    let folded = fold(text);
    folded.contains("bestuurlijk gevoelig") && !folded.contains("niet bestuurlijk gevoelig")
}

/// Yes, in a column of its own.
pub(super) fn says_yes(text: &str) -> bool {
    matches!(
        letters(text).as_str(),
        "ja" | "j" | "x" | "1" | "yes" | "y" | "waar" | "true"
    )
}

/// No, or nothing.
pub(super) fn says_no(text: &str) -> bool {
    matches!(
        letters(text).as_str(),
        "" | "nee" | "n" | "0" | "no" | "onwaar" | "false" | "nietbestuurlijkgevoelig"
    )
}

/// The step of trust these words stand for, in the words of our own export.
pub(super) fn trust(text: &str) -> Option<TrustStep> {
    Some(match letters(text).as_str() {
        "buiten" | "outside" => TrustStep::Outside,
        "deur" | "door" => TrustStep::Door,
        "binnen" | "inside" => TrustStep::Inside,
        "vertrouwen" | "trust" => TrustStep::Trust,
        _ => return None,
    })
}

/// Problem types, split on comma, semicolon, line or a slash between spaces, each once.
pub(super) fn problems(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.replace(" / ", ";").split([',', ';', '\n', '\r']) {
        let part = one_line(part);
        let problem = known_problem(&part).map_or(part, str::to_owned);
        if !problem.is_empty() && !found.contains(&problem) {
            found.push(problem);
        }
    }
    found
}

/// The practice's own word for a problem type, also from the English one of our own lists. Only spellings of the same thing are taken together;
/// other words stay as they were written.
fn known_problem(text: &str) -> Option<&'static str> {
    let problem = match letters(text).as_str() {
        "crimineelgedrag" | "criminaliteit" | "crime" => "crimineel gedrag",
        "dakenthuisloos" | "dakenthuisloosheid" | "dakloos" | "dakloosheid" | "thuisloos"
        | "homeless" => "dak- en thuisloos",
        "huiselijkgeweld" | "domesticviolence" => "huiselijk geweld",
        "loverboy" | "loverboys" | "loverboyproblematiek" => "loverboy",
        "lvb"
        | "lvbproblematiek"
        | "lichtverstandelijkebeperking"
        | "mildintellectualdisability" => "LVB",
        "psychiatrisch" | "psychiatrie" | "psychiatrischeproblematiek" | "psychiatry" => {
            "psychiatrisch"
        }
        "seksueelgeweld" | "sexualviolence" => "seksueel geweld",
        "uithuiszetting" | "huisuitzetting" | "ontruiming" | "eviction" => "uithuiszetting",
        "overlast" | "nuisance" => "overlast",
        "vervuiling" | "woningvervuiling" | "squalor" => "vervuiling",
        "verslaving" | "verslaafd" | "verslavingsproblematiek" | "addiction" => "verslaving",
        "drugscriminaliteit" | "drugcrime" => "drugscriminaliteit",
        "schulden" | "schuldenproblematiek" | "debts" => "schulden",
        _ => return None,
    };
    Some(problem)
}
