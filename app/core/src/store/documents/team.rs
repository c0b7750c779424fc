//! The team's document. A phone without a team keeps its settings in a local document, which is carried
//! over when it starts or joins a team.

use uuid::Uuid;

use crate::Error;
use crate::crypto::random;
use crate::document::{Edit, Kind};
use crate::store::Store;
use crate::store::meta::key;

impl Store {
    /// Edits the team's document or, without a team, its local substitute.
    pub(in crate::store) fn edit_team<T>(
        &mut self,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let id = match self.membership()? {
            Some(member) => Uuid::from_bytes(member.team.0),
            None => self.team_of_one()?,
        };
        self.edit_or_create(Kind::Team, id, edit)
    }

    /// Returns the id of the local substitute for the team's document, creating it if necessary.
    fn team_of_one(&mut self) -> Result<Uuid, Error> {
        if let Some(id) = self.meta::<[u8; 16]>(key::TEAM_OF_ONE)? {
            return Ok(Uuid::from_bytes(id));
        }
        let id = random::<16>();
        self.set_meta(key::TEAM_OF_ONE, id.as_slice())?;
        Ok(Uuid::from_bytes(id))
    }
}
