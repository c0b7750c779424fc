//! Cases of one person that were joined: where the entries of each are shown.
//!
//! Each case says at most which other one it is joined into. Following that leads to the case that
//! stands for it. In a circle, which two phones can make, the one with the smallest id stands for all, so
//! every phone shows the same whatever arrived first.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::place::{Home, Place};
use crate::Error;
use crate::document::{Document, Fate, Kind};
use crate::store::Store;

impl Store {
    /// Returns the case that stands for this one.
    pub(in crate::store) fn standing(&self, case: Uuid) -> Result<Uuid, Error> {
        let mut path = vec![case];
        loop {
            let at = path[path.len() - 1];
            // A case that is not here yet cannot stand for another.
            let next: Option<[u8; 16]> = self
                .connection
                .prepare_cached(
                    "SELECT into_id FROM case_joins WHERE case_id = ?1
                       AND (into_id = ?2 OR EXISTS (SELECT 1 FROM cases WHERE id = into_id))",
                )?
                .query_row([at.as_bytes(), case.as_bytes()], |row| row.get(0))
                .optional()?;
            let Some(next) = next.map(Uuid::from_bytes) else {
                return Ok(at);
            };
            if let Some(place) = path.iter().position(|seen| *seen == next) {
                return Ok(path[place..].iter().min().copied().unwrap_or(at));
            }
            path.push(next);
        }
    }

    /// Returns where an entry is shown.
    pub(super) fn shown_at(&self, home: Home, fate: &Fate) -> Result<Place, Error> {
        let place = home.own.after(fate);
        if place == home.own {
            return Ok(home.stands);
        }
        match place.kind {
            Kind::Case => Ok(Place::new(Kind::Case, self.standing(place.document)?)),
            _ => Ok(place),
        }
    }

    /// Reads into which case this one is joined, and returns where its entries are shown. If that
    /// changed, everything it leads to is queued.
    pub(super) fn settle_join(
        &mut self,
        case: Uuid,
        document: &Document,
        known: bool,
    ) -> Result<Home, Error> {
        let own = Place::new(Kind::Case, case);
        let before = self.joined_ends(case)?;
        let said = document.joined_to().filter(|(into, _)| into.0 != case);
        let into = said.as_ref().map(|(into, _)| into.0);
        match &said {
            None if before.is_none() => {}
            None => {
                self.connection
                    .prepare_cached("DELETE FROM case_joins WHERE case_id = ?1")?
                    .execute([case.as_bytes()])?;
            }
            Some((into, how)) => {
                self.connection
                    .prepare_cached(
                        "INSERT OR REPLACE INTO case_joins (case_id, into_id, actor, at)
                         VALUES (?1, ?2, ?3, ?4)",
                    )?
                    .execute(params![
                        case.as_bytes(),
                        into.0.as_bytes(),
                        how.actor.to_hex_string(),
                        how.at.timestamp_millis(),
                    ])?;
            }
        }
        if before != into || !known {
            let together = self.joined_with(case, before)?;
            self.stale
                .extend(together.into_iter().filter(|other| *other != case));
        }
        if !known {
            // What they show here, they write again.
            let here: Vec<[u8; 16]> = self.rows(
                "SELECT id FROM cases WHERE joined = ?1",
                [case.as_bytes()],
                |row| row.get(0),
            )?;
            self.misplaced
                .extend(here.into_iter().map(Uuid::from_bytes));
        }
        let stands = self.standing(case)?;
        let stood = self.stored_standing(case)?.unwrap_or(case);
        if stood != stands {
            self.misplace([case, stood, stands])?;
        }
        Ok(Home {
            own,
            stands: Place::new(Kind::Case, stands),
            anywhere: stands != case || stood != case,
        })
    }

    /// Returns where the entries of a case are shown that is here already.
    pub(super) fn home_of(&self, case: Uuid) -> Result<Home, Error> {
        let own = Place::new(Kind::Case, case);
        Ok(match self.stored_standing(case)? {
            None => Home::of(own),
            Some(stands) => Home {
                own,
                stands: Place::new(Kind::Case, stands),
                anywhere: true,
            },
        })
    }

    /// Returns the case that this one says it is joined into.
    pub(in crate::store) fn joined_ends(&self, case: Uuid) -> Result<Option<Uuid>, Error> {
        let into: Option<[u8; 16]> = self
            .connection
            .prepare_cached("SELECT into_id FROM case_joins WHERE case_id = ?1")?
            .query_row([case.as_bytes()], |row| row.get(0))
            .optional()?;
        Ok(into.map(Uuid::from_bytes))
    }

    /// Returns the case that stood for this one when it was projected last.
    pub(super) fn stored_standing(&self, case: Uuid) -> Result<Option<Uuid>, Error> {
        let joined: Option<Option<[u8; 16]>> = self
            .connection
            .prepare_cached("SELECT joined FROM cases WHERE id = ?1")?
            .query_row([case.as_bytes()], |row| row.get(0))
            .optional()?;
        Ok(joined.flatten().map(Uuid::from_bytes))
    }

    /// Returns all cases that are joined with this one, by way of others too.
    fn joined_with(&self, case: Uuid, before: Option<Uuid>) -> Result<BTreeSet<Uuid>, Error> {
        let mut all: BTreeSet<Uuid> = BTreeSet::new();
        let mut left: Vec<Uuid> = before.into_iter().chain([case]).collect();
        while let Some(next) = left.pop() {
            if !all.insert(next) {
                continue;
            }
            left.extend(self.rows(
                "SELECT into_id FROM case_joins WHERE case_id = ?1
                 UNION SELECT case_id FROM case_joins WHERE into_id = ?1",
                [next.as_bytes()],
                |row| row.get(0).map(Uuid::from_bytes),
            )?);
        }
        Ok(all)
    }

    /// Queues the documents from which something is shown with these cases.
    fn misplace(&mut self, cases: [Uuid; 3]) -> Result<(), Error> {
        for case in cases {
            let from: Vec<[u8; 16]> = self.rows(
                "SELECT origin FROM encounters WHERE document = ?1 AND origin IS NOT NULL
                 UNION SELECT origin FROM commitments WHERE document = ?1 AND origin IS NOT NULL
                 UNION SELECT origin FROM expenses WHERE document = ?1 AND origin IS NOT NULL
                 UNION SELECT signal FROM signal_links WHERE case_id = ?1",
                [case.as_bytes()],
                |row| row.get(0),
            )?;
            let from = from.into_iter().map(Uuid::from_bytes);
            self.misplaced.extend(from.filter(|from| *from != cases[0]));
            if case != cases[0] {
                self.stale.insert(case);
            }
        }
        Ok(())
    }

    /// Writes which case stands for this one, and by which words that is found instead.
    pub(super) fn note_standing(&self, home: Home, document: &Document) -> Result<(), Error> {
        let case = home.own.document;
        let stood = self.stored_standing(case)?;
        let stands = Some(home.stands.document).filter(|stands| *stands != case);
        if let Some(stood) = stood.filter(|stood| Some(*stood) != stands) {
            self.put_case_text(stood, "joined", case, "")?;
        }
        if stood != stands {
            self.connection
                .prepare_cached("UPDATE cases SET joined = ?2 WHERE id = ?1")?
                .execute(params![
                    case.as_bytes(),
                    stands.as_ref().map(Uuid::as_bytes)
                ])?;
            self.index_case_later(case)?;
        }
        let Some(stands) = stands else { return Ok(()) };
        let root = document.case_root();
        let words = [
            root.name,
            root.number,
            root.address,
            root.postcode,
            root.phone,
            root.what_matters,
            root.background,
        ];
        self.put_case_text(stands, "joined", case, &words.join("\n"))
    }
}
