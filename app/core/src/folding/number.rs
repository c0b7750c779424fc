//! The digits of a text, however they are written: 06-12 34 56 78 and +31 (0)6 12345678.

use std::ops::Range;

use super::letter::{digit, is_hyphen, is_unseen};

/// What a token of digits begins with, so that it is never taken for a word. No letter of a word is
/// folded to it.
pub(crate) const MARK: char = '#';

/// The fewest digits that are looked for inside a number.
pub(crate) const FEWEST: usize = 3;

/// Digits of a token: no number that is dialled is longer.
const LONGEST: usize = 15;

/// So many characters may stand between two groups of one number: " - ".
const APART: usize = 3;

/// Digits that stand together, with at most signs and spaces between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// In our own script; those of a "(0)" behind a country code are left out.
    pub(crate) digits: String,
    /// Where each digit stands in the text.
    at: Vec<Range<usize>>,
    /// Which of the digits begin a group.
    groups: Vec<usize>,
    /// A + stands before it.
    abroad: bool,
}

/// All runs of digits of a text.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    // Signs since the last digit, and whether the one just before is a +.
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

/// What may stand inside a number.
fn is_sign(c: char) -> bool {
    let space = c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}');
    space || is_hyphen(c) || matches!(c, '.' | '/' | '(' | ')' | '_' | '·')
}

impl Run {
    /// It may be a country code so far.
    fn is_code(&self) -> bool {
        let digits = self.digits.len();
        (self.abroad && digits <= 3) || (self.digits.starts_with("00") && digits <= 5)
    }

    /// Where the whole run stands.
    pub(crate) fn place(&self) -> Range<usize> {
        match (self.at.first(), self.at.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// The groups it was written in.
    pub(crate) fn groups(&self) -> Vec<&str> {
        let ends = self.groups.iter().skip(1).copied();
        let ends = ends.chain([self.digits.len()]);
        let both = self.groups.iter().zip(ends);
        both.map(|(start, end)| &self.digits[*start..end]).collect()
    }

    /// What it is found by: all that its digits can begin with, of the number as it is written and of
    /// the number as it is dialled at home and from abroad. Few digits alone are found as a word.
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

    /// The numbers in it as they are dialled: 06… and 00316….
    fn dialled(&self) -> Vec<String> {
        let mut dialled = Vec::new();
        for (index, start) in self.groups.iter().enumerate() {
            let from = &self.digits[*start..];
            let whole = |length: usize| {
                let end = start + length;
                let ends = end == self.digits.len() || self.groups.contains(&end);
                ends.then_some(())
            };
            // What stands before the nine digits of a Dutch number. A spreadsheet takes the zero away.
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

    /// What these digits are looked for by; empty when they are too few.
    pub(crate) fn typed(&self) -> Vec<String> {
        let mut typed = vec![self.digits.clone()];
        // The 0 that is not dialled behind a country code.
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

    /// Where it holds what is looked for (see [`Run::typed`]), if it does.
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
        // Written in another way than it was typed: then all of it.
        Some(part.unwrap_or_else(|| self.place()))
    }
}

/// All ends of these digits that are long enough to be looked for.
fn push_ends(digits: &str, tokens: &mut Vec<String>) {
    for start in 0..(digits.len() + 1).saturating_sub(FEWEST) {
        let end = digits.len().min(start + LONGEST);
        tokens.push(format!("{MARK}{}", &digits[start..end]));
    }
}

/// What the number of a case is found by, with more or fewer zeros before it than it has: 000123 is
/// 123 to whoever keeps a list in a spreadsheet.
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
