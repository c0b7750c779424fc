//! The vocabulary of column titles.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The meaning of a word in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Address,
    Birth,
    Bsn,
    By,
    Client,
    Contact,
    ContactPerson,
    Counting,
    Country,
    Date,
    Digit(u8),
    District,
    Do,
    Dont,
    Dossier,
    Email,
    Fax,
    /// Words without a meaning of their own: of, the, value.
    Filler,
    First,
    FirstName,
    /// No longer in use.
    Former,
    Full,
    Home,
    House,
    Infix,
    Label,
    Last,
    LastName,
    Lead,
    Letter,
    Mobile,
    Moment,
    More,
    Municipality,
    Name,
    Nickname,
    Number,
    On,
    Organisation,
    /// Someone other than the person the row is about.
    Other,
    OwnId,
    Person,
    Phone,
    Place,
    Postcode,
    Private,
    Problem,
    Reference,
    Remark,
    /// The person who reported.
    Reporter,
    /// The act of reporting.
    Reporting,
    Role,
    Seen,
    Sensitive,
    Shown,
    Source,
    Status,
    Street,
    Suffix,
    Tags,
    Title,
    Trust,
    Uid,
    Unknown,
    Value,
    /// A place where somebody may be, which need not be an address.
    Venue,
    Via,
    WhatFor,
    WhatMatters,
    Work,
}

/// All known words, folded, with their meanings.
static WORDS: LazyLock<HashMap<&'static str, Vec<Word>>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let lines = include_str!("words.txt").lines();
    for (kinds, names) in lines.filter_map(|line| line.split_once(": ")) {
        let kinds: Vec<Word> = kinds.split('+').filter_map(named).collect();
        for name in names.split_whitespace() {
            words.insert(name, kinds.clone());
        }
    }
    words
});

fn named(name: &str) -> Option<Word> {
    let all = ALL.iter().find(|word| format!("{word:?}") == name);
    all.copied()
}

/// The meanings that the word file can assign.
const ALL: &[Word] = &[
    Word::Address,
    Word::Birth,
    Word::Bsn,
    Word::By,
    Word::Client,
    Word::Contact,
    Word::ContactPerson,
    Word::Counting,
    Word::Country,
    Word::Date,
    Word::District,
    Word::Do,
    Word::Dont,
    Word::Dossier,
    Word::Email,
    Word::Fax,
    Word::Filler,
    Word::First,
    Word::FirstName,
    Word::Former,
    Word::Full,
    Word::Home,
    Word::House,
    Word::Infix,
    Word::Label,
    Word::Last,
    Word::LastName,
    Word::Lead,
    Word::Letter,
    Word::Mobile,
    Word::Moment,
    Word::More,
    Word::Municipality,
    Word::Name,
    Word::Nickname,
    Word::Number,
    Word::On,
    Word::Organisation,
    Word::Other,
    Word::OwnId,
    Word::Person,
    Word::Phone,
    Word::Place,
    Word::Postcode,
    Word::Private,
    Word::Problem,
    Word::Reference,
    Word::Remark,
    Word::Reporter,
    Word::Reporting,
    Word::Role,
    Word::Seen,
    Word::Sensitive,
    Word::Shown,
    Word::Source,
    Word::Status,
    Word::Street,
    Word::Suffix,
    Word::Tags,
    Word::Title,
    Word::Trust,
    Word::Uid,
    Word::Value,
    Word::Venue,
    Word::Via,
    Word::WhatFor,
    Word::WhatMatters,
    Word::Work,
];

/// Multi-word expressions, including titles of our own export.
const PHRASES: &[(&str, &str)] = &[
    ("e-mail", "email"),
    ("e mail", "email"),
    ("stand van zaken", "status"),
    ("what matters", "whatmatters"),
    ("what is going on", "problems"),
    ("what for", "whatfor"),
    ("who goes ahead", "lead"),
    ("good to know", "remark"),
    ("goed om te weten", "opmerking"),
    ("good with", "tags"),
    // A name that may be a role; the role has its own column.
    ("naam of rol", "naam"),
    ("name or role", "name"),
    ("don't", "dont"),
    ("huis nr", "huisnr"),
    ("huis-nr", "huisnr"),
    ("huis nummer", "huisnummer"),
    ("huis-nummer", "huisnummer"),
    ("h.nr", "huisnr"),
];

/// Splits a folded title into words, in order; an unknown one is [`Word::Unknown`].
pub(super) fn split(title: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut title = title.to_owned();
    for (phrase, word) in PHRASES {
        title = title.replace(phrase, word);
    }
    for piece in title.split(|c: char| !c.is_alphanumeric() && c != '#') {
        if !piece.is_empty() {
            words.extend(segment(piece));
        }
    }
    if calls_for_service_numbers(&title) {
        words.push(Word::Bsn);
    }
    words
}

/// Returns whether the letters of a title, however they are separated, ask for citizen service
/// numbers: B.S.N., bsnr, burger-service nr, burgersv.nummer.
fn calls_for_service_numbers(title: &str) -> bool {
    let letters: String = title.chars().filter(|c| c.is_alphabetic()).collect();
    letters.starts_with("bsn") || letters.contains("burgersv") || letters.contains("burgerserv")
}

fn known(word: &str) -> Option<Vec<Word>> {
    if let Some(words) = WORDS.get(word) {
        return Some(words.clone());
    }
    let digit = word.parse::<u8>().ok()?;
    Some(vec![Word::Digit(digit)])
}

/// Interprets one written word: known as a whole, or a compound of known words, optionally joined by
/// an s or n ("aanmeldingsdatum"), with the longest first part tried first.
fn segment(piece: &str) -> Vec<Word> {
    if let Some(words) = known(piece) {
        return words;
    }
    // Longer or non-ASCII words are not split.
    if piece.len() > 60 || !piece.is_ascii() {
        return vec![Word::Unknown];
    }
    parts(piece, 4).unwrap_or_else(|| vec![Word::Unknown])
}

fn parts(piece: &str, depth: u8) -> Option<Vec<Word>> {
    if let Some(words) = known(piece) {
        return Some(words);
    }
    if depth == 0 {
        return None;
    }
    for end in (2..piece.len()).rev() {
        let (begin, rest) = piece.split_at(end);
        let Some(words) = known(begin) else { continue };
        for rest in [Some(rest), rest.strip_prefix('s'), rest.strip_prefix('n')] {
            let rest = rest.filter(|rest| !rest.is_empty());
            if let Some(more) = rest.and_then(|rest| parts(rest, depth - 1)) {
                let mut words = words;
                words.extend(more);
                return Some(words);
            }
        }
    }
    None
}
