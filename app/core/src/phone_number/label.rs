//! Labels of phone numbers, taken from the surrounding text: whose it is, when to call, an extension.

use super::signs::Signs;
use super::whole::Number;

/// The maximum length of a label, in characters; the full text is on the screen as well.
const LONGEST: usize = 48;

/// Returns a label for each number, from the text between it and its neighbours.
pub(super) fn labels(signs: &Signs, numbers: &[Number]) -> Vec<String> {
    let mut before: Vec<String> = Vec::new();
    let mut after: Vec<String> = Vec::new();
    let mut from = 0;
    for number in numbers {
        let gap = signs.text(from..number.signs.start);
        let (mine, next) = match before.first() {
            None => (0, gap.as_str()),
            Some(first) => cut(&gap, first),
        };
        if !before.is_empty() {
            after.push(gap[..mine].to_owned());
        }
        before.push(next.to_owned());
        from = number.signs.end;
    }
    after.push(signs.text(from..signs.len()));
    before
        .iter()
        .zip(&after)
        .map(|(before, after)| label(before, after))
        .collect()
}

/// Splits the text between two numbers into the remark on the first, as its length, and the remark on
/// the second. `first` is the text before the first number: it shows whether remarks precede or follow
/// their numbers.
fn cut<'a>(gap: &'a str, first: &str) -> (usize, &'a str) {
    let outer = outside_brackets(gap);
    let separators: [&[&str]; 3] = [
        &["\n"],
        &[";", "|"],
        &[",", "/", " of ", " en ", " or ", " and ", "&"],
    ];
    let last = separators.iter().find_map(|all| {
        all.iter()
            .filter_map(|one| outer.rfind(one).map(|at| (at, at + one.len())))
            .max_by_key(|(_, end)| *end)
    });
    let follows = gap.trim_end().ends_with([':', '=']) || has_words(first);
    match last {
        Some((at, end)) => (at, &gap[end..]),
        None if follows => (0, gap),
        None => (gap.len(), ""),
    }
}

/// Replaces brackets and their contents by spaces of the same length.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut outer = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign == '(' {
            depth += 1;
        }
        let shown = if depth == 0 { Some(sign) } else { None };
        match shown {
            Some(sign) => outer.push(sign),
            None => outer.extend(std::iter::repeat_n(' ', sign.len_utf8())),
        }
        if sign == ')' {
            depth = depth.saturating_sub(1);
        }
    }
    outer
}

fn label(before: &str, after: &str) -> String {
    // Only the adjacent sentences: the last one before the number and the first one after it.
    let before = before.rsplit(['\n', '!', '?']).next().unwrap_or_default();
    let before = stops(before).last().map_or(before, |stop| &before[stop..]);
    let after = after.split(['\n', '!']).next().unwrap_or_default();
    let after = stops(after).next().map_or(after, |stop| &after[..stop]);
    let before = tidy(without_phone_word(before));
    let after = tidy(after);
    match (before.is_empty(), after.is_empty()) {
        (false, false) => format!("{before}, {after}"),
        _ => before + &after,
    }
}

/// Returns the ends of sentences: a full stop followed by a capital ("tst. 12" is not one).
fn stops(line: &str) -> impl Iterator<Item = usize> {
    line.match_indices(". ")
        .map(|(at, stop)| at + stop.len())
        .filter(|end| line[*end..].trim_start().starts_with(char::is_uppercase))
}

/// Strips a trailing "tel." or similar word, which is redundant on a call button.
fn without_phone_word(text: &str) -> &str {
    let text = text.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != ')');
    let word = text
        .rsplit(|sign: char| !sign.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let plain = word.to_lowercase();
    let says_nothing = [
        "tel",
        "telefoon",
        "telefoonnummer",
        "telefoonnr",
        "telnr",
        "nummer",
        "nr",
        "phone",
        "bel",
        "t",
    ];
    if says_nothing.contains(&plain.as_str()) {
        &text[..text.len() - word.len()]
    } else {
        text
    }
}

/// Normalises to one line and strips separators and unbalanced brackets at the ends.
fn tidy(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = words.as_str();
    loop {
        let inner = text.trim_matches(|sign: char| " ,;:-./|&=\"'“”„".contains(sign));
        let open = inner.matches('(').count();
        let close = inner.matches(')').count();
        let bare = match (inner.strip_prefix('('), inner.strip_suffix(')')) {
            (Some(rest), _) if open > close => rest,
            (_, Some(rest)) if close > open => rest,
            (Some(_), Some(rest)) if open == 1 => &rest[1..],
            _ => inner,
        };
        if bare == text {
            break;
        }
        text = bare;
    }
    if has_words(text) || text.starts_with('#') {
        text.to_owned()
    } else {
        String::new()
    }
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Truncates at a word boundary.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([',', ' ']))
}
