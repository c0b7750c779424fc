//! Cover for the lead, and the number of weeks that a case has been running.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::team_settings::team_settings;
use super::{from_millis, parsed};
use crate::model::CaseStatus;
use crate::store::Store;
use crate::view::{CaseView, Weeks};
use crate::{Error, day};

/// Clears a cover whose last day has passed.
pub(super) fn leave_out_past_cover(
    store: &Store,
    cover: &mut String,
    until: &mut Option<NaiveDate>,
) {
    let over = until.is_some_and(|day| day < store.environment.today());
    if over || cover.is_empty() {
        cover.clear();
        *until = None;
    }
}

/// Returns the weeks a case has been running since it was last reopened, or else since the person
/// was signed up, since the first encounter, or since the case was created. `None` for a case that
/// is over.
pub(super) fn weeks(store: &Store, view: &CaseView) -> Result<Option<Weeks>, Error> {
    if matches!(view.status, CaseStatus::HandedOver | CaseStatus::Closed) {
        return Ok(None);
    }
    let reopened = first_moment(
        store,
        "SELECT max(at) FROM closings WHERE document = ?1 AND what = 'reopened'",
        view,
    )?;
    let begun = match (reopened, view.reported_on) {
        (Some(at), _) => Some(day::of(from_millis(at))),
        (None, Some(reported)) => Some(reported),
        (None, None) => first_moment(
            store,
            "SELECT min(at) FROM encounters WHERE document = ?1",
            view,
        )?
        .map(from_millis)
        .or_else(|| view.id.made())
        .map(day::of),
    };
    let Some(begun) = begun else { return Ok(None) };
    let today = store.environment.today();
    let days = (today - begun).num_days().max(0);
    let of = team_settings(store)?.weeks;
    let weeks = Weeks {
        now: u32::try_from(days / 7 + 1).unwrap_or(u32::MAX),
        of,
        ask: false,
    };
    let quiet: Option<NaiveDate> = store
        .connection
        .prepare_cached("SELECT weeks_quiet FROM cases WHERE id = ?1")?
        .query_row([view.id.0.as_bytes()], |row| parsed(row, "weeks_quiet"))
        .optional()?
        .flatten();
    let ask = weeks.over() && quiet.is_none_or(|until| until < today);
    Ok(Some(Weeks { ask, ..weeks }))
}

fn first_moment(store: &Store, sql: &str, view: &CaseView) -> Result<Option<i64>, Error> {
    Ok(store
        .connection
        .prepare_cached(sql)?
        .query_row([view.id.0.as_bytes()], |row| row.get(0))?)
}
