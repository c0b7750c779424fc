//! The inbox: signals not yet handled, and those whose rest is over. Whether a rest is over is decided
//! by today's date on reading, without any scheduled write.

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::{id, mark, moment, parsed};
use crate::model::Channel;
use crate::store::Store;
use crate::view::SignalLine;
use crate::{Error, SignalId};

/// Returns inbox lines, newest first; a signal that returns from rest counts from that day.
pub(super) fn inbox(store: &Store, today: NaiveDate, limit: u32) -> Result<Vec<SignalLine>, Error> {
    let sql = "SELECT e.document, e.source, e.text, e.channel, e.at, e.resting_until,
                coalesce(p.name, '') AS by_name, e.rev > max(d.acked, 0) AS unsent
         FROM (SELECT * FROM (SELECT key, at AS since FROM encounters WHERE open
                              ORDER BY at DESC LIMIT ?2)
               UNION ALL
               SELECT * FROM (SELECT key, unixepoch(resting_until) * 1000 AS since
                              FROM encounters
                              WHERE resting_until IS NOT NULL AND resting_until <= ?1
                              ORDER BY resting_until DESC, at DESC LIMIT ?2)) i
         JOIN encounters e ON e.key = i.key JOIN documents d ON d.id = e.document
         LEFT JOIN people p ON p.id = e.by
         ORDER BY i.since DESC, e.at DESC, e.id DESC LIMIT ?2";
    store.rows(sql, params![today.to_string(), limit], signal_line)
}

pub(super) fn count_inbox(store: &Store, today: NaiveDate) -> Result<u32, Error> {
    store.count(
        "SELECT (SELECT count(*) FROM encounters WHERE open)
              + (SELECT count(*) FROM encounters
                 WHERE resting_until IS NOT NULL AND resting_until <= ?1)",
        params![today.to_string()],
    )
}

fn signal_line(row: &Row<'_>) -> rusqlite::Result<SignalLine> {
    Ok(SignalLine {
        id: SignalId(id(row, "document")?),
        source: row.get("source")?,
        rested_until: parsed(row, "resting_until")?,
        text: row.get("text")?,
        channel: Channel::from_word(&row.get::<_, String>("channel")?),
        at: moment(row, "at")?,
        by: row.get("by_name")?,
        mark: mark(row)?,
    })
}
