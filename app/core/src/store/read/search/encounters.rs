//! Search in encounters.

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::super::filter::conditions;
use super::super::matching::Needle;
use super::super::moment;
use super::{COUNTED, place};
use crate::Error;
use crate::store::Store;
use crate::view::{CaseFilter, Channel, EncounterHit, Found, Total};

/// Number of matching encounters to which a filter is applied.
const CANDIDATES: u32 = 2000;

impl Store {
    /// Returns the newest matching encounters.
    pub(super) fn find_encounters(
        &self,
        needle: &Needle,
        filter: &CaseFilter,
        limit: u32,
    ) -> Result<Found<EncounterHit>, Error> {
        let (conditions, values) = conditions(filter, "c");
        let matches = "SELECT rowid AS key FROM search_encounters WHERE search_encounters MATCH ?
             ORDER BY rowid DESC LIMIT ?";
        // A filter is applied to the newest matches only, since a single letter may match every
        // encounter. If matches beyond these were left out, the total says that there may be more.
        let candidates = match conditions.is_empty() {
            true => COUNTED + 1,
            false => CANDIDATES.max(limit),
        };
        let keys = match conditions.is_empty() {
            true => matches.to_owned(),
            false => format!(
                "SELECT m.key FROM ({matches}) m CROSS JOIN encounters e ON e.key = m.key
                 CROSS JOIN cases c INDEXED BY cases_filtered ON c.id = e.document
                 WHERE 1{conditions}"
            ),
        };
        let all = |limit: u32| -> Vec<Value> {
            [needle.query(None).into(), limit.into()]
                .into_iter()
                .chain(values.clone())
                .collect()
        };
        let wanted = match conditions.is_empty() {
            true => all(limit),
            false => all(candidates),
        };
        let hits: Vec<EncounterHit> = self.rows(
            &format!(
                "SELECT e.document, e.kind, e.at, e.channel, e.text, e.source, e.id,
                    coalesce(c.name, k.name, s.name, e.source) AS name, coalesce(p.name, '') AS by_name
             FROM (SELECT key FROM ({keys}) LIMIT {limit}) found
             JOIN encounters e ON e.key = found.key
             LEFT JOIN cases c ON c.id = e.document
             LEFT JOIN contacts k ON k.id = e.document
             LEFT JOIN studies s ON s.id = e.document
             LEFT JOIN people p ON p.id = e.by
             ORDER BY e.at DESC, e.id DESC"
            ),
            params_from_iter(wanted),
            |row| {
                let text: String = row.get("text")?;
                let source: String = row.get("source")?;
                let text = match needle.is_in(&text) || source.is_empty() {
                    true => needle.excerpt(&text),
                    false => needle.excerpt(&format!("{source}: {text}")),
                };
                Ok(EncounterHit {
                    place: place(row)?,
                    name: row.get("name")?,
                    text,
                    channel: Channel::from_word(&row.get::<_, String>("channel")?),
                    at: moment(row, "at")?,
                    by: row.get("by_name")?,
                })
            },
        )?;
        if hits.len() < limit as usize && conditions.is_empty() {
            let total = Total::of(hits.len());
            return Ok(Found { hits, total });
        }
        let mut total = match hits.len() < limit as usize {
            true => Total::of(hits.len()),
            false => self.count_up_to(&keys, all(candidates))?,
        };
        if !conditions.is_empty() {
            total.or_more |= self.has_more_candidates(needle)?;
        }
        Ok(Found { hits, total })
    }

    /// Returns whether more encounters match than a filter is applied to.
    fn has_more_candidates(&self, needle: &Needle) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT 1 FROM search_encounters WHERE search_encounters MATCH ?1
                 ORDER BY rowid DESC LIMIT 1 OFFSET ?2",
            )?
            .exists(params![needle.query(None), CANDIDATES])?)
    }
}
