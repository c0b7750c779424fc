//! Invisible characters that change how the surrounding text is displayed.

/// Removes control characters (except line breaks and tabs), directional marks and zero-width
/// characters.
/// Joiners stay: Persian names and emoji need them.
pub fn without_marks(text: &str) -> String {
    text.chars().filter(|sign| !is_mark(*sign)).collect()
}

fn is_mark(sign: char) -> bool {
    let kept = matches!(sign, '\n' | '\r' | '\t');
    (sign.is_control() && !kept)
        || matches!(
            sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        )
}

/// Prepares a name for use inside a sentence: strips marks, and wraps a name that contains right-to-left
/// characters in isolates (FSI, PDI), so that it does not reorder the surrounding text.
pub fn isolated(text: &str) -> String {
    let plain = without_marks(text);
    if plain.chars().any(is_right_to_left) {
        format!("\u{2068}{plain}\u{2069}")
    } else {
        plain
    }
}

/// Matches Hebrew, Arabic, Syriac, Thaana, N'Ko and the adjacent historic scripts.
fn is_right_to_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::{isolated, without_marks};

    #[test]
    fn a_mark_that_turns_the_text_around_is_taken_out() {
        assert_eq!(without_marks("Gina\u{202e}gnp.exe"), "Ginagnp.exe");
        assert_eq!(
            without_marks("\u{2067}G\u{200b}i\u{ad}na\u{2069}\u{7}\u{feff}"),
            "Gina"
        );
        for text in ["Zoë", "een\ntwee\tdrie", "می‌خواهم", "👩‍👧", "محمد"] {
            assert_eq!(without_marks(text), text);
        }
    }

    #[test]
    fn a_name_from_right_to_left_stands_apart_in_a_sentence() {
        assert_eq!(isolated("Gina"), "Gina");
        assert_eq!(isolated("محمد"), "\u{2068}محمد\u{2069}");
        // Marks inside the name would end the isolation.
        assert_eq!(isolated("\u{2069}\u{202e}דוד"), "\u{2068}דוד\u{2069}");
    }
}
