//! Amounts of money in a text: 23,50 and 23.50, € 23 and 23 euro.

use std::ops::Range;

/// Prefix of the token of an amount.
const MARK: &str = "€";
/// Decimal separator in the token.
const COMMA: char = '·';

/// Returns the amounts in a text, each with its range and search token. An amount has two decimals or
/// is next to a euro sign.
pub(crate) fn amounts(text: &str) -> Vec<(Range<usize>, String)> {
    let mut amounts = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + start;
        let length = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(text.len() - start);
        let written = text[start..start + length].trim_end_matches(['.', ',']);
        let end = start + written.len();
        from = start + length;
        let signed = is_euro_sign(text[..start].trim_end(), true)
            || is_euro_sign(
                text[end..].trim_start_matches([',', '.', '-', '–', ' ', '\u{a0}']),
                false,
            );
        if let Some(token) = token(written, signed) {
            amounts.push((start..end, token));
        }
    }
    amounts
}

/// Returns whether a text ends (or begins) with € or a word for it.
fn is_euro_sign(text: &str, at_end: bool) -> bool {
    let near = |said: &str| match at_end {
        true => text
            .len()
            .checked_sub(said.len())
            .and_then(|at| text.get(at..)),
        false => text.get(..said.len()),
    };
    ["€", "eur", "euro"]
        .into_iter()
        .any(|said| near(said).is_some_and(|near| near.eq_ignore_ascii_case(said)))
}

/// Returns search prefixes for amounts that are still being typed: 23,5 may become 23,50, and € 2 may
/// become € 23.
pub(crate) fn typed_amounts(text: &str) -> Vec<(Range<usize>, String)> {
    let mut typed = amounts(text);
    for (place, token) in &mut typed {
        let whole = !text[place.clone()].contains([',', '.']);
        if let Some(euros) = token.strip_suffix("·00").filter(|_| whole) {
            *token = euros.to_owned();
        }
    }
    if let Some((place, token)) = unfinished(text).filter(|_| typed.is_empty()) {
        typed.push((place, token));
    }
    typed
}

/// Finds an amount at the end of the input that lacks its last decimal.
fn unfinished(text: &str) -> Option<(Range<usize>, String)> {
    let text = text.trim_end();
    let begins = |c: char| !c.is_ascii_digit() && c != '.' && c != ',';
    let start = text.rfind(begins).map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let written = &text[start..];
    let decimal = written
        .rfind(',')
        .filter(|at| *at > 0 && written.len() - at == 2)?;
    written[decimal + 1..].parse::<u8>().ok()?;
    let token = token(&format!("{written}0"), false)?;
    Some((start..text.len(), token[..token.len() - 1].to_owned()))
}

/// Returns the token of a written amount.
fn token(written: &str, signed: bool) -> Option<String> {
    let (euros, cents) = match written.rfind(['.', ',']) {
        Some(last) => (&written[..last], &written[last + 1..]),
        None => (written, ""),
    };
    let (euros, cents) = match cents.len() {
        2 => (euros, cents),
        0 | 3 if signed => (written, "00"),
        _ => return None,
    };
    let groups: Vec<&str> = euros.split(['.', ',']).collect();
    let apart = groups.iter().skip(1).all(|group| group.len() == 3);
    let euros: String = groups.concat();
    let euros = euros.trim_start_matches('0');
    let euros = if euros.is_empty() { "0" } else { euros };
    (apart && euros.len() <= 9).then(|| format!("{MARK}{euros}{COMMA}{cents}"))
}
