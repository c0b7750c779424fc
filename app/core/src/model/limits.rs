//! Limits of what is typed.

/// Maximum length of a multi-line text (sentence, note or background), in characters.
pub const MAX_TEXT: u32 = 20_000;
/// Maximum length of a single-line field, in characters.
pub const MAX_LINE: u32 = 500;
