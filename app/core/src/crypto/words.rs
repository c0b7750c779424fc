//! The 1,024 words of an invitation. Stand-in until the list is there.

use std::sync::LazyLock;

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let syllables: Vec<String> = "bdfgklmnprstvwzh"
        .chars()
        .flat_map(|c| ["a", "e"].map(|v| format!("{c}{v}")))
        .collect();
    (0..1024)
        .map(|n| format!("{}{}", syllables[n / 32], syllables[n % 32]))
        .collect()
});

/// The word of a number below 1,024 (higher ones wrap).
pub(crate) fn word(number: u16) -> &'static str {
    &WORDS[usize::from(number % 1024)]
}

/// The number of a word, in lower case.
pub(crate) fn index_of(word: &str) -> Option<u16> {
    let at = WORDS.iter().position(|known| known == word)?;
    u16::try_from(at).ok()
}
