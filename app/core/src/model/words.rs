//! Stored words.

/// Gives an enum its stored words: the method `word`, and `from_word` to read one back. An unknown
/// word, as from a newer app, is read as `None`, or as the variant after `else`. With the name of a
/// method after the arrow, only that method is made, for words that are never read back.
macro_rules! words {
    ($type:ident -> $vis:vis $method:ident, all { $($variant:ident = $word:literal),+ $(,)? }) => {
        words!($type -> $vis $method { $($variant = $word),+ });

        impl $type {
            /// Every variant.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];
        }
    };
    ($type:ident -> $vis:vis $method:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $type {
            /// Returns the word in documents, databases and signed bytes. It never changes.
            $vis fn $method(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }
    };
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        words!($type -> pub word { $($variant = $word),+ });

        impl $type {
            /// Reads a stored word; `None` if it is unknown, as from a newer app.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? } else $fallback:ident) => {
        words!($type -> pub word { $($variant = $word),+ });

        impl $type {
            #[doc = concat!(
                "Reads a stored word; an unknown one, as from a newer app, is read as [`Self::",
                stringify!($fallback),
                "`]."
            )]
            pub fn from_word(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    _ => Self::$fallback,
                }
            }
        }
    };
}

pub(crate) use words;
