//! Whether the rows of a file are on file already. Decided from what a row says, never from where it
//! stands or from the clock.

mod person;

use std::collections::HashMap;

use uuid::Uuid;

use super::Rows;
use super::alike::{Names, Particulars};
use super::row::CaseRow;
use crate::folding::fold;
use crate::view::Likeness;
pub(super) use person::numbers;
use person::{Person, compare, contact_marks, marks, named_like, of_case, of_contact, unseen};

/// So many with one number, one address or one name are compared; more is no name but a filler.
const MOST: usize = 64;
/// A phone that more people than this have is an institution's.
const OF_ONE_PERSON: usize = 3;

/// A case as far as rows are compared with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownCase {
    /// Its identifier.
    pub id: Uuid,
    /// The municipality's number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// Phone, as it is kept.
    pub phone: String,
    /// Background, whole: it may tell a surname or a day of birth.
    pub background: String,
}

/// A contact as far as rows are compared with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownContact {
    /// Its identifier.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Phone, as it is kept.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Note, whole.
    pub note: String,
}

/// What a row is to what is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody on file is like this.
    New,
    /// On file already: nothing is added.
    Known {
        /// As what.
        id: Uuid,
        /// What the row says that is not on file, a line each; empty when it says nothing new.
        unseen: String,
    },
    /// It may be somebody on file. Somebody has to choose; until then both are kept.
    LooksLike {
        /// Who it may be.
        id: Uuid,
        /// Their name.
        name: String,
        /// What is alike.
        why: Likeness,
    },
}

/// All that is on file, ready to be looked up.
#[derive(Debug, Default)]
pub struct OnFile {
    people: Vec<Person>,
    by_id: HashMap<Uuid, usize>,
    by_mark: HashMap<String, Vec<usize>>,
}

impl OnFile {
    /// Of the cases of a store.
    pub fn of_cases(cases: impl IntoIterator<Item = KnownCase>) -> Self {
        Self::of(cases.into_iter().map(|case| {
            Person {
                id: case.id,
                particulars: Particulars::in_text(&case.background),
                phones: numbers(&case.phone),
                text: [&case.name, &case.address, &case.phone, &case.background]
                    .map(|s| fold(s))
                    .join("\n"),
                number: case.number,
                name: case.name,
                address: case.address,
                postcode: case.postcode,
            }
        }))
    }

    /// Of the contacts of a store.
    pub fn of_contacts(contacts: impl IntoIterator<Item = KnownContact>) -> Self {
        Self::of(contacts.into_iter().map(|contact| {
            Person {
                id: contact.id,
                phones: contact_marks(&contact.phone, &contact.email),
                text: [
                    &contact.phone,
                    &contact.email,
                    &contact.organisation,
                    &contact.note,
                ]
                .map(|s| fold(s))
                .join("\n"),
                name: contact.name,
                ..Person::default()
            }
        }))
    }

    fn of(people: impl Iterator<Item = Person>) -> Self {
        let mut on_file = Self::default();
        for person in people {
            on_file.add(person);
        }
        on_file
    }

    /// Takes in rows as if they had been kept.
    pub fn keep(&mut self, rows: &Rows) {
        match rows {
            Rows::Cases(rows) => rows.iter().for_each(|row| self.add(of_case(row))),
            Rows::Contacts(rows) => rows.iter().for_each(|row| self.add(of_contact(row))),
        }
    }

    pub(super) fn keep_case(&mut self, row: &CaseRow) {
        self.add(of_case(row));
    }

    fn add(&mut self, person: Person) {
        let place = self.people.len();
        self.by_id.entry(person.id).or_insert(place);
        for mark in marks(&person) {
            let alike = self.by_mark.entry(mark).or_default();
            if alike.len() < MOST {
                alike.push(place);
            }
        }
        self.people.push(person);
    }

    /// Those who have something in common with this one, each once, in the order they came.
    fn like(&self, person: &Person) -> Vec<usize> {
        let mut found: Vec<usize> = marks(person)
            .iter()
            .filter_map(|mark| self.by_mark.get(mark))
            .flatten()
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn shared_phone(&self, person: &Person) -> bool {
        let many = |phone: &String| {
            self.by_mark
                .get(&format!("phone {phone}"))
                .is_some_and(|all| all.len() >= OF_ONE_PERSON)
        };
        person.phones.iter().any(many)
    }

    /// Where in the file this row's person stood before, when that is one and the same.
    pub(super) fn same_case(&self, row: &CaseRow) -> Option<usize> {
        match self.find(&of_case(row), &[]) {
            Found::Same(place) => Some(place),
            _ => None,
        }
    }

    /// The name of whoever has the same number in another spelling, or under another name.
    pub(super) fn alike_case(&self, row: &CaseRow) -> Option<(usize, Likeness)> {
        match self.find(&of_case(row), &[]) {
            Found::Like(place, why) => Some((place, why)),
            _ => None,
        }
    }

    fn find(&self, person: &Person, former: &[Uuid]) -> Found {
        if let Some(place) = self.by_id.get(&person.id) {
            return Found::Same(*place);
        }
        let mut best = Found::Nobody;
        for id in former {
            if let Some(&place) = self.by_id.get(id) {
                if named_like(person, &self.people[place]) >= Names::Fit {
                    return Found::Same(place);
                }
                best = Found::Like(place, Likeness::Number);
            }
        }
        let institution = self.shared_phone(person);
        for place in self.like(person) {
            match compare(person, &self.people[place], institution) {
                Some(None) => return Found::Same(place),
                Some(Some(why)) if !matches!(&best, Found::Like(_, before) if *before <= why) => {
                    best = Found::Like(place, why);
                }
                _ => {}
            }
        }
        best
    }
}

enum Found {
    Nobody,
    Same(usize),
    Like(usize, Likeness),
}

/// Tells for each row of a file what it is to what is on file, in the order of the rows.
pub fn judge(rows: &Rows, on_file: &OnFile) -> Vec<Verdict> {
    let verdict =
        |person: Person, former: &[Uuid], said: &[&str]| match on_file.find(&person, former) {
            Found::Nobody => Verdict::New,
            Found::Same(place) => Verdict::Known {
                id: on_file.people[place].id,
                unseen: unseen(said, &on_file.people[place]),
            },
            Found::Like(place, why) => Verdict::LooksLike {
                id: on_file.people[place].id,
                name: on_file.people[place].name.clone(),
                why,
            },
        };
    match rows {
        Rows::Cases(rows) => rows
            .iter()
            .map(|row| {
                let said = [&row.name, &row.address, &row.phone, &row.background];
                verdict(of_case(row), &row.former_keys(), &said.map(String::as_str))
            })
            .collect(),
        Rows::Contacts(rows) => rows
            .iter()
            .map(|row| {
                let said = [&row.phone, &row.email, &row.organisation, &row.note];
                verdict(of_contact(row), &[], &said.map(String::as_str))
            })
            .collect(),
    }
}
