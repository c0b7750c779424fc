//! What only people can settle: conflicts, signals of the day and decisions to review.

use rusqlite::{Row, params};

use super::decision::look_agains;
use super::inbox::inbox;
use super::party::parties;
use super::safety::danger;
use super::{id, json, name_clashes};
use crate::store::Store;
use crate::view::{Clash, ClashLine, Clashed, ToSettle};
use crate::{CaseId, ContactId, Error, StudyId, day};

/// Maximum number of lines of each kind.
const LINES: u32 = 20;

const CASES: &str = concat!(
    "SELECT c.id, c.name, c.clashes, ",
    danger!("c.id"),
    " FROM cases c WHERE c.id IN (
        SELECT id FROM cases WHERE clashes != '[]'
        UNION SELECT document FROM parties WHERE clash != '[]')
      ORDER BY c.name, c.id LIMIT ?1"
);

/// Returns what is listed when the day is closed.
pub(super) fn to_settle(store: &Store) -> Result<ToSettle, Error> {
    let today = store.environment.today();
    let mut signals = inbox(store, today, LINES)?;
    signals.retain(|signal| day::of(signal.at) == today);
    Ok(ToSettle {
        clashes: clashes(store)?,
        signals,
        look_again: look_agains(store, LINES)?,
    })
}

/// Returns the records in conflict.
pub(super) fn clashes(store: &Store) -> Result<Vec<ClashLine>, Error> {
    let mut lines = store.rows(CASES, params![LINES], |row| {
        let of = Clashed::Case {
            case: CaseId(id(row, "id")?),
            fields: json(row, "clashes")?,
            parties: Vec::new(),
        };
        line(row, of, row.get("danger")?)
    })?;
    lines.extend(store.rows(
        "SELECT id, name, clashes FROM contacts WHERE clashes != '[]' ORDER BY name, id LIMIT ?1",
        params![LINES],
        |row| {
            let of = Clashed::Contact {
                contact: ContactId(id(row, "id")?),
                fields: json(row, "clashes")?,
            };
            line(row, of, false)
        },
    )?);
    lines.extend(store.rows(
        "SELECT id, name, clashes FROM studies WHERE clashes != '[]' ORDER BY name, id LIMIT ?1",
        params![LINES],
        |row| {
            let of = Clashed::Study {
                study: StudyId(id(row, "id")?),
                fields: json(row, "clashes")?,
            };
            line(row, of, false)
        },
    )?);
    lines.truncate(LINES as usize);
    for line in &mut lines {
        match &mut line.of {
            Clashed::Case {
                case,
                fields,
                parties: unclear,
            } => {
                named(store, fields)?;
                *unclear = parties(store, *case)?;
                unclear.retain(|party| !party.clash.is_empty());
            }
            Clashed::Contact { fields, .. } => named(store, fields)?,
            Clashed::Study { fields, .. } => named(store, fields)?,
        }
    }
    Ok(lines)
}

fn line(row: &Row<'_>, of: Clashed, danger: bool) -> rusqlite::Result<ClashLine> {
    Ok(ClashLine {
        of,
        name: row.get("name")?,
        danger,
    })
}

fn named<F>(store: &Store, clashes: &mut [Clash<F>]) -> Result<(), Error> {
    clashes
        .iter_mut()
        .try_for_each(|clash| name_clashes(store, &mut clash.values))
}
