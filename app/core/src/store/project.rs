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
mod gone;
mod joined;
mod names;
pub(super) mod news;
mod party;
mod place;
mod relation;
mod said;
mod search;
mod signal;
mod stale;
mod study;
pub(super) mod tables;
mod team;
mod withdrawn;

pub(super) use cover::WEEKS_QUIET;
pub(super) use party::{parties_as_one, party_key};
pub(super) use search::SearchRows;

use chrono::{DateTime, Utc};
use rusqlite::params;
use uuid::Uuid;

use super::Store;
use super::documents::Origin;
use crate::Error;
use crate::document::{Collection, Document, Kind, RawClash, Touched};
use crate::model::words;
use crate::view::{Clash, ClashValue};
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
    /// An expense that is gone from a page; unsent, it counts as anything else.
    Expense,
    /// Anything else: a field, a trust step, a safety fact.
    Other,
}

words!(Part -> pub(super) word {
    Encounter = "encounter",
    Signal = "signal",
    Commitment = "commitment",
    Expense = "expense",
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
        self.settle_stale()?;
        self.index_late_cases()
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

/// Converts clashes for a column: see [`clash_values`].
fn stored_clashes<F>(raw: Vec<(F, Vec<RawClash>)>) -> Vec<Clash<F>> {
    raw.into_iter()
        .map(|(field, raw)| Clash {
            field,
            values: clash_values(raw),
        })
        .collect()
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
