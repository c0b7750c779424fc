//! Projects cases.

mod entries;

use chrono::NaiveTime;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::gone::fate_of;
use super::place::Place;
use super::{Part, millis, stored_clashes};
use crate::api::Change;
use crate::document::{Collection, Document, Kind, Touched};
use crate::model::CaseStatus;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::meta::to_json;
use crate::{CaseId, Error, day};

/// Collections that affect the case's own row, or rows written with it.
const IN_THE_ROOT: [Collection; 5] = [
    Collection::Around,
    Collection::Problems,
    Collection::Closings,
    Collection::Parties,
    Collection::Relations,
];

impl Store {
    pub(super) fn project_case(
        &mut self,
        id: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let root = touched.root || touched.entries.iter().any(|(c, _)| IN_THE_ROOT.contains(c));
        let known = self.has_case(id)?;
        let home = match touched.root || !known {
            true => self.settle_join(id, document, known)?,
            false => self.home_of(id)?,
        };
        let anew;
        let touched = match home.stands.document != self.stored_standing(id)?.unwrap_or(id) {
            true => {
                anew = document.all_touched();
                &anew
            }
            false => touched,
        };
        self.project_closings(id, document, touched, origin)?;
        self.project_parties(id, document, touched, origin)?;
        self.project_expenses(home, document, touched, origin)?;
        self.project_relations(id, document, touched, origin)?;
        self.project_decisions(id, document, touched, origin)?;
        self.project_agenda(id, document, touched, origin)?;
        // Entries need the case's row first: encounters update its last contact.
        let own = Place::new(Kind::Case, id);
        if touched.moments {
            self.connection
                .prepare_cached(
                    "UPDATE cases SET last_contact = NULL, first_contact = NULL WHERE id = ?1",
                )?
                .execute([id.as_bytes()])?;
        }
        if root || !known {
            self.project_case_root(id, document, origin)?;
            self.note_standing(home, document)?;
            self.note_unsent(id, Part::Other, id, origin)?;
        }
        if !known || touched.moments {
            self.note_linked_signals(id)?;
            self.index_linked_signals(id)?;
            self.note_moved_here(own)?;
        }
        let mut latest = None;
        let mut first = None;
        for (key, entry) in Self::touched_ids(touched, Collection::Encounters) {
            if let Some(encounter) = document.encounter(&key) {
                let fate = fate_of(&encounter, document, &key);
                if self.project_encounter(home, entry, &encounter, &fate, origin)? {
                    latest = latest.max(Some(encounter.at.timestamp_millis()));
                    first = Self::first_of(first, &encounter);
                }
            }
        }
        self.note_first_contact(id, first)?;
        if let Some(latest) = latest {
            self.note_contact(id, latest)?;
        }
        self.settle_closings(id)?;
        for (key, entry) in Self::touched_ids(touched, Collection::Commitments) {
            self.project_commitment(home, entry, document, &key, origin)?;
            self.note_unsent(id, Part::Commitment, entry, origin)?;
        }
        let safety = Self::touched_ids(touched, Collection::Safety);
        for (key, entry) in &safety {
            self.project_safety(home, *entry, document, key, origin)?;
            self.note_unsent(id, Part::Other, *entry, origin)?;
        }
        if !safety.is_empty() {
            self.tell_related(id)?;
        }
        let trust = Self::touched_ids(touched, Collection::Trust);
        for (key, entry) in &trust {
            self.project_trust(home, *entry, document, key, origin)?;
            self.note_unsent(id, Part::Other, *entry, origin)?;
        }
        if !trust.is_empty() {
            self.settle_trust(id)?;
        }
        if home.stands != own {
            self.stale.insert(home.stands.document);
        }
        self.changes.insert(Change::Case(CaseId(id)));
        Ok(())
    }

    /// Sets the trust step of a case to the last one.
    pub(super) fn settle_trust(&self, case: Uuid) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "UPDATE cases SET trust = coalesce((SELECT step FROM trust WHERE document = ?1
                   ORDER BY at DESC, id DESC LIMIT 1), 'outside') WHERE id = ?1",
            )?
            .execute([case.as_bytes()])?;
        Ok(())
    }

    /// Returns the key and name of a case's row.
    fn case_name(&self, id: Uuid) -> Result<Option<(i64, String)>, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT key, name FROM cases WHERE id = ?1")?
            .query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }

    pub(super) fn has_case(&self, id: Uuid) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM cases WHERE id = ?1")?
            .exists([id.as_bytes()])?)
    }

    /// Raises the last contact of a case to this moment (milliseconds).
    pub(super) fn note_contact(&self, case: Uuid, at: i64) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "UPDATE cases SET last_contact = max(coalesce(last_contact, ?2), ?2)
                 WHERE id = ?1",
            )?
            .execute(params![case.as_bytes(), at])?;
        Ok(())
    }

    /// Applies signals that were linked to the case before the case itself arrived.
    fn note_linked_signals(&self, case: Uuid) -> Result<(), Error> {
        let latest: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT max(at) FROM encounters
                 WHERE document IN (SELECT signal FROM signal_links WHERE case_id = ?1)",
            )?
            .query_row([case.as_bytes()], |row| row.get(0))?;
        match latest {
            Some(at) => self.note_contact(case, at),
            None => Ok(()),
        }
    }

    /// Indexes the texts of the signals linked to a case.
    pub(super) fn index_linked_signals(&self, case: Uuid) -> Result<(), Error> {
        let texts: Vec<String> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT text FROM encounters
                 WHERE document IN (SELECT signal FROM signal_links WHERE case_id = ?1)",
            )?;
            let rows = statement.query_map([case.as_bytes()], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        texts
            .iter()
            .try_for_each(|text| self.index_with_case(case, text))
    }

    fn project_case_root(
        &self,
        id: Uuid,
        document: &Document,
        origin: Origin,
    ) -> Result<(), Error> {
        let case = document.case_root();
        let earlier = case
            .earlier_contact
            .zip(NaiveTime::from_hms_opt(12, 0, 0))
            .map(|(day, noon)| day::at(day, noon));
        let active = !matches!(case.status, CaseStatus::HandedOver | CaseStatus::Closed);
        let old_name = self.case_name(id)?.map_or(String::new(), |(_, name)| name);
        self.connection
            .prepare_cached(
                "INSERT INTO cases (id, number, name, address, postcode, district, phone,
                   what_matters, does, donts, lead, status, active, background, sensitive,
                   reported_by, reported_on, problems, clashes, last_contact, rev, closing_said)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                   ?16, ?17, ?18, ?19, ?20, ?21, ?22)
                 ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name,
                   address = excluded.address, postcode = excluded.postcode,
                   district = excluded.district, phone = excluded.phone,
                   what_matters = excluded.what_matters, does = excluded.does,
                   donts = excluded.donts, lead = excluded.lead, status = excluded.status,
                   active = excluded.active, background = excluded.background,
                   sensitive = excluded.sensitive, reported_by = excluded.reported_by,
                   reported_on = excluded.reported_on, problems = excluded.problems,
                   clashes = excluded.clashes, rev = max(rev, excluded.rev),
                   closing_said = excluded.closing_said,
                   last_contact = max(coalesce(last_contact, excluded.last_contact),
                                      coalesce(excluded.last_contact, last_contact))",
            )?
            .execute(params![
                id.as_bytes(),
                case.number,
                case.name,
                case.address,
                case.postcode,
                case.district,
                case.phone,
                case.what_matters,
                case.does,
                case.donts,
                case.lead,
                case.status.word(),
                active,
                case.background,
                case.sensitive,
                case.reported_by,
                case.reported_on.map(|day| day.to_string()),
                to_json(&case.problems)?,
                to_json(&stored_clashes(case.clashes))?,
                millis(earlier),
                origin.rev(),
                case.closing_said,
            ])?;
        if let Some((key, name)) = self.case_name(id)? {
            self.note_name(key, &old_name, &name)?;
        }
        self.note_signed_up(id, case.reported_on)?;
        self.connection
            .prepare_cached("DELETE FROM around WHERE case_id = ?1")?
            .execute([id.as_bytes()])?;
        for (contact, note) in &case.around {
            self.connection
                .prepare_cached("INSERT INTO around (case_id, contact, note) VALUES (?1, ?2, ?3)")?
                .execute(params![id.as_bytes(), contact.as_bytes(), note])?;
        }
        self.project_involved(id, document)?;
        self.project_cover(id, document)?;
        self.project_problems(id, &case.problems)?;
        self.index_case_later(id)
    }

    fn project_problems(&self, case: Uuid, problems: &[String]) -> Result<(), Error> {
        let key = "(SELECT key FROM cases WHERE id = ?1)";
        self.connection
            .prepare_cached(&format!("DELETE FROM case_problems WHERE case_key = {key}"))?
            .execute([case.as_bytes()])?;
        for problem in problems {
            self.connection
                .prepare_cached(&format!(
                    "INSERT INTO case_problems (problem, case_key) VALUES (?2, {key})"
                ))?
                .execute(params![case.as_bytes(), problem])?;
        }
        Ok(())
    }
}
