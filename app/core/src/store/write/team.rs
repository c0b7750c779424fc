//! Team settings.

use super::at_most;
use crate::api::SetTeamSetting;
use crate::model::{MAX_LINE, TeamSetting};
use crate::store::{Store, Write};
use crate::{BadValue, Error};

impl Write for SetTeamSetting {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let value = at_most(self.value.trim(), MAX_LINE)?;
        if !self.setting.takes(value) {
            return Err(Error::Value(match self.setting {
                TeamSetting::CoreTeamNext => BadValue::Day,
                TeamSetting::BudgetMonth => BadValue::Amount,
                _ => BadValue::Number,
            }));
        }
        store.edit_team(|edit| Ok(edit.set(self.setting.word(), value)?))
    }
}
