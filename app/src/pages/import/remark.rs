//! Why an imported row was skipped or changed, as a sentence.

use voorveld_core::model::{ImportReason, Likeness};
use voorveld_core::view::Language;

use crate::t_in;

/// Returns the sentence for a reason.
pub fn remark(language: Language, reason: &ImportReason) -> String {
    match reason {
        ImportReason::NoName => t_in!(language, "remark-no-name"),
        ImportReason::TwiceInFile { first_line } => {
            t_in!(language, "remark-twice", line: *first_line)
        }
        ImportReason::Unreadable => t_in!(language, "remark-unreadable"),
        ImportReason::CutOff => t_in!(language, "remark-cut-off"),
        ImportReason::NoEnd => t_in!(language, "remark-no-end"),
        ImportReason::Group { members } => t_in!(language, "remark-group", n: *members),
        ImportReason::OwnLines { names } => {
            t_in!(language, "remark-own-lines", names: names.clone())
        }
        ImportReason::BadDate { text } => t_in!(language, "remark-bad-date", text: text.clone()),
        ImportReason::FutureDate { text } => {
            t_in!(language, "remark-future-date", text: text.clone())
        }
        ImportReason::OddPhone { text } => t_in!(language, "remark-odd-phone", text: text.clone()),
        ImportReason::OddPostcode { text } => {
            t_in!(language, "remark-odd-postcode", text: text.clone())
        }
        ImportReason::OddStatus { text } => {
            t_in!(language, "remark-odd-status", text: text.clone())
        }
        ImportReason::Attachment { bytes } => {
            t_in!(language, "remark-attachment", n: bytes.div_ceil(1000))
        }
        ImportReason::ServiceNumbers => t_in!(language, "remark-service-numbers"),
        ImportReason::ServiceNumberTakenOut => t_in!(language, "remark-service-number-out"),
        ImportReason::ServiceNumberInText => t_in!(language, "remark-service-number-in-text"),
        ImportReason::RowNumbers { title } => {
            t_in!(language, "remark-row-numbers", title: title.clone())
        }
        ImportReason::JoinedTo { first_line } => {
            t_in!(language, "remark-joined", line: *first_line)
        }
        ImportReason::NumberOfTwo { first_line } => {
            t_in!(language, "remark-number-of-two", line: *first_line)
        }
        ImportReason::LooksLikeRow { first_line } => {
            t_in!(language, "remark-looks-like", line: *first_line)
        }
        ImportReason::NoRow { text } => t_in!(language, "remark-no-row", text: text.clone()),
        ImportReason::OnFile { unseen } if unseen.is_empty() => t_in!(language, "remark-on-file"),
        ImportReason::OnFile { unseen } => {
            t_in!(language, "remark-on-file-unseen", text: unseen.replace('\n', " · "))
        }
        ImportReason::LooksLike { name, why } => likeness(language, name, *why),
        ImportReason::EncodedTwice => t_in!(language, "remark-encoded-twice"),
        ImportReason::GuessedEncoding { encoding, lines } => {
            t_in!(language, "remark-guessed-encoding", encoding: encoding.clone(), n: *lines)
        }
        ImportReason::HeaderAgain => t_in!(language, "remark-header-again"),
        ImportReason::UnsureDate { text } => {
            t_in!(language, "remark-unsure-date", text: text.clone())
        }
        ImportReason::OtherEncoding => t_in!(language, "remark-other-encoding"),
        ImportReason::CellComment { text } => {
            t_in!(language, "remark-cell-comment", text: text.clone())
        }
        ImportReason::Stray { text } => t_in!(language, "remark-stray", text: text.clone()),
        ImportReason::CommentsUnread => t_in!(language, "remark-comments-unread"),
        ImportReason::NoValue { cell, formula } => {
            t_in!(language, "remark-no-value", cell: cell.clone(), formula: formula.clone())
        }
        ImportReason::ShortenedNumber { text } => {
            t_in!(language, "remark-shortened-number", text: text.clone())
        }
        ImportReason::MoreCells => t_in!(language, "remark-more-cells"),
        ImportReason::HiddenSheet => t_in!(language, "remark-hidden-sheet"),
        ImportReason::OtherKind => t_in!(language, "remark-other-kind"),
        ImportReason::TooLong => t_in!(language, "remark-too-long"),
    }
}

/// Describes which record a row resembles, and in what.
pub fn likeness(language: Language, name: &str, why: Likeness) -> String {
    let name = name.to_owned();
    match why {
        Likeness::Number => t_in!(language, "likeness-number", name: name),
        Likeness::NumberSpelling => t_in!(language, "likeness-spelling", name: name),
        Likeness::Person => t_in!(language, "likeness-person", name: name),
        Likeness::Surname => t_in!(language, "likeness-surname", name: name),
        Likeness::Name => t_in!(language, "likeness-name", name: name),
        Likeness::Phone => t_in!(language, "likeness-phone", name: name),
    }
}
