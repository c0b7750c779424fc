//! Columns from which *Effect* is counted, kept up to date with each change.

use chrono::NaiveDate;
use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::Encounter;
use crate::model::Channel;
use crate::store::Store;

impl Store {
    /// Records the day on which the person was signed up.
    pub(super) fn note_signed_up(
        &self,
        case: Uuid,
        reported_on: Option<NaiveDate>,
    ) -> Result<(), Error> {
        let day = reported_on.map(|day| day.to_string());
        self.connection
            .prepare_cached(
                "UPDATE cases SET signed_up = ?2 WHERE id = ?1 AND signed_up IS NOT ?2",
            )?
            .execute(params![case.as_bytes(), day])?;
        Ok(())
    }

    /// Returns the earlier of `first` and the encounter's moment (milliseconds). A meeting about a
    /// person is no contact with them.
    pub(super) fn first_of(first: Option<i64>, encounter: &Encounter) -> Option<i64> {
        if encounter.channel == Channel::Meeting {
            return first;
        }
        let at = encounter.at.timestamp_millis();
        Some(first.map_or(at, |first| first.min(at)))
    }

    /// Records a contact with the person (milliseconds), unless an earlier one is known.
    pub(super) fn note_first_contact(&self, case: Uuid, first: Option<i64>) -> Result<(), Error> {
        let Some(first) = first else {
            return Ok(());
        };
        self.connection
            .prepare_cached(
                "UPDATE cases SET first_contact = ?2
                 WHERE id = ?1 AND (first_contact IS NULL OR first_contact > ?2)",
            )?
            .execute(params![case.as_bytes(), first])?;
        Ok(())
    }
}
