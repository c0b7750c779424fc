//! Text comparison that ignores case, accents and extra spaces.

use unicode_normalization::UnicodeNormalization as _;

use crate::without_marks;

/// Folds to lower case without accents, with single spaces. For titles and keywords; names of people
/// are compared with [`crate::folding::fold`].
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for letter in word.nfkd().flat_map(char::to_lowercase) {
            match letter {
                '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {}
                '\u{2018}' | '\u{2019}' => folded.push('\''),
                'ß' => folded.push_str("ss"),
                other => folded.push(other),
            }
        }
    }
    folded
}

/// Reduces folded text to letters and digits: "E-mail adres" and "emailadres" are the same column.
pub(super) fn letters(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

/// Normalises to one line, without invisible characters and with single spaces.
pub(super) fn one_line(text: &str) -> String {
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    let spaced: String = text.chars().map(shown).collect();
    without_marks(&spaced)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Normalises line breaks and removes trailing spaces and invisible characters.
pub(super) fn lines(text: &str) -> String {
    let text = without_marks(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let text = text
        .split('\n')
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n");
    text.trim().to_owned()
}

/// Returns the length of the line break at the start of a text: LF, CR, CRLF, or the CR CR LF that
/// double newline translation produces. Zero if there is none.
pub(super) fn break_bytes(text: &str) -> usize {
    ["\r\r\n", "\r\n", "\n", "\r"]
        .into_iter()
        .find(|end| text.starts_with(end))
        .map_or(0, str::len)
}
