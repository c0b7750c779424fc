//! Phone numbers as the Dutch write them.

/// Digits of the shortest number that is looked for in a text (0900 8844), and of the longest.
const SHORTEST: usize = 8;
const LONGEST: usize = 15;

/// The number in E.164, or `None` when it is none that can be called.
///
/// Dutch numbers are measured by the numbering plan (Nummerplan telefoon- en ISDN-diensten): nine
/// digits after the country code, seven or ten for 0800 and 090x, and 14 with an area code for town
/// halls. Blocks inside it are not looked at: a phone keeps its app for years, and numbers issued
/// since would all be remarked upon. Of other countries only E.164's own length is asked.
pub fn normal(text: &str) -> Option<String> {
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let dialled: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // "(0)" between country code and number is said, not dialled.
    let dialled = dialled.replace("(0)", "");
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')');
    let (number, extension) = dialled.split_once(';').unwrap_or((&dialled, ""));
    if !number.chars().all(allowed) || !(extension.is_empty() || extension.starts_with("ext=")) {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // + and the Dutch prefix for abroad begin a whole number; a + elsewhere is a slip.
    let whole = match number.rfind('+') {
        Some(0) => Some(digits.as_str()),
        Some(_) => return None,
        None => digits.strip_prefix("00"),
    };
    let rest = match whole {
        Some(whole) => match whole.strip_prefix("31") {
            Some(rest) => rest,
            None => return is_abroad(whole).then(|| format!("+{whole}")),
        },
        None => &digits,
    };
    // A spreadsheet takes the 0 away, and some write it after the country code.
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    is_dutch(rest).then(|| format!("+31{rest}"))
}

/// E.164: at most fifteen digits with the country code; none with fewer than eight is known.
fn is_abroad(digits: &str) -> bool {
    (8..=LONGEST).contains(&digits.len()) && !digits.starts_with('0')
}

/// The digits after 0 or +31.
fn is_dutch(rest: &str) -> bool {
    let special = ["800", "900", "906", "909"];
    if special.iter().any(|begin| rest.starts_with(begin)) {
        return matches!(rest.len(), 7 | 10);
    }
    if rest.starts_with("140") {
        return matches!(rest.len(), 5 | 6);
    }
    let begins = [
        "1", "2", "3", "4", "5", "6", "7", "82", "84", "85", "87", "88", "91",
    ];
    rest.len() == 9 && begins.iter().any(|begin| rest.starts_with(begin))
}

/// The numbers in a text that can be called, in E.164, each once. A date, an account number or digits
/// inside a word are none.
pub fn in_text(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut from = 0;
    while let Some(begin) = next_begin(text, from) {
        let groups = groups(text, begin);
        let taken = if is_date(text, &groups) {
            groups[2].1
        } else {
            match longest_number(text, begin, &groups) {
                Some((number, end)) => {
                    if !found.contains(&number) {
                        found.push(number);
                    }
                    end
                }
                None => groups.first().map_or(begin, |(_, end)| *end),
            }
        };
        from = taken.max(begin + 1);
    }
    found
}

/// The ways in which a number is mostly written, none of which need be the way it was typed; empty
/// when this is no number.
pub(crate) fn spellings(text: &str) -> Vec<String> {
    let Some(number) = normal(text) else {
        return Vec::new();
    };
    let mut spellings = vec![number.clone()];
    if let Some(rest) = number.strip_prefix("+31") {
        let national = format!("0{rest}");
        for area in 2..=4 {
            if let Some((area, rest)) = national.split_at_checked(area) {
                spellings.push(format!("{area} {rest}"));
            }
        }
        if let Some(rest) = national.strip_prefix("06") {
            let pairs: Vec<&str> = (0..rest.len() / 2)
                .filter_map(|pair| rest.get(2 * pair..2 * pair + 2))
                .collect();
            spellings.push(format!("06 {}", pairs.join(" ")));
        }
        spellings.push(national);
    }
    spellings
}

/// Where the next number may begin: at a + or 0 that is not inside a word.
fn next_begin(text: &str, from: usize) -> Option<usize> {
    let mut before = text[..from].chars().next_back();
    for (place, c) in text[from..].char_indices() {
        let inside = before.is_some_and(|c| c.is_alphanumeric() || c == '+');
        if matches!(c, '+' | '0') && !inside && !ends_as_account(&text[..from + place]) {
            return Some(from + place);
        }
        before = Some(c);
    }
    None
}

/// The groups of digits from here on, by place, as long as they can be of one number.
fn groups(text: &str, begin: usize) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let mut open = None;
    let mut digits = 0;
    for (place, c) in text[begin..].char_indices() {
        let place = begin + place;
        if c.is_ascii_digit() {
            digits += 1;
            open.get_or_insert(place);
        } else {
            groups.extend(open.take().map(|start| (start, place)));
            let parts = c == ' ' || c == '\u{a0}' || "-./()".contains(c);
            if !(parts || c == '+' && place == begin) || digits > LONGEST {
                // Digits that go over into letters are no number.
                if c.is_alphabetic() && groups.last().is_some_and(|(_, end)| *end == place) {
                    groups.pop();
                }
                return groups;
            }
        }
    }
    groups.extend(open.map(|start| (start, text.len())));
    groups
}

/// 06-12-2025 is a day.
fn is_date(text: &str, groups: &[(usize, usize)]) -> bool {
    let [day, month, year, ..] = groups else {
        return false;
    };
    let part = |(start, end): (usize, usize)| &text[start..end];
    let same = text[day.1..month.0] == text[month.1..year.0];
    same && "-./".contains(&text[day.1..month.0])
        && part(*day).len() <= 2
        && part(*month).len() <= 2
        && part(*year).len() == 4
        && (part(*year).starts_with("19") || part(*year).starts_with("20"))
}

fn longest_number(text: &str, begin: usize, groups: &[(usize, usize)]) -> Option<(String, usize)> {
    let (start, end) = *groups.first()?;
    let first = &text[start..end];
    // Only of mobile numbers the two first digits stand apart; 01 02 is the beginning of a day.
    let abroad = text[begin..].starts_with('+');
    if !abroad && first.len() < 3 && first != "06" && first != "00" {
        return None;
    }
    (1..=groups.len()).rev().find_map(|count| {
        let digits: usize = groups[..count].iter().map(|(a, b)| b - a).sum();
        let end = groups[count - 1].1;
        let fits = (SHORTEST..=LONGEST).contains(&digits);
        let number = fits.then(|| normal(&text[begin..end])).flatten()?;
        Some((number, end))
    })
}

/// What stands before is the beginning of an account number: NL91 ABNA.
fn ends_as_account(before: &str) -> bool {
    let mut last = before
        .chars()
        .rev()
        .filter(|c| !c.is_whitespace())
        .take(8)
        .collect::<Vec<_>>();
    last.reverse();
    matches!(last.as_slice(), ['N', 'L', a, b, bank @ ..]
        if a.is_ascii_digit() && b.is_ascii_digit() && bank.iter().all(char::is_ascii_uppercase))
}

#[cfg(test)]
mod tests {
    use super::{in_text, spellings};

    fn check(text: &str, numbers: &[&str]) {
        assert_eq!(in_text(text), numbers, "{text}");
    }

    #[test]
    fn a_number_is_found_wherever_it_stands_and_however_it_is_written() {
        check("Zijn zus: 06-12345678.", &["+31612345678"]);
        check("bel 06 12 34 56 78 na 14:00", &["+31612345678"]);
        check("06 12345678 14 uur", &["+31612345678"]);
        check(
            "(035) 123 45 67 of +31 (0)6 12345678",
            &["+31351234567", "+31612345678"],
        );
        check("0031612345678\n0612345678", &["+31612345678"]);
        check("Duitsland +49 30 901820", &["+4930901820"]);
        check("zus in Gent 0032 470 12 34 56", &["+32470123456"]);
        check("of +32 (0)470 12 34 56", &["+32470123456"]);
        check("politie 0900-8844", &["+319008844"]);
    }

    #[test]
    fn other_digits_are_no_number() {
        for text in [
            "Gesprek op 06-12-2025 1030 uur",
            "01-02-2025 1012345",
            "01 02 2025 10",
            "NL91 ABNA 0417 1643 00",
            "NL91ABNA0417164300",
            "BSN 012345672",
            "X0612345678",
            "0612345678x",
            "€ 0,50 en 0,75",
            "8 van de 10",
            "+",
            "0",
            "",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn text_in_any_script_is_walked_through() {
        check("مرحبا 0612345678 é", &["+31612345678"]);
        check("é0é+é(é", &[]);
    }

    #[test]
    fn a_number_is_searched_in_the_ways_it_may_have_been_written() {
        let all = spellings("0031 6 12345678");
        for one in [
            "+31612345678",
            "0612345678",
            "06 12345678",
            "06 12 34 56 78",
        ] {
            assert!(all.contains(&one.to_owned()), "{one}: {all:?}");
        }
        assert!(spellings("duiven").is_empty());
    }
}
