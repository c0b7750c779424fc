//! Texts that stand in a field twice, glued together: what an older app made of two who wrote the same.

/// How long a text must be before it counts: "haha" is no text that stands twice.
const LEAST: usize = 8;

/// The text as it was written, when a field holds nothing but that text twice or more, one straight
/// behind the other.
pub fn stands_twice(text: &str) -> Option<&str> {
    let text = text.trim();
    (2..=text.len() / LEAST)
        .rev()
        .filter(|times| text.len().is_multiple_of(*times))
        .find_map(|times| {
            let once = text.get(..text.len() / times)?;
            (once.repeat(times) == text && once.chars().any(char::is_alphabetic)).then_some(once)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_glued_to_itself_is_told_from_one_that_only_repeats_a_word() {
        let once = "hond bijt, bel eerst";
        assert_eq!(stands_twice(&once.repeat(2)), Some(once));
        assert_eq!(stands_twice(&once.repeat(3)), Some(once));
        assert_eq!(
            stands_twice("Zoë bijt\nbelZoë bijt\nbel"),
            Some("Zoë bijt\nbel")
        );
        for text in [
            "",
            once,
            "haha",
            "hond bijt, bel eersthond bijt, bel eers",
            "--------------------",
            "ééééééééé",
        ] {
            assert_eq!(stands_twice(text), None, "{text}");
        }
    }
}
