//! *Voor de deur* and the timeline of a case.

use chrono::NaiveTime;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::closing::closings;
use super::cover::{leave_out_past_cover, weeks};
use super::joining::together;
use super::party::{parties, party_steps};
use super::relation::relations;
use super::safety::{danger, safety, safety_ended};
use super::{id, json, mark, maybe_moment, moment, name_clashes, parsed};
use crate::api::{ReadCase, ReadTimeline};
use crate::document::Kind;
use crate::model::{CaseStatus, Channel, SyncMark, TrustStep};
use crate::store::{Read, Store};
use crate::view::{
    AroundLine, CaseView, CommitmentLine, Timeline, TimelineEntry, Together, TrustChange,
};
use crate::{CaseId, CommitmentId, ContactId, EncounterId, Error, SignalId};

/// A page of a case's own encounters and the signals linked to it, newest first.
const TIMELINE: &str = "
    SELECT e.id, e.kind, e.at, e.said, e.channel, e.by, e.text, coalesce(p.name, '') AS by_name,
           e.rev > max(d.acked, 0) AS unsent,
           EXISTS (SELECT 1 FROM entries_gone g WHERE g.id = e.id AND g.lost
                   AND g.origin = coalesce(e.origin, e.document)) AS contested
    FROM (
      SELECT * FROM (SELECT key, at, id FROM encounters
        WHERE document = ?1 AND (at, id) < (?2, ?3) ORDER BY at DESC, id DESC LIMIT ?4)
      UNION ALL
      SELECT s.key, s.at, s.id FROM signal_links l JOIN encounters s ON s.document = l.signal
        WHERE l.case_id = ?1 AND (s.at, s.id) < (?2, ?3)
      ORDER BY 2 DESC, 3 DESC LIMIT ?4
    ) found
    JOIN encounters e ON e.key = found.key
    JOIN documents d ON d.id = coalesce(e.origin, e.document)
    LEFT JOIN people p ON p.id = e.by
    ORDER BY e.at DESC, e.id DESC";

/// The columns of a [`CommitmentLine`], from `m` joined with `cases c` and `documents d`.
pub(super) const COMMITMENT_LINE: &str = concat!(
    "m.id, m.document, c.name AS case_name, m.text, m.who, m.due, m.time, m.done,
    m.rev > max(d.acked, 0) AS unsent, ",
    danger!("c.id")
);

/// Reads the columns of [`COMMITMENT_LINE`].
pub(super) fn commitment_line(row: &Row<'_>) -> rusqlite::Result<CommitmentLine> {
    Ok(CommitmentLine {
        id: CommitmentId(id(row, "id")?),
        case: CaseId(id(row, "document")?),
        case_name: row.get("case_name")?,
        danger: row.get("danger")?,
        text: row.get("text")?,
        who: row.get("who")?,
        due: parsed(row, "due")?,
        time: time_of_day(row)?,
        done: row.get("done")?,
        mark: mark(row)?,
    })
}

/// Reads the column `time`.
pub(super) fn time_of_day(row: &Row<'_>) -> rusqlite::Result<Option<NaiveTime>> {
    let time: Option<String> = row.get("time")?;
    Ok(time.and_then(|time| NaiveTime::parse_from_str(&time, "%H:%M").ok()))
}

/// Reads an encounter row with the columns `by_name` and `unsent`.
pub(super) fn timeline_entry(row: &Row<'_>) -> rusqlite::Result<TimelineEntry> {
    let entry = id(row, "id")?;
    let is_signal = row.get::<_, u8>("kind")? == Kind::Signal as u8;
    Ok(TimelineEntry {
        id: EncounterId(entry),
        signal: is_signal.then_some(SignalId(entry)),
        at: moment(row, "at")?,
        said: maybe_moment(row, "said")?,
        channel: Channel::from_word(&row.get::<_, String>("channel")?),
        text: row.get("text")?,
        by: row.get("by_name")?,
        contested: row.get("contested")?,
        mark: mark(row)?,
    })
}

impl Read for ReadCase {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.case.0)?;
        case_view(store, self.case)
    }
}

impl Read for ReadTimeline {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.case.0)?;
        let mut entries = timeline_page(store, self.case.0, self.before, self.limit + 1)?;
        let more = entries.len() > self.limit as usize;
        entries.truncate(self.limit as usize);
        Ok(Timeline {
            entries,
            more,
            total: count_timeline(store, self.case)?,
        })
    }
}

/// Returns a case with all that its page shows.
pub(super) fn case_view(store: &Store, case: CaseId) -> Result<CaseView, Error> {
    let bytes = case.0.as_bytes();
    let mut view = store
        .connection
        .prepare_cached("SELECT * FROM cases WHERE id = ?1")?
        .query_row([bytes], |row| {
            Ok(CaseView {
                id: case,
                number: row.get("number")?,
                name: row.get("name")?,
                address: row.get("address")?,
                postcode: row.get("postcode")?,
                district: row.get("district")?,
                phone: row.get("phone")?,
                lead: row.get("lead")?,
                status: CaseStatus::from_word(&row.get::<_, String>("status")?).unwrap_or_default(),
                what_matters: row.get("what_matters")?,
                called: row.get("called")?,
                cover: row.get("cover")?,
                cover_until: parsed(row, "cover_until")?,
                crisis: json(row, "crisis")?,
                does: row.get("does")?,
                donts: row.get("donts")?,
                trust: TrustStep::from_word(&row.get::<_, String>("trust")?),
                problems: json(row, "problems")?,
                sensitive: row.get("sensitive")?,
                reported_by: row.get("reported_by")?,
                reported_on: parsed(row, "reported_on")?,
                background: row.get("background")?,
                clashes: json(row, "clashes")?,
                safety: Vec::new(),
                commitments: Vec::new(),
                last_three: Vec::new(),
                encounters: 0,
                around: Vec::new(),
                trust_history: Vec::new(),
                closings: Vec::new(),
                relations: Vec::new(),
                safety_ended: Vec::new(),
                weeks: None,
                parties: Vec::new(),
                party_steps: Vec::new(),
                together: Together::default(),
                mark: SyncMark::WithTeam,
            })
        })
        .optional()?
        .ok_or(Error::NotFound)?;
    for clash in &mut view.clashes {
        name_clashes(store, &mut clash.values)?;
    }
    leave_out_past_cover(store, &mut view.cover, &mut view.cover_until);
    view.weeks = weeks(store, &view)?;
    view.safety = safety(store, case)?;
    view.safety_ended = safety_ended(store, case)?;
    view.relations = relations(store, case.0)?;
    view.commitments = store.rows(
        &format!(
            "SELECT {COMMITMENT_LINE} FROM commitments m
             JOIN cases c ON c.id = m.document
             JOIN documents d ON d.id = coalesce(m.origin, m.document)
             WHERE m.document = ?1 AND NOT m.done
             ORDER BY m.due IS NULL, m.due, m.time, m.made, m.id"
        ),
        [bytes],
        commitment_line,
    )?;
    view.last_three = timeline_page(store, case.0, None, 3)?;
    view.encounters = count_timeline(store, case)?;
    view.around = around(store, case)?;
    view.trust_history = trust_history(store, case)?;
    view.closings = closings(store, case)?;
    view.parties = parties(store, case)?;
    view.party_steps = party_steps(store, case)?;
    view.together = together(store, case)?;
    view.mark = document_mark(store, case.0)?;
    Ok(view)
}

/// Returns the trust steps of a case, newest first.
pub(super) fn trust_history(store: &Store, case: CaseId) -> Result<Vec<TrustChange>, Error> {
    store.rows(
        "SELECT t.step, t.at, coalesce(p.name, '') AS by_name FROM trust t
         LEFT JOIN people p ON p.id = t.by
         WHERE t.document = ?1 ORDER BY t.at DESC, t.id DESC",
        [case.0.as_bytes()],
        |row| {
            Ok(TrustChange {
                step: TrustStep::from_word(&row.get::<_, String>("step")?),
                by: row.get("by_name")?,
                at: moment(row, "at")?,
            })
        },
    )
}

/// Returns the contacts around a case.
pub(super) fn around(store: &Store, case: CaseId) -> Result<Vec<AroundLine>, Error> {
    store.rows(
        "SELECT a.contact, c.name, c.phone,
                CASE WHEN a.note = '' THEN c.what_for ELSE a.note END AS note
         FROM around a JOIN contacts c ON c.id = a.contact
         WHERE a.case_id = ?1 ORDER BY c.sort_name, c.id",
        [case.0.as_bytes()],
        |row| {
            Ok(AroundLine {
                contact: ContactId(id(row, "contact")?),
                name: row.get("name")?,
                note: row.get("note")?,
                phone: row.get("phone")?,
            })
        },
    )
}

/// Returns the sync mark of a document; `OnlyHere` if it does not exist.
pub(super) fn document_mark(store: &Store, document: Uuid) -> Result<SyncMark, Error> {
    Ok(store
        .connection
        .prepare_cached("SELECT rev > acked AS unsent FROM documents WHERE id = ?1")?
        .query_row([document.as_bytes()], mark)
        .optional()?
        .unwrap_or(SyncMark::OnlyHere))
}

/// Counts the encounters and linked signals of a case.
fn count_timeline(store: &Store, case: CaseId) -> Result<u32, Error> {
    store.count(
        "SELECT (SELECT count(*) FROM encounters WHERE document = ?1)
              + (SELECT count(*) FROM signal_links WHERE case_id = ?1)",
        [case.0.as_bytes()],
    )
}

/// Returns a page of the timeline: up to `limit` entries older than `before`, newest first.
pub(super) fn timeline_page(
    store: &Store,
    case: Uuid,
    before: Option<EncounterId>,
    limit: u32,
) -> Result<Vec<TimelineEntry>, Error> {
    let (at, id) = match before {
        None => (i64::MAX, Uuid::max()),
        Some(encounter) => {
            let at = store
                .connection
                // An encounter belongs to the case's document; a signal is a document of its own.
                .prepare_cached("SELECT at FROM encounters WHERE document IN (?1, ?2) AND id = ?2")?
                .query_row([case.as_bytes(), encounter.0.as_bytes()], |row| row.get(0))
                .optional()?
                .ok_or(Error::NotFound)?;
            (at, encounter.0)
        }
    };
    store.rows(
        TIMELINE,
        params![case.as_bytes(), at, id.as_bytes(), limit],
        timeline_entry,
    )
}
