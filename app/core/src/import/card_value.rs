//! Decodes the values of a card's lines.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::decode;

/// Decodes bytes. Valid UTF-8 is taken as such whatever the charset says, as no other encoding is
/// likely to be valid UTF-8 by chance. Otherwise the declared charset applies, or else Windows-1252
/// for the bytes that are not UTF-8.
pub(super) fn letters<'a>(bytes: &'a [u8], charset: &str) -> Cow<'a, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let plain = charset.is_empty()
        || ["utf-8", "utf8", "us-ascii", "ascii"]
            .iter()
            .any(|name| charset.eq_ignore_ascii_case(name));
    if !plain {
        return Cow::Owned(decode::labelled(charset, bytes).into_owned());
    }
    let mut text = String::with_capacity(bytes.len() + 8);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte)));
    }
    Cow::Owned(text)
}

/// Decodes a non-ASCII byte of Windows-1252.
fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Converts a file in UTF-16, recognised by its byte order mark or zero bytes, to UTF-8.
pub(super) fn narrow(bytes: &[u8]) -> Cow<'_, [u8]> {
    let top = &bytes[..bytes.len().min(400)];
    let zeros = |first: usize| {
        top.iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let many = top.len() / 4;
    let little =
        bytes.starts_with(b"\xFF\xFE") || top.len() > 8 && zeros(1) > many && zeros(0) == 0;
    let big = bytes.starts_with(b"\xFE\xFF") || top.len() > 8 && zeros(0) > many && zeros(1) == 0;
    if !little && !big {
        return Cow::Borrowed(bytes);
    }
    let units = bytes.chunks_exact(2).map(|pair| match big {
        true => u16::from_be_bytes([pair[0], pair[1]]),
        false => u16::from_le_bytes([pair[0], pair[1]]),
    });
    let text: String = char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .filter(|letter| *letter != '\u{feff}')
        .collect();
    Cow::Owned(text.into_bytes())
}

/// Decodes `=C3=AB`; an `=` without two hexadecimal digits is kept.
pub(super) fn quoted_printable(value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, behind)) = rest.split_first() {
        let pair = behind.get(..2).filter(|_| *first == b'=');
        let byte = pair
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match byte {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    bytes
}

/// Decodes base64, ignoring white space and padding; `None` if it is invalid.
pub(super) fn base64(value: &[u8]) -> Option<Vec<u8>> {
    let digits: Vec<u8> = value
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=')
        .collect();
    STANDARD_NO_PAD.decode(digits).ok()
}

/// Splits at a separator that is not escaped by a backslash.
pub(super) fn split(value: &[u8], between: u8) -> impl Iterator<Item = &[u8]> {
    let mut escaped = false;
    value.split(move |byte| {
        let parts = *byte == between && !escaped;
        escaped = *byte == b'\\' && !escaped;
        parts
    })
}

/// Removes vCard escapes; a backslash before any other character is kept.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        match (letter, rest.peek()) {
            ('\\', Some('n' | 'N')) => {
                rest.next();
                plain.push('\n');
            }
            ('\\', Some(',' | ';' | ':' | '\\' | '"')) => plain.extend(rest.next()),
            _ => plain.push(letter),
        }
    }
    plain
}
