//! What only people can settle: conflicts, signals of the day and decisions to review.

use rusqlite::{Row, params};

use super::decision::look_agains;
use super::inbox::inbox;
use super::party::parties;
use super::safety::danger;
use super::taking_back::{entry_of, name_of, who_of};
use super::{id, json, moment, name_clashes};
use crate::document::Kind;
use crate::model::Who;
use crate::store::Store;
use crate::view::{Clash, ClashLine, Clashed, MovedTo, MovedTwice, ToSettle};
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
        moves: moved_twice(store)?,
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

/// Entries that were moved to more than one page, with those pages; each other page is a row.
const MOVED_TWICE: &str = "
    SELECT g.id, g.origin, o.kind AS origin_kind, g.part, g.at, g.document, g.kind, g.moved_to, g.moved_kind,
           coalesce(
             (SELECT e.text FROM encounters e WHERE e.document = g.moved_to AND e.id = g.id),
             (SELECT e.text FROM commitments e WHERE e.document = g.moved_to AND e.id = g.id),
             (SELECT trim(e.purpose || ' ' || e.note) FROM expenses e
              WHERE e.document = g.moved_to AND e.id = g.id)) AS text
    FROM entries_gone g JOIN documents o ON o.id = g.origin
    WHERE g.lost ORDER BY g.gone_at, g.origin, g.id, g.document LIMIT ?1";

/// Returns the entries that two people moved to different pages.
fn moved_twice(store: &Store) -> Result<Vec<MovedTwice>, Error> {
    let rows = store.rows(MOVED_TWICE, params![LINES], |row| {
        let who =
            |kind: u8, id| Kind::from_number(kind).map_or(Who::Unknown, |kind| who_of(kind, id));
        let there = who(row.get("moved_kind")?, id(row, "moved_to")?);
        let also = who(row.get("kind")?, id(row, "document")?);
        let text: Option<String> = row.get("text")?;
        Ok((entry_of(row)?, moment(row, "at")?, text, there, also))
    })?;
    let mut moves: Vec<MovedTwice> = Vec::new();
    for (entry, at, text, there, also) in rows {
        // Withdrawn: there is nothing left to settle.
        let Some(text) = text else { continue };
        let also = page(store, also)?;
        match moves.iter_mut().find(|line| line.entry == entry) {
            Some(line) => line.to.push(also),
            None => moves.push(MovedTwice {
                entry,
                at,
                text,
                to: vec![page(store, there)?, also],
            }),
        }
    }
    Ok(moves)
}

fn page(store: &Store, who: Who) -> Result<MovedTo, Error> {
    let danger = match who {
        Who::Case(case) => store
            .connection
            .prepare_cached(concat!("SELECT ", danger!("?1")))?
            .query_row([case.0.as_bytes()], |row| row.get(0))?,
        _ => false,
    };
    Ok(MovedTo {
        who,
        name: name_of(store, who)?,
        danger,
    })
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
