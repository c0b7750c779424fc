//! The team's own document: its name, its members and what it agreed on.

use super::entry::id_text;
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit};
use crate::PersonId;
use crate::view::TeamSetting;

/// A member of the team on one phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    /// Hexadecimal actor of the phone, so that a clash can be told by name.
    pub(crate) actor: String,
}

impl Edit<'_, '_> {
    /// Writes a member with the device they use (empty when none is known), or their new name.
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

    /// Takes over what somebody agreed on before they were in this team. Who joins a team takes what
    /// that team agreed on.
    pub(crate) fn carry_over(
        &mut self,
        alone: &Document,
        founder: bool,
    ) -> Result<(), DocumentError> {
        // What was signed alone stays known as this colleague's.
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
    /// What was agreed, as written; empty where nothing was.
    pub(crate) fn team_setting(&self, setting: TeamSetting) -> String {
        self.str(setting.word())
    }

    /// All members.
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
