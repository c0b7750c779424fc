//! The values of a card as text.

use calcard::common::{IanaString, IanaType};
use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardProperty, VCardValue};

use super::fold::{lines, one_line};

/// Entries of one property, in the order of the card.
pub(super) fn entries<'a>(
    card: &'a VCard,
    property: &'a VCardProperty,
) -> impl Iterator<Item = &'a VCardEntry> {
    card.entries
        .iter()
        .filter(move |entry| entry.name == *property)
}

/// The first value of a property that has any text, on one line.
pub(super) fn first(card: &VCard, property: &VCardProperty) -> String {
    entries(card, property)
        .map(|entry| one_line(&whole(entry)))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// All values of an entry, with ", " between those that are filled in.
pub(super) fn whole(entry: &VCardEntry) -> String {
    let values = entry.values.iter().map(|value| lines(&text(value)));
    values
        .filter(|value| !value.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The parts of a structured value (name, address), each on one line.
pub(super) fn parts(entry: &VCardEntry) -> Vec<String> {
    entry
        .values
        .iter()
        .map(|value| one_line(&text(value)))
        .collect()
}

fn text(value: &VCardValue) -> String {
    match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(parts) => {
            let filled: Vec<&str> = parts
                .iter()
                .map(|part| part.trim())
                .filter(|part| !part.is_empty())
                .collect();
            filled.join(", ")
        }
        VCardValue::Integer(number) => number.to_string(),
        // calcard gives quoted-printable text up as bytes when one letter in it is broken, as in
        // cards that fold lines in the middle of a letter; the rest of the text is good.
        VCardValue::Binary(data) => {
            String::from_utf8_lossy(&data.data).replace(char::REPLACEMENT_CHARACTER, "")
        }
        _ => String::new(),
    }
}

/// How an entry is marked: CELL, FAX, WORK, PREF, in capitals.
pub(super) fn marks(entry: &VCardEntry) -> Vec<String> {
    let mut marks = Vec::new();
    for parameter in &entry.params {
        match &parameter.name {
            VCardParameterName::Type => {
                let mark = match parameter.value.as_type() {
                    Some(IanaType::Iana(mark)) => mark.as_str(),
                    Some(IanaType::Other(mark)) => mark,
                    None => continue,
                };
                marks.extend(mark.split(',').map(|mark| mark.trim().to_uppercase()));
            }
            VCardParameterName::Pref => marks.push("PREF".to_owned()),
            VCardParameterName::Other(name) => marks.push(name.to_uppercase()),
            _ => {}
        }
    }
    marks
}
