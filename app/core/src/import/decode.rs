//! From bytes to text.

mod labelled;
mod windows;

use crate::ImportRefusal;
pub(super) use labelled::labelled;
use windows::{from_windows, mended};

/// The text of a file, and on which lines its letters were not plainly what they are.
pub(super) struct Decoded {
    /// The text, without byte order marks.
    pub text: String,
    /// Lines in another encoding than the rest, from 1.
    pub other: Vec<u32>,
    /// Lines that were encoded twice and have been mended.
    pub twice: Vec<u32>,
}

/// The text of a file. A byte order mark decides, or the zeros of UTF-16 without one. Else each line
/// that is UTF-8 is, and one that is not is Windows-1252, which is what Dutch spreadsheets write: two
/// files may have been put together. A spreadsheet's own format or a picture is refused.
pub(super) fn text(bytes: &[u8]) -> Result<Decoded, ImportRefusal> {
    if let Some(text) = wide(bytes) {
        return if text.contains('\0') {
            Err(ImportRefusal::UnknownKind)
        } else {
            Ok(whole(text))
        };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if looks_binary(bytes) {
        return Err(ImportRefusal::UnknownKind);
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => mend(whole(text.to_owned())),
        Err(_) => by_line(bytes),
    })
}

fn whole(text: String) -> Decoded {
    Decoded {
        text: without_marks(text),
        other: Vec::new(),
        twice: Vec::new(),
    }
}

/// UTF-16: with a mark, or with a zero in nearly every second byte.
fn wide(bytes: &[u8]) -> Option<String> {
    let (little, from) = match bytes {
        [0xFF, 0xFE, ..] => (true, 2),
        [0xFE, 0xFF, ..] => (false, 2),
        _ => {
            let top = &bytes[..bytes.len().min(4096)];
            let zeros = |first: usize| {
                top.iter()
                    .skip(first)
                    .step_by(2)
                    .filter(|byte| **byte == 0)
                    .count()
            };
            let (even, odd) = (zeros(0), zeros(1));
            let most =
                |some: usize, others: usize| some * 5 >= top.len() * 2 && others * 20 <= top.len();
            if top.len() < 4 || !(most(odd, even) || most(even, odd)) {
                return None;
            }
            (odd > even, 0)
        }
    };
    let units = bytes[from..].chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let letters =
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(letters.collect())
}

/// Each line by itself; where no line tells that UTF-8 is meant, all of it is Windows-1252.
fn by_line(bytes: &[u8]) -> Decoded {
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let lines = || bytes.split(|byte| *byte == end);
    let tells = |line: &[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    let cut = std::str::from_utf8(bytes)
        .err()
        .is_some_and(|error| error.error_len().is_none());
    if !(lines().any(tells) || cut && has_utf8(bytes)) {
        return whole(bytes.iter().map(|byte| from_windows(*byte)).collect());
    }
    let mut text = String::with_capacity(bytes.len());
    let mut other = Vec::new();
    for (line, number) in lines().zip(1_u32..) {
        if number > 1 {
            text.push(char::from(end));
        }
        let before = text.len();
        let mut odd = false;
        let mut at = 0;
        for chunk in line.utf8_chunks() {
            text.push_str(chunk.valid());
            at += chunk.valid().len() + chunk.invalid().len();
            if chunk.invalid().is_empty() {
                continue;
            }
            let last = at == line.len() && text.len() - before > 0 && cut && is_last(bytes, line);
            if last {
                // The file ends in the middle of a letter.
                text.push(char::REPLACEMENT_CHARACTER);
            } else {
                odd = true;
                text.extend(chunk.invalid().iter().map(|byte| from_windows(*byte)));
            }
        }
        if odd {
            other.push(number);
        }
    }
    Decoded {
        other,
        ..mend(whole(text))
    }
}

fn is_last(bytes: &[u8], line: &[u8]) -> bool {
    std::ptr::eq(bytes.as_ptr_range().end, line.as_ptr_range().end)
}

/// Some letter of the bytes is one of UTF-8.
fn has_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// Puts lines right that are UTF-8 read as Windows-1252 and written as UTF-8 once more: ZoÃ«. Nobody
/// writes such letters on purpose, when all that are not plain on a line are.
fn mend(mut decoded: Decoded) -> Decoded {
    if decoded.text.is_ascii() || !decoded.text.contains(['Ã', 'Â', 'Å', 'Ä', 'â']) {
        return decoded;
    }
    let mut text = String::with_capacity(decoded.text.len());
    for (line, number) in decoded.text.split_inclusive('\n').zip(1_u32..) {
        match mended(line) {
            Some(line) => {
                decoded.twice.push(number);
                text.push_str(&line);
            }
            None => text.push_str(line),
        }
    }
    decoded.text = text;
    decoded
}

/// Without byte order marks. One before what the file begins with is where another file was put
/// behind it, with or without a line break between.
fn without_marks(text: String) -> String {
    const MARK: char = '\u{feff}';
    let text = text.strip_prefix(MARK).map(str::to_owned).unwrap_or(text);
    if !text.contains(MARK) {
        return text;
    }
    let header = text
        .split(['\r', '\n'])
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned();
    let mut parts = text.split(MARK);
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let first = part.split(['\r', '\n']).next().unwrap_or_default().trim();
        if !header.is_empty() && first == header && !clean.ends_with(['\r', '\n']) {
            clean.push('\n');
        }
        clean.push_str(part);
    }
    clean
}

/// Zip (.xlsx), old Excel, PDF, anything with a NUL, or more than one control character in a
/// hundred: no text.
fn looks_binary(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"%PDF"];
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return true;
    }
    // A file from DOS may end in Ctrl-Z.
    let is_control =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    bytes.contains(&0) || bytes.iter().filter(is_control).count() > bytes.len() / 100
}
