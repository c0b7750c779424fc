//! Numbers that the text beside them withdraws: shown, and not dialled.

/// What a remark says of a number that is not to be called. Where more is said it may be another matter:
/// "niet bellen voor 10 uur", "gas afgesloten".
const VOID: [&str; 22] = [
    "afgesloten",
    "buiten dienst",
    "buiten gebruik",
    "do not call",
    "fout",
    "klopt niet",
    "klopt niet meer",
    "niet bellen",
    "niet in gebruik",
    "niet meer bellen",
    "niet meer in gebruik",
    "not in use",
    "old",
    "onjuist",
    "opgeheven",
    "oud",
    "oude",
    "verkeerd",
    "vervallen",
    "werkt niet",
    "werkt niet meer",
    "wrong",
];

/// Words for the number itself.
const FILLERS: [&str; 11] = [
    "aub", "dit", "het", "is", "mobiel", "nr", "number", "nummer", "svp", "tel", "telefoon",
];

/// Returns whether the label of a number says that it is no longer to be called.
pub(super) fn is_void(label: &str) -> bool {
    let folded = crate::folding::fold(label).replace(" - ", ",");
    // "Oud-collega" is one word.
    let mut parts = folded.split(|c: char| !c.is_alphanumeric() && !" -".contains(c));
    parts.any(|part| {
        let words = part.split_whitespace();
        let said: Vec<&str> = words.filter(|word| !FILLERS.contains(word)).collect();
        VOID.contains(&said.join(" ").as_str())
    })
}
