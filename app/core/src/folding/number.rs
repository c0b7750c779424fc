//! Numbers in a text, in any notation: 06-12 34 56 78 and +31 (0)6 12345678.

use std::ops::Range;

use super::letter::{digit, is_hyphen, is_unseen};

/// Prefix of number tokens, which distinguishes them from words: no letter folds to it.
pub(crate) const MARK: char = '#';

/// The minimum number of digits to search for inside a number.
pub(crate) const FEWEST: usize = 3;

/// The maximum digits per token: dialled numbers are not longer.
const LONGEST: usize = 15;

/// The maximum characters between two groups of one number, as in " - ".
const APART: usize = 3;

/// A run of digits with at most separators between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The digits as 0 to 9, without a "(0)" after a country code.
    pub(crate) digits: String,
    /// The position of each digit in the text.
    at: Vec<Range<usize>>,
    /// Indices of the digits that start a group.
    groups: Vec<usize>,
    /// Whether a plus sign precedes it.
    abroad: bool,
}

/// Returns all runs of digits in a text.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    // The number of characters since the last digit, and whether the last one is a plus sign.
    let mut apart = 0;
    let mut plus = false;
    let mut skip = 0;
    for (place, c) in text.char_indices() {
        if place < skip || is_unseen(c) {
            continue;
        }
        if let Some(value) = digit(c) {
            let run = open.get_or_insert_with(|| Run {
                digits: String::new(),
                at: Vec::new(),
                groups: Vec::new(),
                abroad: plus,
            });
            if run.digits.is_empty() || apart > 0 {
                run.groups.push(run.digits.len());
            }
            run.digits.push(char::from(b'0' + value));
            run.at.push(place..place + c.len_utf8());
            (apart, plus) = (0, false);
            continue;
        }
        let said = text[place..].starts_with("(0)") && open.as_ref().is_some_and(Run::is_code);
        if said {
            skip = place + 3;
        }
        apart += 1;
        let goes_on = said || apart <= APART && is_sign(c);
        if !goes_on {
            runs.extend(open.take());
        }
        plus = c == '+' || c == '＋';
    }
    runs.extend(open);
    runs
}

/// Returns whether a character can separate groups of one number.
fn is_sign(c: char) -> bool {
    let space = c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}');
    space || is_hyphen(c) || matches!(c, '.' | '/' | '(' | ')' | '_' | '·')
}

impl Run {
    /// Returns whether the digits so far can be a country code.
    fn is_code(&self) -> bool {
        let digits = self.digits.len();
        (self.abroad && digits <= 3) || (self.digits.starts_with("00") && digits <= 5)
    }

    /// Returns the range of the whole run in the text.
    pub(crate) fn place(&self) -> Range<usize> {
        match (self.at.first(), self.at.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// Returns the groups in which it was written.
    pub(crate) fn groups(&self) -> Vec<&str> {
        let ends = self.groups.iter().skip(1).copied();
        let ends = ends.chain([self.digits.len()]);
        let both = self.groups.iter().zip(ends);
        both.map(|(start, end)| &self.digits[*start..end]).collect()
    }

    /// Returns its search tokens: all suffixes of the digits as written, and as dialled nationally and
    /// from abroad. Empty for a short number, which is indexed as a word.
    pub(crate) fn tokens(&self) -> Vec<String> {
        let alone = self.groups.len() < 2;
        if self.digits.len() < if alone { 6 } else { 4 } {
            return Vec::new();
        }
        let mut tokens: Vec<String> = Vec::new();
        push_ends(&self.digits, &mut tokens);
        for dialled in self.dialled() {
            push_ends(&dialled, &mut tokens);
        }
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    /// Returns the dial strings of the Dutch numbers in it, as 06… and 00316…, and of a foreign
    /// number.
    fn dialled(&self) -> Vec<String> {
        let mut dialled = Vec::new();
        for (index, start) in self.groups.iter().enumerate() {
            let from = &self.digits[*start..];
            let whole = |length: usize| {
                let end = start + length;
                let ends = end == self.digits.len() || self.groups.contains(&end);
                ends.then_some(())
            };
            // The prefix before the nine digits of a Dutch number. Spreadsheets strip the zero.
            let rest = ["0031", "00310", "31", "310", "0", ""]
                .into_iter()
                .find_map(|before| {
                    let rest = from.strip_prefix(before)?;
                    let mobile = rest.starts_with('6') || !before.is_empty();
                    let dutch = mobile && !rest.starts_with('0');
                    dutch.then(|| whole(before.len() + 9))??;
                    rest.get(..9)
                });
            match rest {
                Some(rest) => dialled.extend([format!("0{rest}"), format!("0031{rest}")]),
                None if index == 0 && self.abroad => dialled.push(format!("00{from}")),
                None => {}
            }
        }
        dialled
    }

    /// Returns the tokens to search for when these digits are typed; empty if there are too few.
    pub(crate) fn typed(&self) -> Vec<String> {
        let mut typed = vec![self.digits.clone()];
        // The 0 after a country code, which is not dialled.
        for code in ["31", "0031"] {
            if let Some(rest) = self.digits.strip_prefix(code)
                && let Some(rest) = rest.strip_prefix('0')
            {
                typed.push(format!("{code}{rest}"));
            }
        }
        typed.retain(|digits| digits.len() >= FEWEST);
        for digits in &mut typed {
            digits.truncate(LONGEST);
            digits.insert(0, MARK);
        }
        typed
    }

    /// Returns the range that matches a token of [`Run::typed`], if any.
    pub(crate) fn find(&self, typed: &str) -> Option<Range<usize>> {
        let begins = |token: &String| token.starts_with(typed);
        if !self.tokens().iter().any(begins) {
            return None;
        }
        let digits = typed.trim_start_matches(MARK);
        let first = self.digits.find(digits);
        let part = first.map(|first| {
            let last = first + digits.len() - 1;
            self.at[first].start..self.at[last].end
        });
        // If it is written differently than typed, the whole run matches.
        Some(part.unwrap_or_else(|| self.place()))
    }
}

/// Adds all suffixes that are long enough to be searched for.
fn push_ends(digits: &str, tokens: &mut Vec<String>) {
    for start in 0..(digits.len() + 1).saturating_sub(FEWEST) {
        let end = digits.len().min(start + LONGEST);
        tokens.push(format!("{MARK}{}", &digits[start..end]));
    }
}

/// Returns the search tokens of a case number, regardless of leading zeros: in a spreadsheet, 000123
/// becomes 123.
pub(crate) fn padded(number: &str) -> String {
    let mut tokens = Vec::new();
    for run in runs(number) {
        tokens.extend(run.tokens());
        for group in run.groups() {
            let bare = group.trim_start_matches('0');
            push_ends(&format!("{bare:0>8}"), &mut tokens);
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens.join(" ")
}
