//! Projections: from the touched part of a document to its rows. No other code writes those rows.

mod agenda;
mod backlog;
mod case;
mod case_texts;
mod closing;
mod contact;
mod cover;
mod decision;
mod effect;
mod expense;
mod names;
pub(super) mod news;
mod party;
mod relation;
mod search;
mod signal;
mod study;
pub(super) mod tables;
mod team;
mod withdrawn;

pub(super) use cover::WEEKS_QUIET;
pub(super) use party::{parties_as_one, party_key};
pub(super) use search::SearchRows;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::Store;
use super::documents::Origin;
use crate::Error;
use crate::document::{Collection, Document, Encounter, Kind, RawClash, Touched};
use crate::model::words;
use crate::view::ClashValue;
use withdrawn::Hidden;

/// What counts as one item of unsent work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// An encounter.
    Encounter,
    /// A signal.
    Signal,
    /// A promise.
    Commitment,
    /// Anything else: a field, a trust step, a safety fact.
    Other,
}

words!(Part -> pub(super) word {
    Encounter = "encounter",
    Signal = "signal",
    Commitment = "commitment",
    Other = "other",
});

impl Origin {
    /// Returns the rev of a touched row; rows from other devices are with the team already, hence 0.
    fn rev(self) -> i64 {
        match self {
            Self::Local(rev) => rev,
            Self::Remote(_) => 0,
        }
    }

    fn arrived(self) -> Option<i64> {
        match self {
            Self::Local(_) => None,
            Self::Remote(generation) => generation,
        }
    }
}

impl Store {
    /// Projects the touched parts of a document.
    pub(super) fn project(
        &mut self,
        kind: Kind,
        id: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        self.note_if_ahead(kind, id, document)?;
        let anew;
        let hidden = self.hides((kind, id), document, origin)?;
        if kind == Kind::Case && !matches!(hidden, Hidden::Now) {
            self.note_news(id, document, touched, origin)?;
        }
        let touched = match &hidden {
            Hidden::Never if touched.moments => {
                anew = document.all_touched();
                &anew
            }
            Hidden::Never => touched,
            Hidden::Before(all) => all,
            Hidden::Now => return self.index_late_cases(),
        };
        match kind {
            Kind::Case => self.project_case(id, document, touched, origin)?,
            Kind::Contact => self.project_contact(id, document, touched, origin)?,
            Kind::Signal => self.project_signal(id, document, touched, origin)?,
            Kind::Team => self.project_team(document)?,
            // Blobs are not Automerge documents, so they are never projected: see `documents/blob.rs`.
            Kind::Receipt => {}
            Kind::Study => self.project_study(id, document, touched, origin)?,
        }
        self.show_referred(id, touched)?;
        self.index_late_cases()
    }

    /// Projects an encounter of a case, contact or study. `arrived` is only set by the first insert.
    fn project_encounter(
        &self,
        kind: Kind,
        document_id: Uuid,
        id: Uuid,
        encounter: &Encounter,
        origin: Origin,
    ) -> Result<(), Error> {
        // Two statements instead of one upsert with RETURNING: for that SQLite opens a statement
        // journal, which costs more than the lookup.
        let known: Option<i64> = self
            .connection
            .prepare_cached("SELECT key FROM encounters WHERE document = ?1 AND id = ?2")?
            .query_row([document_id.as_bytes(), id.as_bytes()], |row| row.get(0))
            .optional()?;
        let (at, channel) = (encounter.at.timestamp_millis(), encounter.channel.word());
        let said = millis(encounter.said);
        let key = match known {
            Some(key) => {
                self.connection
                    .prepare_cached(
                        "UPDATE encounters SET at = ?2, channel = ?3, by = ?4, text = ?5,
                           rev = max(rev, ?6), said = ?7 WHERE key = ?1",
                    )?
                    .execute(params![
                        key,
                        at,
                        channel,
                        encounter.by.as_bytes(),
                        encounter.text,
                        origin.rev(),
                        said,
                    ])?;
                key
            }
            None => self
                .connection
                .prepare_cached(
                    "INSERT INTO encounters
                       (id, document, kind, at, channel, by, text, rev, arrived, said)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                )?
                .insert(params![
                    id.as_bytes(),
                    document_id.as_bytes(),
                    kind as u8,
                    at,
                    channel,
                    encounter.by.as_bytes(),
                    encounter.text,
                    origin.rev(),
                    origin.arrived(),
                    said,
                ])?,
        };
        self.note_unsent(document_id, Part::Encounter, id, origin)?;
        self.index_said(key, kind, document_id, &encounter.text)
    }

    /// Marks a row touched on this phone as unsent until the document's rev is acknowledged.
    fn note_unsent(
        &self,
        document: Uuid,
        part: Part,
        id: Uuid,
        origin: Origin,
    ) -> Result<(), Error> {
        let Origin::Local(rev) = origin else {
            return Ok(());
        };
        self.connection
            .prepare_cached(
                "INSERT INTO unsent (document, part, id, rev) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (document, part, id) DO UPDATE SET rev = excluded.rev",
            )?
            .execute(params![
                document.as_bytes(),
                part.word(),
                id.as_bytes(),
                rev
            ])?;
        Ok(())
    }

    /// Returns the touched entries of a collection, by id; keys that are no ids come from newer
    /// versions.
    fn touched_ids(touched: &Touched, collection: Collection) -> Vec<(String, Uuid)> {
        touched
            .entries
            .iter()
            .filter(|(c, _)| *c == collection)
            .filter_map(|(_, key)| Some((key.clone(), Uuid::parse_str(key).ok()?)))
            .collect()
    }
}

/// Converts clash values for a column: `by` holds the actor. Readers look up its name, which may become
/// known later than the clash.
fn clash_values(raw: Vec<RawClash>) -> Vec<ClashValue> {
    raw.into_iter()
        .map(|clash| ClashValue {
            value: clash.value,
            by: clash.actor.to_hex_string(),
            at: clash.at,
        })
        .collect()
}

fn millis(at: Option<DateTime<Utc>>) -> Option<i64> {
    at.map(|at| at.timestamp_millis())
}
