//! A title and its answer, which only together speak of danger: "Alleen bezoeken: nee", "Risico: hoog".

/// Titles that announce danger, whatever follows.
const WARNINGS: [&str; 6] = [
    "attentie",
    "let op",
    "pas op",
    "waarschuwing",
    "alarm",
    "alert",
];

/// The most words of a title.
const MOST: usize = 4;

fn parts(folded: &str) -> Option<(&str, &str)> {
    let (title, answer) = folded.split_once(':')?;
    let answer = answer.trim().trim_end_matches(['.', '!']);
    (title.split_whitespace().count() <= MOST && !answer.is_empty())
        .then_some((title.trim(), answer))
}

fn is_no(answer: &str) -> bool {
    matches!(
        answer,
        "nee"
            | "geen"
            | "no"
            | "none"
            | "-"
            | "n"
            | "nvt"
            | "n.v.t"
            | "onbekend"
            | "nein"
            | "0"
            | "false"
            | "onwaar"
    )
}

/// Returns whether a title asks what is safe, so that a denial speaks of danger.
fn asks_for_safety(title: &str) -> bool {
    let mut words = title.split_whitespace();
    // "Woont alleen: nee" is about living.
    // "Niet alleen gaan: nee" is safe.
    let other = ["woon", "wone", "niet", "nooit", "not"];
    words.all(|word| !other.iter().any(|begin| word.starts_with(begin)))
        && title
            .split_whitespace()
            .any(|word| matches!(word, "alleen" | "solo" | "veilig" | "veiligheid" | "safe"))
}

/// Returns whether the text is a title with a negative answer: "Hond: nee".
pub(super) fn denies(folded: &str) -> bool {
    parts(folded).is_some_and(|(title, answer)| is_no(answer) && !asks_for_safety(title))
}

/// Returns whether title and answer together speak of danger.
pub(super) fn speaks(folded: &str) -> bool {
    let Some((title, answer)) = parts(folded) else {
        return false;
    };
    let has = |some: &[&str]| title.split_whitespace().any(|word| some.contains(&word));
    if WARNINGS.iter().any(|warning| title.ends_with(warning)) {
        return true;
    }
    let first = answer.split(|c: char| !c.is_alphanumeric()).next();
    let first = first.unwrap_or_default();
    if asks_for_safety(title) {
        let unsafe_word = [
            "nee", "no", "nein", "onwaar", "false", "n", "0", "niet", "nooit", "rood", "slecht",
        ];
        return unsafe_word.contains(&first);
    }
    if title.contains("risico") || title.contains("dreiging") {
        let low = ["beperkt", "geen", "gering", "klein", "laag", "nee", "nihil"];
        return !low.contains(&first);
    }
    has(&["2", "twee", "duo", "koppel"]) && matches!(answer, "ja" | "j" | "x" | "yes" | "altijd")
}
