//! Notes what colleagues changed in a case, to be told until the day is closed.
//!
//! A row is written in the transaction that takes the change in, so it survives whatever the change
//! survives. It says what happened to an entry, and by whom; what the entry says is read with it.

mod entries;

use automerge::ActorId;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Error;
use crate::document::{Document, Touched};
use crate::model::CaseField;
use crate::store::Store;
use crate::store::documents::Origin;

/// What happened to an entry or field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    New,
    Changed,
    /// A promise was kept, or the core team decided.
    Done,
    Ended,
}

impl What {
    /// Returns the word in the column `what`.
    fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Done => "done",
            Self::Ended => "ended",
        }
    }
}

/// Who did it: the person that the entry names, or whoever's device wrote the field.
enum Author {
    Person(Uuid),
    Device(Option<ActorId>),
}

use Author::{Device, Person};

/// Fields of a case whose change is told, with their columns. The background is not one: it is a text
/// of several people, without one author.
pub(in crate::store) const FIELDS: [(CaseField, &str); 11] = [
    (CaseField::Name, "name"),
    (CaseField::Address, "address"),
    (CaseField::Postcode, "postcode"),
    (CaseField::District, "district"),
    (CaseField::Phone, "phone"),
    (CaseField::WhatMatters, "what_matters"),
    (CaseField::Do, "does"),
    (CaseField::Dont, "donts"),
    (CaseField::Lead, "lead"),
    (CaseField::Status, "status"),
    (CaseField::Cover, "cover"),
];

impl Store {
    /// Records changes by others. Must run before projection, while the rows still hold the old state.
    pub(super) fn note_news(
        &self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(arrived) = origin.arrived() else {
            return Ok(());
        };
        for (collection, key) in &touched.entries {
            let Ok(id) = Uuid::parse_str(key) else {
                continue;
            };
            if let Some(news) = self.entry_news((case, id), document, *collection, key)? {
                self.put_news((case, collection.key(), id), news, arrived)?;
            }
        }
        match touched.root {
            true => self.note_field_news(case, document, arrived),
            false => Ok(()),
        }
    }

    /// Compares the fields of a case with its row. What an import wrote is not told.
    fn note_field_news(&self, case: Uuid, document: &Document, arrived: i64) -> Result<(), Error> {
        let columns = FIELDS.map(|(_, column)| column).join(", ");
        let known: Option<Vec<String>> = self
            .connection
            .prepare_cached(&format!("SELECT {columns} FROM cases WHERE id = ?1"))?
            .query_row([case.as_bytes()], |row| {
                (0..FIELDS.len()).map(|column| row.get(column)).collect()
            })
            .optional()?;
        for (place, (field, _)) in FIELDS.into_iter().enumerate() {
            let was = known.as_ref().map(|known| known[place].as_str());
            let now = document.str(field.key());
            // Closing and reopening have entries of their own.
            let in_closings = field == CaseField::Status && (now == "closed" || now == "open");
            if was.unwrap_or_default() != now && !in_closings {
                let what = if known.is_none() {
                    What::New
                } else {
                    What::Changed
                };
                let by = Device(document.writer(None, field.key()));
                self.put_news((case, field.key(), case), (what, by), arrived)?;
            }
        }
        Ok(())
    }

    fn put_news(
        &self,
        (case, part, id): (Uuid, &str, Uuid),
        (what, author): (What, Author),
        arrived: i64,
    ) -> Result<(), Error> {
        let by = match author {
            Person(by) => by.into_bytes().to_vec(),
            Device(None) => return Ok(()),
            // A new colleague may not be known yet: then the device stands for the person.
            Device(Some(actor)) => match self.person_of_actor(&actor.to_hex_string())? {
                Some(by) => by.into_bytes().to_vec(),
                None => actor.to_bytes().to_vec(),
            },
        };
        // Own work is not told; what has no author comes from an imported list.
        if by == self.me.0.as_bytes() || by == self.actor.to_bytes() || by == Uuid::nil().as_bytes()
        {
            return Ok(());
        }
        self.connection
            .prepare_cached(
                "INSERT INTO news (document, part, id, what, by, arrived)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (document, part, id) DO UPDATE SET what = excluded.what,
                   by = excluded.by, arrived = excluded.arrived",
            )?
            .execute(params![
                case.as_bytes(),
                part,
                id.as_bytes(),
                what.word(),
                by,
                arrived,
            ])?;
        Ok(())
    }
}
