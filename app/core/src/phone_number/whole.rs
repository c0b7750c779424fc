//! Finds complete phone numbers.

use std::ops::Range;

use super::beside::{Before, begins_alone};
use super::groups::{Group, Text};
use super::plan;
use super::signs::Signs;

/// A complete number: its dial string and its range of characters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub dial: String,
    pub signs: Range<usize>,
}

/// Returns all complete numbers, in order.
pub(super) fn numbers(signs: &Signs) -> Vec<Number> {
    let text = Text::of(signs);
    let mut found = Vec::new();
    let mut at = 0;
    let mut taken = 0;
    while at < text.groups.len() {
        if let Some(after) = text.date(at) {
            at = after;
        } else if let Some((number, after)) = text.number(at, taken) {
            taken = number.signs.end;
            found.push(number);
            at = after;
        } else {
            at += 1;
        }
    }
    found
}

impl Text<'_> {
    /// Returns the number that begins with this group, and the index of the group after it. `taken` is
    /// the end of the preceding number.
    fn number(&self, at: usize, taken: usize) -> Option<(Number, usize)> {
        let first = &self.groups[at];
        let begin = first.plus.unwrap_or(first.signs.start);
        if !begins_alone(self.signs, begin, taken) {
            return None;
        }
        let segment = Before::of(self.signs, taken, begin);
        if segment.names_another_number() {
            return None;
        }
        let most = self.joined(at);
        let found = (1..=most).rev().find_map(|count| {
            let dial = self.dial(at, count, &segment)?;
            Some((dial, at + count))
        });
        let (dial, after) = found?;
        let signs = begin..self.groups[after - 1].signs.end;
        Some((Number { dial, signs }, after))
    }

    /// Returns the dial string of `count` groups from `at` on, if they are a complete number.
    fn dial(&self, at: usize, count: usize, before: &Before) -> Option<String> {
        let groups = &self.groups[at..at + count];
        if !self.ends_alone(&groups[count - 1]) || self.goes_on(at, count) {
            return None;
        }
        let first = &groups[0];
        let (country, said) = match first.plus {
            Some(_) => (true, true),
            None => (
                first.digits.starts_with("00"),
                first.digits.starts_with("00") || first.digits == "31",
            ),
        };
        let digits: String = groups
            .iter()
            .enumerate()
            .filter(|(index, group)| !(group.said && *index > 0 && said))
            .map(|(_, group)| group.digits.as_str())
            .collect();
        if country {
            let whole = digits.strip_prefix("00").unwrap_or(&digits);
            // Foreign numbers vary in length, so that digits after one may seem to belong to it.
            let doubt =
                (2..count).any(|inner| self.is_whole_here(at + inner)) || self.is_time(at, count);
            return plan::abroad(whole).filter(|_| !doubt || whole.starts_with("31"));
        }
        if let Some(rest) = digits.strip_prefix('0') {
            return (begins_dutch(groups) && !self.is_doubtful_service(at, count))
                .then(|| plan::dutch(rest))
                .flatten();
        }
        self.bare(groups, &digits, before)
    }

    /// Recognises a number without its 0 or +, which needs more evidence than the digits alone.
    fn bare(&self, groups: &[Group], digits: &str, before: &Before) -> Option<String> {
        let parts: Vec<&str> = groups.iter().map(|group| group.digits.as_str()).collect();
        // 14 020 is unambiguous.
        if plan::is_town_hall(digits) && parts[0] == "14" && parts.len() == 2 {
            return Some(digits.to_owned());
        }
        if !before.introduces_a_number() {
            return None;
        }
        let together = parts.len() == 1;
        if plan::is_short(digits) || plan::is_town_hall(digits) {
            let end = groups[groups.len() - 1].signs.end;
            let fits = together || parts == ["116", &digits[3..]];
            return (fits && self.may_follow_short(end)).then(|| digits.to_owned());
        }
        // The country code without its plus sign.
        if let Some(rest) = digits.strip_prefix("31").filter(|rest| rest.len() >= 9) {
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            return plan::dutch(rest).filter(|_| rest.len() == 9);
        }
        // Spreadsheets strip the leading 0.
        let mobile = digits.starts_with('6') && (together || parts[0] == "6");
        let number = plan::dutch(digits).filter(|_| digits.len() == 9)?;
        (mobile || together && !crate::is_bsn(digits)).then_some(number)
    }

    /// An 0800 number continues with four or seven digits. When four digits stand apart, three more
    /// may or may not belong to it; other lengths (hours) do not.
    fn is_doubtful_service(&self, at: usize, count: usize) -> bool {
        let size = |at: usize| self.groups.get(at).map_or(0, |group| group.digits.len());
        let first = &self.groups[at].digits;
        let apart = plan::is_service(&first[1..]) && first.len() == 4 && size(at + 1) == 4;
        let more = self.groups.get(at + 2).filter(|_| self.joined(at) > 2);
        let doubt =
            more.is_some_and(|more| more.digits.len() == 3 && !plan::is_short(&more.digits));
        apart && (count > 2 || doubt)
    }

    /// Returns whether further groups of the same size follow that are not a time: too many digits for
    /// a number.
    fn goes_on(&self, at: usize, count: usize) -> bool {
        let next = at + count;
        let Some(group) = self.groups.get(next).filter(|_| count >= 3) else {
            return false;
        };
        group.digits.len() <= 3
            && group.digits.len() == self.groups[next - 1].digits.len()
            && self.between(next - 1) == self.between(next - 2)
            && !self.is_whole_here(next)
            && !self.is_whole_without_plus(next)
            && !self.is_time(next, 1)
    }

    /// Returns whether a complete number with its country code, but without the plus, begins with this
    /// group.
    fn is_whole_without_plus(&self, at: usize) -> bool {
        (1..=self.joined(at)).any(|count| {
            let groups = self.groups[at..at + count].iter();
            let digits: String = groups.map(|group| group.digits.as_str()).collect();
            let rest = digits.strip_prefix("31").filter(|rest| rest.len() == 9);
            rest.is_some_and(|rest| plan::dutch(rest).is_some())
        })
    }

    /// Returns whether a complete number with its 0 or 0031 begins with this group.
    fn is_whole_here(&self, at: usize) -> bool {
        self.groups[at].digits.starts_with('0')
            && !self.groups[at].said
            && (1..=self.joined(at)).any(|count| {
                let groups = &self.groups[at..at + count];
                let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
                match digits.strip_prefix("0031") {
                    Some(rest) => plan::abroad(&format!("31{rest}")).is_some(),
                    None => begins_dutch(groups) && plan::dutch(&digits[1..]).is_some(),
                }
            })
    }

    /// Returns whether the digits end here: only the abbreviation of an extension may follow directly.
    fn ends_alone(&self, last: &Group) -> bool {
        let end = last.signs.end;
        let next = self.signs.get(end);
        if next == Some('@') || next == Some('_') {
            return false;
        }
        if !next.is_some_and(char::is_alphabetic) {
            return true;
        }
        let behind = self
            .signs
            .text(end..self.signs.len().min(end + 12))
            .to_lowercase();
        let word = behind.trim_start_matches(char::is_alphabetic);
        let letters = &behind[..behind.len() - word.len()];
        let number = word.trim_start_matches([' ', '.', ':', '=']);
        matches!(letters, "x" | "ext" | "tst" | "toestel" | "extension")
            && number.starts_with(|sign: char| sign.is_ascii_digit())
    }

    /// Returns whether the text after a number like 112 does not make it a quantity.
    fn may_follow_short(&self, end: usize) -> bool {
        let behind = self.signs.text(end..self.signs.len().min(end + 12));
        let behind = behind.trim_start_matches(' ');
        let word: String = behind
            .chars()
            .take_while(|sign| sign.is_alphanumeric())
            .collect();
        let says_when = [
            "bij", "in", "voor", "of", "en", "alleen", "na", "altijd", "spoed", "nood",
        ];
        word.is_empty() && !behind.starts_with(['+', '*', '%', '€'])
            || says_when.contains(&word.as_str())
    }
}

/// Returns whether the leading 0 is attached to what follows: 06, 035, (0)6, 0 6. The groups 01 02 start
/// a date instead.
fn begins_dutch(groups: &[Group]) -> bool {
    let first = groups[0].digits.as_str();
    let mobile = groups
        .get(1)
        .is_some_and(|next| next.digits.starts_with('6'));
    first.len() >= 3 || first == "06" || first == "0" && (groups[0].said || mobile)
}
