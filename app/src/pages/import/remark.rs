//! Why a row was left out, or what was changed about it, in a sentence.

use voorveld_core::view::ImportReason;

use crate::t;

/// The sentence.
pub(super) fn remark(reason: &ImportReason) -> String {
    match reason {
        ImportReason::NoName => t!("remark-no-name"),
        ImportReason::TwiceInFile { first_line } => t!("remark-twice", line: *first_line),
        ImportReason::Unreadable => t!("remark-unreadable"),
        ImportReason::CutOff => t!("remark-cut-off"),
        ImportReason::NoEnd => t!("remark-no-end"),
        ImportReason::Group { members } => t!("remark-group", n: *members),
        ImportReason::OwnLines { names } => t!("remark-own-lines", names: names.clone()),
        ImportReason::BadDate { text } => t!("remark-bad-date", text: text.clone()),
        ImportReason::FutureDate { text } => t!("remark-future-date", text: text.clone()),
        ImportReason::OddPhone { text } => t!("remark-odd-phone", text: text.clone()),
        ImportReason::OddPostcode { text } => t!("remark-odd-postcode", text: text.clone()),
        ImportReason::OddStatus { text } => t!("remark-odd-status", text: text.clone()),
        ImportReason::Attachment { bytes } => {
            t!("remark-attachment", n: bytes.div_ceil(1000))
        }
        ImportReason::ServiceNumbers => t!("remark-service-numbers"),
        ImportReason::TooLong => t!("remark-too-long"),
    }
}
