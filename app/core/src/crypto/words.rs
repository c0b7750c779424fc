//! 1024 Dutch words to read aloud, for pairing codes and for the words that show whether two phones hold
//! the same content.
//!
//! The words are short, concrete and known to people who learned Dutch later in life. Excluded are:
//! ij/ei, au/ou, ch outside sch, and the rare letters q, x and y, whose spelling cannot be heard;
//! anything that a bystander could take as a remark about himself; and drink, drugs, weapons, money,
//! illness, police and religion. The first four letters identify each word, and no single-letter error
//! turns one word of the list into another.
//!
//! The order is part of the protocol: the index of a word is its value. The list must never change.

use std::sync::LazyLock;

/// The number of words: ten bits each.
pub const COUNT: u16 = 1024;

// Sorted, for binary search.
static WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("words.txt").lines().collect());

/// Returns the word with this value. Only the lowest ten bits count.
pub fn word(index: u16) -> &'static str {
    WORDS[usize::from(index % COUNT)]
}

/// Returns the value of a typed word, ignoring case and surrounding whitespace.
pub fn index_of(text: &str) -> Option<u16> {
    let typed = text.trim().to_lowercase();
    let index = WORDS.binary_search(&typed.as_str()).ok()?;
    u16::try_from(index).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn check(holds: impl Fn(&str) -> bool) {
        for word in WORDS.iter() {
            assert!(holds(word), "{word}");
        }
    }

    /// Returns whether the words are equal or differ by inserting, removing or changing one letter.
    fn nearly_the_same(one: &str, other: &str) -> bool {
        let (short, long) = if one.len() <= other.len() {
            (one, other)
        } else {
            (other, one)
        };
        let same = short
            .bytes()
            .zip(long.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        match long.len() - short.len() {
            0 => short[same..].len() <= 1 || short[same + 1..] == long[same + 1..],
            1 => short[same..] == long[same + 1..],
            _ => false,
        }
    }

    #[test]
    fn there_are_1024_words_in_alphabetical_order() {
        assert_eq!(WORDS.len(), usize::from(COUNT));
        assert!(WORDS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn every_word_is_three_to_eight_plain_letters() {
        check(|word| {
            (3..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
        });
    }

    #[test]
    fn no_word_has_a_sound_with_two_spellings() {
        check(|word| {
            let twins = ["ij", "ei", "au", "ou", "q", "x", "y"];
            let spoken_twice = twins.iter().any(|twin| word.contains(twin));
            let soft_g = word.replace("sch", "").contains("ch");
            !spoken_twice && !soft_g
        });
    }

    #[test]
    fn the_first_four_letters_tell_every_word_apart() {
        let starts: HashSet<&str> = WORDS
            .iter()
            .map(|word| word.get(..4).unwrap_or(word))
            .collect();
        assert_eq!(starts.len(), WORDS.len());
    }

    #[test]
    fn one_wrong_letter_never_makes_another_word() {
        for (at, one) in WORDS.iter().enumerate() {
            for other in &WORDS[at + 1..] {
                assert!(!nearly_the_same(one, other), "{one} {other}");
            }
        }
        assert!(nearly_the_same("boom", "boot") && nearly_the_same("maan", "maand"));
        assert!(!nearly_the_same("boom", "beek"));
    }

    #[test]
    fn every_word_is_found_by_its_value_and_back() {
        for index in 0..COUNT {
            assert_eq!(index_of(word(index)), Some(index));
        }
        assert_eq!(word(COUNT), word(0));
    }

    #[test]
    fn a_typed_word_is_found_with_capitals_and_spaces() {
        assert_eq!(index_of("  Fiets\n"), index_of("fiets"));
        assert!(index_of("fiets").is_some());
        assert_eq!(index_of("fietz"), None);
        assert_eq!(index_of(""), None);
    }

    #[test]
    fn the_list_is_the_one_that_other_phones_have() {
        let hash = blake3::hash(WORDS.join(" ").as_bytes()).to_hex();
        assert_eq!(&hash[..16], "ffa6d51bf3a69168");
    }
}
