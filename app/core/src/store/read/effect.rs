//! *Effect*, from three index scans whose results are combined here.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{id, maybe_moment, moment, parsed};
use crate::api::ReadEffect;
use crate::model::{CaseStatus, ClosingWhat, Outcome};
use crate::store::{Read, Store};
use crate::view::{Effect, EffectYear, PartiesEffect};
use crate::{CaseId, Error, day};

/// Maximum number of years shown. Older cases that are still open count as open in each of them.
const YEARS: i32 = 20;

/// A closing or reopening of a case.
struct Turn {
    year: i32,
    what: ClosingWhat,
    outcome: Option<Outcome>,
}

/// The figures per year, and the days until first contact of the cases signed up in it.
#[derive(Default)]
struct Years {
    years: BTreeMap<i32, EffectYear>,
    days: BTreeMap<i32, Vec<u32>>,
}

impl Years {
    fn year(&mut self, year: i32) -> &mut EffectYear {
        self.years.entry(year).or_default()
    }
}

impl Read for ReadEffect {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let this_year = store.environment.today().year();
        let mut turns = turns(store)?;
        let mut count = Years::default();
        let mut statement = store.connection.prepare_cached(
            "SELECT id, signed_up, first_contact, last_contact, status
             FROM cases INDEXED BY cases_effect WHERE joined IS NULL",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let first = maybe_moment(row, "first_contact")?.map(day::of);
            let case = id(row, "id")?;
            // If no day was recorded, the day the case was created counts.
            let written: Option<NaiveDate> = parsed(row, "signed_up")?;
            let made = || CaseId(case).made().map(day::of);
            let signed_up = written.or_else(made).or(first);
            // A day in the future is a typing error or due to a wrong clock.
            let year = signed_up.map_or(this_year, |day| day.year().min(this_year));
            count.year(year).signed_up += 1;
            if let (Some(signed_up), Some(first)) = (signed_up, first) {
                // A person already known before the sign-up did not wait.
                let days = (first - signed_up).num_days().max(0);
                let days = u32::try_from(days).unwrap_or(u32::MAX);
                count.days.entry(year).or_default().push(days);
            }
            let word: String = row.get("status")?;
            let status = CaseStatus::from_word(&word).unwrap_or_default();
            let mut turns = turns.remove(&case).unwrap_or_default();
            let open = turns
                .last()
                .is_none_or(|turn| turn.what == ClosingWhat::Reopened);
            let is_over = matches!(status, CaseStatus::Closed | CaseStatus::HandedOver);
            if open && is_over {
                // The day of closing is unknown, but not before the last contact.
                let last = maybe_moment(row, "last_contact")?
                    .map(day::of)
                    .or(signed_up);
                turns.push(Turn {
                    year: last.map_or(this_year, |day| day.year()),
                    what: ClosingWhat::Closed,
                    outcome: None,
                });
            }
            count_case(&mut count, year, this_year, &turns);
        }
        Ok(Effect {
            years: filled(count, this_year),
            parties: parties_effect(store)?,
        })
    }
}

/// Returns closings and reopenings by case. Two closings without a reopening between them count as
/// one, with the last outcome given.
fn turns(store: &Store) -> Result<HashMap<Uuid, Vec<Turn>>, Error> {
    let mut turns: HashMap<Uuid, Vec<Turn>> = HashMap::new();
    let mut statement = store.connection.prepare_cached(
        "SELECT document, at, what, outcome FROM closings INDEXED BY closings_effect
         ORDER BY document, at",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let word: String = row.get("what")?;
        let what = ClosingWhat::from_word(&word).unwrap_or(ClosingWhat::Reopened);
        let outcome = Outcome::from_word(&row.get::<_, String>("outcome")?);
        let year = day::of(moment(row, "at")?).year();
        let of_case = turns.entry(id(row, "document")?).or_default();
        match of_case.last_mut() {
            Some(last) if last.what == what => last.outcome = outcome.or(last.outcome),
            None if what == ClosingWhat::Reopened => {}
            _ => of_case.push(Turn {
                year,
                what,
                outcome,
            }),
        }
    }
    Ok(turns)
}

fn parties_effect(store: &Store) -> Result<Option<PartiesEffect>, Error> {
    let counted = store
        .connection
        .prepare_cached(
            "SELECT count(*), coalesce(sum(known), 0), coalesce(sum(needed), 0) FROM
               (SELECT count(*) AS known, sum(state = 'needed') AS needed
                FROM parties INDEXED BY parties_effect GROUP BY document)",
        )?
        .query_row([], |row| {
            Ok(PartiesEffect {
                cases: row.get(0)?,
                known: row.get(1)?,
                needed: row.get(2)?,
            })
        })?;
    Ok((counted.cases > 0).then_some(counted))
}

/// Counts the closings and reopenings of one case, and the years at whose end it was open.
fn count_case(count: &mut Years, begin: i32, this_year: i32, turns: &[Turn]) {
    for turn in turns {
        let year = count.year(turn.year.clamp(begin, this_year));
        match turn.what {
            ClosingWhat::Closed => year.closed += 1,
            ClosingWhat::Reopened => year.reopened += 1,
        }
        if let Some(outcome) = turn.outcome {
            year.outcomes[outcome as usize] += 1;
        }
    }
    for year in begin..=this_year {
        let last = turns.iter().rfind(|turn| turn.year <= year);
        if last.is_none_or(|turn| turn.what == ClosingWhat::Reopened) {
            count.year(year).open += 1;
        }
    }
}

/// Returns all years in order, including those without figures.
fn filled(mut count: Years, this_year: i32) -> Vec<EffectYear> {
    let Some(first) = count.years.keys().next().copied() else {
        return Vec::new();
    };
    let year = |year: i32| {
        let days = count.days.get_mut(&year);
        EffectYear {
            year,
            first_contact_days: days.and_then(|days| median(days)),
            ..count.years.remove(&year).unwrap_or_default()
        }
    };
    (first.max(this_year - YEARS + 1)..=this_year)
        .map(year)
        .collect()
}

/// Returns the median; of an even number of values, the lower of the middle two.
fn median(days: &mut [u32]) -> Option<u32> {
    let middle = days.len().checked_sub(1)? / 2;
    Some(*days.select_nth_unstable(middle).1)
}
