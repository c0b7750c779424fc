//! Entries that are no longer shown in their original place: withdrawn or moved.

use rusqlite::params;
use uuid::Uuid;

use super::Part;
use super::place::{Home, Place};
use crate::Error;
use crate::document::{Collection, Document, Encounter, Fate, Kind, Moved, Withdrawal};
use crate::store::Store;
use crate::store::documents::Origin;

/// Reads what became of an encounter.
pub(super) fn fate_of(encounter: &Encounter, document: &Document, key: &str) -> Fate {
    match encounter.altered {
        true => document.fate(Collection::Encounters, key),
        false => Fate::default(),
    }
}

/// The stored part of a withdrawn or moved entry.
pub(super) struct GoneRow<'a> {
    pub(super) part: Part,
    pub(super) id: Uuid,
    /// Milliseconds.
    pub(super) at: i64,
    pub(super) channel: &'a str,
    pub(super) by: Uuid,
    pub(super) text: &'a str,
}

/// Why it is gone from a place.
struct How<'a> {
    /// Milliseconds.
    at: i64,
    by: Uuid,
    why: &'a str,
    actor: String,
    to: Option<Place>,
    lost: bool,
}

impl<'a> How<'a> {
    fn withdrawn(withdrawal: &'a Withdrawal) -> Self {
        Self {
            at: withdrawal.at.timestamp_millis(),
            by: withdrawal.by,
            why: &withdrawal.why,
            actor: String::new(),
            to: None,
            lost: false,
        }
    }

    fn moved(moved: &Moved, to: Place, lost: bool) -> Self {
        Self {
            at: moved.at.timestamp_millis(),
            by: Uuid::nil(),
            why: "",
            actor: moved.actor.to_hex_string(),
            to: Some(to),
            lost,
        }
    }
}

impl Store {
    /// Records the page that an entry left, and the reason.
    pub(super) fn project_gone(
        &mut self,
        (own, shown): (Place, Place),
        row: &GoneRow<'_>,
        fate: &Fate,
        origin: Origin,
    ) -> Result<(), Error> {
        self.clear_gone(own.document, row.id)?;
        let place = own.after(fate);
        if let Some(winner) = fate.moved.first() {
            if place != own {
                self.put_gone(own, own, row, &How::moved(winner, place, false), origin)?;
            }
            for loser in &fate.moved[1..] {
                let to = Place::of(loser.to).filter(|to| *to != own && *to != place);
                if let Some(to) = to {
                    self.put_gone(own, to, row, &How::moved(loser, place, true), origin)?;
                }
            }
        }
        if let Some(withdrawn) = &fate.withdrawn {
            self.put_gone(own, shown, row, &How::withdrawn(withdrawn), origin)?;
        }
        Ok(())
    }

    /// Writes that a signal is withdrawn, for its own page and for the cases it was linked to.
    pub(super) fn project_gone_signal(
        &mut self,
        signal: Uuid,
        cases: &[Uuid],
        row: &GoneRow<'_>,
        fate: &Fate,
        origin: Origin,
    ) -> Result<(), Error> {
        let own = Place::new(Kind::Signal, signal);
        self.project_gone((own, own), row, fate, origin)?;
        let Some(withdrawn) = &fate.withdrawn else {
            return Ok(());
        };
        for case in cases {
            let case = Place::new(Kind::Case, *case);
            self.put_gone(own, case, row, &How::withdrawn(withdrawn), origin)?;
        }
        Ok(())
    }

    fn clear_gone(&mut self, origin: Uuid, id: Uuid) -> Result<(), Error> {
        let before: Vec<[u8; 16]> = self.rows(
            "SELECT document FROM entries_gone WHERE origin = ?1 AND id = ?2",
            [origin.as_bytes(), id.as_bytes()],
            |row| row.get(0),
        )?;
        // Pages that list the withdrawn or moved entry are notified.
        self.stale.extend(before.into_iter().map(Uuid::from_bytes));
        self.connection
            .prepare_cached("DELETE FROM entries_gone WHERE origin = ?1 AND id = ?2")?
            .execute([origin.as_bytes(), id.as_bytes()])?;
        Ok(())
    }

    fn put_gone(
        &mut self,
        own: Place,
        from: Place,
        row: &GoneRow<'_>,
        how: &How<'_>,
        origin: Origin,
    ) -> Result<(), Error> {
        let text = match how.to {
            None => row.text,
            Some(_) => "",
        };
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO entries_gone (origin, id, document, kind, part, at, channel, by,
                   text, gone_at, gone_by, why, moved_to, moved_kind, actor, lost, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            )?
            .execute(params![
                own.document.as_bytes(),
                row.id.as_bytes(),
                from.document.as_bytes(),
                from.kind as u8,
                row.part.word(),
                row.at,
                row.channel,
                row.by.as_bytes(),
                text,
                how.at,
                how.by.as_bytes(),
                how.why,
                how.to.map(|to| *to.document.as_bytes()),
                how.to.map(|to| to.kind as u8),
                how.actor,
                how.lost,
                origin.rev(),
            ])?;
        self.stale.insert(from.document);
        Ok(())
    }

    /// Projects a promise's fate. Returns where it is shown; nowhere if it is withdrawn.
    pub(super) fn place_promise(
        &mut self,
        home: Home,
        row: &GoneRow<'_>,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<Option<Uuid>, Error> {
        let (own, case) = (home.own, home.own.document);
        let fate = document.fate(Collection::Commitments, key);
        if fate == Fate::default() && !home.anywhere {
            return Ok(Some(case));
        }
        let place = self.shown_at(home, &fate)?;
        if fate != Fate::default() {
            self.project_gone((own, place), row, &fate, origin)?;
        }
        let place = Some(place).filter(|place| place.kind == Kind::Case);
        let shown = place
            .filter(|_| fate.withdrawn.is_none())
            .map(|place| place.document);
        let elsewhere: Vec<[u8; 16]> = self.rows(
            "SELECT document FROM commitments WHERE id = ?2
               AND (document = ?1 AND origin IS NULL OR origin = ?1)",
            [case.as_bytes(), row.id.as_bytes()],
            |row| row.get(0),
        )?;
        for before in elsewhere.into_iter().map(Uuid::from_bytes) {
            if Some(before) == shown {
                continue;
            }
            self.connection
                .prepare_cached("DELETE FROM commitments WHERE document = ?1 AND id = ?2")?
                .execute([before.as_bytes(), row.id.as_bytes()])?;
            self.put_case_text(before, "commitment", row.id, "")?;
            self.stale.insert(before);
        }
        self.stale.extend(shown.filter(|shown| *shown != case));
        Ok(shown)
    }
}
