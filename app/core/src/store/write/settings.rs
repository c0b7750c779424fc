//! What only this phone keeps: its settings, the draft, and where the app was.

use crate::Error;
use crate::api::{Change, SaveDraft, SaveLocation, SetSettings};
use crate::store::meta::key;
use crate::store::{Store, Write};
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
        match self.draft {
            Some(draft) => store.set_meta_json(key::DRAFT, &draft),
            None => store.clear_meta(key::DRAFT),
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
