//! What only this phone keeps: its settings, the drafts, where the app was and which news was shown.

use crate::Error;
use crate::api::{Change, NoteNewsShown, SaveDraft, SaveLocation, SetSettings};
use crate::store::meta::key;
use crate::store::{Store, Write, drafts};
use crate::view::Location;

impl Write for SetSettings {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        store.set_meta_json(key::SETTINGS, &self.settings)?;
        store.changes.insert(Change::Settings);
        Ok(())
    }
}

impl Write for SaveDraft {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        drafts::save(store, self.draft)
    }
}

impl Write for NoteNewsShown {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let before: i64 = store.meta(key::NEWS_SHOWN)?.unwrap_or_default();
        match self.through > before {
            true => store.set_meta(key::NEWS_SHOWN, self.through),
            false => Ok(()),
        }
    }
}

impl Write for SaveLocation {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let place = Location {
            path: self.path,
            sheet: self.sheet,
            at: store.environment.now(),
        };
        store.set_meta_json(key::PLACE, &place)
    }
}
