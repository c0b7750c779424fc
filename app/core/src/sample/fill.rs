//! Stores a fictitious team on a new phone.

use std::path::Path;

use uuid::Uuid;

use super::expenses::expenses;
use super::study::sample_study;
use crate::crypto::{PinCost, Vault};
use crate::seed::{SeedCase, SeedPart, SeedTeam};
use crate::store::Store;
use crate::store::seed::{
    seed_casework, seed_expense, seed_part, seed_people, seed_signal, seed_study,
};
use crate::{Environment, Error, Phone};

/// Documents per transaction.
const TOGETHER: usize = 200;

impl Phone {
    /// Creates a store with this code that holds the sample team; the user is its first member.
    ///
    /// # Errors
    /// As [`Phone::create`].
    pub fn create_sample(
        &self,
        pin: &str,
        environment: Environment,
        team: SeedTeam,
    ) -> Result<(), Error> {
        let cases: Vec<SeedCase> = team.cases.clone();
        let contacts = team
            .contacts
            .into_iter()
            .map(|c| SeedPart::Contact(Box::new(c)));
        let parts = team.cases.into_iter().map(|c| SeedPart::Case(Box::new(c)));
        let signals = team.signals;
        let today = environment.today();
        let study = sample_study(today);
        self.fill(
            pin,
            environment,
            &team.people,
            contacts.chain(parts),
            |store, people, _| {
                for signal in &signals {
                    let linked = signal.linked_case.and_then(|at| cases.get(at));
                    seed_signal(store, people, signal, linked.map(|case| case.id), None)?;
                }
                super::words::add(store)?;
                seed_study(store, people, &study)?;
                seed_casework(store, people, &cases)?;
                if let Some(case) = cases.iter().find(|case| case.name == "Meneer P.") {
                    super::decisions::seed(store, case.id, today)?;
                }
                super::core_team::seed(store, &cases, today)?;
                expenses(today, &cases)
                    .iter()
                    .try_for_each(|spent| seed_expense(store, people, spent))
            },
        )
    }

    /// Creates a store with a generated team, which is consumed part by part.
    ///
    /// # Errors
    /// As [`Phone::create`].
    pub fn create_big(
        &self,
        pin: &str,
        environment: Environment,
        parts: impl Iterator<Item = SeedPart>,
    ) -> Result<(), Error> {
        let people = ["Noor".to_owned(), "Bas".to_owned()];
        let today = environment.today();
        self.fill(pin, environment, &people, parts, |store, people, cases| {
            super::big::team::add(store, people, cases, today)
        })
    }

    fn fill(
        &self,
        pin: &str,
        environment: Environment,
        names: &[String; 2],
        parts: impl Iterator<Item = SeedPart>,
        last: impl FnOnce(&mut Store, &[Uuid; 2], &[Uuid]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut store = self.create_store(pin, environment)?;
        let people = store.atomically(|store| seed_people(store, names))?;
        let (mut contacts, mut cases) = (Vec::new(), Vec::new());
        let mut parts = parts.peekable();
        while parts.peek().is_some() {
            store.atomically(|store| {
                for part in parts.by_ref().take(TOGETHER) {
                    match &part {
                        SeedPart::Contact(contact) => contacts.push(contact.id),
                        SeedPart::Case(case) => cases.push(case.id),
                    }
                    seed_part(store, &people, names, (&contacts, &cases), &part)?;
                }
                Ok(())
            })?;
        }
        store.atomically(|store| last(store, &people, &cases))
    }

    fn create_store(&self, pin: &str, environment: Environment) -> Result<Store, Error> {
        let folder: &Path = self.folder();
        crate::files::make_folder(folder)?;
        let vault = Vault::create(folder, pin, PinCost::PHONE)?;
        crate::phone::open_store(folder, vault, environment)
    }
}

/// Opens the store of a phone directly, without a workspace.
pub(super) fn open_sample(
    phone: &Phone,
    pin: &str,
    environment: Environment,
) -> Result<Store, Error> {
    let vault = Vault::unlock(phone.folder(), pin)?;
    crate::phone::open_store(phone.folder(), vault, environment)
}
