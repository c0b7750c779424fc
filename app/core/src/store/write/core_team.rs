//! Changes to the core team's agenda.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::{at_most, sentence};
use crate::api::{DecideAgenda, SetOnAgenda, WriteAgenda};
use crate::document::{Encounter, Kind, Resolution};
use crate::model::{Channel, MAX_TEXT};
use crate::store::read::core_team::open_agenda;
use crate::store::read::team_settings::team_settings;
use crate::store::{Store, Write};
use crate::{CaseId, Error};

/// Prefix of a decision's line in the timeline. Casework is in the team's language, not in that of
/// the phone.
const KERNTEAM: &str = "Kernteam";

impl Write for SetOnAgenda {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let open = open_agenda(store, self.case.0)?;
        if self.on && !open.is_empty() {
            return Ok(());
        }
        let (key, me, now) = (store.new_id(), store.me.0, store.environment.now());
        store.edit(Kind::Case, self.case.0, |edit| {
            if self.on {
                edit.add_to_agenda(key, me, now)?;
            }
            for entry in open {
                edit.take_off_agenda(entry)?;
            }
            Ok(())
        })
    }
}

impl Write for WriteAgenda {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = at_most(self.text.trim(), MAX_TEXT)?;
        let open = open_agenda(store, self.case.0)?;
        let (first, others) = open.split_first().ok_or(Error::NotFound)?;
        let now = store.environment.now();
        store.edit(Kind::Case, self.case.0, |edit| {
            edit.write_agenda(*first, self.field, text, now)?;
            for other in others {
                edit.write_agenda(*other, self.field, "", now)?;
            }
            Ok(())
        })
    }
}

impl Write for DecideAgenda {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?;
        let open = open_agenda(store, self.case.0)?;
        let (first, others) = open.split_first().ok_or(Error::NotFound)?;
        let (now, today) = (store.environment.now(), store.environment.today());
        let agreed = team_settings(store)?;
        // A decision recorded within one meeting interval after the planned day counts for that
        // meeting.
        let recent = Days::new(7 * u64::from(agreed.core_team_weeks));
        let planned = agreed
            .core_team_next
            .filter(|day| *day <= today && today < *day + recent);
        let outcome = Resolution {
            text: text.to_owned(),
            by: store.me.0,
            at: now,
            meeting: planned.unwrap_or(today),
        };
        let line = Encounter {
            at: now,
            said: None,
            channel: Channel::Meeting,
            by: store.me.0,
            text: format!("{KERNTEAM}: {text}"),
            altered: false,
        };
        let key = line_id(self.case, outcome.meeting, text);
        store.edit(Kind::Case, self.case.0, |edit| {
            edit.decide_agenda(*first, &outcome)?;
            for other in others {
                edit.take_off_agenda(*other)?;
            }
            Ok(edit.add_encounter(key, &line)?)
        })
    }
}

#[cfg(feature = "sample")]
/// Puts a case of the sample team on the agenda.
pub(crate) fn seed_agenda(
    store: &mut Store,
    case: CaseId,
    status: &str,
    question: &str,
) -> Result<(), Error> {
    use crate::model::AgendaField;
    SetOnAgenda { case, on: true }.run(store)?;
    for (field, text) in [
        (AgendaField::Status, status),
        (AgendaField::Question, question),
    ] {
        let text = text.to_owned();
        WriteAgenda { case, field, text }.run(store)?;
    }
    Ok(())
}

#[cfg(feature = "sample")]
/// Sets when and where the sample team's core team meets.
pub(crate) fn seed_meeting(store: &mut Store, day: NaiveDate, place: &str) -> Result<(), Error> {
    use crate::api::SetTeamSetting;
    use crate::model::TeamSetting;
    for (setting, value) in [
        (TeamSetting::CoreTeamNext, day.to_string()),
        (TeamSetting::CoreTeamPlace, place.to_owned()),
    ] {
        SetTeamSetting { setting, value }.run(store)?;
    }
    Ok(())
}

/// Returns the id of a decision's timeline line, derived from its content so that phones recording
/// the same decision create one line.
fn line_id(case: CaseId, meeting: NaiveDate, text: &str) -> Uuid {
    let mut hash = blake3::Hasher::new_derive_key("voorveld 2026 line of a core team's decision");
    hash.update(case.0.as_bytes());
    hash.update(meeting.to_string().as_bytes());
    hash.update(text.as_bytes());
    let mut bytes = [0; 16];
    hash.finalize_xof().fill(&mut bytes);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
