//! From bytes to text.

use std::borrow::Cow;

use crate::ImportRefusal;

#[cfg(target_family = "wasm")]
use browser as coding;
#[cfg(not(target_family = "wasm"))]
use tables as coding;

/// The text of a file. A byte order mark decides; without one it is UTF-8 where that fits, and
/// otherwise Windows-1252, which is what Dutch spreadsheets write. Nothing else is tried: UTF-16
/// without a mark, a spreadsheet's own format or a picture are refused.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ImportRefusal> {
    if let Some((encoding, mark)) = by_mark(bytes) {
        let text = coding::decode(encoding, &bytes[mark..]);
        return if text.contains('\0') {
            Err(ImportRefusal::UnknownKind)
        } else {
            Ok(text)
        };
    }
    if looks_binary(bytes) {
        return Err(ImportRefusal::UnknownKind);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let encoding = if is_cut_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    };
    Ok(coding::decode(encoding, bytes))
}

/// The text of bytes in an encoding that goes by this name; UTF-8 for unknown names.
pub(super) fn labelled<'a>(label: &str, bytes: &'a [u8]) -> Cow<'a, str> {
    coding::decode(label, bytes)
}

/// Encodings by the names of the Encoding Standard.
const UTF_8: &str = "utf-8";
const WINDOWS_1252: &str = "windows-1252";

/// The encoding that a byte order mark tells, and the mark's length.
fn by_mark(bytes: &[u8]) -> Option<(&'static str, usize)> {
    const MARKS: [(&[u8], &str); 3] = [
        (b"\xEF\xBB\xBF", UTF_8),
        (b"\xFF\xFE", "utf-16le"),
        (b"\xFE\xFF", "utf-16be"),
    ];
    let (mark, encoding) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))?;
    Some((encoding, mark.len()))
}

/// With tables of our own.
#[cfg(not(target_family = "wasm"))]
mod tables {
    use std::borrow::Cow;

    use encoding_rs::{Encoding, UTF_8};

    pub(super) fn decode<'a>(encoding: &str, bytes: &'a [u8]) -> Cow<'a, str> {
        let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
        encoding.decode_without_bom_handling(bytes).0
    }
}

/// With the browser's: its tables need not be fetched.
#[cfg(target_family = "wasm")]
mod browser {
    use std::borrow::Cow;

    use web_sys::TextDecoder;

    pub(super) fn decode<'a>(encoding: &str, bytes: &'a [u8]) -> Cow<'a, str> {
        TextDecoder::new_with_label(encoding)
            .and_then(|decoder| decoder.decode_with_u8_array(bytes))
            .map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Owned)
    }
}

/// UTF-8 that was cut off in the middle of a character, but only if it used UTF-8 before: a lone
/// last byte may as well be an é of Windows-1252.
fn is_cut_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii(),
    }
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
