//! Organisations around a case.

use std::collections::BTreeMap;

use super::{id, json, mark, moment, name_clashes};
use crate::model::PartyState;
use crate::store::Store;
use crate::view::{PartyLine, PartyStep};
use crate::{CaseId, Error, PartyId};

/// Returns the parties of a case: those needed first, then by name.
pub(super) fn parties(store: &Store, case: CaseId) -> Result<Vec<PartyLine>, Error> {
    let mut lines = store.rows(
        "SELECT p.id, p.name, p.state, p.changed_at, p.clash,
                coalesce(w.name, '') AS by_name, p.rev > max(d.acked, 0) AS unsent
         FROM parties p JOIN documents d ON d.id = p.document
         LEFT JOIN people w ON w.id = p.changed_by
         WHERE p.document = ?1 ORDER BY p.state, p.name COLLATE NOCASE, p.id",
        [case.0.as_bytes()],
        |row| {
            let state: String = row.get("state")?;
            Ok(PartyLine {
                id: PartyId(id(row, "id")?),
                name: row.get("name")?,
                state: PartyState::from_word(&state).unwrap_or_default(),
                changed_at: moment(row, "changed_at")?,
                changed_by: row.get("by_name")?,
                clash: json(row, "clash")?,
                mark: mark(row)?,
            })
        },
    )?;
    for line in &mut lines {
        name_clashes(store, &mut line.clash)?;
    }
    Ok(lines)
}

/// Returns the number of needed parties after each change of it.
pub(super) fn party_steps(store: &Store, case: CaseId) -> Result<Vec<PartyStep>, Error> {
    let changes = store.rows(
        "SELECT party, state, at FROM party_changes WHERE document = ?1 ORDER BY at, id",
        [case.0.as_bytes()],
        |row| {
            let state: String = row.get("state")?;
            let needed = PartyState::from_word(&state) == Some(PartyState::Needed);
            Ok((id(row, "party")?, needed, moment(row, "at")?))
        },
    )?;
    let mut needs = BTreeMap::new();
    let mut steps: Vec<PartyStep> = Vec::new();
    for (party, needed, at) in changes {
        needs.insert(party, needed);
        let count = needs.values().filter(|needed| **needed).count();
        let needed = u32::try_from(count).unwrap_or(u32::MAX);
        match steps.last_mut() {
            Some(last) if last.at == at => last.needed = needed,
            Some(last) if last.needed == needed => {}
            _ => steps.push(PartyStep { at, needed }),
        }
    }
    Ok(steps)
}
