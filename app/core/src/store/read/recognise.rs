//! By what in a text somebody may be known, so that a report can be read over before it goes out. A
//! hint and no proof: it knows the names on this phone, and what numbers and addresses look like.

use std::collections::HashMap;

use crate::folding::{fold, words};
use crate::store::Store;
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

/// What the names with a word in them say of it.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// It is all that names in one of them.
    alone: bool,
    /// The same, and that name has two words at most.
    short: bool,
    /// One of them writes it as a name.
    capital: bool,
}

impl Known {
    fn add(&mut self, name: &str, word: &str) {
        let name = cut(name);
        let mut own = name.iter().filter(|each| !each.is_common());
        let alone = own.clone().count() == 1 && own.clone().all(|own| own.folded == word);
        self.alone |= alone;
        self.short |= alone && name.len() <= 2;
        self.capital |= own.any(|own| own.folded == word && own.is_capital());
    }
}

/// Words that were looked up, for one report: each once, however often it is there.
#[derive(Default)]
pub(super) struct Names {
    words: HashMap<String, Known>,
    colleagues: Option<Vec<String>>,
}

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
        let known = match names.words.get(&word.folded) {
            Some(known) => *known,
            None => {
                let known = self.known(names, &word.folded)?;
                names.words.insert(word.folded.clone(), known);
                known
            }
        };
        let part = word.is_capital() && !word.is_initial() && known.capital;
        Ok(known.short || known.alone && word.is_initial() || part)
    }

    /// From the names of cases and contacts with this word in them, and of all colleagues.
    fn known(&self, names: &mut Names, word: &str) -> Result<Known, Error> {
        let mut known = Known::default();
        let found: Vec<String> = self.rows(
            "SELECT name FROM cases WHERE key IN
               (SELECT row FROM name_words WHERE word = ?1 AND row > 0 LIMIT ?2)
             UNION ALL SELECT name FROM contacts WHERE key IN
               (SELECT -row FROM name_words WHERE word = ?1 AND row < 0 LIMIT ?2)",
            rusqlite::params![word, NAMES],
            |row| row.get(0),
        )?;
        let colleagues = match &mut names.colleagues {
            Some(colleagues) => colleagues,
            none => none.insert(self.rows("SELECT name FROM people", [], |row| row.get(0))?),
        };
        for name in found.iter().chain(colleagues.iter()) {
            known.add(name, word);
        }
        Ok(known)
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
