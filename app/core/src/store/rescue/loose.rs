//! Unsent work. Changes that were read without those they depend on wait until their document has come
//! from the team.

use std::collections::BTreeSet;

use automerge::{Change as AutomergeChange, ChangeHash};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::pages::Found;
use super::read::Damaged;
use crate::Error;
use crate::document::Kind;
use crate::store::Store;
use crate::store::doctor::open_own;
use crate::store::documents::Restored;
use crate::store::meta::key;
use crate::store::payload::PackedChange;
use crate::store::project::tables::{TABLES, Unsent};

/// A change that waits.
#[derive(Debug, Serialize, Deserialize)]
struct Loose {
    document: Uuid,
    /// The document's kind, unless that could not be read.
    kind: Option<u8>,
    hash: [u8; 32],
    chunk: Vec<u8>,
}

impl Store {
    /// Keeps changes until their document is here.
    pub(super) fn keep_loose(
        &self,
        document: Uuid,
        kind: Option<Kind>,
        changes: Vec<AutomergeChange>,
    ) -> Result<(), Error> {
        let changes = changes.iter().map(PackedChange::from).collect();
        self.add_loose(document, kind, changes)
    }

    /// As [`Store::keep_loose`], of changes as records hold them.
    pub(in crate::store) fn add_loose(
        &self,
        document: Uuid,
        kind: Option<Kind>,
        changes: Vec<PackedChange>,
    ) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut all: Vec<Loose> = self.meta_json(key::RESCUED)?.unwrap_or_default();
        all.extend(changes.into_iter().map(|change| Loose {
            document,
            kind: kind.map(|kind| kind as u8),
            hash: change.hash.0,
            chunk: change.chunk,
        }));
        self.set_meta_json(key::RESCUED, &all)
    }

    /// Copies the list of unsent entries.
    pub(super) fn take_unsent(&mut self, old: &Damaged, found: &Found) -> Result<(), Error> {
        let columns = "document, part, id, rev";
        let mut unsent: Vec<[Value; 4]> =
            old.up_to_damage(columns, "unsent", "document, part, id", |row| {
                Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
            });
        unsent.extend(found.unsent.iter().cloned());
        self.atomically(|store| {
            for row in &unsent {
                store
                    .connection
                    .prepare_cached(
                        "INSERT OR IGNORE INTO unsent (document, part, id, rev)
                         SELECT ?1, ?2, ?3, ?4 FROM documents WHERE id = ?1",
                    )?
                    .execute(rusqlite::params_from_iter(row))?;
                store
                    .connection
                    .prepare_cached("UPDATE documents SET rev = max(rev, ?2) WHERE id = ?1")?
                    .execute([&row[0], &row[3]])?;
            }
            for table in &TABLES {
                let Some(Unsent { id, .. }) = &table.unsent else {
                    continue;
                };
                let (name, document) = (table.name, table.owner());
                store.connection.execute_batch(&format!(
                    "UPDATE {name} SET rev = u.rev FROM unsent u
                     WHERE u.document = {document} AND u.id = {name}.{id}"
                ))?;
            }
            Ok(())
        })
    }

    /// Takes over what the records to be sent hold.
    pub(super) fn take_outbox(&mut self, old: &Damaged, found: &Found) -> Result<(), Error> {
        let Some(member) = self.membership()? else {
            return Ok(());
        };
        let mut records = old.by_number("dev_seq, record", "outbox", "dev_seq", |row| {
            Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?))
        });
        let known: BTreeSet<i64> = records.iter().map(|record| record.0).collect();
        let on_pages = found.outbox.iter().filter(|it| !known.contains(&it.0));
        records.extend(on_pages.cloned());
        for (number, record) in records {
            if let Some(payload) = open_own(&member, number, &record) {
                self.restore_payload(payload)?;
            }
        }
        Ok(())
    }

    /// Applies, as this phone's work, the waiting changes that fit now.
    pub(in crate::store) fn apply_rescued(&mut self) -> Result<(), Error> {
        let Some(mut waiting) = self.meta_json::<Vec<Loose>>(key::RESCUED)? else {
            return Ok(());
        };
        loop {
            let before = waiting.len();
            let mut left = Vec::new();
            for loose in waiting {
                match self.apply_loose(&loose)? {
                    Restored::Unreadable => left.push(loose),
                    Restored::Added | Restored::Known => {}
                }
            }
            waiting = left;
            if waiting.len() == before || waiting.is_empty() {
                break;
            }
        }
        match waiting.is_empty() {
            true => self.clear_meta(key::RESCUED),
            false => self.set_meta_json(key::RESCUED, &waiting),
        }
    }

    fn apply_loose(&mut self, loose: &Loose) -> Result<Restored, Error> {
        let known = self.document_row(loose.document)?.map(|row| row.kind);
        let told = loose.kind.and_then(Kind::from_number);
        let Some(kind) = known.or(told) else {
            return Ok(Restored::Unreadable);
        };
        let change = PackedChange {
            hash: ChangeHash(loose.hash),
            chunk: loose.chunk.clone(),
        };
        self.restore_changes((kind, loose.document), &[change])
    }
}
