//! Projects studies. Interview texts are stored as encounters, so that news and search include them.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::place::{Home, Place};
use super::{Part, stored_clashes};
use crate::api::Change;
use crate::document::{Collection, Document, Encounter, Fate, Kind, Touched, mark_parts};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::meta::to_json;
use crate::{Error, StudyId};

impl Store {
    pub(super) fn project_study(
        &mut self,
        id: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let known = self
            .connection
            .prepare_cached("SELECT 1 FROM studies WHERE id = ?1")?
            .exists([id.as_bytes()])?;
        let touches = |collection| touched.entries.iter().any(|(c, _)| *c == collection);
        let themes = touches(Collection::Themes);
        if touched.root || themes || !known {
            self.project_study_root(id, document, origin)?;
            self.note_unsent(id, Part::Other, id, origin)?;
        }
        let said: Vec<(String, Uuid)> = Self::touched_ids(touched, Collection::Interviews);
        let mut changed: BTreeSet<Uuid> = said.iter().map(|(_, interview)| *interview).collect();
        if themes || touches(Collection::Marks) {
            self.project_marks(id, document)?;
            // A change of themes affects the search text of every interview.
            changed.extend(match themes {
                true => document.ids(Collection::Interviews),
                false => touched_marks(touched),
            });
        }
        for (key, interview) in said {
            self.project_interview(id, interview, document, &key, origin)?;
        }
        for interview in touched_marks(touched) {
            self.note_unsent(id, Part::Encounter, interview, origin)?;
            self.raise_rev(id, interview, origin)?;
        }
        for interview in changed {
            self.index_interview(id, interview)?;
        }
        self.changes.insert(Change::Study(StudyId(id)));
        Ok(())
    }

    fn project_study_root(
        &self,
        id: Uuid,
        document: &Document,
        origin: Origin,
    ) -> Result<(), Error> {
        let study = document.study_root();
        self.connection
            .prepare_cached(
                "INSERT INTO studies
                   (id, name, district, question, begun, ended, report, themes, clashes, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                   district = excluded.district, question = excluded.question,
                   begun = excluded.begun, ended = excluded.ended, report = excluded.report,
                   themes = excluded.themes, clashes = excluded.clashes,
                   rev = max(rev, excluded.rev)",
            )?
            .execute(params![
                id.as_bytes(),
                study.name,
                study.district,
                study.question,
                study.begun.map(|day| day.to_string()),
                study.ended.map(|day| day.to_string()),
                study.report,
                to_json(&study.themes)?,
                to_json(&stored_clashes(study.clashes))?,
                origin.rev(),
            ])?;
        Ok(())
    }

    fn project_marks(&self, study: Uuid, document: &Document) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM study_marks WHERE study = ?1")?
            .execute([study.as_bytes()])?;
        for (interview, theme) in document.marks() {
            self.connection
                .prepare_cached(
                    "INSERT INTO study_marks (study, interview, theme) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![study.as_bytes(), interview.as_bytes(), theme])?;
        }
        Ok(())
    }

    fn project_interview(
        &mut self,
        study: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(interview) = document.interview(key) else {
            return Ok(());
        };
        let fate = document.fate(Collection::Interviews, key);
        let was_gone = self
            .connection
            .prepare_cached("SELECT 1 FROM entries_gone WHERE origin = ?1 AND id = ?2")?
            .exists([study.as_bytes(), id.as_bytes()])?;
        let encounter = Encounter {
            at: interview.at,
            said: interview.said,
            channel: interview.channel,
            by: interview.by,
            text: interview.text,
            altered: fate != Fate::default() || was_gone,
        };
        let own = Place::new(Kind::Study, study);
        // Withdrawn, or moved to a person: then it is an encounter like any other.
        if !self.project_encounter(Home::of(own), id, &encounter, &fate, origin)? {
            self.connection
                .prepare_cached("DELETE FROM interviews WHERE study = ?1 AND id = ?2")?
                .execute([study.as_bytes(), id.as_bytes()])?;
            return Ok(());
        }
        self.connection
            .prepare_cached(
                "INSERT INTO interviews (study, id, role, quotes, contact, signal)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (study, id) DO UPDATE SET role = excluded.role,
                   quotes = excluded.quotes, contact = excluded.contact,
                   signal = excluded.signal",
            )?
            .execute(params![
                study.as_bytes(),
                id.as_bytes(),
                interview.role.word(),
                to_json(&interview.quotes)?,
                interview.contact.as_ref().map(Uuid::as_bytes),
                interview.signal.as_ref().map(Uuid::as_bytes),
            ])?;
        Ok(())
    }

    /// Raises the rev of an interview whose themes changed, so that it shows as unsent.
    fn raise_rev(&self, study: Uuid, interview: Uuid, origin: Origin) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "UPDATE encounters SET rev = max(rev, ?3) WHERE document = ?1 AND id = ?2",
            )?
            .execute(params![
                study.as_bytes(),
                interview.as_bytes(),
                origin.rev()
            ])?;
        Ok(())
    }

    /// Indexes an interview by its text and its themes.
    pub(super) fn index_interview(&self, study: Uuid, interview: Uuid) -> Result<(), Error> {
        let found: Option<(i64, String)> = self
            .connection
            .prepare_cached(
                "SELECT key, text || char(10) || coalesce((SELECT group_concat(theme, char(10))
                   FROM study_marks WHERE study = ?1 AND interview = ?2), '')
                 FROM encounters WHERE document = ?1 AND id = ?2",
            )?
            .query_row(params![study.as_bytes(), interview.as_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        match found {
            Some((key, text)) => self.index_encounter(key, &text),
            None => Ok(()),
        }
    }
}

/// Returns the interviews whose themes were touched.
fn touched_marks(touched: &Touched) -> Vec<Uuid> {
    let marks = touched.entries.iter();
    marks
        .filter(|(collection, _)| *collection == Collection::Marks)
        .filter_map(|(_, key)| Some(mark_parts(key)?.0))
        .collect()
}
