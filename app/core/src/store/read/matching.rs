//! Search terms, and where they match in a text.

mod terms;

use std::collections::HashSet;
use std::ops::Range;

use crate::folding::{Word, index_text, runs, typed_amounts, words};
use crate::view::Span;
use terms::Terms;

/// Length of an excerpt before its first match, in characters; from the match on it is twice as long.
const AROUND: usize = 70;

/// Maximum number of terms in a search.
const TERMS: usize = 8;

/// Maximum number of letters that may form one word with adjacent digits, as in 1203 KL or OH 12.
const BESIDE_DIGITS: usize = 3;

/// A search term: a prefix, or a combination of terms.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    /// A prefix of a folded word.
    Word(String),
    /// A prefix of the digits inside a number, or of an amount; see [`crate::folding`].
    Token(String),
    All(Vec<Term>),
    Any(Vec<Term>),
}

/// A parsed search, all of whose terms must match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    terms: Vec<Term>,
}

impl Needle {
    /// Parses a search; returns `None` if it contains no word.
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

    /// Returns whether the search has several terms, which may match in different texts.
    pub(super) fn is_several(&self) -> bool {
        self.terms.len() > 1
    }

    /// Formats an FTS5 query. `known` returns the index terms with a given prefix, or `None` if there are
    /// too many of them: FTS5 reads the rows of listed terms one by one, newest first, but collects all
    /// rows of a prefix before it returns the first.
    ///
    /// # Errors
    /// Errors of `known`.
    pub(super) fn query<E>(
        &self,
        known: &impl Fn(&str) -> Result<Option<Vec<String>>, E>,
    ) -> Result<String, E> {
        joined(&self.terms, " AND ", known)
    }

    /// Starts matching across texts that are read one by one.
    pub(super) fn missing(&self) -> Missing {
        Missing {
            terms: self.terms.clone(),
            seen: HashSet::new(),
        }
    }

    /// Returns whether any term matches in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.places(text).is_empty()
    }

    /// Returns whether all terms match in a text.
    pub(super) fn all_in(&self, text: &str) -> bool {
        let mut missing = self.missing();
        missing.read(text);
        missing.is_empty()
    }

    /// Returns the matching ranges of a text, in order and without overlap.
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

    /// Splits a whole text at its matches.
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

    /// Returns the part of a text around its first match, cut at word boundaries.
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

/// The terms that no text has matched so far. The parts of one term may match in different texts, so
/// the prefixes seen are kept.
#[derive(Debug, Clone)]
pub(super) struct Missing {
    terms: Vec<Term>,
    /// The prefixes that matched in some text.
    seen: HashSet<String>,
}

impl Missing {
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Returns the missing terms as a needle, to mark their matches.
    pub(super) fn needle(&self) -> Needle {
        Needle {
            terms: self.terms.clone(),
        }
    }

    /// Reads a text. Returns whether it matched anything new.
    pub(super) fn read(&mut self, text: &str) -> bool {
        !text.is_empty() && self.read_tokens(&index_text(text))
    }

    /// Reads a text in the form in which the index stores it; otherwise like [`Self::read`].
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

fn joined<E>(
    terms: &[Term],
    operator: &str,
    known: &impl Fn(&str) -> Result<Option<Vec<String>>, E>,
) -> Result<String, E> {
    let terms: Vec<String> = terms
        .iter()
        .map(|term| term.query(known))
        .collect::<Result<_, _>>()?;
    Ok(terms.join(operator))
}

impl Term {
    fn query<E>(
        &self,
        known: &impl Fn(&str) -> Result<Option<Vec<String>>, E>,
    ) -> Result<String, E> {
        let part = match self {
            Self::Word(begin) => match known(begin)? {
                // No row holds it, but the query stays valid.
                Some(terms) if terms.is_empty() => format!("\"{begin}\""),
                Some(terms) => format!("(\"{}\")", terms.join("\" OR \"")),
                None => format!("\"{begin}\" *"),
            },
            Self::Token(begin) => format!("\"{begin}\" *"),
            Self::All(terms) => format!("({})", joined(terms, " AND ", known)?),
            Self::Any(terms) => format!("({})", joined(terms, " OR ", known)?),
        };
        Ok(part)
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

    /// Combines alternatives; a single one is returned as it is.
    fn any(mut ways: Vec<Self>) -> Self {
        match ways.len() {
            1 => ways.remove(0),
            _ => Self::Any(ways),
        }
    }
}

/// Returns how many bytes of a word are covered by a prefix, if it matches.
fn reach(word: &str, begin: &str) -> Option<usize> {
    let found = Word::of(word);
    let mut spellings = std::iter::once(&found.folded).chain(&found.also);
    if let Some(spelling) = spellings.find(|spelling| spelling.starts_with(begin)) {
        return Some(Word::reach(word, spelling, begin.len()));
    }
    // A match after an apostrophe marks the whole word.
    let part = found.parts.iter().any(|part| part.starts_with(begin));
    part.then_some(word.len())
}

fn push(spans: &mut Vec<Span>, text: &str, matched: bool) {
    if !text.is_empty() {
        spans.push(Span {
            text: text.to_owned(),
            matched,
        });
    }
}

/// Moves a number of characters forward or back, then to the next white space or the end of the text.
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
mod tests;
