//! Text as people compare it: accents and capitals aside.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents: "Á" and "a" are the same.
pub(crate) fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a text, as places in it: runs of letters and digits, as FTS5's unicode61 cuts them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let is_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
        let (start, _) = rest.by_ref().find(|(_, c)| is_word(*c))?;
        let mut end = text.len();
        while let Some((place, c)) = rest.peek() {
            if !is_word(*c) {
                end = *place;
                break;
            }
            rest.next();
        }
        Some(start..end)
    })
}
