//! Matches imported rows against stored records. The result depends only on the contents of a row, not
//! on its position or on the clock.

mod person;

use std::collections::HashMap;

use uuid::Uuid;

use super::Rows;
use super::alike::{Names, Particulars};
use super::no_value::{Of, is_none};
use super::row::CaseRow;
use crate::folding::fold;
use crate::model::Likeness;
pub(super) use person::numbers;
use person::{Person, compare, contact_marks, marks, named_like, of_case, of_contact, unseen};

/// The most records indexed under one key; a number, address or name shared by more is a placeholder.
const MOST: usize = 64;
/// From this many people on, a shared phone number belongs to an institution.
const OF_ONE_PERSON: usize = 3;

/// The fields of a stored case that rows are compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownCase {
    /// Case id.
    pub id: Uuid,
    /// The municipality's number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// Phone number, as stored.
    pub phone: String,
    /// The whole background, as it may contain a surname or date of birth.
    pub background: String,
}

/// The fields of a stored contact that rows are compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownContact {
    /// Contact id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Phone number, as stored.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// The whole note.
    pub note: String,
}

/// How a row relates to the stored records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No matching record.
    New,
    /// Already stored: nothing is added.
    Known {
        /// The matching record.
        id: Uuid,
        /// The lines of the row that the record does not contain; empty when there is nothing new.
        unseen: String,
    },
    /// Possibly the same as a stored record. Both are kept until the user decides.
    LooksLike {
        /// The record it may match.
        id: Uuid,
        /// The name on that record.
        name: String,
        /// What the match is based on.
        why: Likeness,
    },
}

/// An index over the stored records.
#[derive(Debug, Default)]
pub struct OnFile {
    people: Vec<Person>,
    by_id: HashMap<Uuid, usize>,
    by_mark: HashMap<String, Vec<usize>>,
}

impl OnFile {
    /// Indexes stored cases.
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

    /// Indexes stored contacts.
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

    /// Adds rows as if they had been imported.
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

    /// Returns the people who share an index key with this one, without duplicates, in insertion
    /// order.
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

    /// Returns the index of the person this row is certainly about, if there is one.
    pub(super) fn same_case(&self, row: &CaseRow) -> Option<usize> {
        match self.find(&of_case(row), &[]) {
            Found::Same(place) => Some(place),
            _ => None,
        }
    }

    /// Returns the index of the person this row may be about, with the reason.
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

/// Returns whether the names of two rows can be of one person.
pub(super) fn fits(one: &CaseRow, other: &CaseRow) -> bool {
    let nameless = [one, other].iter().any(|row| is_none(Of::Name, &row.name));
    nameless || named_like(&of_case(one), &of_case(other)) >= Names::Fit
}

enum Found {
    Nobody,
    Same(usize),
    Like(usize, Likeness),
}

/// Classifies each row of a file, in order.
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
        Rows::Cases(rows) => {
            let mut known: HashMap<Uuid, Vec<&CaseRow>> = HashMap::new();
            let judged = rows.iter().map(|row| {
                let said = [&row.name, &row.address, &row.phone, &row.background];
                let found = verdict(of_case(row), &row.former_keys(), &said.map(String::as_str));
                let Verdict::Known { id, .. } = found else {
                    return found;
                };
                // Piet and Petra both fit "P. Bos" on file; at most one of them is known.
                let others = known.entry(id).or_default();
                if id != row.key() && others.iter().any(|other| !fits(row, other)) {
                    let name = on_file
                        .by_id
                        .get(&id)
                        .map(|&at| on_file.people[at].name.clone());
                    let name = name.unwrap_or_default();
                    let why = Likeness::Person;
                    return Verdict::LooksLike { id, name, why };
                }
                others.push(row);
                found
            });
            judged.collect()
        }
        Rows::Contacts(rows) => rows
            .iter()
            .map(|row| {
                let said = [&row.phone, &row.email, &row.organisation, &row.note];
                verdict(of_contact(row), &[], &said.map(String::as_str))
            })
            .collect(),
    }
}
