//! Comparison of people by their identifying details.

use uuid::Uuid;

use crate::folding::fold;
use crate::import::alike::letters;
use crate::import::alike::{
    Names, Particulars, address_forms, name_words, names, number_forms, same_address,
};
use crate::import::no_value::{Of, is_none};
use crate::import::phone;
use crate::import::row::{CaseRow, ContactRow};
use crate::import::value::too_long;
use crate::model::Likeness;

/// The identifying details of a person.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    pub id: Uuid,
    pub number: String,
    pub name: String,
    pub particulars: Particulars,
    pub address: String,
    pub postcode: String,
    pub phones: Vec<String>,
    /// All known text, folded, to detect what is new in a row.
    pub text: String,
}

/// Returns the lines of a row that the stored person does not have.
pub(super) fn unseen(said: &[&str], person: &Person) -> String {
    let lines = said.iter().flat_map(|text| text.lines());
    let new = lines.filter(|line| {
        let numbers = numbers(line);
        let known = !numbers.is_empty() && numbers.iter().all(|one| person.phones.contains(one));
        !known && !person.text.contains(&fold(line))
    });
    new.collect::<Vec<_>>().join("\n")
}

pub(super) fn of_case(row: &CaseRow) -> Person {
    Person {
        id: row.key(),
        number: row.number.clone(),
        name: row.name.clone(),
        particulars: Particulars::in_text(&row.background),
        address: row.address.clone(),
        postcode: row.postcode.clone(),
        phones: numbers(&row.phone),
        text: [&row.name, &row.address, &row.phone, &row.background]
            .map(|s| fold(s))
            .join("\n"),
    }
}

pub(super) fn of_contact(row: &ContactRow) -> Person {
    Person {
        id: row.key(),
        name: row.name.clone(),
        phones: contact_marks(&row.phone, &row.email),
        text: [&row.phone, &row.email, &row.organisation, &row.note]
            .map(|s| fold(s))
            .join("\n"),
        ..Person::default()
    }
}

/// Returns the dialable numbers in a phone field; none in a text that no field can hold, as looking for
/// them would take long.
pub(in crate::import) fn numbers(text: &str) -> Vec<String> {
    if too_long(&[text], &[]) {
        return Vec::new();
    }
    phone::calls(text)
        .into_iter()
        .map(|call| call.dial)
        .collect()
}

pub(super) fn contact_marks(phone: &str, email: &str) -> Vec<String> {
    let mut marks = numbers(phone);
    if !is_none(Of::Reach, email) {
        marks.push(fold(email));
    }
    marks
}

/// Returns the keys under which a person is indexed.
pub(super) fn marks(person: &Person) -> Vec<String> {
    let mut marks: Vec<String> = number_forms(&person.number)
        .into_iter()
        .map(|form| format!("number {form}"))
        .collect();
    marks.extend(person.phones.iter().map(|phone| format!("phone {phone}")));
    marks.extend(
        address_forms(&person.address, &person.postcode)
            .into_iter()
            .map(|form| format!("address {} {form}", letters(&person.name))),
    );
    marks.extend(
        name_words(&person.name)
            .into_iter()
            .map(|word| format!("name {word}")),
    );
    marks
}

/// Compares the names. A text such as "onbekend" agrees with none.
pub(super) fn named_like(one: &Person, other: &Person) -> Names {
    let nameless = [one, other].map(|person| is_none(Of::Name, &person.name));
    let shown = if nameless.contains(&true) {
        Names::Differ
    } else {
        names(&one.name, &other.name)
    };
    let (a, b) = (&one.particulars, &other.particulars);
    if a.contradict(b) {
        return shown.min(Names::Share);
    }
    match (a.names.is_empty(), b.names.is_empty()) {
        (false, false) => match names(&a.names, &b.names) {
            Names::Differ | Names::Share => shown.min(Names::Share),
            _ => shown.max(Names::Fit),
        },
        (true, true) => shown,
        (false, true) => shown.max(names(&a.names, &other.name).min(Names::Fit)),
        (true, false) => shown.max(names(&one.name, &b.names).min(Names::Fit)),
    }
}

/// Compares two people. `None`: different people. `Some(None)`: the same person. `Some(Some(why))`:
/// the user has to decide.
#[allow(
    clippy::option_option,
    reason = "three outcomes, told apart in one place"
)]
pub(super) fn compare(one: &Person, other: &Person, institution: bool) -> Option<Option<Likeness>> {
    let named = named_like(one, other);
    let phone = one.phones.iter().any(|phone| other.phones.contains(phone));
    let phones_differ = !phone && !one.phones.is_empty() && !other.phones.is_empty();
    let address = same_address(
        (&one.address, &one.postcode),
        (&other.address, &other.postcode),
    );
    let (forms, others) = (number_forms(&one.number), number_forms(&other.number));
    let numbered = !forms.is_empty() && !others.is_empty();
    if numbered && fold(&one.number) == fold(&other.number) {
        let nameless = [one, other]
            .iter()
            .any(|person| is_none(Of::Name, &person.name));
        return Some(if named >= Names::Fit || nameless {
            None
        } else {
            Some(Likeness::Number)
        });
    }
    if numbered && others.iter().any(|form| forms.contains(form)) {
        return (named >= Names::Fit).then_some(Some(Likeness::NumberSpelling));
    }
    let together = address == Some(true) || (phone && address != Some(false));
    match named {
        Names::Same if together && !numbered => Some(None),
        Names::Same | Names::Fit if together => Some(Some(Likeness::Person)),
        Names::Same | Names::Fit if phone => Some(Some(Likeness::Person)),
        Names::Same | Names::Fit if !numbered && address.is_none() && !phones_differ => {
            Some(Some(Likeness::Name))
        }
        Names::Share if together || phone => Some(Some(Likeness::Surname)),
        Names::Differ if phone && !institution => Some(Some(Likeness::Phone)),
        _ => None,
    }
}
