//! Citizen service numbers (BSN), which are never imported.

/// The replacement text.
pub(super) const LEFT_OUT: &str = "[weggelaten]";

/// Returns whether the text is a single number that passes the eleven-test, in any notation.
pub(super) fn is_one(text: &str) -> bool {
    let text = text
        .trim()
        .trim_start_matches(['\'', '=', '"'])
        .trim_end_matches('"');
    let text = text.strip_suffix(".0").unwrap_or(text);
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '\u{a0}');
    text.chars().all(plain) && passes(text)
}

fn passes(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    crate::is_bsn(&digits)
}

/// Returns whether most values of a column pass the test. One in eleven numbers passes by chance, so a
/// column of other numbers hardly ever qualifies. If it does, losing a number that can be asked for
/// again is better than storing one that may not be stored.
pub(super) fn fills(values: &[&str]) -> bool {
    let passing = values.iter().filter(|value| is_one(value)).count();
    passing > 0 && passing * 2 > values.len()
}

/// Removes the numbers that the text itself calls a citizen service number. Returns the text, whether
/// any was removed, and whether another number looks like one.
pub(super) fn taken_out(text: &str) -> (String, bool, bool) {
    let mut kept = String::with_capacity(text.len());
    let (mut called, mut looks) = (false, false);
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let inside = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '+');
        let run = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-'))
                .len();
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let starts = digits > 0;
        let grouped = rest[..run].trim_end_matches([' ', '.', '-']);
        let number = if passes(&rest[..digits]) {
            &rest[..digits]
        } else {
            grouped
        };
        if starts && !inside && passes(number) && number.len() <= 12 {
            if is_called(&text[..at]) {
                called = true;
                kept.push_str(LEFT_OUT);
            } else {
                looks |= !number.starts_with("06");
                kept.push_str(number);
            }
            at += number.len();
            continue;
        }
        let step = if starts {
            digits
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        kept.push_str(&rest[..step]);
        at += step;
    }
    (kept, called, looks)
}

/// Returns whether one of the last words before a number calls it a citizen service number.
fn is_called(before: &str) -> bool {
    let before = before.to_lowercase();
    let last: Vec<&str> = before
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .rev()
        .take(3)
        .collect();
    last.iter().any(|word| {
        word.starts_with("bsn") || word.starts_with("burgerservice") || word.starts_with("sofi")
    })
}
