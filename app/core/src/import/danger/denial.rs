//! Denials that directly concern a word of danger. Any other denial in the sentence concerns something
//! else: "niet thuis, hond blaft", "hond niet te vertrouwen".

use super::at_word;

/// Words that deny the noun or adjective they stand before.
const DENIERS: [&str; 11] = [
    "geen", "niet", "nooit", "zonder", "nergens", "no", "not", "never", "kein", "keine", "nicht",
];

/// Words that may stand between a denial and what it denies: "geen enkel teken van agressie".
const BETWEEN: [&str; 26] = [
    "aanwijzingen",
    "acuut",
    "acute",
    "bekend",
    "bekende",
    "direct",
    "directe",
    "echt",
    "echte",
    "een",
    "enkel",
    "enkele",
    "erg",
    "grote",
    "groot",
    "klein",
    "kleine",
    "meldingen",
    "melding",
    "sprake",
    "teken",
    "tekenen",
    "van",
    "verbaal",
    "fysiek",
    "zo",
];

/// How many words back a denial is looked for.
const BACK: usize = 5;

/// Verbs whose denial follows them: "bijt niet".
const VERBS: [&str; 16] = [
    "bedreigt", "bijt", "bijten", "dreigt", "gooit", "krabt", "schiet", "schopt", "slaat",
    "spuugt", "steekt", "stompt", "trapt", "vecht", "bites", "spits",
];

/// Words for going there, which "niet alleen" then concerns.
const GOING: [&str; 16] = [
    "aanbellen",
    "bellen",
    "benaderen",
    "betreden",
    "bezoek",
    "bezoeken",
    "binnen",
    "ga",
    "gaan",
    "heen",
    "huisbezoek",
    "langs",
    "langsgaan",
    "naar",
    "op",
    "toe",
];

/// Returns whether the expression found at a word is denied: "geen wapen", "niet agressief", "bijt
/// niet", "hond is overleden". Also true of "niet alleen … maar ook" when it is not about going there.
pub(super) fn takes_back(words: &[&str], at: usize, expression: &[String]) -> bool {
    if expression.len() > 1 {
        let also = words[at..].windows(2).any(|two| two == ["maar", "ook"]);
        let going = words.iter().any(|word| GOING.contains(word));
        return expression[1] == "alleen" && also && !going;
    }
    denied_before(words, at) || denied_after(words[at], &words[at + 1..])
}

fn denied_before(words: &[&str], at: usize) -> bool {
    // "Niet ongevaarlijk" says the opposite.
    if words[at].starts_with("ongevaar") {
        return false;
    }
    let passed = |place: &usize| {
        BETWEEN.contains(&words[*place]) || at_word(&words[*place..]).next().is_some()
    };
    let first = (at.saturating_sub(BACK)..at)
        .rev()
        .find(|place| !passed(place));
    let denies = |place: usize| words.get(place).is_some_and(|word| DENIERS.contains(word));
    // "Nooit zonder mes" denies nothing.
    first.is_some_and(|place| denies(place) && !(place > 0 && denies(place - 1)))
}

fn denied_after(word: &str, rest: &[&str]) -> bool {
    match rest {
        ["niet" | "nooit" | "nicht"] => VERBS.contains(&word),
        ["is" | "zijn", gone] | [gone] => {
            word.contains("hond") && ["overleden", "weg", "dood", "ingeslapen"].contains(gone)
        }
        _ => false,
    }
}
