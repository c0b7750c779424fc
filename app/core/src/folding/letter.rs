//! One character, folded.

use unicode_normalization::char::{
    canonical_combining_class, decompose_compatible, is_combining_mark,
};

/// Adds what a character is when it is compared: nothing, one letter or several.
pub(super) fn push_plain(c: char, plain: &mut String) {
    if is_apostrophe(c) {
        return;
    }
    match c.is_ascii() {
        true => plain.push(c.to_ascii_lowercase()),
        false => decompose_compatible(c, |part| push_part(part, plain)),
    }
}

fn push_part(part: char, plain: &mut String) {
    // Marks with a class of their own are accents and vowel points; the others are letters of the
    // scripts of South Asia.
    if is_unseen(part) || is_apostrophe(part) || canonical_combining_class(part) != 0 {
        return;
    }
    for c in part.to_lowercase() {
        match (letters(c), digit(c)) {
            (Some(letters), _) => plain.push_str(letters),
            (None, Some(digit)) => plain.push(char::from(b'0' + digit)),
            (None, None) if is_hyphen(c) => plain.push('-'),
            (None, None) if canonical_combining_class(c) == 0 => plain.push(c),
            (None, None) => {}
        }
    }
}

/// Letters that Unicode does not take apart, in lower case, as people type them without the key.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ı' | 'ɨ' | 'ɩ' | 'ɪ' => "i",
        'ł' | 'ƚ' | 'ɫ' => "l",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ħ' | 'ɦ' => "h",
        'ŋ' | 'ɲ' | 'ƞ' => "n",
        'ĸ' | 'ƙ' => "k",
        'ŧ' | 'ƭ' | 'ʈ' => "t",
        'ə' | 'ǝ' | 'ɛ' => "e",
        'ɑ' | 'ɐ' | 'ⱥ' => "a",
        'ƀ' | 'ɓ' => "b",
        'ƈ' | 'ȼ' => "c",
        'ƒ' => "f",
        'ǥ' | 'ɠ' | 'ɡ' | 'ɣ' => "g",
        'ȷ' | 'ɉ' => "j",
        'ƥ' => "p",
        'ʀ' | 'ɍ' => "r",
        'ʃ' | 'ʂ' => "s",
        'ʉ' | 'ʊ' => "u",
        'ʋ' => "v",
        'ƴ' | 'ɏ' => "y",
        'ƶ' | 'ʒ' | 'ȥ' => "z",
        // The sigma at the end of a word; alef maksura and the Persian yeh and kaf; the closed teh.
        'ς' => "σ",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        _ => return None,
    })
}

/// How a letter is also spelt by whoever does not have its key, where that is more than the letter
/// without its accent: Müller and Mueller, Đorđe and Djordje.
pub(super) fn also(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'Ä' => "ae",
        'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
        'ü' | 'Ü' => "ue",
        'å' | 'Å' => "aa",
        'đ' | 'Đ' => "dj",
        'ð' | 'Ð' => "dh",
        'ə' | 'Ə' => "a",
        'ŋ' | 'Ŋ' => "ng",
        'ĸ' => "q",
        _ => return None,
    })
}

/// The value of a digit of any script, of superscripts and the like none.
pub(crate) fn digit(c: char) -> Option<u8> {
    /// Zeros; nine digits follow each.
    const ZEROS: [u32; 20] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
        0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
    ];
    let place = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= place)?;
    u8::try_from(place - zero).ok().filter(|value| *value < 10)
}

/// Characters that are not seen and part no words: soft hyphens, joiners, marks of direction, byte
/// order marks, variation selectors, and the line that stretches an Arabic word.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Apostrophes, and all that is typed or pasted for one.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' | '\u{2ee}'
        | '\u{374}' | '\u{384}' | '\u{55a}' | '\u{5f3}' | '\u{1fbd}' | '\u{1fbf}' | '\u{1fef}'
        | '\u{1ffd}' | '\u{1ffe}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2035}' | '\u{a78c}'
        | '\u{ff07}' | '\u{ff40}')
}

/// Hyphens, dashes and minus signs.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// What words are made of.
pub(super) fn is_of_word(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => (c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c)) && !is_apostrophe(c),
    }
}
