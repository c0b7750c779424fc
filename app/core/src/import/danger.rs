//! Finds mentions of danger in imported text. They are only suggestions: the user decides whether they
//! become safety facts, so a false positive is cheaper than a false negative.

mod answer;
mod denial;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;

/// An expression of the list, split into folded words.
struct Expression {
    words: Vec<String>,
    /// Whether other words may stand in between: "viel de wijkagent aan".
    apart: bool,
}

struct Expressions {
    /// By their first word.
    by_word: HashMap<String, Vec<Expression>>,
    /// Single words with a star for the rest of a compound.
    compounds: Vec<Expression>,
}

static EXPRESSIONS: LazyLock<Expressions> = LazyLock::new(|| {
    let mut all = Expressions {
        by_word: HashMap::new(),
        compounds: Vec::new(),
    };
    let lines = include_str!("danger-words.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    for expression in lines.flat_map(str::split_whitespace) {
        let words: Vec<String> = expression.split(['+', '~']).map(fold).collect();
        let first = words[0].clone();
        let whole = Expression {
            words,
            apart: expression.contains('~'),
        };
        match expression.contains('*') {
            true => all.compounds.push(whole),
            false => all.by_word.entry(first).or_default().push(whole),
        }
    }
    all
});

/// How many words may stand between the parts of an expression.
const APART: usize = 4;

/// Words that are also surnames and streets, so that a name or address alone does not suggest danger.
const SURNAMES: [&str; 14] = [
    "hond", "mes", "messen", "hamer", "bijl", "schaar", "zwaard", "dolk", "naald", "knuppel",
    "herder", "stafford", "messer", "hund",
];

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

/// Returns whether a name or an address mentions danger beside what it names: "Jan Pel (agressief)",
/// but not "Jan de Hond".
pub(super) fn beside_a_name(text: &str) -> bool {
    let folded = fold(text);
    let named = folded
        .find(|c: char| c.is_ascii_digit() || "(,;:!/–—".contains(c))
        .into_iter()
        .chain(folded.find(" -"))
        .min();
    let (named, rest) = folded.split_at(named.unwrap_or(folded.len()));
    let other: Vec<&str> = words_of(named)
        .into_iter()
        .filter(|word| !SURNAMES.contains(word))
        .collect();
    part_speaks(&other) || speaks_of_it(rest)
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
    if answer::denies(&folded) {
        return false;
    }
    // A denial does not extend across punctuation, nor across a dash between words.
    let dashed = format!(" {folded} ").replace("- ", ",").replace(" -", ",");
    answer::speaks(&folded)
        || dashed
            .split(|c: char| !c.is_alphanumeric() && !" '\"-&".contains(c))
            .any(|part| part_speaks(&words_of(part)))
}

fn words_of(part: &str) -> Vec<&str> {
    part.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect()
}

fn part_speaks(words: &[&str]) -> bool {
    (0..words.len()).any(|at| {
        at_word(&words[at..]).any(|expression| !denial::takes_back(words, at, &expression.words))
    })
}

/// Returns the expressions that begin with the first of these words.
fn at_word<'a>(words: &'a [&str]) -> impl Iterator<Item = &'static Expression> + 'a {
    let same = EXPRESSIONS.by_word.get(words[0]).into_iter().flatten();
    same.chain(&EXPRESSIONS.compounds)
        .filter(|expression| expression.is_in(words))
}

impl Expression {
    /// Returns whether the words begin with this expression.
    fn is_in(&self, words: &[&str]) -> bool {
        let mut next = 0;
        self.words.iter().enumerate().all(|(nth, wanted)| {
            let reach = if self.apart && nth > 0 { APART } else { 0 };
            let fits = |at: &usize| words.get(*at).is_some_and(|word| fits(word, wanted));
            let found = (next..=next + reach).find(fits);
            next = found.map_or(next, |at| at + 1);
            found.is_some()
        })
    }
}

/// Compares a word with one of the list, in which a star stands for the rest of a compound.
fn fits(word: &str, wanted: &str) -> bool {
    match (wanted.strip_suffix('*'), wanted.strip_prefix('*')) {
        (Some(begin), _) => word.starts_with(begin),
        (_, Some(end)) => word.ends_with(end),
        _ => word == wanted,
    }
}
