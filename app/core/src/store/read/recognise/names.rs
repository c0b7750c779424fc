//! Finds names in texts: of cases, contacts and colleagues on this phone, of organisations around a
//! case, and of people who reported somebody or are on the call list.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::word::{Word, cut};
use crate::Error;
use crate::store::Store;

/// Maximum number of names looked up per word.
const NAMES: u32 = 50;

/// Names whose words are not indexed. They are few.
const OTHERS: &str = "
    SELECT name FROM people UNION SELECT called FROM cases UNION SELECT reported_by FROM cases
    UNION SELECT name FROM parties UNION SELECT name FROM call_list";

/// How a word occurs in known names.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    /// It occurs in a name.
    part: bool,
    /// It is the only distinctive word of a name.
    alone: bool,
    /// As `alone`, and that name has at most two words.
    short: bool,
    /// It is capitalised in a name.
    capital: bool,
}

impl Known {
    fn add(&mut self, name: &[Word<'_>], word: &str) {
        let mut own = name.iter().filter(|each| !each.is_common());
        let alone = own.clone().count() == 1 && own.clone().all(|own| own.folded == word);
        self.alone |= alone;
        self.short |= alone && name.len() <= 2;
        self.part |= own.clone().any(|own| own.folded == word);
        self.capital |= own.any(|own| own.folded == word && own.is_capital());
    }
}

/// Names looked up while one report is checked, cached by word.
#[derive(Default)]
pub(in crate::store::read) struct Names {
    words: HashMap<String, Known>,
    others: Option<HashMap<String, Known>>,
    initials: Option<HashSet<String>>,
}

/// A range of a text that belongs to a name.
pub(super) struct Named {
    pub(super) place: Range<usize>,
    /// Whether it is written as a name; otherwise it may be an ordinary word that also occurs in names.
    pub(super) sure: bool,
}

/// Returns the ranges of a text that belong to a name, in order.
pub(super) fn named(store: &Store, names: &mut Names, text: &str) -> Result<Vec<Named>, Error> {
    let words = cut(text);
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(word) = words.get(next) {
        let together = together(store, names, &words[next..])?;
        if together > 1 {
            found.push(Named {
                place: word.place.start..words[next + together - 1].place.end,
                sure: true,
            });
            next += together;
            continue;
        }
        if let Some(sure) = is_name(store, names, word)? {
            found.push(Named {
                place: word.place.clone(),
                sure,
            });
        }
        next += 1;
    }
    Ok(found)
}

/// Returns how many words from the first on are the initials of one name, as in J.B. or J. v.d. B.;
/// one if they are not.
fn together(store: &Store, names: &mut Names, words: &[Word<'_>]) -> Result<usize, Error> {
    if !words.first().is_some_and(Word::is_initial) {
        return Ok(1);
    }
    let dotted = words.iter().take_while(|word| word.is_dotted()).count();
    // The last one may lack its dot.
    let last = words.get(dotted);
    let most = dotted + usize::from(last.is_some_and(|w| w.letters() == 1 && w.is_capital()));
    for together in (2..=most).rev() {
        if are_initials(store, names, &words[..together])? {
            return Ok(together);
        }
    }
    Ok(1)
}

/// Returns whether a word belongs to a name, and if so whether that is certain.
fn is_name(store: &Store, names: &mut Names, word: &Word<'_>) -> Result<Option<bool>, Error> {
    if word.is_common() {
        return Ok(None);
    }
    let known = known_word(store, names, &word.folded)?;
    let sure = match word.letters() {
        1 if word.is_initial() => known.alone.then_some(true),
        1 => (word.is_capital() && known.short).then_some(false),
        2 => (word.is_capital() && known.part).then_some(known.capital),
        _ => known
            .part
            .then_some(known.short || known.capital && word.is_capital()),
    };
    if sure.is_some() {
        return Ok(sure);
    }
    if word.is_capitals() && are_initials(store, names, std::slice::from_ref(word))? {
        return Ok(Some(false));
    }
    let mut form = None;
    for stem in word.stems() {
        let known = known_word(store, names, &stem)?;
        if known.part && (word.is_capital() || known.short) {
            form = form.max(Some(word.is_capital() && (known.short || known.capital)));
        }
    }
    Ok(form)
}

/// Returns how a word occurs in the names of cases and contacts and in all others.
fn known_word(store: &Store, names: &mut Names, word: &str) -> Result<Known, Error> {
    if let Some(known) = names.words.get(word) {
        return Ok(*known);
    }
    let others = match &mut names.others {
        Some(others) => others,
        none => none.insert(others(store)?),
    };
    let mut known = others.get(word).copied().unwrap_or_default();
    let found: Vec<String> = store.rows(
        "SELECT name FROM cases WHERE key IN
           (SELECT row FROM name_words WHERE word = ?1 AND row > 0 LIMIT ?2)
         UNION ALL SELECT name FROM contacts WHERE key IN
           (SELECT -row FROM name_words WHERE word = ?1 AND row < 0 LIMIT ?2)",
        rusqlite::params![word, NAMES],
        |row| row.get(0),
    )?;
    for name in &found {
        known.add(&cut(name), word);
    }
    names.words.insert(word.to_owned(), known);
    Ok(known)
}

fn others(store: &Store) -> Result<HashMap<String, Known>, Error> {
    let all: Vec<String> = store.rows(OTHERS, [], |row| row.get(0))?;
    let mut others: HashMap<String, Known> = HashMap::new();
    for name in &all {
        let name = cut(name);
        for word in name.iter().filter(|word| !word.is_common()) {
            let known = others.entry(word.folded.clone()).or_default();
            known.add(&name, &word.folded);
        }
    }
    Ok(others)
}

/// Returns whether these letters are the initials of a name. The first call reads all names.
fn are_initials(store: &Store, names: &mut Names, letters: &[Word<'_>]) -> Result<bool, Error> {
    let all = match &mut names.initials {
        Some(all) => all,
        none => none.insert(initials(store)?),
    };
    let folded: String = letters.iter().map(|word| word.folded.as_str()).collect();
    Ok(all.contains(&folded))
}

/// Returns the initials of all names with several words: every sequence of at least the first two,
/// without common words such as tussenvoegsels, and all of them including the common words.
fn initials(store: &Store) -> Result<HashSet<String>, Error> {
    let names: Vec<String> = store.rows(
        &format!("SELECT name FROM cases UNION SELECT name FROM contacts UNION {OTHERS}"),
        [],
        |row| row.get(0),
    )?;
    let mut initials = HashSet::new();
    for name in &names {
        let name = cut(name);
        let of = |common: bool| -> String {
            let words = name.iter().filter(|word| common || !word.is_common());
            words
                .filter_map(|word| word.folded.chars().next())
                .collect()
        };
        let own = of(false);
        for (at, letter) in own.char_indices().skip(1) {
            initials.insert(own[..at + letter.len_utf8()].to_owned());
            initials.insert(of(true));
        }
    }
    Ok(initials)
}
