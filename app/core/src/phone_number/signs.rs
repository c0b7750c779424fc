//! A text as a sequence of normalised characters.

use std::ops::Range;

use crate::folding;

/// A text without invisible characters, with the digits of all scripts as 0 to 9, and one kind of
/// hyphen, space and line break. Keeps the position of each character.
pub(super) struct Signs {
    seen: Vec<(Range<usize>, char)>,
}

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let seen = text
            .char_indices()
            .filter(|(_, sign)| !is_unseen(*sign))
            .map(|(at, sign)| (at..at + sign.len_utf8(), plain(sign)))
            .collect();
        Self { seen }
    }

    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.seen.get(at).map(|(_, sign)| *sign)
    }

    /// Returns the character before a position.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    pub(super) fn text(&self, signs: Range<usize>) -> String {
        self.seen[signs].iter().map(|(_, sign)| *sign).collect()
    }

    /// Returns the byte range of these characters in the text.
    pub(super) fn place(&self, signs: Range<usize>) -> Range<usize> {
        let start = self.seen[signs.start].0.start;
        let end = self.seen[signs.end - 1].0.end;
        start..end
    }
}

/// Invisible characters, and the keycap mark that turns a digit into an emoji.
fn is_unseen(sign: char) -> bool {
    folding::is_unseen(sign) || sign == '\u{20e3}' || (sign.is_control() && !sign.is_whitespace())
}

fn plain(sign: char) -> char {
    if let Some(digit) = folding::digit(sign) {
        return char::from(b'0' + digit);
    }
    match sign {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
        '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{ff0e}' => '.',
        '\u{ff0b}' | '\u{fe62}' | '\u{207a}' => '+',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff0c}' | '\u{60c}' => ',',
        '\u{ff1a}' => ':',
        '\u{ff1b}' | '\u{61b}' => ';',
        hyphen if folding::is_hyphen(hyphen) => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}
