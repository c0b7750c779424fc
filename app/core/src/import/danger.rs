//! Finds mentions of danger in imported text. They are only suggestions: the user decides whether they
//! become safety facts, so a false positive is cheaper than a false negative.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;

/// The folded expressions, each split into words.
struct Expressions {
    /// By their first word.
    by_word: HashMap<String, Vec<Vec<String>>>,
    /// Single words with a star for the rest of a compound.
    compounds: Vec<Vec<String>>,
}

static EXPRESSIONS: LazyLock<Expressions> = LazyLock::new(|| {
    let mut all = Expressions {
        by_word: HashMap::new(),
        compounds: Vec::new(),
    };
    let lines = include_str!("danger-words.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    for expression in lines.flat_map(str::split_whitespace) {
        let words: Vec<String> = expression.split('+').map(fold).collect();
        match expression.contains('*') {
            true => all.compounds.push(words),
            false => all.by_word.entry(words[0].clone()).or_default().push(words),
        }
    }
    all
});

/// How many words before a word can negate it: "geen groot mes".
const REACH: usize = 2;

/// Returns the sentences that mention danger, without duplicates, in order.
pub fn sentences(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for sentence in text.lines().flat_map(in_sentences) {
        let sentence = sentence.trim();
        if speaks_of_it(sentence) && !found.iter().any(|other| other == sentence) {
            found.push(sentence.to_owned());
        }
    }
    found
}

/// Splits a line after sentence punctuation and semicolons that white space follows.
fn in_sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive(['.', '!', '?', ';'])
        .scan((0, 0), |place, piece| {
            place.1 += piece.len();
            Some((*place, piece.len()))
        })
        .filter_map({
            let mut begin = 0;
            move |((_, end), _)| {
                let ends = line[end..].is_empty() || line[end..].starts_with(char::is_whitespace);
                let sentence = ends.then(|| &line[begin..end]);
                if ends {
                    begin = end;
                }
                sentence
            }
        })
}

fn speaks_of_it(sentence: &str) -> bool {
    let folded = fold(sentence);
    // A negation does not extend across punctuation.
    folded
        .split([',', ':', ';', '(', ')', '/', '.', '!', '?'])
        .any(part_speaks)
        && !denied_by_answer(&folded)
}

fn part_speaks(part: &str) -> bool {
    let words: Vec<&str> = part
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).any(|at| {
        let same = EXPRESSIONS.by_word.get(words[at]).into_iter().flatten();
        same.chain(&EXPRESSIONS.compounds).any(|expression| {
            let here = words[at..].len() >= expression.len()
                && words[at..]
                    .iter()
                    .zip(expression)
                    .all(|(word, wanted)| fits(word, wanted));
            here && !taken_back(&words, at, expression)
        })
    })
}

/// Compares a word with one of the list, in which a star stands for the rest of a compound.
fn fits(word: &str, wanted: &str) -> bool {
    match (wanted.strip_suffix('*'), wanted.strip_prefix('*')) {
        (Some(begin), _) => word.starts_with(begin),
        (_, Some(end)) => word.ends_with(end),
        _ => word == wanted,
    }
}

/// Returns whether the expression is negated, as in "geen wapen", "niet agressief" and "bijt niet".
/// Also true of "niet alleen … maar ook", which is about something else.
fn taken_back(words: &[&str], at: usize, expression: &[String]) -> bool {
    if expression.len() > 1 {
        let also = |word: &&str| matches!(*word, "maar" | "ook" | "but");
        return expression[1] == "alleen" && words[at..].iter().any(also);
    }
    let denies = |word: &str| {
        matches!(
            word,
            "geen"
                | "niet"
                | "nooit"
                | "zonder"
                | "no"
                | "not"
                | "never"
                | "kein"
                | "nicht"
                | "nergens"
        )
    };
    let before = &words[at.saturating_sub(REACH)..at];
    let is_only = |place: usize| {
        words
            .get(place + 1)
            .is_some_and(|next| *next == "alleen" || *next == "meer")
    };
    let denied = before.iter().enumerate().any(|(place, word)| {
        let place = at.saturating_sub(REACH) + place;
        let turned = words[place..at]
            .iter()
            .any(|word| matches!(*word, "maar" | "wel" | "en"));
        denies(word) && !is_only(place) && !turned
    });
    let after = words
        .get(at + 1)
        .is_some_and(|word| matches!(*word, "niet" | "nooit" | "nicht"))
        && words.get(at + 2).is_none_or(|word| *word != "alleen");
    denied || after
}

/// Returns whether the text is a title with a negative answer: "Hond: nee".
fn denied_by_answer(folded: &str) -> bool {
    let Some((title, answer)) = folded.split_once(':') else {
        return false;
    };
    let answer = answer.trim().trim_end_matches('.');
    title.split_whitespace().count() <= 4
        && matches!(
            answer,
            "nee"
                | "geen"
                | "no"
                | "none"
                | "-"
                | "n"
                | "nvt"
                | "n.v.t"
                | "onbekend"
                | "nein"
                | "0"
                | "false"
                | "onwaar"
        )
}
