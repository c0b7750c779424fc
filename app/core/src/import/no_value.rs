//! Placeholders, which identify nobody: "n.v.t.", "onbekend", "-".

use super::key::key_fold;
use super::value;

/// What a text would identify.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Number,
    Name,
    Address,
    Reach,
}

/// In any cell.
const ANY: &[&str] = &[
    "nvt",
    "nietvantoepassing",
    "onbekend",
    "nogonbekend",
    "nietbekend",
    "nognietbekend",
    "unknown",
    "notknown",
    "nnb",
    "ntb",
    "tbd",
    "tba",
    "geen",
    "none",
    "leeg",
    "null",
    "volgt",
    "volgtnog",
    "volgtlater",
    "nietingevuld",
];

/// Where a name is none of these: N.B. and Na are people.
const NOT_A_NAME: &[&str] = &[
    "na",
    "nb",
    "nee",
    "no",
    "pm",
    "x",
    "xx",
    "xxx",
    "nieuw",
    "new",
    "aangevraagd",
    "inaanvraag",
    "pending",
];

const NUMBER: &[&str] = &[
    "geennummer",
    "geendossier",
    "zonder",
    "zondernummer",
    "deel0",
    "div0",
];

const NAME: &[&str] = &[
    "nn",
    "nnman",
    "nnvrouw",
    "naamonbekend",
    "geennaam",
    "naamloos",
    "anoniem",
    "anonymous",
    "man",
    "vrouw",
    "persoon",
    "onbekendeman",
    "onbekendevrouw",
    "onbekendepersoon",
    "onbekendpersoon",
    "onbekendejongen",
    "onbekendmeisje",
    "bewoner",
    "bewoners",
    "hoofdbewoner",
    "resident",
    "occupant",
    "unknownman",
    "unknownwoman",
    "unknownperson",
];

const ADDRESS: &[&str] = &[
    "geenadres",
    "adresonbekend",
    "onbekendadres",
    "geheim",
    "geheimadres",
    "zwervend",
    "zwerft",
    "zwerver",
    "zwervende",
    "dakloos",
    "thuisloos",
    "dakenthuisloos",
    "opstraat",
    "wisselend",
    "wisselendadres",
    "buitenslaper",
    "geenvastewoonofverblijfplaats",
    "geenvastewoonenverblijfplaats",
    "geenvastewoonplaats",
    "geenvasteverblijfplaats",
    "geenvasteverblijfofwoonplaats",
    "zondervastewoonofverblijfplaats",
    "zondervasteverblijfofwoonplaats",
    "zondervastewoonplaats",
    "zondervasteverblijfplaats",
    "zvwov",
    "zvwo",
    "gvwov",
    "vow",
    "vertrokkenonbekendwaarheen",
    "homeless",
    "nofixedabode",
    "nofixedaddress",
    "nfa",
];

const REACH: &[&str] = &["geentelefoon", "geennummer", "geenemail", "nietbereikbaar"];

/// Returns whether a text stands for the absence of a value, or is empty. Part of the ids of imported
/// rows: a word that is added gives the rows with that word other ids.
pub(super) fn is_none(of: Of, text: &str) -> bool {
    let mut plain = key_fold(text);
    let error = plain.starts_with('#') && !plain.contains(|c: char| c.is_ascii_digit());
    plain.retain(char::is_alphanumeric);
    if plain.is_empty() || error {
        return true;
    }
    let among = |words: &[&str]| words.contains(&plain.as_str());
    let zeros = || plain.bytes().all(|byte| byte == b'0');
    among(ANY)
        || match of {
            Of::Number => zeros() || among(NOT_A_NAME) || among(NUMBER) || is_shortened(text),
            Of::Name => among(NAME),
            Of::Address => zeros() || among(NOT_A_NAME) || among(ADDRESS),
            Of::Reach => zeros() || among(NOT_A_NAME) || among(REACH),
        }
}

/// Returns whether a spreadsheet shortened the number, as 2,02E+11: its last digits are unknown.
pub(super) fn is_shortened(number: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    number
        .trim()
        .split_once(['E', 'e'])
        .is_some_and(|(figures, places)| {
            let (first, rest) = figures.split_once([',', '.']).unwrap_or((figures, "0"));
            places.strip_prefix('+').is_some_and(digits) && digits(first) && digits(rest)
        })
}

/// Returns the text if it identifies somebody, and otherwise nothing.
pub(super) fn some(of: Of, text: &str) -> &str {
    if is_none(of, text) { "" } else { text }
}

/// Returns whether the address is a place of its own, as one with a house number. A town, a station or
/// a street alone is shared by many.
pub(super) fn is_a_home(address: &str) -> bool {
    let postcode = value::postcode_in(address).map_or(0..0, |(place, _)| place);
    let rest = [&address[..postcode.start], &address[postcode.end..]];
    !is_none(Of::Address, address)
        && rest
            .iter()
            .any(|part| part.contains(|c: char| c.is_ascii_digit()))
}
