//! Changes to the involved parties of a case.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::name;
use crate::api::{AddParty, SetPartyState};
use crate::document::{Kind, PartyChange};
use crate::model::PartyState;
use crate::store::project::party_key;
use crate::store::{Store, Write};
use crate::{CaseId, Error, PartyId};

impl Write for AddParty {
    fn run(self, store: &mut Store) -> Result<PartyId, Error> {
        let name = name(&self.name)?;
        let wanted = party_key(name);
        let known = parties_named(store, self.case)?;
        if let Some((party, _)) = known.into_iter().find(|(_, name)| *name == wanted) {
            SetPartyState {
                case: self.case,
                party,
                state: PartyState::Needed,
            }
            .run(store)?;
            return Ok(party);
        }
        let key = store.new_id();
        let (by, at) = (store.me.0, store.environment.now());
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.add_party(key, name, by, at)?)
        })?;
        Ok(PartyId(key))
    }
}

impl Write for SetPartyState {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let now: Option<(String, String)> = store
            .connection
            .prepare_cached("SELECT state, clash FROM parties WHERE document = ?1 AND id = ?2")?
            .query_row([self.case.0.as_bytes(), self.party.0.as_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (state, clash) = now.ok_or(Error::NotFound)?;
        if state == self.state.word() && clash == "[]" {
            return Ok(());
        }
        let parties = parties_as_one(store, self.case, self.party)?;
        let keys: Vec<Uuid> = parties.iter().map(|_| store.new_id()).collect();
        let (by, at) = (store.me.0, store.environment.now());
        store.edit(Kind::Case, self.case.0, |edit| {
            for (party, key) in parties.into_iter().zip(keys) {
                let state = self.state;
                edit.set_party_state(
                    key,
                    &PartyChange {
                        party,
                        state,
                        by,
                        at,
                    },
                )?;
            }
            Ok(())
        })
    }
}

fn parties_named(store: &Store, case: CaseId) -> Result<Vec<(PartyId, String)>, Error> {
    let mut statement = store
        .connection
        .prepare_cached("SELECT id, name FROM parties WHERE document = ?1")?;
    let rows = statement.query_map([case.0.as_bytes()], |row| {
        let name: String = row.get(1)?;
        Ok((
            PartyId(Uuid::from_bytes(row.get::<_, [u8; 16]>(0)?)),
            party_key(&name),
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the entries shown as one party: this one and others of the same name.
fn parties_as_one(store: &mut Store, case: CaseId, party: PartyId) -> Result<Vec<Uuid>, Error> {
    let document = store.open_document(case.0)?;
    let parties = crate::store::project::parties_as_one(&document, party.0);
    store.keep_open(case.0, document);
    Ok(parties)
}
