//! Groups of digits, and which of them can form one number.

use std::ops::Range;

use super::plan;
use super::signs::Signs;

/// An uninterrupted sequence of digits.
#[derive(Debug)]
pub(super) struct Group {
    pub signs: Range<usize>,
    pub digits: String,
    /// The position of a preceding plus sign.
    pub plus: Option<usize>,
    /// Whether it is a bracketed `(0)`, which is not dialled.
    pub said: bool,
}

/// A text with its groups of digits.
pub(super) struct Text<'a> {
    pub signs: &'a Signs,
    pub groups: Vec<Group>,
}

impl<'a> Text<'a> {
    pub(super) fn of(signs: &'a Signs) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut at = 0;
        while at < signs.len() {
            let start = at;
            while signs.get(at).is_some_and(|sign| sign.is_ascii_digit()) {
                at += 1;
            }
            if at > start {
                let digits = signs.text(start..at);
                let mut before = start;
                while signs.before(before) == Some(' ') {
                    before -= 1;
                }
                groups.push(Group {
                    plus: (signs.before(before) == Some('+')).then(|| before - 1),
                    said: digits == "0"
                        && signs.before(start) == Some('(')
                        && signs.get(at) == Some(')'),
                    signs: start..at,
                    digits,
                });
            }
            at += 1;
        }
        Self { signs, groups }
    }

    /// Returns the index of the group after the date that begins here, if one does: 06-12-2025, or
    /// 06-12-25 if it does not continue with the same separator.
    pub(super) fn date(&self, at: usize) -> Option<usize> {
        let [day, month, year, ..] = &self.groups[at..] else {
            return None;
        };
        let first = self.between(at);
        let same = first == self.between(at + 1) && matches!(first.as_str(), "-" | "." | "/" | " ");
        let ends_here = || first != " " && self.between(at + 2) != first;
        let is_year = match year.digits.len() {
            4 => year.digits.starts_with("19") || year.digits.starts_with("20"),
            2 => ends_here(),
            _ => false,
        };
        let within = |group: &Group, most: u32| {
            group.digits.len() <= 2
                && group
                    .digits
                    .parse()
                    .is_ok_and(|value: u32| (1..=most).contains(&value))
        };
        (same && is_year && day.plus.is_none() && within(day, 31) && within(month, 12))
            .then_some(at + 3)
    }

    /// Returns the text between a group and the next; empty after the last.
    pub(super) fn between(&self, at: usize) -> String {
        match self.groups.get(at + 1) {
            Some(next) => self.signs.text(self.groups[at].signs.end..next.signs.start),
            None => String::new(),
        }
    }

    /// Returns how many groups from this one on can belong to one number.
    pub(super) fn joined(&self, at: usize) -> usize {
        let mut count = 1;
        let mut digits = self.groups[at].digits.len();
        while let Some(next) = self.groups.get(at + count) {
            digits += next.digits.len();
            if next.plus.is_some() || digits > plan::LONGEST + 3 || !self.joins(at, count) {
                break;
            }
            count += 1;
        }
        count
    }

    /// Returns whether the separator before the group at `at + count` can occur within a number that
    /// begins at `at`.
    fn joins(&self, at: usize, count: usize) -> bool {
        let last = &self.groups[at + count - 1];
        let next = &self.groups[at + count];
        let between = self.between(at + count - 1);
        let few =
            between.chars().count() <= 4 && between.chars().all(|sign| " -./()".contains(sign));
        // The fraction in 612345678.0.
        let fraction =
            between == "." && last.digits.len() >= 8 && next.digits.chars().all(|d| d == '0');
        // A slash may follow the area code or separate all groups; elsewhere it separates two numbers.
        let slash = between.contains('/')
            && !is_area(&self.groups[at..at + count])
            && !(1..count).all(|before| self.between(at + before - 1) == between);
        few && !fraction && !slash
    }

    /// Returns whether the last group is a time: 14:00, 14 uur.
    pub(super) fn is_time(&self, at: usize, count: usize) -> bool {
        let last = &self.groups[at + count - 1];
        let end = last.signs.end;
        let behind = self.signs.text(end..self.signs.len().min(end + 4));
        last.digits.len() <= 2
            && (behind.starts_with(':') || behind.trim_start().starts_with("uur"))
    }
}

/// Returns whether the groups are at most a country code and an area code.
fn is_area(groups: &[Group]) -> bool {
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let whole = groups[0].plus.is_some() || digits.starts_with("00") || groups[0].digits == "31";
    let digits = digits.trim_start_matches('0');
    let rest = digits
        .strip_prefix("31")
        .filter(|_| whole)
        .unwrap_or(digits);
    rest.trim_start_matches('0').len() <= 3
}
