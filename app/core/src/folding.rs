//! Text folding, shared by search, comparison and sorting.
//!
//! Ignores case, accents, apostrophes, soft hyphens, invisible characters and width variants. Letters
//! without a decomposition (ł, ø, ß) map to their plain forms; ij, ĳ and y are equal. Other scripts
//! are kept. Ids of imported rows use a separate, frozen folding: see [`crate::import`].

mod amount;
mod letter;
mod number;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use amount::typed_amounts;
pub(crate) use letter::{digit, is_hyphen, is_unseen};
pub(crate) use number::{Run, padded, runs};

use amount::amounts;
use letter::{also, is_apostrophe, is_of_word, push_plain};

/// Folds a whole text for comparison, with single spaces. A text of only invisible characters becomes
/// empty.
///
/// ```text
/// "Đorđe  Yıldız" → "dorde yildiz"      "O’Brien" → "obrien"      "Van Dĳk" → "van dyk"
/// ```
pub(crate) fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() || c.is_control() {
            true => plain.push(' '),
            false => push_plain(c, &mut plain),
        }
    }
    let mut folded = String::with_capacity(plain.len());
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        push_without_ij(word, &mut folded);
    }
    folded
}

/// Treats the Dutch ij and y as the same letter.
fn push_without_ij(word: &str, folded: &mut String) {
    let mut rest = word;
    while let Some(place) = rest.find("ij") {
        folded.push_str(&rest[..place]);
        folded.push('y');
        rest = &rest[place + 2..];
    }
    folded.push_str(rest);
}

/// Returns the ranges of the words in a text: runs of letters and digits of any script, including
/// apostrophes and invisible characters inside them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = rest.by_ref().find(|(_, c)| is_of_word(*c))?;
            let mut seen = !is_unseen(first);
            let mut end = start + first.len_utf8();
            while let Some((place, c)) = rest.peek().copied() {
                let inside = is_of_word(c) || is_apostrophe(c) && goes_on(&text[place..]);
                if !inside {
                    break;
                }
                rest.next();
                seen |= !is_unseen(c);
                end = place + c.len_utf8();
            }
            if seen && has_letter(&text[start..end]) {
                return Some(start..end);
            }
        }
    })
}

/// Returns whether a letter or digit follows the apostrophe at the start of the text.
fn goes_on(text: &str) -> bool {
    let mut behind = text.chars().skip(1);
    behind.find(|c| !is_unseen(*c)).is_some_and(is_of_word)
}

/// Returns whether anything remains of the word after folding.
fn has_letter(word: &str) -> bool {
    if word.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return true;
    }
    let mut plain = String::new();
    word.chars().for_each(|c| push_plain(c, &mut plain));
    plain.chars().any(char::is_alphanumeric)
}

/// A word of a text, folded, with its alternative spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Letters and digits only; never empty.
    pub(crate) folded: String,
    /// The spelling of those without the key, such as Mueller, if it differs.
    pub(crate) also: Option<String>,
    /// The parts between apostrophes, if it has any: o and brien.
    pub(crate) parts: Vec<String>,
}

impl Word {
    /// Folds a word from a range returned by [`words`].
    pub(crate) fn of(word: &str) -> Self {
        let (mut folded, _) = spelt(word, false);
        if folded.is_empty() {
            // Not a word from [`words`]: compare it unfolded.
            folded = word.to_owned();
        }
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Self {
                folded,
                also: None,
                parts: Vec::new(),
            };
        }
        let (other, differs) = spelt(word, true);
        let mut parts: Vec<String> = Vec::new();
        if word.chars().any(is_apostrophe) {
            let cut = word.split(is_apostrophe).map(|part| spelt(part, false).0);
            parts.extend(cut.filter(|part| !part.is_empty()));
        }
        Self {
            folded,
            also: differs.then_some(other),
            parts,
        }
    }

    /// Returns how many bytes of the word correspond to the first `folded` bytes of the given
    /// spelling, including accents after the last letter.
    pub(crate) fn reach(word: &str, spelling: &str, folded: usize) -> usize {
        let other = Self::of(word).also.as_deref() == Some(spelling);
        let mut reached = 0;
        for (place, c) in word.char_indices() {
            let end = place + c.len_utf8();
            let before = spelt(&word[..place], other).0.len();
            let with = spelt(&word[..end], other).0.len();
            // In ij, folded to one letter, the j adds nothing either.
            let adds = with > before;
            if before >= folded && (adds || !is_of_word(c)) {
                break;
            }
            reached = end;
        }
        reached
    }
}

/// Folds a word to letters and digits. Also returns whether the other spelling differs.
fn spelt(word: &str, other: bool) -> (String, bool) {
    let mut plain = String::with_capacity(word.len());
    let mut differs = false;
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        // Compose a letter with a following combining mark, as iPhones write them.
        let composed = match rest.peek() {
            Some(mark @ ('\u{308}' | '\u{30a}')) => unicode_normalization::char::compose(c, *mark),
            _ => None,
        };
        match also(composed.unwrap_or(c)).filter(|_| other) {
            Some(letters) => {
                differs = true;
                plain.push_str(letters);
            }
            None => push_plain(c, &mut plain),
        }
    }
    if !plain.is_ascii() || plain.bytes().any(|byte| !byte.is_ascii_alphanumeric()) {
        plain.retain(char::is_alphanumeric);
    }
    let mut folded = String::with_capacity(plain.len());
    push_without_ij(&plain, &mut folded);
    (folded, differs)
}

/// Returns the tokens of a text for the search index, separated by spaces: its words, their other
/// spellings, parts of its numbers, and its amounts.
pub(crate) fn index_text(text: &str) -> String {
    let mut index = String::with_capacity(text.len() + 16);
    let mut add = |token: &str| {
        if !index.is_empty() {
            index.push(' ');
        }
        index.push_str(token);
    };
    for place in words(text) {
        let word = Word::of(&text[place]);
        add(&word.folded);
        word.also.iter().for_each(|other| add(other));
        word.parts
            .iter()
            .filter(|part| !word.folded.starts_with(part.as_str()))
            .for_each(|part| add(part));
    }
    if text.chars().any(|c| letter::digit(c).is_some()) {
        for run in runs(text) {
            run.tokens().iter().for_each(|token| add(token));
        }
        for (_, amount) in amounts(text) {
            add(&amount);
        }
    }
    index
}
