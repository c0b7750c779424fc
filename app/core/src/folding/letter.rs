//! Folding of single characters.

use unicode_normalization::char::{
    canonical_combining_class, decompose_compatible, is_combining_mark,
};

/// Appends the folded form of a character: nothing, one letter or several.
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
    // Marks with a combining class other than 0 are accents and vowel points; the others are letters
    // of South Asian scripts.
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

/// Maps letters without a Unicode decomposition, in lower case, to their plain form.
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
        // Final sigma; alef maksura, Persian yeh and kaf; teh marbuta.
        'ς' => "σ",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        _ => return None,
    })
}

/// Returns the alternative spelling of a letter where it is more than the letter without its accent:
/// Müller and Mueller, Đorđe and Djordje.
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

/// Returns the value of a decimal digit of any script; `None` for superscripts and the like.
pub(crate) fn digit(c: char) -> Option<u8> {
    /// The zero of each script, which its other nine digits follow.
    const ZEROS: [u32; 20] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
        0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
    ];
    let place = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= place)?;
    u8::try_from(place - zero).ok().filter(|value| *value < 10)
}

/// Returns whether a character is invisible and does not separate words: soft hyphens, joiners,
/// directional marks, byte order marks, variation selectors, and the Arabic tatweel.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Returns whether a character is an apostrophe or is used as one.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' | '\u{2ee}'
        | '\u{374}' | '\u{384}' | '\u{55a}' | '\u{5f3}' | '\u{1fbd}' | '\u{1fbf}' | '\u{1fef}'
        | '\u{1ffd}' | '\u{1ffe}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2035}' | '\u{a78c}'
        | '\u{ff07}' | '\u{ff40}')
}

/// Returns whether a character is a hyphen, dash or minus sign.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Returns whether a character can be part of a word.
pub(super) fn is_of_word(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => (c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c)) && !is_apostrophe(c),
    }
}
