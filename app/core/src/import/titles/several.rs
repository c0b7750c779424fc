//! Titles that name several parts of an address.

use super::words::Word;
use crate::import::columns::Column;

/// Returns whether a title names several things: Adres/postcode, but not Postcode (woonadres).
pub(super) fn is_list(title: &str) -> bool {
    let joins = |word: &str| matches!(word, "en" | "and" | "und" | "met" | "incl" | "inclusief");
    title.contains([',', '/', '+', '&']) || title.split(|c: char| !c.is_alphanumeric()).any(joins)
}

/// Returns what a column holds that has the postcode beside other parts of the address.
pub(super) fn whole_address(words: &[Word]) -> Option<Column> {
    let has = |word| words.contains(&word);
    if has(Word::Address) || has(Word::Street) {
        Some(Column::Address)
    } else {
        has(Word::Place).then_some(Column::Place)
    }
}
