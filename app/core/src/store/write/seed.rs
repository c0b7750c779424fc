//! Bulk-fills a new store with a sample team. Each document is written whole, with one change per
//! entry as in real use, and projected once.

mod casework;
mod practice;

pub(crate) use casework::seed_casework;
use practice::decisions_to_sign;

pub(crate) use super::core_team::{seed_agenda, seed_meeting};
pub(crate) use super::decision::seed_decision;
pub(crate) use super::expense::seed_expense;
pub(crate) use super::seed_study::seed_study;
pub(crate) use super::seed_words::{seed_rest, seed_word};
pub(crate) use super::weigh::weigh;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::{
    Collection, Commitment, Document, Edit, Encounter, Kind, Safety, SignalRoot, Touched, Trust,
    id_text,
};
use crate::model::{CaseField, ContactField};
use crate::seed::{SeedCase, SeedContact, SeedEncounter, SeedPart, SeedSignal};
use crate::store::Store;

/// A document under construction.
struct Writing {
    document: Document,
    touched: Touched,
}

impl Writing {
    fn change(
        &mut self,
        at: DateTime<Utc>,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if let ((), Some(change)) = self.document.edit(at, edit)? {
            self.touched.root |= change.touched.root;
            self.touched.entries.extend(change.touched.entries);
        }
        Ok(())
    }

    /// Applies an edit in a change without a time, for entries that carry their own date and are not
    /// written in chronological order.
    fn aside(
        &mut self,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.change(DateTime::UNIX_EPOCH, edit)
    }

    fn encounters(&mut self, people: &[Uuid; 2], all: &[SeedEncounter]) -> Result<(), Error> {
        let mut all: Vec<_> = all.iter().collect();
        all.sort_by_key(|seed| seed.at);
        for seed in all {
            let encounter = Encounter {
                at: seed.at,
                said: None,
                channel: seed.channel,
                by: people[seed.by],
                text: seed.text.clone(),
                altered: false,
            };
            self.change(seed.at, |edit| Ok(edit.add_encounter(seed.id, &encounter)?))?;
        }
        Ok(())
    }
}

/// Adds this phone's user and a colleague, and returns their ids.
pub(crate) fn seed_people(store: &mut Store, names: &[String; 2]) -> Result<[Uuid; 2], Error> {
    let other = Uuid::from_bytes(crate::crypto::random());
    let people = [store.me.0, other];
    for (id, name) in people.iter().zip(names) {
        store.connection.execute(
            "INSERT OR REPLACE INTO people (id, name, actor) VALUES (?1, ?2, '')",
            params![id.as_bytes(), name],
        )?;
    }
    Ok(people)
}

/// Adds a case or contact; `known` holds the ids of the contacts and cases so far, including its
/// own.
pub(crate) fn seed_part(
    store: &mut Store,
    people: &[Uuid; 2],
    names: &[String; 2],
    known: (&[Uuid], &[Uuid]),
    part: &SeedPart,
) -> Result<(), Error> {
    match part {
        SeedPart::Case(case) => seed_case(store, people, names, known, case),
        SeedPart::Contact(contact) => seed_contact(store, people, contact),
    }
}

fn seed(
    store: &mut Store,
    kind: Kind,
    id: Uuid,
    write: impl FnOnce(&mut Writing) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut writing = Writing {
        document: Document::new(kind, &store.actor)?,
        touched: Touched::default(),
    };
    write(&mut writing)?;
    store.insert_written(kind, id, &writing.document, &writing.touched)
}

fn seed_contact(store: &mut Store, people: &[Uuid; 2], contact: &SeedContact) -> Result<(), Error> {
    seed(store, Kind::Contact, contact.id, |writing| {
        let started = contact.talks.iter().map(|talk| talk.at).min();
        let started = started.unwrap_or_else(long_ago);
        writing.change(started, |edit| {
            for (field, value) in [
                (ContactField::Name, &contact.name),
                (ContactField::Role, &contact.role),
                (ContactField::Organisation, &contact.organisation),
                (ContactField::District, &contact.district),
                (ContactField::WhatFor, &contact.what_for),
                (ContactField::Phone, &contact.phone),
                (ContactField::Email, &contact.email),
                (ContactField::Note, &contact.note),
            ] {
                edit.set_contact_field(field, value)?;
            }
            for tag in &contact.tags {
                edit.set_in(Collection::Tags, tag, true)?;
            }
            Ok(())
        })?;
        writing.encounters(people, &contact.talks)
    })
}

fn seed_case(
    store: &mut Store,
    people: &[Uuid; 2],
    names: &[String; 2],
    known: (&[Uuid], &[Uuid]),
    case: &SeedCase,
) -> Result<(), Error> {
    let to_sign = decisions_to_sign(store, &case.practice.decisions)?;
    let contacts = known.0;
    seed(store, Kind::Case, case.id, |writing| {
        let started = case.encounters.iter().map(|seed| seed.at).min();
        let started = started.unwrap_or_else(long_ago);
        writing.change(started, |edit| write_root(edit, names, case))?;
        writing.encounters(people, &case.encounters)?;
        for (at, by, step) in &case.trust {
            let trust = Trust {
                step: *step,
                by: people[*by],
                at: *at,
            };
            writing.aside(|edit| Ok(edit.add_trust(entry_id(), &trust)?))?;
        }
        for (at, by, text) in &case.safety {
            let fact = Safety {
                text: text.clone(),
                by: people[*by],
                at: *at,
                ended: None,
                ended_by: None,
            };
            writing.aside(|edit| Ok(edit.add_safety(entry_id(), &fact)?))?;
        }
        for seed in &case.commitments {
            let commitment = Commitment {
                text: seed.text.clone(),
                who: seed.who.clone(),
                due: seed.due,
                time: seed.time,
                by: people[seed.by],
                made: seed.at,
                done: seed.done,
            };
            writing.aside(|edit| Ok(edit.add_commitment(entry_id(), &commitment)?))?;
        }
        writing.aside(|edit| {
            for (contact, note) in &case.around {
                if let Some(contact) = contacts.get(*contact) {
                    edit.set_in(Collection::Around, &id_text(*contact), note.as_str())?;
                }
            }
            Ok(())
        })?;
        writing.practice(people, known, &case.practice)?;
        match to_sign {
            Some(to_sign) => writing.decisions(case.id, to_sign),
            None => Ok(()),
        }
    })
}

/// Adds a signal, with the case it is linked to and the day until which it rests.
pub(crate) fn seed_signal(
    store: &mut Store,
    people: &[Uuid; 2],
    signal: &SeedSignal,
    linked: Option<Uuid>,
    rests: Option<NaiveDate>,
) -> Result<(), Error> {
    let by = people[signal.by];
    let root = SignalRoot {
        source: signal.source.clone(),
        resting: rests.is_some(),
        resting_until: rests,
        links: linked.into_iter().collect(),
        ..SignalRoot::heard(signal.at, signal.channel, by, signal.text.clone())
    };
    seed(store, Kind::Signal, signal.id, |writing| {
        writing.change(signal.at, |edit| Ok(edit.write_signal(&root)?))
    })
}

fn write_root(edit: &mut Edit<'_, '_>, names: &[String; 2], case: &SeedCase) -> Result<(), Error> {
    for (field, value) in [
        (CaseField::Name, case.name.as_str()),
        (CaseField::Address, &case.address),
        (CaseField::Postcode, &case.postcode),
        (CaseField::District, &case.district),
        (CaseField::Phone, &case.phone),
        (CaseField::Lead, &names[case.lead]),
        (CaseField::WhatMatters, &case.what_matters),
        (CaseField::Do, &case.does),
        (CaseField::Dont, &case.donts),
        (CaseField::Background, &case.background),
        (CaseField::Status, case.status.word()),
    ] {
        edit.set_case_field(field, value)?;
    }
    edit.set("number", case.number.as_str())?;
    edit.set("reported_by", case.reported_by.as_str())?;
    if let Some(day) = case.reported_on {
        edit.set("reported_on", day.to_string())?;
    }
    if case.sensitive {
        edit.set("sensitive", true)?;
    }
    for problem in &case.problems {
        edit.set_in(Collection::Problems, problem, true)?;
    }
    Ok(())
}

fn entry_id() -> Uuid {
    Uuid::from_bytes(crate::crypto::random())
}

/// Creation time of documents without entries; never shown.
fn long_ago() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}
