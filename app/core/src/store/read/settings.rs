//! What only this phone keeps: its settings, the drafts, and where the app was.

use crate::Error;
use crate::api::{Draft, ReadDrafts, ReadLocation, ReadSettings};
use crate::store::meta::key;
use crate::store::{Read, Store, drafts};
use crate::view::{Location, Settings};

impl Read for ReadSettings {
    fn run(self, store: &mut Store) -> Result<Settings, Error> {
        Ok(store.meta_json(key::SETTINGS)?.unwrap_or_default())
    }
}

impl Read for ReadDrafts {
    fn run(self, store: &mut Store) -> Result<Vec<Draft>, Error> {
        drafts::all(store)
    }
}

impl Read for ReadLocation {
    fn run(self, store: &mut Store) -> Result<Option<Location>, Error> {
        store.meta_json(key::PLACE)
    }
}
