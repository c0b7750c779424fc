//! Projecting again what an older app projected by other rules.
//!
//! A migration puts the documents into `to_project`. A page that shows one of them has it projected
//! first; the rest is done when nobody waits, a few at a time.

use uuid::Uuid;

use crate::Error;
use crate::call::{Change, Command};
use crate::store::Store;
use crate::store::documents::Origin;

/// So many at a time: nobody waits long for the next errand.
const AT_ONCE: u32 = 8;

/// So few that the first screen waits for them.
const FEW: u32 = 32;

impl Store {
    /// After a migration a small store is projected at once. Part of a transaction.
    pub(in crate::store) fn project_few(&mut self) -> Result<(), Error> {
        let waiting: u32 =
            self.connection
                .query_row("SELECT count(*) FROM to_project", [], |row| row.get(0))?;
        self.late = waiting > 0;
        if waiting > FEW {
            return Ok(());
        }
        self.project_waiting(FEW)
    }

    /// Some of those that wait. Answers whether there may be more.
    pub(in crate::store) fn project_when_idle(&mut self) -> Result<bool, Error> {
        if self.late {
            self.atomically(|store| store.project_waiting(AT_ONCE))?;
        }
        Ok(self.late)
    }

    /// What a page is about, before it is read.
    pub(in crate::store) fn project_before(&mut self, command: &Command) -> Result<(), Error> {
        if !self.late {
            return Ok(());
        }
        let document = match command {
            Command::ReadCase(call) => call.case.0,
            Command::ReadTimeline(call) => call.case.0,
            Command::ReadAlong(call) => call.case.0,
            Command::ReadDossier(call) => call.case.0,
            Command::ReadExpenses(call) => call.case.0,
            Command::ReadDecisions(call) => call.case.0,
            Command::ReadHandover(call) => call.case.0,
            Command::ReadContact(call) => call.contact.0,
            Command::ReadWholeContact(call) => call.contact.0,
            Command::ReadSignal(call) => call.signal.0,
            Command::ReadStudy(call) => call.study.0,
            Command::ReadStudyReport(call) => call.study.0,
            _ => return Ok(()),
        };
        let waits = self
            .connection
            .prepare_cached("SELECT 1 FROM to_project WHERE document = ?1")?
            .exists([document.as_bytes()])?;
        match waits {
            true => self.atomically(|store| store.project_again(document)),
            false => Ok(()),
        }
    }

    fn project_waiting(&mut self, limit: u32) -> Result<(), Error> {
        let few: Vec<[u8; 16]> = {
            let mut statement = self
                .connection
                .prepare_cached("SELECT document FROM to_project LIMIT ?1")?;
            let rows = statement.query_map([limit], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        self.late = few.len() == limit as usize;
        for id in few {
            self.project_again(Uuid::from_bytes(id))?;
        }
        if !self.late {
            self.changes.insert(Change::Everything);
        }
        Ok(())
    }

    /// All rows of a document, from the document. What is only here stays so.
    pub(super) fn project_again(&mut self, id: Uuid) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM to_project WHERE document = ?1")?
            .execute([id.as_bytes()])?;
        let Some(row) = self.document_row(id)?.filter(|row| !row.kind.is_blob()) else {
            return Ok(());
        };
        let document = self.open_document(id)?;
        let all = document.all_anew();
        self.project(row.kind, id, &document, &all, Origin::Elsewhere(None))?;
        self.keep_open(id, document);
        Ok(())
    }
}
