//! What stands beside a number: whose it is, when to call, an extension.

use super::signs::Signs;
use super::whole::Number;

/// The longest remark beside a number, in letters; the whole text is on the screen too.
const LONGEST: usize = 48;

/// A remark for each number, from the words between it and its neighbours.
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

/// Where the words between two numbers part, and those of the second. `first`: the words before the
/// first number, which show on which side of their number people write.
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

/// The text with everything inside brackets, and the brackets, as spaces of the same length.
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
    // Only the words next to the number: of a story its last sentence, or what follows till a stop.
    let before = before.rsplit(['\n', '!', '?']).next().unwrap_or_default();
    let before = stops(before).last().map_or(before, |stop| &before[stop..]);
    let after = after.split(['\n', '!']).next().unwrap_or_default();
    let after = stops(after).next().map_or(after, |stop| &after[..stop]);
    let before = tidy(without_phone_word(before));
    let after = tidy(after);
    let both = match (before.is_empty(), after.is_empty()) {
        (false, false) => format!("{before}, {after}"),
        _ => before + &after,
    };
    shortened(&both)
}

/// Where the sentences of a line end: at a stop with a capital behind it ("tst. 12" has none).
fn stops(line: &str) -> impl Iterator<Item = usize> {
    line.match_indices(". ")
        .map(|(at, stop)| at + stop.len())
        .filter(|end| line[*end..].trim_start().starts_with(char::is_uppercase))
}

/// "tel." before a number says nothing that the button does not say.
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

/// On one line, without the signs at its ends that stood between it and the number.
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

/// Cut after a whole word.
fn shortened(text: &str) -> String {
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
