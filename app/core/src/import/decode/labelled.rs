//! Decoding by charset name, which old vCards declare.

use std::borrow::Cow;

/// Decodes bytes by a label of the Encoding Standard; an unknown label means UTF-8.
#[cfg(not(target_family = "wasm"))]
pub(in crate::import) fn labelled<'a>(label: &str, bytes: &'a [u8]) -> Cow<'a, str> {
    use encoding_rs::{Encoding, UTF_8};

    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8);
    encoding.decode_without_bom_handling(bytes).0
}

/// Uses the browser's decoder, which saves shipping the tables to every phone.
#[cfg(target_family = "wasm")]
pub(in crate::import) fn labelled<'a>(label: &str, bytes: &'a [u8]) -> Cow<'a, str> {
    use web_sys::TextDecoder;

    TextDecoder::new_with_label(label)
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Owned)
}
