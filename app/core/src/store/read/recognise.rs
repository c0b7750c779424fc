//! By what in a text somebody may be known, so that a report can be read over before it goes out. A
//! hint and no proof: it knows the names on this phone, and what numbers and addresses look like.

use std::collections::HashMap;

use crate::store::Store;
use crate::text::{fold, words};
use crate::view::Tell;
use crate::{Error, phone_number};

/// Words of a name that name nobody.
const COMMON: &[&str] = &[
    "aan",
    "buurman",
    "buurvrouw",
    "de",
    "den",
    "der",
    "dhr",
    "fam",
    "familie",
    "gezin",
    "heer",
    "het",
    "in",
    "meneer",
    "mevr",
    "mevrouw",
    "mw",
    "oma",
    "oom",
    "op",
    "opa",
    "tante",
    "te",
    "ten",
    "ter",
    "uit",
    "van",
    "voor",
];

/// How names of Dutch streets end.
const STREETS: &[&str] = &[
    "boulevard",
    "dijk",
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

/// How many names with a word in them are looked at.
const NAMES: u32 = 50;

/// A word of a text.
struct Word<'t> {
    text: &'t str,
    folded: String,
    /// What stands between it and the next one.
    behind: &'t str,
}

impl Word<'_> {
    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    fn is_common(&self) -> bool {
        COMMON.contains(&self.folded.as_str())
    }

    /// An initial: *G.*
    fn is_initial(&self) -> bool {
        self.is_capital() && self.text.chars().count() == 1 && self.behind.starts_with('.')
    }

    /// 12, 12a.
    fn is_house_number(&self) -> bool {
        let digits = self
            .text
            .trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let letters = self.text.len() - digits.len();
        (1..=4).contains(&digits.len())
            && letters <= 1
            && !digits.starts_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
    }

    fn is_street(&self) -> bool {
        let end = |street: &&&str| self.folded.ends_with(**street);
        STREETS
            .iter()
            .find(end)
            .is_some_and(|street| self.is_capital() || self.folded.len() > street.len())
    }
}

fn cut(text: &str) -> Vec<Word<'_>> {
    let places: Vec<_> = words(text).collect();
    let ends = places.iter().skip(1).map(|next| next.start);
    places
        .iter()
        .zip(ends.chain([text.len()]))
        .map(|(place, end)| Word {
            text: &text[place.clone()],
            folded: fold(&text[place.clone()]),
            behind: &text[place.end..end],
        })
        .collect()
}

/// Names that were looked up, for one report.
#[derive(Default)]
pub(super) struct Names(HashMap<String, Vec<String>>);

impl Store {
    /// All that may tell who somebody is, each once.
    pub(super) fn tells(&self, names: &mut Names, text: &str) -> Result<Vec<Tell>, Error> {
        let mut tells: Vec<Tell> = Vec::new();
        let cut = cut(text);
        for (index, word) in cut.iter().enumerate() {
            if self.is_name(names, word)? {
                tells.push(Tell::Name(word.text.to_owned()));
            }
            if let Some(next) = cut.get(index + 1) {
                let together = word.behind.trim().is_empty();
                if together && (word.is_street() && next.is_house_number() || postcode(word, next))
                {
                    tells.push(Tell::Address(format!("{} {}", word.text, next.text)));
                }
            }
            if is_whole_postcode(word.text) {
                tells.push(Tell::Address(word.text.to_owned()));
            }
        }
        tells.extend(phone_number::in_text(text).into_iter().map(Tell::Phone));
        let mails = text.split_whitespace().filter(|word| is_mail(word));
        tells.extend(mails.map(|mail| Tell::Email(mail.to_owned())));
        let mut once: Vec<Tell> = Vec::new();
        for tell in tells {
            if !once.contains(&tell) {
                once.push(tell);
            }
        }
        Ok(once)
    }

    /// Whether a word is somebody's name: the only word of it that names, or one of several and written
    /// as one.
    fn is_name(&self, names: &mut Names, word: &Word<'_>) -> Result<bool, Error> {
        if word.is_common() {
            return Ok(false);
        }
        if word.text.chars().count() < 3 && !word.is_initial() {
            return Ok(false);
        }
        let found = self.names_with(names, &word.folded)?;
        Ok(found.iter().any(|name| {
            let name = cut(name);
            let mut own = name.iter().filter(|word| !word.is_common());
            let alone = own.clone().count() == 1 && (name.len() <= 2 || word.is_initial());
            let whole = alone && own.clone().all(|own| own.folded == word.folded);
            let part = word.is_capital()
                && !word.is_initial()
                && own.any(|own| own.folded == word.folded && own.is_capital());
            whole || part
        }))
    }

    /// Names of cases and contacts with this word in them, and of all colleagues.
    fn names_with<'n>(&self, names: &'n mut Names, word: &str) -> Result<&'n [String], Error> {
        if !names.0.contains_key(word) {
            let found = self.rows(
                "SELECT name FROM cases WHERE key IN
                   (SELECT rowid FROM search_cases WHERE search_cases MATCH ?1 LIMIT ?2)
                 UNION SELECT name FROM contacts WHERE key IN
                   (SELECT rowid FROM search_contacts WHERE search_contacts MATCH ?1 LIMIT ?2)
                 UNION SELECT name FROM people",
                rusqlite::params![format!("name : \"{word}\""), NAMES],
                |row| row.get(0),
            )?;
            names.0.insert(word.to_owned(), found);
        }
        Ok(names.0.get(word).map_or(&[], Vec::as_slice))
    }
}

/// 1234 AB in two words.
fn postcode(word: &Word<'_>, next: &Word<'_>) -> bool {
    is_digits(word.text) && is_letters(next.text)
}

fn is_whole_postcode(word: &str) -> bool {
    word.split_at_checked(4)
        .is_some_and(|(digits, letters)| is_digits(digits) && is_letters(letters))
}

fn is_digits(text: &str) -> bool {
    text.len() == 4 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_letters(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}
