//! Decodes files to text.

mod guess;
mod labelled;
mod pages;
mod windows;

use crate::ImportRefusal;
use guess::{Page, is_odd, page_of};
pub(super) use labelled::labelled;
use windows::{from_windows, mended};

/// Decoded text, with the lines whose encoding was irregular.
pub(super) struct Decoded {
    /// The text, without byte order marks.
    pub text: String,
    /// Lines in another encoding than the rest, 1-based.
    pub other: Vec<u32>,
    /// Repaired lines that had been encoded to UTF-8 twice.
    pub twice: Vec<u32>,
    /// Lines in an older encoding that was guessed, with its name.
    pub guessed: Vec<(u32, &'static str)>,
}

/// Decodes a file. UTF-16 is recognised by a byte order mark or by its zero bytes. Otherwise each line
/// is UTF-8 if valid and else Windows-1252, which Dutch spreadsheets write: a file may be a
/// concatenation of two. Binary files are refused.
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
        guessed: Vec::new(),
    }
}

/// Decodes UTF-16, recognised by a byte order mark or by zeros in nearly every second byte.
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

/// Decodes line by line. Without any line of valid non-ASCII UTF-8, the file is in an encoding of one
/// byte for each letter.
fn by_line(bytes: &[u8]) -> Decoded {
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let lines = || bytes.split(|byte| *byte == end);
    let tells = |line: &[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    let cut = std::str::from_utf8(bytes)
        .err()
        .is_some_and(|error| error.error_len().is_none());
    if !(lines().any(tells) || cut && has_utf8(bytes)) {
        return without_utf8(lines, end);
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
                // The file was cut off in the middle of a character.
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

/// Decodes a file without UTF-8: as Windows-1252, except lines that make no sense in it and do in
/// another encoding. That of the whole file is looked for first, as one line seldom tells.
fn without_utf8<'a, L: Iterator<Item = &'a [u8]>>(lines: impl Fn() -> L, end: u8) -> Decoded {
    let odd: Vec<&[u8]> = lines().filter(|line| is_odd(line)).collect();
    let page = page_of(&odd);
    let mut decoded = whole(String::new());
    let mut text = String::new();
    for (line, number) in lines().zip(1_u32..) {
        if number > 1 {
            text.push(char::from(end));
        }
        let (high, is_odd) = (!line.is_ascii(), is_odd(line));
        let alone = || page_of(&[line]).filter(|_| is_odd);
        let page = page.filter(|page| high && page.fits(line)).or_else(alone);
        match page {
            Some(page) => decoded.guessed.push((number, page.name())),
            None if is_odd => decoded.other.push(number),
            None => {}
        }
        text.extend(page.unwrap_or(Page::Windows).decode(line));
    }
    decoded.text = without_marks(text);
    decoded
}

fn is_last(bytes: &[u8], line: &[u8]) -> bool {
    std::ptr::eq(bytes.as_ptr_range().end, line.as_ptr_range().end)
}

/// Returns whether the bytes contain a multi-byte UTF-8 sequence.
fn has_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// Repairs lines of UTF-8 that were read as Windows-1252 and encoded again, like ZoÃ«. A line is
/// repaired only if all its non-ASCII characters fit this pattern, which real text hardly ever does.
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

/// Removes byte order marks. One in front of a repeated header marks where another file was appended,
/// possibly without a line break, which is then inserted.
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

/// Detects binary data: Zip (.xlsx), OLE (.xls), PDF, any NUL byte, or more than 1% control
/// characters.
fn looks_binary(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"%PDF"];
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return true;
    }
    // A DOS file may end in Ctrl-Z.
    let is_control =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    bytes.contains(&0) || bytes.iter().filter(is_control).count() > bytes.len() / 100
}
