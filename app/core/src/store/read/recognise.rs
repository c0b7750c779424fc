//! Finds details in a text by which a person may be identified, so that it can be checked before it
//! goes out. A hint, not a proof: it knows the names on this phone and the shape of numbers and
//! addresses.

mod names;
mod word;

use std::ops::Range;

use crate::api::Recognise;
use crate::store::{Read, Store};
use crate::view::{ReadOver, Recognised, Tell};
use crate::{Error, phone_number};
pub(super) use names::Names;
use names::named;
use word::{Word, cut};

/// Maximum length of the sentence shown around a finding, in characters.
const PIECE: usize = 160;

/// A detail in a text by which a person may be identified.
struct Found {
    place: Range<usize>,
    tell: Tell,
    sure: bool,
}

impl Read for Recognise {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let texts = self.texts;
        let mut names = Names::default();
        let mut all: Vec<Recognised> = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            for Found { place, tell, sure } in found(store, &mut names, text)? {
                let recognised = Recognised {
                    text: number,
                    tell,
                    sentence: sentence(text, place).to_owned(),
                    sure,
                };
                if !all.contains(&recognised) {
                    all.push(recognised);
                }
            }
        }
        Ok(ReadOver { texts, found: all })
    }
}

/// Returns the certain identifying details in a text, without duplicates.
pub(super) fn tells(store: &Store, names: &mut Names, text: &str) -> Result<Vec<Tell>, Error> {
    let mut once: Vec<Tell> = Vec::new();
    for found in found(store, names, text)? {
        if found.sure && !once.contains(&found.tell) {
            once.push(found.tell);
        }
    }
    Ok(once)
}

fn found(store: &Store, names: &mut Names, text: &str) -> Result<Vec<Found>, Error> {
    let sure = |place: Range<usize>, tell: Tell| Found {
        place,
        tell,
        sure: true,
    };
    let named = named(store, names, text)?.into_iter();
    let mut found: Vec<Found> = named
        .map(|named| Found {
            tell: Tell::Name(text[named.place.clone()].to_owned()),
            place: named.place,
            sure: named.sure,
        })
        .collect();
    let words = cut(text);
    for (index, word) in words.iter().enumerate() {
        if let Some(next) = words.get(index + 1) {
            let together = word.behind.trim().is_empty();
            if together && (word.is_street() && next.is_house_number() || postcode(word, next)) {
                let place = word.place.start..next.place.end;
                let address = format!("{} {}", word.text, next.text);
                found.push(sure(place, Tell::Address(address)));
            }
        }
        if is_whole_postcode(word.text) {
            let address = Tell::Address(word.text.to_owned());
            found.push(sure(word.place.clone(), address));
        }
    }
    for call in phone_number::calls(text) {
        found.push(sure(call.span, Tell::Phone(call.dial)));
    }
    let mut from = 0;
    for mail in text.split_whitespace().filter(|word| is_mail(word)) {
        let place = text[from..].find(mail).map_or(from, |place| from + place);
        from = place + mail.len();
        found.push(sure(place..from, Tell::Email(mail.to_owned())));
    }
    Ok(found)
}

/// Returns the sentence around a place in a text, shortened if it is long.
fn sentence(text: &str, place: Range<usize>) -> &str {
    let begins = |(at, end): &(usize, &str)| {
        let before = &text[..*at];
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
        // The dot after an initial does not end a sentence.
        *end == "\n" || word.is_some_and(|word| word.chars().count() > 1)
    };
    let mut start = 0;
    let mut stop = text.len();
    for end in ["\n", ". ", "! ", "? "] {
        for (at, end) in text.match_indices(end).filter(begins) {
            if at + end.len() <= place.start {
                start = start.max(at + end.len());
            } else if at >= place.end {
                stop = stop.min(at + end.trim_end().len());
            }
        }
    }
    piece(&text[..stop], start, place)
}

/// Returns as much of the sentence around the place as [`PIECE`] allows.
fn piece(text: &str, start: usize, place: Range<usize>) -> &str {
    let room = PIECE.saturating_sub(text[place.clone()].chars().count()) / 2;
    let back = text[start..place.start].char_indices().rev().take(room);
    let begin = back.last().map_or(place.start, |(at, _)| start + at);
    let ahead = text[place.end..].char_indices().take(room);
    let end = ahead
        .last()
        .map_or(place.end, |(at, c)| place.end + at + c.len_utf8());
    text[begin..end].trim()
}

/// Returns whether two words form a postcode, such as 1234 AB.
fn postcode(word: &Word<'_>, next: &Word<'_>) -> bool {
    is_digits(word.text) && is_letters(next.text)
}

fn is_whole_postcode(word: &str) -> bool {
    word.split_at_checked(4)
        .is_some_and(|(digits, letters)| is_digits(digits) && is_letters(letters))
}

fn is_digits(text: &str) -> bool {
    text.len() == 4 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_letters(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[track_caller]
    fn check(text: &str, what: &str, shown: &str) {
        let at = text.find(what).expect("it is there");
        assert_eq!(sentence(text, at..at + what.len()), shown);
    }

    #[test]
    fn the_sentence_around_a_name_ends_at_its_dot_and_not_at_that_of_an_initial() {
        let text = "Het gaat. Daar is J. B. Vos weer! Klaar?\nNiets";
        check(text, "Vos", "Daar is J. B. Vos weer!");
        check(text, "Het", "Het gaat.");
        check(text, "Niets", "Niets");
        check("Vos", "Vos", "Vos");
    }

    #[test]
    fn of_a_long_sentence_a_piece_is_shown() {
        let text = format!("{}Vos{}", "é ".repeat(300), " ö".repeat(300));
        let at = text.find("Vos").expect("it is there");
        let shown = sentence(&text, at..at + 3);
        assert!(shown.contains("Vos") && shown.chars().count() <= super::PIECE);
    }
}
