//! What only this phone keeps: its settings, the draft, and where the app was.

use crate::Error;
use crate::api::{Draft, ReadDraft, ReadLocation, ReadSettings};
use crate::store::meta::key;
use crate::store::{Read, Store};
use crate::view::{Location, Settings};

impl Read for ReadSettings {
    fn run(self, store: &mut Store) -> Result<Settings, Error> {
        Ok(store.meta_json(key::SETTINGS)?.unwrap_or_default())
    }
}

impl Read for ReadDraft {
    fn run(self, store: &mut Store) -> Result<Option<Draft>, Error> {
        store.meta_json(key::DRAFT)
    }
}

impl Read for ReadLocation {
    fn run(self, store: &mut Store) -> Result<Option<Location>, Error> {
        store.meta_json(key::PLACE)
    }
}
