//! Names: their sort order, without tussenvoegsel (van der Grijp under G), accents and case; and their
//! words, with which reports are checked for the names of people.

use std::collections::BTreeSet;

use rusqlite::params;

use crate::Error;
use crate::folding::{Word, fold, words};
use crate::store::Store;

/// Longest first, so that "van der" is not read as "van".
const TUSSENVOEGSELS: &[&str] = &[
    "in het ", "in 't ", "op den ", "op de ", "van den ", "van der ", "van het ", "van 't ",
    "van de ", "aan de ", "uit de ", "voor de ", "van ", "den ", "der ", "het ", "ten ", "ter ",
    "de ", "te ", "'t ",
];

/// Returns the key that a name sorts by.
pub(super) fn sort_name(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare = TUSSENVOEGSELS
        .iter()
        .find_map(|prefix| lower.strip_prefix(prefix))
        .unwrap_or(&lower);
    fold(bare)
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_owned()
}

impl Store {
    /// Updates the indexed words of a row after a change of name. `row` is a case's key or a contact's
    /// negated key; an empty name has no words.
    pub(super) fn note_name(&self, row: i64, old: &str, new: &str) -> Result<(), Error> {
        if old == new {
            return Ok(());
        }
        let cut = |name: &str| -> BTreeSet<String> {
            words(name)
                .map(|place| Word::of(&name[place]).folded)
                .collect()
        };
        let (old, new) = (cut(old), cut(new));
        for word in old.difference(&new) {
            self.connection
                .prepare_cached("DELETE FROM name_words WHERE word = ?1 AND row = ?2")?
                .execute(params![word, row])?;
        }
        for word in new.difference(&old) {
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO name_words (word, row) VALUES (?1, ?2)")?
                .execute(params![word, row])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::sort_name;

    #[test]
    fn names_sort_without_their_tussenvoegsel() {
        for (name, sorted) in [
            ("van der Grijp", "gryp"),
            ("de Duivenman", "duivenman"),
            ("'t Hoefijzer", "hoefyzer"),
            ("Ö.", "o."),
            ("'de generaal'", "de generaal"),
            ("IJsbrand", "ysbrand"),
            ("Łódka", "lodka"),
            ("Denise", "denise"),
        ] {
            assert_eq!(sort_name(name), sorted);
        }
    }
}
