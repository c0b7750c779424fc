//! Parsing a search into terms.

use std::ops::Range;

use super::{BESIDE_DIGITS, Term};
use crate::folding::{Run, Word, runs, typed_amounts, words};

/// A cursor over a search text that yields its terms.
pub(super) struct Terms<'t> {
    text: &'t str,
    words: std::iter::Peekable<std::vec::IntoIter<Range<usize>>>,
    /// Amounts and digit sequences, with their ranges.
    amounts: Vec<(Range<usize>, String)>,
    runs: Vec<Run>,
}

impl<'t> Terms<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            words: words(text).collect::<Vec<_>>().into_iter().peekable(),
            amounts: typed_amounts(text),
            runs: runs(text),
        }
    }

    pub(super) fn next(&mut self) -> Option<Term> {
        let place = self.words.next()?;
        let inside = |outer: &Range<usize>| outer.start <= place.start && place.end <= outer.end;
        let amount = self.amounts.iter().find(|(at, _)| inside(at)).cloned();
        let run = self.runs.iter().find(|run| inside(&run.place())).cloned();
        match (amount, run) {
            (Some((at, amount)), run) => {
                self.skip_to(at.end);
                let mut ways = vec![Term::Token(amount)];
                // It may also be the beginning of a number that contains a point.
                if let Some(run) = run.filter(|run| run.place() == at) {
                    ways.extend(run.typed().into_iter().map(Term::Token));
                    if run.groups().len() == 1 {
                        ways.push(Term::Word(run.digits));
                    }
                }
                Some(Term::any(ways))
            }
            (None, Some(run)) => {
                self.skip_to(run.place().end);
                let number = number(&run);
                Some(match self.beside(&place, &run.digits) {
                    Some(letters) if run.groups().len() == 1 => {
                        let one = format!("{}{letters}", run.digits);
                        Term::Any(vec![
                            Term::All(vec![number, Term::Word(letters)]),
                            Term::Word(one),
                        ])
                    }
                    _ => number,
                })
            }
            (None, None) => Some(self.word(&place)),
        }
    }

    /// Skips the words inside the amount or number just taken.
    fn skip_to(&mut self, end: usize) {
        while self.words.next_if(|next| next.start < end).is_some() {}
    }

    /// Takes the next word along if one of the two is digits and the other a few letters, and at most
    /// one character separates them. Returns that word, folded.
    fn beside(&mut self, place: &Range<usize>, this: &str) -> Option<String> {
        let next = self.words.peek()?.clone();
        let apart = self.text[place.end.min(next.start)..next.start]
            .chars()
            .count();
        let other = Word::of(&self.text[next]).folded;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let few = |text: &str| text.len() <= BESIDE_DIGITS && text.chars().all(char::is_alphabetic);
        let pair = digits(this) && few(&other) || few(this) && digits(&other);
        (pair && apart <= 1).then(|| {
            self.words.next();
            other
        })
    }

    fn word(&mut self, place: &Range<usize>) -> Term {
        let word = Word::of(&self.text[place.clone()]);
        if let Some(digits) = self.beside(place, &word.folded) {
            let one = format!("{}{digits}", word.folded);
            let two = vec![Term::Word(word.folded), digits_term(&digits)];
            return Term::Any(vec![Term::All(two), Term::Word(one)]);
        }
        let mut ways = vec![Term::Word(word.folded.clone())];
        ways.extend(word.also.map(Term::Word));
        // A final i may be the first half of an ij, which is folded to y.
        if let Some(before) = word.folded.strip_suffix('i') {
            ways.push(Term::Word(format!("{before}y")));
        }
        // Or written as two words, or with something in between.
        if word.parts.len() > 1 {
            ways.push(Term::All(word.parts.into_iter().map(Term::Word).collect()));
        }
        let parts = letters_and_digits(&word.folded);
        if parts.len() > 1 {
            let parts = parts.into_iter().map(|part| match part.as_bytes()[0] {
                b'0'..=b'9' => digits_term(part),
                _ => Term::Word(part.to_owned()),
            });
            ways.push(Term::All(parts.collect()));
        }
        Term::any(ways)
    }
}

/// Builds the term for a number: as typed, by groups, or by its digits inside another number.
fn number(run: &Run) -> Term {
    let groups = run.groups();
    let mut ways: Vec<Term> = run.typed().into_iter().map(Term::Token).collect();
    match groups.as_slice() {
        [one] => ways.insert(0, Term::Word((*one).to_owned())),
        _ => ways.push(Term::All(groups.into_iter().map(digits_term).collect())),
    }
    Term::any(ways)
}

/// Builds the term for digits: a word, or part of a number if they are long enough.
fn digits_term(digits: &str) -> Term {
    let inside = runs(digits).iter().flat_map(Run::typed).collect::<Vec<_>>();
    let word = Term::Word(digits.to_owned());
    Term::any(
        std::iter::once(word)
            .chain(inside.into_iter().map(Term::Token))
            .collect(),
    )
}

/// Splits a word at each transition between letters and digits.
fn letters_and_digits(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before: Option<bool> = None;
    for (place, c) in word.char_indices() {
        let digit = c.is_ascii_digit();
        if before.is_some_and(|before| before != digit) {
            parts.push(&word[start..place]);
            start = place;
        }
        before = Some(digit);
    }
    parts.push(&word[start..]);
    parts
}
