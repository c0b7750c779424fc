//! Titles that stand above several columns: *Cliënt*, *Verwijzer*.

use super::words::{Word, split};
use super::{fold, understand};
use crate::import::columns::{Column, Title};

/// Whom the columns below such a title are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Group {
    /// The person of the row.
    Client,
    /// Someone else, or one of several phones and addresses: only both titles together tell.
    Another,
    /// Not said: *Algemeen*.
    Unclear,
}

/// Interprets a title above several columns; an empty one is about the person of the row.
pub(in crate::import) fn group(above: &str) -> Group {
    use Word as W;
    // Cliëntgegevens, Persoonsgegevens.
    let folded = fold(above);
    let plain = folded
        .split(' ')
        .map(|word| match word.strip_suffix("gegevens") {
            Some(whose) => whose.trim_end_matches('s'),
            None => word,
        });
    let words = split(&plain.collect::<Vec<_>>().join(" "));
    let has = |word| words.contains(&word);
    let others = [
        W::ContactPerson,
        W::Former,
        W::Home,
        W::Lead,
        W::Mobile,
        W::More,
        W::Municipality,
        W::Organisation,
        W::Other,
        W::Reporter,
        W::Reporting,
        W::Source,
        W::Work,
    ];
    let second = words.iter().any(|word| matches!(word, W::Digit(2..)));
    if others.into_iter().any(has) || second || has(W::Contact) && has(W::Person) {
        Group::Another
    } else if words.is_empty() || has(W::Client) || has(W::Person) || has(W::Dossier) {
        Group::Client
    } else {
        Group::Unclear
    }
}

/// Returns whether all words of a title above others are known.
pub(in crate::import) fn is_known(above: &str) -> bool {
    let words = split(&fold(above));
    !words.is_empty() && !words.contains(&Word::Unknown)
}

/// Returns whether a column holds somebody else: *Huisarts*, *Melder*, *Contactpersoon*.
pub(super) fn is_another(words: &[Word]) -> bool {
    let others = [Word::Other, Word::Reporter, Word::ContactPerson];
    words.iter().any(|word| others.contains(word))
}

/// Interprets a title below another one.
pub(in crate::import) fn understand_below(above: &str, title: &str) -> Title {
    let own = understand(title);
    let both = || understand(&format!("{above} {title}"));
    match group(above) {
        Group::Client => Title {
            of_client: own.of_client || understand(above).of_client,
            ..own
        },
        Group::Unclear if own.column.is_some() => own,
        Group::Unclear => both(),
        Group::Another if own.of_client || own.column.is_some_and(is_of_case) => own,
        Group::Another => both(),
    }
}

/// Returns whether a column is of the case, whoever it stands next to.
pub(in crate::import) fn is_of_case(column: Column) -> bool {
    use Column as C;
    matches!(
        column,
        C::Bsn
            | C::OwnId
            | C::Status
            | C::Problems
            | C::Sensitive
            | C::Trust
            | C::Lead
            | C::ReportedBy
            | C::ReportedOn
            | C::FirstContact
            | C::LastContact
            | C::WhatMatters
            | C::Do
            | C::Dont
    )
}
