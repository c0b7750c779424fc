//! Comparison of two rows, or of a row and a stored record: are they about the same person?

mod address;
mod particulars;

use super::no_value::{self, Of};
use crate::folding::fold;
pub(super) use address::{address_forms, same_address};
pub(super) use particulars::Particulars;

/// Reduces folded text to its letters and digits.
pub(super) fn letters(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

/// How well two names match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Names {
    /// Nothing in common.
    Differ,
    /// Partly the same, such as a shared first name with different surnames.
    Share,
    /// One is less complete than the other, or spelled slightly differently.
    Fit,
    /// The same name.
    Same,
}

/// The form of address before a name, which distinguishes the members of a couple.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Whose {
    Her,
    Him,
    Them,
}

/// A name split into words for comparison.
struct Words {
    words: Vec<String>,
    whose: Option<Whose>,
}

fn words(name: &str) -> Words {
    let mut whose = None;
    let mut words = Vec::new();
    let mut all = Vec::new();
    for word in fold(name).split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        all.push(word.to_owned());
        match word {
            "mevr" | "mevrouw" | "mw" | "mrs" | "ms" | "frau" => whose = Some(Whose::Her),
            "dhr" | "heer" | "meneer" | "hr" | "mr" | "herr" => whose = Some(Whose::Him),
            "fam" | "familie" | "gezin" | "echtpaar" | "family" => whose = Some(Whose::Them),
            "de" | "het" | "een" | "van" | "der" | "den" | "ter" | "ten" | "te" | "t" | "the"
            | "von" | "en" => {}
            word => words.push(word.to_owned()),
        }
    }
    if words.is_empty() {
        words = all;
    }
    Words { words, whose }
}

/// Returns the significant words of a name, for looking up namesakes.
pub(super) fn name_words(name: &str) -> Vec<String> {
    words(name).words
}

/// Compares two words of a name: equal, one an initial of the other, or, where a typing error is likelier
/// than another name, one error apart.
fn word_fits(one: &str, other: &str, typing_errors: Errors) -> bool {
    if one == other {
        return true;
    }
    let single = |word: &str| word.chars().count() == 1 && !word.starts_with(char::is_numeric);
    if single(one) || single(other) {
        return one.chars().next() == other.chars().next();
    }
    let long = |word: &str| word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
    let apart = || match typing_errors {
        Errors::Anywhere => true,
        // Martin, Martina.
        Errors::Inside => one.chars().next_back() == other.chars().next_back(),
        Errors::Nowhere => false,
    };
    long(one) && long(other) && apart() && differ_by_one(one, other)
}

/// Where in a word a typing error is likelier than another name: first names differ by a letter.
#[derive(Clone, Copy)]
enum Errors {
    Anywhere,
    Inside,
    Nowhere,
}

/// Returns whether the words differ by one inserted, missing or replaced letter or by one
/// transposition.
fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([a, b, c @ ..], [d, e, f @ ..]) => a == e && b == d && c == f,
        _ => false,
    }
}

/// Compares two names.
pub(super) fn names(one: &str, other: &str) -> Names {
    if letters(one) == letters(other) {
        return Names::Same;
    }
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.words.len() <= other.words.len() {
        (&one.words, &other.words)
    } else {
        (&other.words, &one.words)
    };
    let mut free: Vec<&String> = long.iter().collect();
    let mut fitting = 0;
    for (at, word) in short.iter().enumerate() {
        let errors = match (at, long.len()) {
            (0, 1) => Errors::Inside,
            (0, _) => Errors::Nowhere,
            _ => Errors::Anywhere,
        };
        let place = free
            .iter()
            .position(|other| *other == word)
            .or_else(|| free.iter().position(|other| word_fits(word, other, errors)));
        if let Some(place) = place {
            free.remove(place);
            fitting += 1;
        }
    }
    let couple = match (one.whose, other.whose) {
        (Some(a), Some(b)) => a != b,
        // A household and one of its people.
        (a, b) => (a == Some(Whose::Them)) != (b == Some(Whose::Them)),
    };
    let suffix = free.iter().any(|word| is_generation(word));
    match fitting {
        0 => Names::Differ,
        all if all == short.len() && !couple && !suffix => {
            if free.is_empty() && short == long {
                Names::Same
            } else {
                Names::Fit
            }
        }
        _ => Names::Share,
    }
}

/// Returns whether the word distinguishes relatives of the same name.
fn is_generation(word: &str) -> bool {
    matches!(
        word,
        "jr" | "jnr"
            | "junior"
            | "sr"
            | "snr"
            | "senior"
            | "zoon"
            | "dochter"
            | "vader"
            | "moeder"
            | "broer"
            | "zus"
            | "son"
            | "daughter"
    )
}

/// Returns the forms by which a case number is compared, robust against what spreadsheets do to it:
/// without separators, and without leading zeros, of the whole and of each part. Empty when there is
/// no number.
pub(super) fn number_forms(number: &str) -> Vec<String> {
    if no_value::is_none(Of::Number, number) {
        return Vec::new();
    }
    let plain = letters(number);
    let whole = plain.trim_start_matches('0');
    let folded = fold(number);
    let mut parts: Vec<String> = Vec::new();
    let mut kind = None;
    for c in folded.chars() {
        let this = (c.is_ascii_digit(), c.is_alphanumeric());
        if c.is_alphanumeric() {
            if kind != Some(this) {
                parts.push(String::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push(c);
            }
        }
        kind = Some(this);
    }
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim_start_matches('0'))
        .collect();
    let mut forms = vec![whole.to_owned(), parts.join(".")];
    forms.dedup();
    forms
}
