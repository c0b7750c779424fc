//! What was searched for, and where it stands in a text.

use std::collections::HashSet;
use std::ops::Range;

use crate::folding::{Run, Word, index_text, runs, typed_amounts, words};
use crate::view::Span;

/// How much text around a match is shown, in characters.
const AROUND: usize = 70;

/// How many words, numbers and amounts are looked for at once.
const TERMS: usize = 8;

/// Letters that may belong to the digits beside them, as one word or as two: 1203 KL, OH 12.
const BESIDE_DIGITS: usize = 3;

/// What is looked for: by its beginning, or some way of it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    /// A folded word.
    Word(String),
    /// Digits inside a number, or an amount; see [`crate::folding`].
    Token(String),
    All(Vec<Term>),
    Any(Vec<Term>),
}

/// What was typed: all of it is to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    terms: Vec<Term>,
}

impl Needle {
    /// From what was typed; none when there is no word in it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut terms = Terms::of(text);
        let mut found = Vec::new();
        while let Some(term) = terms.next() {
            if found.len() < TERMS {
                found.push(term);
            }
        }
        (!found.is_empty()).then_some(Self { terms: found })
    }

    /// Whether its words may lie apart from each other.
    pub(super) fn is_several(&self) -> bool {
        self.terms.len() > 1
    }

    /// As an FTS5 query; `column` limits it to one.
    pub(super) fn query(&self, column: Option<&str>) -> String {
        let terms: Vec<String> = self.terms.iter().map(Term::query).collect();
        match column {
            Some(column) => format!("{column} : ({})", terms.join(" AND ")),
            None => terms.join(" AND "),
        }
    }

    /// What is to be found in texts that are read one by one.
    pub(super) fn missing(&self) -> Missing {
        Missing {
            terms: self.terms.clone(),
            seen: HashSet::new(),
        }
    }

    /// Whether anything of a text matches.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.places(text).is_empty()
    }

    /// Whether all of it is in a text.
    pub(super) fn all_in(&self, text: &str) -> bool {
        let mut missing = self.missing();
        missing.read(text);
        missing.is_empty()
    }

    /// What of a text matches, in order and without overlap.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let (mut by_word, mut by_token) = (Vec::new(), Vec::new());
        for term in &self.terms {
            term.leaves(&mut by_word, &mut by_token);
        }
        let mut places = Vec::new();
        for place in words(text) {
            let word = &text[place.clone()];
            if let Some(reach) = by_word.iter().filter_map(|w| reach(word, w)).max() {
                places.push(place.start..place.start + reach);
            }
        }
        if !by_token.is_empty() {
            for run in runs(text) {
                places.extend(by_token.iter().filter_map(|token| run.find(token)));
            }
            for (place, amount) in typed_amounts(text) {
                let found = by_token.iter().any(|token| amount.starts_with(*token));
                places.extend(found.then_some(place));
            }
        }
        places.sort_by_key(|place| (place.start, place.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for place in places {
            match apart.last_mut() {
                Some(last) if place.start < last.end => last.end = last.end.max(place.end),
                _ => apart.push(place),
            }
        }
        apart
    }

    /// A whole text, cut at its matches.
    pub(super) fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut done = 0;
        for place in self.places(text) {
            push(&mut spans, &text[done..place.start], false);
            push(&mut spans, &text[place.clone()], true);
            done = place.end;
        }
        push(&mut spans, &text[done..], false);
        spans
    }

    /// The part of a text around its first match, cut at words.
    pub(super) fn excerpt(&self, text: &str) -> Vec<Span> {
        let first = self.places(text).first().map_or(0, |place| place.start);
        let start = step(text, first, AROUND, false);
        let end = step(text, first, 2 * AROUND, true);
        let mut part = String::new();
        if start > 0 {
            part.push('…');
        }
        part.push_str(text[start..end].trim());
        if end < text.len() {
            part.push('…');
        }
        self.spans(&part)
    }
}

/// What of a [`Needle`] no text had so far. A number may stand in one text by its first group and in
/// another by its second, so it is kept which words were there.
#[derive(Debug, Clone)]
pub(super) struct Missing {
    terms: Vec<Term>,
    /// The words and tokens that were in some text.
    seen: HashSet<String>,
}

impl Missing {
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// As a needle, to show where it stands.
    pub(super) fn needle(&self) -> Needle {
        Needle {
            terms: self.terms.clone(),
        }
    }

    /// Reads a text; whether it had anything new.
    pub(super) fn read(&mut self, text: &str) -> bool {
        !text.is_empty() && self.read_tokens(&index_text(text))
    }

    /// The same of a text as search keeps it.
    pub(super) fn read_tokens(&mut self, index: &str) -> bool {
        let (mut by_word, mut by_token) = (Vec::new(), Vec::new());
        for term in &self.terms {
            term.leaves(&mut by_word, &mut by_token);
        }
        let tokens = || index.split(' ');
        let before = self.seen.len();
        for leaf in by_word.into_iter().chain(by_token) {
            if tokens().any(|token| token.starts_with(leaf)) {
                self.seen.insert(leaf.to_owned());
            }
        }
        let seen = &self.seen;
        self.terms.retain(|term| !term.is_seen(seen));
        self.seen.len() > before
    }
}

impl Term {
    fn query(&self) -> String {
        let joined = |terms: &[Term], sign: &str| {
            let terms: Vec<String> = terms.iter().map(Term::query).collect();
            format!("({})", terms.join(sign))
        };
        match self {
            Self::Word(begin) | Self::Token(begin) => format!("\"{begin}\" *"),
            Self::All(terms) => joined(terms, " AND "),
            Self::Any(terms) => joined(terms, " OR "),
        }
    }

    fn is_seen(&self, seen: &HashSet<String>) -> bool {
        match self {
            Self::Word(begin) | Self::Token(begin) => seen.contains(begin),
            Self::All(terms) => terms.iter().all(|term| term.is_seen(seen)),
            Self::Any(terms) => terms.iter().any(|term| term.is_seen(seen)),
        }
    }

    fn leaves<'t>(&'t self, by_word: &mut Vec<&'t str>, by_token: &mut Vec<&'t str>) {
        match self {
            Self::Word(begin) => by_word.push(begin),
            Self::Token(begin) => by_token.push(begin),
            Self::All(terms) | Self::Any(terms) => {
                for term in terms {
                    term.leaves(by_word, by_token);
                }
            }
        }
    }

    /// One of these ways; a way alone is that way.
    fn any(mut ways: Vec<Self>) -> Self {
        match ways.len() {
            1 => ways.remove(0),
            _ => Self::Any(ways),
        }
    }
}

/// How much of a word begins with what is looked for.
fn reach(word: &str, begin: &str) -> Option<usize> {
    let found = Word::of(word);
    let mut spellings = std::iter::once(&found.folded).chain(&found.also);
    if let Some(spelling) = spellings.find(|spelling| spelling.starts_with(begin)) {
        return Some(Word::reach(word, spelling, begin.len()));
    }
    // Behind an apostrophe: the whole word is shown.
    let part = found.parts.iter().any(|part| part.starts_with(begin));
    part.then_some(word.len())
}

/// Goes through what was typed.
struct Terms<'t> {
    text: &'t str,
    words: std::iter::Peekable<std::vec::IntoIter<Range<usize>>>,
    /// Amounts, and numbers of digits only, by where they stand.
    amounts: Vec<(Range<usize>, String)>,
    runs: Vec<Run>,
}

impl<'t> Terms<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            words: words(text).collect::<Vec<_>>().into_iter().peekable(),
            amounts: typed_amounts(text),
            runs: runs(text),
        }
    }

    fn next(&mut self) -> Option<Term> {
        let place = self.words.next()?;
        let inside = |outer: &Range<usize>| outer.start <= place.start && place.end <= outer.end;
        let amount = self.amounts.iter().find(|(at, _)| inside(at)).cloned();
        let run = self.runs.iter().find(|run| inside(&run.place())).cloned();
        match (amount, run) {
            (Some((at, amount)), run) => {
                self.skip_to(at.end);
                let mut ways = vec![Term::Token(amount)];
                // Or the beginning of a number with a point in it.
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

    /// What stands within the amount or number just taken.
    fn skip_to(&mut self, end: usize) {
        while self.words.next_if(|next| next.start < end).is_some() {}
    }

    /// Few letters right behind digits, or digits right behind few letters; taken along.
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
        // The i may be the first half of an ij, which is folded to a y.
        if let Some(before) = word.folded.strip_suffix('i') {
            ways.push(Term::Word(format!("{before}y")));
        }
        // Written in two words, or with something between.
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

/// A number: as it was written, group by group, or wherever its digits stand in another.
fn number(run: &Run) -> Term {
    let groups = run.groups();
    let mut ways: Vec<Term> = run.typed().into_iter().map(Term::Token).collect();
    match groups.as_slice() {
        [one] => ways.insert(0, Term::Word((*one).to_owned())),
        _ => ways.push(Term::All(groups.into_iter().map(digits_term).collect())),
    }
    Term::any(ways)
}

/// Digits as a word, or inside a number where they are enough.
fn digits_term(digits: &str) -> Term {
    let inside = runs(digits).iter().flat_map(Run::typed).collect::<Vec<_>>();
    let word = Term::Word(digits.to_owned());
    Term::any(
        std::iter::once(word)
            .chain(inside.into_iter().map(Term::Token))
            .collect(),
    )
}

/// A word cut where letters go over into digits.
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

fn push(spans: &mut Vec<Span>, text: &str, matched: bool) {
    if !text.is_empty() {
        spans.push(Span {
            text: text.to_owned(),
            matched,
        });
    }
}

/// So many characters on (or back) from a place, then to the next white space; else to the end.
fn step(text: &str, from: usize, characters: usize, on: bool) -> usize {
    if on {
        let rest = &text[from..];
        let Some((far, _)) = rest.char_indices().nth(characters) else {
            return text.len();
        };
        rest[far..]
            .find(char::is_whitespace)
            .map_or(text.len(), |space| from + far + space)
    } else {
        let Some((far, _)) = text[..from].char_indices().rev().nth(characters) else {
            return 0;
        };
        text[..far]
            .rfind(char::is_whitespace)
            .map_or(0, |space| space + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(typed: &str, text: &str, shown: &str) {
        let needle = Needle::parse(typed).expect("words");
        let spans = needle.spans(text);
        let marked: String = spans
            .iter()
            .map(|s| {
                if s.matched {
                    format!("[{}]", s.text)
                } else {
                    s.text.clone()
                }
            })
            .collect();
        assert_eq!(marked, shown);
    }

    #[test]
    fn the_beginning_of_every_matching_word_is_marked() {
        check("dui", "Een duif, de duiven", "Een [dui]f, de [dui]ven");
        check("ele", "Élève", "[Élè]ve");
        check("ele", "E\u{301}le\u{300}ve", "[E\u{301}le\u{300}]ve");
        check(
            "huis mo",
            "Moeder was thuis, huis 3",
            "[Mo]eder was thuis, [huis] 3",
        );
        check("مر", "مرحبا بك", "[مر]حبا بك");
        check("grossm", "Großman en GROSSMAN", "[Großm]an en [GROSSM]AN");
        check("gros", "Großman", "[Groß]man");
        check("dyk", "Van Dijkstra, DĲK", "Van [Dijk]stra, [DĲK]");
        check("di", "Dijk en Dik", "[Dij]k en [Di]k");
        check("drempel", "op de drem\u{ad}pels", "op de [drem\u{ad}pel]s");
        check("obrien", "O’Brien's", "[O’Brien]'s");
        check("mueller", "Müllers", "[Müller]s");
        check("müller", "Muellers", "[Mueller]s");
    }

    #[test]
    fn digits_are_marked_where_they_stand_in_a_number() {
        check("678", "bel 06-12345678", "bel 06-12345[678]");
        check("1234 56", "06 1234 5679", "06 [1234 56]79");
        check("0612", "+31 6 12345678", "+[31 6 12345678]");
        check("1203kl", "1203 KL Dijk", "[1203] [KL] Dijk");
        check("1203 kl", "1203KL Dijk", "[1203KL] Dijk");
        check("23.50", "taxi € 23,50", "taxi € [23,50]");
        check("000123", "OH 123456", "OH 123456");
    }

    proptest! {
        /// Whatever somebody reads in a text and types, or begins to type, finds it.
        #[test]
        fn any_word_of_a_text_finds_it(text in "[a-zA-Z0-9ijł ıİøßæþŋĸäöüë'’\u{ad}\u{200b}\u{308}ĳﬁ½ﷺاжéÜ€,.+()/ -]{0,40}", pick in 0usize..40, length in 1usize..12) {
            let all: Vec<_> = words(&text).collect();
            if !all.is_empty() {
                let word = &text[all[pick % all.len()].clone()];
                let begin: String = word.chars().take(length).collect();
                if let Some(needle) = Needle::parse(&begin) {
                    prop_assert!(needle.all_in(&text), "{begin:?} in {text:?}: {needle:?}");
                    prop_assert!(needle.is_in(&text), "{begin:?} in {text:?}");
                    let whole: String = needle.spans(&text).into_iter().map(|s| s.text).collect();
                    prop_assert_eq!(whole, text);
                }
            }
        }
    }

    #[test]
    fn nothing_but_punctuation_searches_nothing() {
        assert_eq!(Needle::parse("  \"*-() "), None);
    }

    #[test]
    fn an_excerpt_shows_the_match_in_a_long_text() {
        let text = format!("{} duif {}", "woord ".repeat(60), "nog ".repeat(60));
        let spans = Needle::parse("duif").expect("words").excerpt(&text);
        let length: usize = spans.iter().map(|s| s.text.chars().count()).sum();
        assert!(spans.iter().any(|s| s.matched));
        assert!(length < 300, "{length}");
    }
}
