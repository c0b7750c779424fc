//! Words of texts and of names.

use std::ops::Range;

use crate::folding::{self, words};

/// Words of a name that name nobody.
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

/// How names of Dutch streets end, folded.
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

/// How a name is made small: Jantje, Pimmetje, Boompje.
const SMALL: &[&str] = &["etje", "tje", "pje", "je", "ke"];

/// A word of a text.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// Where it stands.
    pub(super) place: Range<usize>,
    pub(super) folded: String,
    /// What stands before its apostrophe, folded; empty without one.
    before: String,
    /// What stands between it and the next one.
    pub(super) behind: &'t str,
}

/// The words of a text, in its order.
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

    /// An initial: *G.*
    pub(super) fn is_initial(&self) -> bool {
        self.is_capital() && self.is_dotted()
    }

    /// One letter with a dot: the *v.* of *J.v.d.B.*
    pub(super) fn is_dotted(&self) -> bool {
        self.letters() == 1 && self.behind.starts_with('.')
    }

    /// Nothing but a few capitals: *JB*.
    pub(super) fn is_capitals(&self) -> bool {
        (2..=4).contains(&self.letters()) && self.text.chars().all(char::is_uppercase)
    }

    /// The name it may be a form of: Anna’s, Neons, Jantje, Pimmetje.
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

    /// 12, 12a.
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

    pub(super) fn is_street(&self) -> bool {
        let end = |street: &&&str| self.folded.ends_with(**street);
        STREETS
            .iter()
            .find(end)
            .is_some_and(|street| self.is_capital() || self.folded.len() > street.len())
    }
}

/// With its last letter once, where it is doubled.
fn single(stem: &str) -> Option<String> {
    let mut back = stem.chars().rev();
    let (last, before) = (back.next()?, back.next()?);
    (last == before).then(|| stem[..stem.len() - last.len_utf8()].to_owned())
}
