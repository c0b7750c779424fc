//! The core team's agenda page.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::safety::danger;
use super::team_settings::team_settings;
use super::{id, json, mark, moment, parsed};
use crate::api::{ReadCoreTeam, ReadOnAgenda};
use crate::store::{Read, Store};
use crate::view::{AgendaDecision, AgendaItem, CoreTeam};
use crate::{CaseId, Error};

impl Read for ReadCoreTeam {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let agreed = team_settings(store)?;
        let last = last_meeting(store)?;
        Ok(CoreTeam {
            team: store.membership()?.map(|m| m.team_name).unwrap_or_default(),
            next: agreed.core_team_next,
            place: agreed.core_team_place,
            weeks: agreed.core_team_weeks,
            items: agenda_items(store)?,
            last,
            decided: match last {
                Some(day) => decided_on(store, day)?,
                None => Vec::new(),
            },
        })
    }
}

impl Read for ReadOnAgenda {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        Ok(!open_agenda(store, self.case.0)?.is_empty())
    }
}

/// Returns a case's open agenda entries, oldest first; together they form one item.
pub(in crate::store) fn open_agenda(store: &Store, case: Uuid) -> Result<Vec<Uuid>, Error> {
    store.rows(
        "SELECT id FROM agenda WHERE document = ?1 AND NOT off AND meeting IS NULL
         ORDER BY at, id",
        [case.as_bytes()],
        |row| id(row, "id"),
    )
}

/// Returns the open items, one per case: several phones may each have put a case on the agenda.
fn agenda_items(store: &Store) -> Result<Vec<AgendaItem>, Error> {
    let entries = store.rows(
        concat!(
            "SELECT a.document, c.name, c.problems, a.status, a.question, a.at,
                coalesce(p.name, '') AS by_name, a.rev > max(d.acked, 0) AS unsent, ",
            danger!("c.id"),
            " FROM agenda a JOIN cases c ON c.id = a.document JOIN documents d ON d.id = a.document
             LEFT JOIN people p ON p.id = a.by
             WHERE NOT a.off AND a.meeting IS NULL ORDER BY a.at, a.id"
        ),
        [],
        |row| {
            Ok(AgendaItem {
                case: CaseId(id(row, "document")?),
                name: row.get("name")?,
                danger: row.get("danger")?,
                problems: json(row, "problems")?,
                status: row.get("status")?,
                question: row.get("question")?,
                by: row.get("by_name")?,
                at: moment(row, "at")?,
                mark: mark(row)?,
            })
        },
    )?;
    let mut items: Vec<AgendaItem> = Vec::new();
    for entry in entries {
        match items.iter_mut().find(|item| item.case == entry.case) {
            Some(item) => {
                add_lines(&mut item.status, &entry.status);
                add_lines(&mut item.question, &entry.question);
                if entry.mark == crate::model::SyncMark::OnlyHere {
                    item.mark = entry.mark;
                }
            }
            None => items.push(entry),
        }
    }
    Ok(items)
}

fn last_meeting(store: &Store) -> Result<Option<NaiveDate>, Error> {
    Ok(store
        .connection
        .prepare_cached(
            "SELECT meeting FROM agenda WHERE meeting IS NOT NULL
             ORDER BY meeting DESC LIMIT 1",
        )?
        .query_row([], |row| parsed(row, "meeting"))
        .optional()?
        .flatten())
}

fn decided_on(store: &Store, meeting: NaiveDate) -> Result<Vec<AgendaDecision>, Error> {
    store.rows(
        concat!(
            "SELECT a.document, c.name, c.problems, a.decision, coalesce(p.name, '') AS by_name, ",
            danger!("c.id"),
            " FROM agenda a JOIN cases c ON c.id = a.document
             LEFT JOIN people p ON p.id = a.decided_by
             WHERE a.meeting = ?1 ORDER BY a.decided_at, a.id"
        ),
        [meeting.to_string()],
        |row| {
            Ok(AgendaDecision {
                case: CaseId(id(row, "document")?),
                name: row.get("name")?,
                danger: row.get("danger")?,
                problems: json(row, "problems")?,
                text: row.get("decision")?,
                by: row.get("by_name")?,
            })
        },
    )
}

/// Appends the lines of another text that are not in this one yet.
fn add_lines(text: &mut String, more: &str) {
    for line in more.lines() {
        if !text.lines().any(|known| known == line) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
    }
}
