//! Windows-1252 as defined by the Encoding Standard.

/// The characters of 0x80 to 0x9F; all others equal their Unicode code points.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Decodes one byte.
pub(super) fn from_windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn to_windows(letter: char) -> Option<u8> {
    let high = HIGH.iter().zip(0x80..).find(|(known, _)| **known == letter);
    match high {
        Some((_, byte)) => Some(byte),
        None => u8::try_from(u32::from(letter))
            .ok()
            .filter(|byte| !(0x80..0xA0).contains(byte)),
    }
}

/// Undoes one round of decoding as Windows-1252, if the result is valid UTF-8.
pub(super) fn mended(line: &str) -> Option<String> {
    if line.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = line.chars().map(to_windows).collect();
    String::from_utf8(bytes?).ok()
}
