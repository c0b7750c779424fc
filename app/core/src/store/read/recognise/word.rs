//! Words of texts and names.

use std::ops::Range;

use crate::folding::{self, words};

/// Words in names that do not identify anybody.
const COMMON: &[&str] = &[
    "aan",
    "buurman",
    "buurvrouw",
    "de",
    "den",
    "der",
    "dhr",
    "dr",
    "drs",
    "en",
    "fam",
    "familie",
    "gezin",
    "heer",
    "het",
    "in",
    "ing",
    "ir",
    "meneer",
    "mevr",
    "mevrouw",
    "mr",
    "mw",
    "oma",
    "oom",
    "op",
    "opa",
    "prof",
    "tante",
    "te",
    "ten",
    "ter",
    "uit",
    "van",
    "voor",
];

/// Endings of Dutch street names, folded.
const STREETS: &[&str] = &[
    "boulevard",
    "dyk",
    "dreef",
    "erf",
    "gracht",
    "hof",
    "kade",
    "laan",
    "markt",
    "pad",
    "park",
    "plantsoen",
    "plein",
    "ring",
    "singel",
    "steeg",
    "straat",
    "weg",
];

/// Diminutive endings: Jantje, Pimmetje, Boompje.
const SMALL: &[&str] = &["etje", "tje", "pje", "je", "ke"];

/// A word of a text.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// Its range in the text.
    pub(super) place: Range<usize>,
    pub(super) folded: String,
    /// The folded part before a possessive 's; empty without one.
    before: String,
    /// The text between this word and the next.
    pub(super) behind: &'t str,
}

/// Splits a text into words, in order.
pub(super) fn cut(text: &str) -> Vec<Word<'_>> {
    let places: Vec<_> = words(text).collect();
    let ends = places.iter().skip(1).map(|next| next.start);
    places
        .iter()
        .zip(ends.chain([text.len()]))
        .map(|(place, end)| {
            let word = folding::Word::of(&text[place.clone()]);
            Word {
                text: &text[place.clone()],
                place: place.clone(),
                before: match word.parts.as_slice() {
                    [before, s] if s == "s" => before.clone(),
                    _ => String::new(),
                },
                folded: word.folded,
                behind: &text[place.end..end],
            }
        })
        .collect()
}

impl Word<'_> {
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_common(&self) -> bool {
        COMMON.contains(&self.folded.as_str())
    }

    pub(super) fn letters(&self) -> usize {
        self.text.chars().count()
    }

    /// Returns whether this is an initial, as in *G.*
    pub(super) fn is_initial(&self) -> bool {
        self.is_capital() && self.is_dotted()
    }

    /// Returns whether this is one letter followed by a dot, as the *v.* in *J.v.d.B.*
    pub(super) fn is_dotted(&self) -> bool {
        self.letters() == 1 && self.behind.starts_with('.')
    }

    /// Returns whether this is two to four capitals, as in *JB*.
    pub(super) fn is_capitals(&self) -> bool {
        (2..=4).contains(&self.letters()) && self.text.chars().all(char::is_uppercase)
    }

    /// Returns the names of which this may be a form: Anna’s, Neons, Jantje, Pimmetje.
    pub(super) fn stems(&self) -> Vec<String> {
        let mut stems = Vec::new();
        if !self.before.is_empty() {
            stems.push(self.before.clone());
        }
        stems.extend(self.without("s", 3));
        if self.is_capital() {
            for stem in SMALL.iter().filter_map(|end| self.without(end, 2)) {
                stems.extend(single(&stem));
                stems.push(stem);
            }
        }
        stems
    }

    fn without(&self, end: &str, least: usize) -> Option<String> {
        let stem = self.folded.strip_suffix(end)?;
        (stem.chars().count() >= least).then(|| stem.to_owned())
    }

    /// Returns whether this looks like a house number: 12, 12a.
    pub(super) fn is_house_number(&self) -> bool {
        let digits = self
            .text
            .trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let letters = self.text.len() - digits.len();
        (1..=4).contains(&digits.len())
            && letters <= 1
            && !digits.starts_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
    }

    /// Returns whether this looks like a street name, capitalised or as a compound.
    pub(super) fn is_street(&self) -> bool {
        let end = |street: &&&str| self.folded.ends_with(**street);
        STREETS
            .iter()
            .find(end)
            .is_some_and(|street| self.is_capital() || self.folded.len() > street.len())
    }
}

/// Returns the stem without its last letter, if that is doubled.
fn single(stem: &str) -> Option<String> {
    let mut back = stem.chars().rev();
    let (last, before) = (back.next()?, back.next()?);
    (last == before).then(|| stem[..stem.len() - last.len_utf8()].to_owned())
}
