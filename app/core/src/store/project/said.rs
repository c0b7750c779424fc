//! Projects what was said: the encounters of cases and contacts and the interviews of studies, each
//! under whom it is shown.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::gone::GoneRow;
use super::place::{Home, Place};
use super::{Part, millis};
use crate::Error;
use crate::document::{Encounter, Fate, Kind};
use crate::store::Store;
use crate::store::documents::Origin;

/// The row of an encounter, as it was.
struct Known {
    key: i64,
    document: Uuid,
    at: i64,
    channel: String,
    arrived: Option<i64>,
}

impl Store {
    /// Projects an encounter of a case, contact or study. Returns whether it is shown there.
    pub(super) fn project_encounter(
        &mut self,
        home: Home,
        id: Uuid,
        encounter: &Encounter,
        fate: &Fate,
        origin: Origin,
    ) -> Result<bool, Error> {
        let own = home.own;
        let place = self.shown_at(home, fate)?;
        let known = self.said_row(own.document, id, encounter.altered || home.anywhere)?;
        self.note_unsent(own.document, Part::Encounter, id, origin)?;
        if encounter.altered {
            let row = GoneRow {
                part: Part::Encounter,
                id,
                at: encounter.at.timestamp_millis(),
                channel: encounter.channel.word(),
                by: encounter.by,
                text: &encounter.text,
            };
            self.project_gone((own, place), &row, fate, origin)?;
        }
        let moved = known
            .as_ref()
            .filter(|known| known.document != place.document);
        let arrived = moved.and_then(|known| known.arrived);
        if let Some(known) = known.as_ref()
            && (fate.withdrawn.is_some() || moved.is_some())
        {
            self.remove_said(known.key)?;
            self.stale.extend([known.document, place.document]);
        }
        if fate.withdrawn.is_some() {
            return Ok(false);
        }
        let known = known.filter(|known| known.document == place.document);
        let at = encounter.at.timestamp_millis();
        let sooner = |known: &Known| known.at > at || known.channel != encounter.channel.word();
        if known.as_ref().is_some_and(sooner) || (known.is_none() && place != own) {
            // What a case or contact knows of its first and last contact only ever grows by itself.
            self.stale.insert(place.document);
        }
        let away = (place != own).then_some(own.document);
        let key = self.put_said(place, id, encounter, known.map(|known| known.key), away, {
            (origin, arrived)
        })?;
        self.index_said(key, place.kind, place.document, &encounter.text)?;
        Ok(place == own)
    }

    /// Writes the row of an encounter and returns its key.
    fn put_said(
        &self,
        place: Place,
        id: Uuid,
        encounter: &Encounter,
        known: Option<i64>,
        away: Option<Uuid>,
        (origin, arrived): (Origin, Option<i64>),
    ) -> Result<i64, Error> {
        // Two statements instead of one upsert with RETURNING: for that SQLite opens a statement
        // journal, which costs more than the lookup.
        let (at, channel) = (encounter.at.timestamp_millis(), encounter.channel.word());
        let said = millis(encounter.said);
        if let Some(key) = known {
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
            return Ok(key);
        }
        Ok(self
            .connection
            .prepare_cached(
                "INSERT INTO encounters
                   (id, document, kind, at, channel, by, text, rev, arrived, said, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .insert(params![
                id.as_bytes(),
                place.document.as_bytes(),
                place.kind as u8,
                at,
                channel,
                encounter.by.as_bytes(),
                encounter.text,
                origin.rev(),
                arrived.or(origin.arrived()),
                said,
                away.as_ref().map(Uuid::as_bytes),
            ])?)
    }

    /// Finds the row of an encounter written in `own`; one without marks is only ever shown there.
    fn said_row(&self, own: Uuid, id: Uuid, altered: bool) -> Result<Option<Known>, Error> {
        let find = |sql: &str| -> Result<Option<Known>, Error> {
            Ok(self
                .connection
                .prepare_cached(sql)?
                .query_row([own.as_bytes(), id.as_bytes()], |row| {
                    Ok(Known {
                        key: row.get(0)?,
                        document: Uuid::from_bytes(row.get(1)?),
                        at: row.get(2)?,
                        channel: row.get(3)?,
                        arrived: row.get(4)?,
                    })
                })
                .optional()?)
        };
        let here = find(
            "SELECT key, document, at, channel, arrived FROM encounters
             WHERE document = ?1 AND id = ?2 AND origin IS NULL",
        )?;
        match here {
            None if altered => find(
                "SELECT key, document, at, channel, arrived FROM encounters
                 WHERE origin = ?1 AND id = ?2",
            ),
            here => Ok(here),
        }
    }

    /// Removes the row of an encounter or signal, and what search knows of it.
    pub(super) fn remove_said(&self, key: i64) -> Result<(), Error> {
        self.unindex_encounter(key)?;
        self.connection
            .prepare_cached("DELETE FROM encounters WHERE key = ?1")?
            .execute([key])?;
        Ok(())
    }

    /// Indexes entries that were moved here before this document arrived.
    pub(super) fn index_moved_here(&self, kind: Kind, document: Uuid) -> Result<(), Error> {
        let said: Vec<(i64, String)> = self.rows(
            "SELECT key, text FROM encounters WHERE document = ?1 AND origin IS NOT NULL",
            [document.as_bytes()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for (key, text) in said {
            self.index_said(key, kind, document, &text)?;
        }
        let promised: Vec<([u8; 16], String)> = self.rows(
            "SELECT id, text || char(10) || who FROM commitments
             WHERE document = ?1 AND origin IS NOT NULL",
            [document.as_bytes()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for (id, words) in promised {
            self.put_case_text(document, "commitment", Uuid::from_bytes(id), &words)?;
        }
        self.index_expenses_moved_here(document)
    }
}
