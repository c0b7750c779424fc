//! Interprets column titles by their words: Dutch, English and German, compounded or not, in any
//! order. A list of complete titles would not cover new files.

pub(super) mod group;
mod several;
mod words;

use super::columns::{Column, Kind, Title};
use super::fold::fold;
use several::{is_list, whole_address};
use words::{Word, split};

/// Returns what a column with this title holds, if its words tell.
pub(super) fn column(title: &str) -> Option<Column> {
    understand(title).column
}

/// Interprets a title.
pub(super) fn understand(title: &str) -> Title {
    // Some compounds are written apart, or broken at the end of a line.
    let title = title.replace("-\n", "");
    let written = fold(&title).replace("post code", "postcode");
    let words = split(&written);
    let mut title = Title {
        kind: kind(&words),
        of_client: words.contains(&Word::Client),
        of_another: group::is_another(&words),
        ..Title::default()
    };
    title.column = meaning(&words, &mut title.kind);
    if title.column == Some(Column::Postcode) && is_list(&written) {
        title.column = whole_address(&words).or(title.column);
    }
    // Casus, Dossier: what identifies the case, which is its name if nothing else is.
    let of_case = words.contains(&Word::Dossier)
        && words
            .iter()
            .all(|word| matches!(word, Word::Dossier | Word::Filler));
    title.maybe = of_case.then_some(Column::Name);
    if title.column.is_none() && words.contains(&Word::Unknown) {
        let known: Vec<Word> = words
            .into_iter()
            .filter(|word| *word != Word::Unknown)
            .collect();
        let maybe = meaning(&known, &mut title.kind);
        title.maybe =
            maybe.filter(|column| matches!(column, Column::Name | Column::Phone | Column::Address));
    }
    title
}

fn kind(words: &[Word]) -> Kind {
    let has = |word| words.contains(&word);
    let of_others = has(Word::Organisation) || has(Word::Municipality);
    let reaches = [Word::Phone, Word::Mobile, Word::Address, Word::Street];
    if has(Word::Former) || of_others && reaches.into_iter().any(has) {
        Kind::Another
    } else if has(Word::Mobile) {
        Kind::Mobile
    } else if has(Word::Work) {
        Kind::Work
    } else if has(Word::Home) {
        Kind::Home
    } else if has(Word::Venue) {
        Kind::Venue
    } else if has(Word::More) || words.iter().any(|word| matches!(word, Word::Digit(2..))) {
        Kind::Other
    } else {
        Kind::Plain
    }
}

#[allow(
    clippy::too_many_lines,
    reason = "one table of rules, read from top to bottom"
)]
fn meaning(words: &[Word], kind: &mut Kind) -> Option<Column> {
    use Column as C;
    use Word as W;
    let has = |word| words.contains(&word);
    // Only these words, apart from fillers and digits.
    let only = |allowed: &[W]| {
        words
            .iter()
            .all(|word| allowed.contains(word) || matches!(word, W::Filler | W::Digit(_)))
    };
    if has(W::Bsn) {
        return Some(C::Bsn);
    }
    if has(W::OwnId) {
        return Some(C::OwnId);
    }
    if words.is_empty() {
        return None;
    }
    if has(W::Fax) {
        return None;
    }
    if has(W::Label) && (has(W::Phone) || has(W::Mobile)) {
        return Some(C::PhoneLabel);
    }
    if has(W::Label) && (has(W::Email) || has(W::Address) || has(W::Contact)) {
        return None;
    }
    // The reporter is not the person the row is about, and has a field.
    if has(W::Reporter) {
        if has(W::Date) || has(W::On) {
            return Some(C::ReportedOn);
        }
        return only(&[
            W::Reporter,
            W::Name,
            W::By,
            W::Organisation,
            W::Person,
            W::Via,
        ])
        .then_some(C::ReportedBy);
    }
    if has(W::Reporting) && !has(W::Unknown) {
        if has(W::By) || has(W::Via) {
            return Some(C::ReportedBy);
        }
        let dated = has(W::Date) || has(W::On);
        if !dated && has(W::Number) && only(&[W::Reporting, W::Number]) {
            return Some(C::Number);
        }
        let all = [W::Reporting, W::Date, W::On, W::Dossier, W::Client];
        return (dated && only(&all)).then_some(C::ReportedOn);
    }
    if has(W::Source) {
        return only(&[W::Source]).then_some(C::ReportedBy);
    }
    if has(W::Lead) {
        return only(&[W::Lead, W::Name, W::Dossier]).then_some(C::Lead);
    }
    if has(W::Last) && (has(W::Contact) || has(W::Seen)) {
        return only(&[W::Last, W::Contact, W::Seen, W::Date, W::On, W::Moment])
            .then_some(C::LastContact);
    }
    if has(W::First) && has(W::Contact) {
        return only(&[W::First, W::Contact, W::Date, W::On, W::Moment]).then_some(C::FirstContact);
    }
    if has(W::Birth) {
        return only(&[W::Birth, W::Date, W::On, W::Client, W::Person]).then_some(C::Born);
    }
    // A contact person; with further words it goes to the background.
    if has(W::ContactPerson) || (has(W::Contact) && has(W::Person)) {
        return only(&[W::ContactPerson, W::Contact, W::Person, W::Name])
            .then_some(C::ContactPerson);
    }
    let reached = [
        W::Phone,
        W::Mobile,
        W::Address,
        W::Street,
        W::House,
        W::Postcode,
        W::Place,
    ];
    let outdated = has(W::Former) && !reached.into_iter().any(has);
    if has(W::Other) || has(W::Unknown) || outdated {
        return unsure(words);
    }
    if has(W::Email) {
        return only(&[
            W::Email,
            W::First,
            W::Address,
            W::Value,
            W::Work,
            W::Home,
            W::More,
            W::Client,
            W::Private,
        ])
        .then_some(C::Email);
    }
    if !has(W::Street) && has(W::Suffix) && only(&[W::House, W::Home, W::Number, W::Suffix]) {
        return Some(C::HouseSuffix);
    }
    if has(W::House) && has(W::Number) && !has(W::Street) && !has(W::Address) {
        return Some(C::HouseNumber);
    }
    if has(W::Phone) || has(W::Mobile) {
        return Some(C::Phone);
    }
    if has(W::Postcode) {
        return Some(C::Postcode);
    }
    if has(W::Country) {
        return Some(C::Country);
    }
    if has(W::Place) {
        return Some(C::Place);
    }
    if has(W::Street) || has(W::Address) {
        if has(W::More) && *kind != Kind::Another {
            *kind = Kind::Other;
        }
        return Some(C::Address);
    }
    if has(W::District) {
        return Some(C::District);
    }
    // Voorvoegsel geslachtsnaam, unlike Achternaam incl. tussenvoegsel.
    let at = |word| words.iter().position(|other| *other == word);
    if has(W::Infix) && !has(W::FirstName) && at(W::Infix) < at(W::LastName) {
        return Some(C::Infix);
    }
    if has(W::FirstName) || (has(W::First) && has(W::Name)) {
        return Some(C::FirstName);
    }
    if has(W::LastName) || (has(W::Last) && has(W::Name)) {
        return Some(C::LastName);
    }
    if has(W::Infix) {
        return Some(C::Infix);
    }
    if has(W::Nickname) {
        return Some(C::Nickname);
    }
    if has(W::Role) || (has(W::Organisation) && has(W::Title)) {
        return Some(C::Role);
    }
    if has(W::Organisation) {
        return only(&[W::Organisation, W::Name, W::Value]).then_some(C::Organisation);
    }
    if has(W::Sensitive) {
        return Some(C::Sensitive);
    }
    if has(W::Problem) {
        return Some(C::Problems);
    }
    if has(W::Trust) {
        return only(&[W::Trust]).then_some(C::Trust);
    }
    if has(W::WhatMatters) {
        return Some(C::WhatMatters);
    }
    if has(W::Do) {
        return only(&[W::Do]).then_some(C::Do);
    }
    if has(W::Dont) {
        return only(&[W::Dont]).then_some(C::Dont);
    }
    if has(W::WhatFor) {
        return Some(C::WhatFor);
    }
    if has(W::Tags) {
        return Some(C::Tags);
    }
    if has(W::Uid) {
        return Some(C::Uid);
    }
    if has(W::Status) {
        return only(&[W::Status, W::Dossier]).then_some(C::Status);
    }
    if has(W::Remark) {
        return Some(C::Background);
    }
    if has(W::Reference) {
        return Some(C::Number);
    }
    if has(W::Contact) && has(W::Number) && only(&[W::Contact, W::Number]) {
        return Some(C::Phone);
    }
    if has(W::Number) {
        let of_somebody =
            has(W::Dossier) || has(W::Client) || has(W::Person) || has(W::Municipality);
        return Some(if of_somebody { C::Number } else { C::Numbering });
    }
    if has(W::Counting) {
        return Some(C::Numbering);
    }
    if has(W::Dossier) && only(&[W::Dossier]) {
        return Some(C::Number);
    }
    let contact = has(W::Contact) && only(&[W::Contact]);
    if has(W::Client) || has(W::Name) || has(W::Person) || contact {
        return only(&[
            W::Client,
            W::Name,
            W::Person,
            W::Contact,
            W::Full,
            W::Shown,
            W::Dossier,
        ])
        .then_some(C::Name);
    }
    None
}

/// Interprets a title with an unknown word or about someone else: only a plain remark is certain.
fn unsure(words: &[Word]) -> Option<Column> {
    let has = |word| words.contains(&word);
    let remark = has(Word::Remark) && !has(Word::Other);
    remark.then_some(Column::Background)
}
