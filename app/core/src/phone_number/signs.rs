//! A text sign by sign, as a reader of numbers sees it.

use std::ops::Range;

/// What is seen of a text: without invisible marks, digits of all scripts as 0 to 9, one kind of
/// hyphen, space and line break. Remembers where each sign stood.
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

    /// The sign before a place.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    pub(super) fn text(&self, signs: Range<usize>) -> String {
        self.seen[signs].iter().map(|(_, sign)| *sign).collect()
    }

    /// Where signs stand in the text, in bytes.
    pub(super) fn place(&self, signs: Range<usize>) -> Range<usize> {
        let start = self.seen[signs.start].0.start;
        let end = self.seen[signs.end - 1].0.end;
        start..end
    }
}

/// Direction marks, joiners, soft hyphens, byte order marks, and what makes an emoji of a digit.
fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' | '\u{feff}'
    ) || (sign.is_control() && !sign.is_whitespace())
}

fn plain(sign: char) -> char {
    if let Some(digit) = digit(sign) {
        return digit;
    }
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
        '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{ff0e}' => '.',
        '\u{ff0b}' | '\u{fe62}' | '\u{207a}' => '+',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff0c}' | '\u{60c}' => ',',
        '\u{ff1a}' => ':',
        '\u{ff1b}' | '\u{61b}' => ';',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}

/// The digit of any script that phones can type.
fn digit(sign: char) -> Option<char> {
    const ZEROS: [u32; 21] = [
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50,
        0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0xFF10, 0x1D7CE, 0x1D7D8,
    ];
    if sign.is_ascii() {
        return None;
    }
    let value = ZEROS.iter().find_map(|zero| {
        let value = u32::from(sign).checked_sub(*zero)?;
        (value < 10).then_some(value)
    })?;
    char::from_digit(value, 10)
}
