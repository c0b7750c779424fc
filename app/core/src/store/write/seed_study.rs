//! Fills a new store with a sample neighbourhood study.

use uuid::Uuid;

use crate::Error;
use crate::document::{Interview, Kind};
use crate::model::{Channel, StudyField};
use crate::seed::SeedStudy;
use crate::store::Store;

/// Adds a complete study.
pub(crate) fn seed_study(
    store: &mut Store,
    people: &[Uuid; 2],
    study: &SeedStudy,
) -> Result<(), Error> {
    let begun = study.begun.to_string();
    store.edit_or_create(Kind::Study, study.id, |edit| {
        for (field, value) in [
            (StudyField::Name, &study.name),
            (StudyField::District, &study.district),
            (StudyField::Question, &study.question),
            (StudyField::Begun, &begun),
        ] {
            edit.set_study_field(field, value)?;
        }
        for theme in &study.themes {
            edit.set_theme(theme, true)?;
        }
        for seed in &study.interviews {
            let quote = Some(&seed.quote).filter(|quote| !quote.is_empty());
            let interview = Interview {
                at: seed.at,
                said: None,
                channel: Channel::Street,
                by: people[seed.by],
                role: seed.role,
                text: seed.text.clone(),
                quotes: quote.cloned().into_iter().collect(),
                contact: None,
                signal: None,
            };
            edit.add_interview(seed.id, &interview)?;
            for theme in &seed.themes {
                edit.set_mark(seed.id, theme, true)?;
            }
        }
        Ok(())
    })
}
