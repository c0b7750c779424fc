//! What was searched for, and where it stands in a text.

use unicode_normalization::char::is_combining_mark;

use crate::text::{fold, words};
use crate::view::Span;

/// How much text around a match is shown, in characters.
const AROUND: usize = 70;

/// Words to find, each by its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// From what was typed; none when there is no word in it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let words: Vec<String> = words(text)
            .map(|place| fold(&text[place]))
            .take(8)
            .collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// As an FTS5 query; `column` limits it to one.
    pub(super) fn query(&self, column: Option<&str>) -> String {
        let column = column.map(|c| format!("{c} : ")).unwrap_or_default();
        let words: Vec<String> = self
            .words
            .iter()
            .map(|w| format!("{column}\"{w}\" *"))
            .collect();
        words.join(" AND ")
    }

    fn matched(&self, word: &str) -> Option<usize> {
        let folded = fold(word);
        let needle = self.words.iter().find(|n| folded.starts_with(n.as_str()))?;
        // As many letters of the word as the needle has; folding may change their number, so count
        // letters until the folded part is as long.
        let mut length = 0;
        for (place, c) in word.char_indices() {
            let long_enough = fold(&word[..place]).len() >= needle.len();
            if long_enough && !is_combining_mark(c) {
                return Some(place);
            }
            length = place + c.len_utf8();
        }
        Some(length)
    }

    /// A whole text, cut at its matches.
    pub(super) fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut done = 0;
        for place in words(text) {
            let Some(length) = self.matched(&text[place.clone()]) else {
                continue;
            };
            push(&mut spans, &text[done..place.start], false);
            push(&mut spans, &text[place.start..place.start + length], true);
            done = place.start + length;
        }
        push(&mut spans, &text[done..], false);
        spans
    }

    /// Whether anything of a text matches.
    pub(super) fn is_in(&self, text: &str) -> bool {
        words(text).any(|place| self.matched(&text[place]).is_some())
    }

    /// Whether every word is in a text.
    pub(super) fn all_in(&self, text: &str) -> bool {
        let text: Vec<String> = words(text).map(|place| fold(&text[place])).collect();
        let is_there = |word: &String| text.iter().any(|other| other.starts_with(word));
        self.words.iter().all(is_there)
    }

    /// The part of a text around its first match, cut at words.
    pub(super) fn excerpt(&self, text: &str) -> Vec<Span> {
        let first = words(text)
            .find(|place| self.matched(&text[place.clone()]).is_some())
            .map_or(0, |place| place.start);
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
