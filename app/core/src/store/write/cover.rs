//! Changes to the lead and the cover of a case.

use chrono::{Days, NaiveDate};
use rusqlite::OptionalExtension;

use super::at_most;
use crate::api::{SnoozeReview, SwapLead};
use crate::document::Kind;
use crate::model::{CaseField, MAX_LINE};
use crate::store::project::WEEKS_QUIET;
use crate::store::{Store, Write};
use crate::{CaseId, Error};

/// For how long the weeks prompt of a case stays silenced.
const QUIET: Days = Days::new(28);

/// Sets the cover. An end date that has passed is cleared, as the new cover would otherwise be
/// over before it began.
pub(super) fn set_cover(store: &mut Store, case: CaseId, cover: &str) -> Result<(), Error> {
    let cover = at_most(cover.trim(), MAX_LINE)?;
    let (_, _, until) = lead_and_cover(store, case)?;
    let over = until.is_some_and(|day| day < store.environment.today());
    store.edit(Kind::Case, case.0, |edit| {
        edit.set_case_field(CaseField::Cover, cover)?;
        if over || cover.is_empty() {
            edit.set_case_field(CaseField::CoverUntil, "")?;
        }
        Ok(())
    })
}

impl Write for SwapLead {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let (lead, cover, until) = lead_and_cover(store, self.case)?;
        let over = until.is_some_and(|day| day < store.environment.today());
        if cover.is_empty() || over {
            return Ok(());
        }
        store.edit(Kind::Case, self.case.0, |edit| {
            edit.set_case_field(CaseField::Lead, &cover)?;
            edit.set_case_field(CaseField::Cover, &lead)?;
            Ok(edit.set_case_field(CaseField::CoverUntil, "")?)
        })
    }
}

impl Write for SnoozeReview {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let until = store.environment.today() + QUIET;
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.set(WEEKS_QUIET, until.to_string())?)
        })
    }
}

fn lead_and_cover(
    store: &Store,
    case: CaseId,
) -> Result<(String, String, Option<NaiveDate>), Error> {
    store
        .connection
        .prepare_cached("SELECT lead, cover, cover_until FROM cases WHERE id = ?1")?
        .query_row([case.0.as_bytes()], |row| {
            let until: String = row.get(2)?;
            Ok((row.get(0)?, row.get(1)?, until.parse().ok()))
        })
        .optional()?
        .ok_or(Error::NotFound)
}
