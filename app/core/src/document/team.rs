//! The team document: its members and its agreed settings.

use super::entry::id_text;
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit};
use crate::PersonId;
use crate::model::TeamSetting;

/// A member of the team, with the device they use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    /// Actor id of the phone, in hexadecimal; attributes conflicts to a person.
    pub(crate) actor: String,
}

impl Edit<'_, '_> {
    /// Adds a member with their device's actor (empty when unknown), or updates name and actor.
    pub(crate) fn write_member(
        &mut self,
        person: PersonId,
        name: &str,
        actor: &str,
    ) -> Result<(), DocumentError> {
        let key = id_text(person.0);
        self.add_entry(
            Collection::Members,
            &key,
            [("name", name.into()), ("actor", actor.into())],
        )?;
        self.set_in_entry(Collection::Members, &key, "name", name)?;
        self.set_in_entry(Collection::Members, &key, "actor", actor)?;
        Ok(())
    }

    /// Copies keys from the document someone used before the team existed or before joining it. Only a
    /// founder also copies the call list and settings: a person who joins adopts the team's.
    pub(crate) fn carry_over(
        &mut self,
        alone: &Document,
        founder: bool,
    ) -> Result<(), DocumentError> {
        // Decisions signed before joining remain attributable to this person.
        for key in alone.person_keys() {
            self.add_key(&key)?;
        }
        if founder {
            for (id, line) in alone.call_list() {
                self.write_call_line(id, &line)?;
            }
        }
        for setting in TeamSetting::ALL {
            if founder {
                self.set(setting.word(), alone.team_setting(setting))?;
            }
        }
        Ok(())
    }
}

impl Document {
    /// Returns a setting as written; empty when not set.
    pub(crate) fn team_setting(&self, setting: TeamSetting) -> String {
        self.str(setting.word())
    }

    /// Returns all members.
    pub(crate) fn members(&self) -> Vec<Member> {
        let reader = self.reader();
        self.ids(Collection::Members)
            .into_iter()
            .filter_map(|id| {
                let entry = self.entry(Collection::Members, &id_text(id))?;
                Some(Member {
                    person: PersonId(id),
                    name: str_at(reader, &entry, "name"),
                    actor: str_at(reader, &entry, "actor"),
                })
            })
            .collect()
    }
}
