//! Changes to the team's ordered escalation list, and logging that someone on it was called.

use rusqlite::params;
use uuid::Uuid;

use super::{at_most, sentence};
use crate::api::{LogEscalation, MoveCallLine, RemoveCallLine, SaveCallLine};
use crate::document::{CallLine, Edit, Encounter, Kind};
use crate::model::{Channel, MAX_LINE};
use crate::store::meta::key;
use crate::store::{Store, Write};
use crate::{CallListId, CaseId, Error};

/// Gap between the ranks of neighbouring lines, which leaves room to insert a line without
/// renumbering.
const STEP: i64 = 1 << 20;

impl Write for SaveCallLine {
    fn run(self, store: &mut Store) -> Result<CallListId, Error> {
        let mut line = CallLine {
            name: at_most(self.name.trim(), MAX_LINE)?.to_owned(),
            role: at_most(self.role.trim(), MAX_LINE)?.to_owned(),
            phone: at_most(self.phone.trim(), MAX_LINE)?.to_owned(),
            ..CallLine::default()
        };
        if line.name.is_empty() && line.role.is_empty() {
            return Err(Error::Empty);
        }
        let list = ranked_call_list(store)?;
        let id = match self.id {
            Some(id) => {
                let known = list.iter().find(|(known, _)| *known == id.0);
                line.rank = known.ok_or(Error::NotFound)?.1.rank;
                id
            }
            None => {
                let last = list.last().map_or(0, |(_, line)| line.rank);
                line.rank = last.saturating_add(STEP);
                CallListId(store.new_id())
            }
        };
        store.edit_team(|edit| Ok(edit.write_call_line(id.0, &line)?))?;
        Ok(id)
    }
}

impl Write for RemoveCallLine {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let list = ranked_call_list(store)?;
        let known = list.into_iter().find(|(known, _)| *known == self.id.0);
        let (id, mut line) = known.ok_or(Error::NotFound)?;
        line.gone = true;
        store.edit_team(|edit| Ok(edit.write_call_line(id, &line)?))
    }
}

impl Write for MoveCallLine {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let mut list = ranked_call_list(store)?;
        let from = list.iter().position(|(known, _)| *known == self.id.0);
        let from = from.ok_or(Error::NotFound)?;
        let to = match self.up {
            true => from.checked_sub(1),
            false => Some(from + 1).filter(|to| *to < list.len()),
        };
        let Some(to) = to else { return Ok(()) };
        let line = list.remove(from);
        list.insert(to, line);
        let before = to.checked_sub(1).map(|place| list[place].1.rank);
        let after = list.get(to + 1).map(|(_, line)| line.rank);
        match between(before, after) {
            Some(rank) => store.edit_team(|edit| Ok(edit.rank_call_line(self.id.0, rank)?)),
            // No rank is free in between: renumber the whole list.
            None => store.edit_team(|edit| renumber(edit, &list)),
        }
    }
}

impl Write for LogEscalation {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?;
        if said_just_now(store, self.case, text)? {
            return Ok(());
        }
        let encounter = Encounter {
            at: store.environment.now(),
            said: None,
            channel: Channel::Phone,
            by: store.me.0,
            text: text.to_owned(),
            altered: false,
        };
        let id = store.new_id();
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.add_encounter(id, &encounter)?)
        })
    }
}

/// Returns whether this phone's user logged the same text in this case within the last minute.
fn said_just_now(store: &Store, case: CaseId, text: &str) -> Result<bool, Error> {
    let minute_ago = store.environment.now().timestamp_millis() - 60_000;
    Ok(store
        .connection
        .prepare_cached(
            "SELECT 1 FROM encounters
             WHERE document = ?1 AND at > ?2 AND by = ?3 AND text = ?4",
        )?
        .exists(params![
            case.0.as_bytes(),
            minute_ago,
            store.me.0.as_bytes(),
            text
        ])?)
}

/// Returns the lines that were not removed, in order, with their ranks.
fn ranked_call_list(store: &mut Store) -> Result<Vec<(Uuid, CallLine)>, Error> {
    let team = match store.membership()? {
        Some(member) => Some(member.team.0),
        None => store.meta(key::TEAM_OF_ONE)?,
    };
    let Some(team) = team.map(Uuid::from_bytes) else {
        return Ok(Vec::new());
    };
    if store.document_row(team)?.is_none() {
        return Ok(Vec::new());
    }
    let document = store.open_document(team)?;
    let mut list = document.call_list();
    store.keep_open(team, document);
    list.retain(|(_, line)| !line.gone);
    list.sort_by_key(|(id, line)| (line.rank, *id));
    Ok(list)
}

fn renumber(edit: &mut Edit<'_, '_>, list: &[(Uuid, CallLine)]) -> Result<(), Error> {
    for ((id, _), place) in list.iter().zip(1_i64..) {
        edit.rank_call_line(*id, place.saturating_mul(STEP))?;
    }
    Ok(())
}

/// Returns a rank between two others, or `None` when there is no gap.
fn between(before: Option<i64>, after: Option<i64>) -> Option<i64> {
    match (before, after) {
        (None, None) => Some(STEP),
        (Some(before), None) => before.checked_add(STEP),
        (None, Some(after)) => after.checked_sub(STEP),
        (Some(before), Some(after)) => {
            let middle = before.midpoint(after);
            (before < middle && middle < after).then_some(middle)
        }
    }
}
