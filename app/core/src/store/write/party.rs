//! Changes to the involved parties of a case.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::name;
use crate::api::{AddParty, SetPartyState};
use crate::document::{Kind, PartyChange};
use crate::store::project::party_key;
use crate::store::{Store, Write};
use crate::view::PartyState;
use crate::{CaseId, Error, PartyId};

impl Write for AddParty {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.add_party(self)
    }
}

impl Write for SetPartyState {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_party_state(self)
    }
}

impl Store {
    pub(in crate::store) fn add_party(&mut self, call: AddParty) -> Result<PartyId, Error> {
        let name = name(&call.name)?;
        let wanted = party_key(name);
        let known = self.parties_named(call.case)?;
        if let Some((party, _)) = known.into_iter().find(|(_, name)| *name == wanted) {
            self.set_party_state(SetPartyState {
                case: call.case,
                party,
                state: PartyState::Needed,
            })?;
            return Ok(party);
        }
        let key = self.new_id();
        let (by, at) = (self.me.0, self.environment.now());
        self.edit(Kind::Case, call.case.0, |edit| {
            Ok(edit.add_party(key, name, by, at)?)
        })?;
        Ok(PartyId(key))
    }

    pub(in crate::store) fn set_party_state(&mut self, call: SetPartyState) -> Result<(), Error> {
        let now: Option<(String, String)> = self
            .connection
            .prepare_cached("SELECT state, clash FROM parties WHERE document = ?1 AND id = ?2")?
            .query_row([call.case.0.as_bytes(), call.party.0.as_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (state, clash) = now.ok_or(Error::NotFound)?;
        if state == call.state.word() && clash == "[]" {
            return Ok(());
        }
        let parties = self.parties_as_one(call.case, call.party)?;
        let keys: Vec<Uuid> = parties.iter().map(|_| self.new_id()).collect();
        let (by, at) = (self.me.0, self.environment.now());
        self.edit(Kind::Case, call.case.0, |edit| {
            for (party, key) in parties.into_iter().zip(keys) {
                let state = call.state;
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

    fn parties_named(&self, case: CaseId) -> Result<Vec<(PartyId, String)>, Error> {
        let mut statement = self
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
    fn parties_as_one(&mut self, case: CaseId, party: PartyId) -> Result<Vec<Uuid>, Error> {
        let document = self.open_document(case.0)?;
        let parties = crate::store::project::parties_as_one(&document, party.0);
        self.keep_open(case.0, document);
        Ok(parties)
    }
}
