//! Projects organisations around a case: one row per name.

use std::collections::BTreeMap;

use rusqlite::params;
use uuid::Uuid;

use super::{Part, clash_values};
use crate::Error;
use crate::document::{Collection, Document, Party, PartyChange, Touched};
use crate::model::PartyState;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::meta::to_json;
use crate::view::ClashValue;

/// Parties with the same name, which several phones may have added.
struct Group {
    /// The id of the party added first, which stands for all of them.
    id: Uuid,
    parties: Vec<(Uuid, Party)>,
}

impl Group {
    /// Returns the distinct values of the group's state, the effective one first: the party that was
    /// changed last wins.
    fn values(&self) -> Vec<ClashValue> {
        let mut values: Vec<ClashValue> = Vec::new();
        let mut parties: Vec<_> = self.parties.iter().map(|(_, party)| party).collect();
        parties.sort_by_key(|party| std::cmp::Reverse(party.states.first().map(|v| v.at)));
        for value in parties
            .iter()
            .flat_map(|party| clash_values(party.states.clone()))
        {
            if !values.iter().any(|known| known.value == value.value) {
                values.push(value);
            }
        }
        values
    }
}

/// Normalizes an organisation's name for comparison, ignoring case, accents and spacing.
pub(in crate::store) fn party_key(name: &str) -> String {
    let folded = crate::folding::fold(name);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Groups the parties of a case by name.
fn groups(document: &Document) -> Vec<Group> {
    let mut all: Vec<(Uuid, Party)> = document
        .ids(Collection::Parties)
        .into_iter()
        .filter_map(|id| Some((id, document.party(&id.simple().to_string())?)))
        .collect();
    all.sort_by_key(|(id, party)| (party.at, *id));
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (id, party) in all {
        let place = *places.entry(party_key(&party.name)).or_insert_with(|| {
            groups.push(Group {
                id,
                parties: Vec::new(),
            });
            groups.len() - 1
        });
        groups[place].parties.push((id, party));
    }
    groups
}

/// Returns the ids of all entries that are shown as one party, given the id of any of them.
pub(in crate::store) fn parties_as_one(document: &Document, party: Uuid) -> Vec<Uuid> {
    let has = |group: &Group| group.parties.iter().any(|(id, _)| *id == party);
    let group = groups(document).into_iter().find(has);
    let parties = group.into_iter().flat_map(|group| group.parties);
    parties.map(|(id, _)| id).collect()
}

impl Store {
    /// Projects all parties of a case if any was touched: they are few, and one name is one row.
    pub(super) fn project_parties(
        &self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let touched = Self::touched_ids(touched, Collection::Parties);
        if touched.is_empty() {
            return Ok(());
        }
        let changes: Vec<(Uuid, PartyChange)> = document
            .ids(Collection::Parties)
            .into_iter()
            .filter_map(|id| Some((id, document.party_change(&id.simple().to_string())?)))
            .collect();
        let groups = groups(document);
        let touches = |id: Uuid| touched.iter().any(|(_, entry)| *entry == id);
        self.connection
            .prepare_cached("DELETE FROM party_changes WHERE document = ?1")?
            .execute([case.as_bytes()])?;
        for group in &groups {
            let ours = |change: &PartyChange| group.parties.iter().any(|p| p.0 == change.party);
            let own: Vec<_> = changes.iter().filter(|(_, change)| ours(change)).collect();
            for (id, party) in &group.parties {
                let added = PartyChange {
                    party: *id,
                    state: PartyState::Needed,
                    by: party.by,
                    at: party.at,
                };
                self.project_party_change(case, group.id, *id, &added)?;
            }
            for (id, change) in &own {
                self.project_party_change(case, group.id, *id, change)?;
            }
            let entries = group.parties.iter().map(|(id, _)| *id);
            let mut entries = entries.chain(own.iter().map(|(id, _)| *id));
            let is_touched = entries.any(touches);
            let rev = if is_touched { origin.rev() } else { 0 };
            self.project_party(case, group, &own, rev)?;
            if is_touched {
                self.note_unsent(case, Part::Other, group.id, origin)?;
            }
        }
        self.forget_folded(case, &groups)?;
        Ok(())
    }

    fn project_party(
        &self,
        case: Uuid,
        group: &Group,
        changes: &[&(Uuid, PartyChange)],
        rev: i64,
    ) -> Result<(), Error> {
        let Some((_, first)) = group.parties.first() else {
            return Ok(());
        };
        let values = group.values();
        let state = values
            .first()
            .and_then(|value| PartyState::from_word(&value.value))
            .unwrap_or_default();
        let last = changes
            .iter()
            .map(|(id, change)| (change.at, *id, change))
            .filter(|(_, _, change)| change.state == state)
            .max_by_key(|(at, id, _)| (*at, *id));
        let (at, by) = last.map_or((first.at, first.by), |(at, _, change)| (at, change.by));
        let clash = match values.len() {
            0 | 1 => Vec::new(),
            _ => values,
        };
        self.connection
            .prepare_cached(
                "INSERT INTO parties
                   (document, id, name, state, changed_at, changed_by, added_at, clash, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (document, id) DO UPDATE SET name = excluded.name,
                   state = excluded.state, changed_at = excluded.changed_at,
                   changed_by = excluded.changed_by, added_at = excluded.added_at,
                   clash = excluded.clash, rev = max(rev, excluded.rev)",
            )?
            .execute(params![
                case.as_bytes(),
                group.id.as_bytes(),
                first.name,
                state.word(),
                at.timestamp_millis(),
                by.as_bytes(),
                first.at.timestamp_millis(),
                to_json(&clash)?,
                rev,
            ])?;
        self.put_case_text(case, "party", group.id, &first.name)
    }

    fn project_party_change(
        &self,
        case: Uuid,
        party: Uuid,
        id: Uuid,
        change: &PartyChange,
    ) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT INTO party_changes (document, id, party, state, at, by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                case.as_bytes(),
                id.as_bytes(),
                party.as_bytes(),
                change.state.word(),
                change.at.timestamp_millis(),
                change.by.as_bytes(),
            ])?;
        Ok(())
    }

    /// Removes the rows of duplicates, which are shown under the id of the first.
    fn forget_folded(&self, case: Uuid, groups: &[Group]) -> Result<(), Error> {
        let folded = groups.iter().flat_map(|group| {
            let all = group.parties.iter().map(|(id, _)| *id);
            all.filter(|id| *id != group.id)
        });
        for id in folded {
            self.connection
                .prepare_cached("DELETE FROM parties WHERE document = ?1 AND id = ?2")?
                .execute(params![case.as_bytes(), id.as_bytes()])?;
            self.put_case_text(case, "party", id, "")?;
        }
        Ok(())
    }
}
