//! Text in an encoding that is named: old cards name theirs.

use std::borrow::Cow;

/// The text of bytes in an encoding that goes by this name in the Encoding Standard; UTF-8 for
/// unknown names.
#[cfg(not(target_family = "wasm"))]
pub(in crate::import) fn labelled<'a>(label: &str, bytes: &'a [u8]) -> Cow<'a, str> {
    use encoding_rs::{Encoding, UTF_8};

    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8);
    encoding.decode_without_bom_handling(bytes).0
}

/// The same with the browser's tables, which need not be fetched.
#[cfg(target_family = "wasm")]
pub(in crate::import) fn labelled<'a>(label: &str, bytes: &'a [u8]) -> Cow<'a, str> {
    use web_sys::TextDecoder;

    TextDecoder::new_with_label(label)
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Owned)
}
