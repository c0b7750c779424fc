//! Search in encounters.

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::super::filter::conditions;
use super::super::matching::Needle;
use super::super::moment;
use super::super::safety::danger;
use super::super::search::full_text_query;
use super::{COUNTED, place};
use crate::Error;
use crate::model::Channel;
use crate::store::Store;
use crate::store::meta::to_json;
use crate::view::{CaseFilter, EncounterHit, Found, Total};

/// Number of matching encounters to which a filter is applied.
const CANDIDATES: u32 = 2000;

/// Returns the newest matching encounters.
pub(super) fn find_encounters(
    store: &Store,
    needle: &Needle,
    filter: &CaseFilter,
    limit: u32,
) -> Result<Found<EncounterHit>, Error> {
    let counted = limit.max(COUNTED);
    let query = full_text_query(store, needle)?;
    let (mut keys, cut) = match filter.is_empty() {
        true => (newest_encounters(store, &query, counted + 1)?, false),
        // A single letter may match every encounter, so the filter is applied to the newest only.
        false => {
            let candidates = CANDIDATES.max(limit);
            let mut newest = newest_encounters(store, &query, candidates + 1)?;
            let cut = newest.len() > candidates as usize;
            newest.truncate(candidates as usize);
            (filtered(store, newest, filter, counted + 1)?, cut)
        }
    };
    let mut total = Total::up_to(keys.len(), counted);
    total.or_more |= cut;
    keys.truncate(limit as usize);
    let hits: Vec<EncounterHit> = store.rows(
        concat!(
            "SELECT e.document, e.kind, e.at, e.channel, e.text, e.source, e.id,
                coalesce(c.name, k.name, s.name, e.source) AS name,
                coalesce(p.name, '') AS by_name, ",
            danger!("e.document"),
            " FROM json_each(?1) found
             JOIN encounters e ON e.key = found.value
             LEFT JOIN cases c ON c.id = e.document
             LEFT JOIN contacts k ON k.id = e.document
             LEFT JOIN studies s ON s.id = e.document
             LEFT JOIN people p ON p.id = e.by
             ORDER BY e.at DESC, e.id DESC"
        ),
        [to_json(&keys)?],
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
                danger: row.get("danger")?,
                text,
                channel: Channel::from_word(&row.get::<_, String>("channel")?),
                at: moment(row, "at")?,
                by: row.get("by_name")?,
            })
        },
    )?;
    Ok(Found { hits, total })
}

/// Returns the keys of the newest encounters that match, at most so many.
fn newest_encounters(store: &Store, query: &str, limit: u32) -> Result<Vec<i64>, Error> {
    store.rows(
        "SELECT rowid FROM search_encounters WHERE search_encounters MATCH ?1
         ORDER BY rowid DESC LIMIT ?2",
        params![query, limit],
        |row| row.get(0),
    )
}

/// Returns those of these encounters whose case the filter admits, in the same order.
fn filtered(
    store: &Store,
    keys: Vec<i64>,
    filter: &CaseFilter,
    limit: u32,
) -> Result<Vec<i64>, Error> {
    let (conditions, values) = conditions(filter, "c");
    let keys: Value = to_json(&keys)?.into();
    store.rows(
        &format!(
            "SELECT m.value FROM json_each(?) m CROSS JOIN encounters e ON e.key = m.value
             CROSS JOIN cases c INDEXED BY cases_filtered ON c.id = e.document
             WHERE 1{conditions} LIMIT {limit}"
        ),
        params_from_iter(std::iter::once(keys).chain(values)),
        |row| row.get(0),
    )
}
