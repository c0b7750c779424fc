//! What follows for the cases and contacts from which something went, or to which something came: what
//! they know of their first and last contact otherwise only grows.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::params;
use uuid::Uuid;

use super::place::Place;
use crate::api::Change;
use crate::document::{Document, Kind};
use crate::store::Store;
use crate::{CaseId, ContactId, Error, day};

impl Store {
    /// Reckons anew what the cases and contacts know of their contacts from which something went, or to
    /// which something came.
    pub(super) fn settle_stale(&mut self) -> Result<(), Error> {
        for id in std::mem::take(&mut self.stale) {
            if self.is_hidden(id)? {
                // What came to it brings it back.
                self.project_again(id)?;
            }
            if self.has_case(id)? && self.stored_standing(id)?.unwrap_or(id) != self.standing(id)? {
                // Another case stands for it than before.
                self.project_again(id)?;
            }
            let Some(row) = self.document_row(id)? else {
                continue;
            };
            match row.kind {
                Kind::Case => self.recount_case(id)?,
                Kind::Contact => self.recount_contact(id)?,
                _ => {}
            }
        }
        for id in std::mem::take(&mut self.misplaced) {
            self.project_again(id)?;
        }
        Ok(())
    }

    /// Notes what was moved here before this document arrived, or while its rows were rebuilt.
    pub(super) fn note_moved_here(&mut self, here: Place) -> Result<(), Error> {
        let moved = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM encounters WHERE document = ?1 AND origin IS NOT NULL)
                     OR EXISTS (SELECT 1 FROM commitments WHERE document = ?1 AND origin IS NOT NULL)
                     OR EXISTS (SELECT 1 FROM expenses WHERE document = ?1 AND origin IS NOT NULL)",
            )?
            .query_row([here.document.as_bytes()], |row| row.get(0))?;
        if moved {
            self.index_moved_here(here.kind, here.document)?;
            self.stale.insert(here.document);
        }
        Ok(())
    }

    fn recount_case(&mut self, id: Uuid) -> Result<(), Error> {
        let earlier = self.earlier_contact(id, |document| document.case_root().earlier_contact)?;
        self.connection
            .prepare_cached(
                "UPDATE cases SET
                   last_contact = (SELECT max(at) FROM (
                     SELECT max(at) AS at FROM encounters WHERE document = ?1
                     UNION ALL SELECT max(s.at) FROM signal_links l
                       JOIN encounters s ON s.document = l.signal WHERE l.case_id = ?1
                     UNION ALL SELECT ?2)),
                   first_contact = (SELECT min(at) FROM encounters
                     WHERE document = ?1 AND channel != 'meeting')
                 WHERE id = ?1",
            )?
            .execute(params![id.as_bytes(), earlier])?;
        self.settle_closings(id)?;
        self.settle_trust(id)?;
        self.changes.insert(Change::Case(CaseId(id)));
        Ok(())
    }

    fn recount_contact(&mut self, id: Uuid) -> Result<(), Error> {
        let earlier =
            self.earlier_contact(id, |document| document.contact_root().earlier_contact)?;
        self.connection
            .prepare_cached(
                "UPDATE contacts SET last_contact = (SELECT max(at) FROM (
                   SELECT max(at) AS at FROM encounters WHERE document = ?1
                   UNION ALL SELECT ?2)) WHERE id = ?1",
            )?
            .execute(params![id.as_bytes(), earlier])?;
        self.changes.insert(Change::Contact(ContactId(id)));
        Ok(())
    }

    /// Reads when there was contact before the app, in milliseconds.
    fn earlier_contact(
        &mut self,
        id: Uuid,
        read: impl FnOnce(&Document) -> Option<NaiveDate>,
    ) -> Result<Option<i64>, Error> {
        let document = self.open_document(id)?;
        let earlier = read(&document);
        self.keep_open(id, document);
        let noon = NaiveTime::from_hms_opt(12, 0, 0);
        Ok(earlier
            .zip(noon)
            .map(|(date, noon)| day::at(date, noon).timestamp_millis()))
    }
}
