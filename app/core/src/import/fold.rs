//! Comparing texts as people do: without case, accents or extra spaces.

use unicode_normalization::UnicodeNormalization as _;

use crate::without_marks;

/// Lower case, without accents, one space between words. For titles and the words of lists; people
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

/// Only letters and digits of the folded text: "E-mail adres" and "emailadres" are the same column.
pub(super) fn letters(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

/// The text on one line, without marks that are not seen and with single spaces.
pub(super) fn one_line(text: &str) -> String {
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    let spaced: String = text.chars().map(shown).collect();
    without_marks(&spaced)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text with its own lines, each without space at its end, and without marks that are not seen.
pub(super) fn lines(text: &str) -> String {
    let text = without_marks(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let text = text
        .split('\n')
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n");
    text.trim().to_owned()
}

/// Length of the line break that a text begins with: LF, CR, CRLF, and the CR CR LF that programs
/// make which translate line ends twice. None at the end of a text.
pub(super) fn break_bytes(text: &str) -> usize {
    ["\r\r\n", "\r\n", "\n", "\r"]
        .into_iter()
        .find(|end| text.starts_with(end))
        .map_or(0, str::len)
}
