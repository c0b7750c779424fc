//! Detects fields whose text is repeated: older versions of the app joined two identical concurrent
//! texts.

/// Minimum length of the repeated text in bytes, so that words such as "haha" do not count.
const LEAST: usize = 8;

/// Returns the original text if the field consists of that text repeated two or more times without a
/// separator.
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
