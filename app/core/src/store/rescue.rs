//! A new store made of what can be read of a damaged one. Unsent work counts first; what the team's log
//! holds comes from there afterwards.
//!
//! The damaged file is only read. The new store writes under another actor: the damaged one may have
//! used numbers that can no longer be read.

mod cells;
mod loose;
mod pages;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use automerge::Change as AutomergeChange;
use rusqlite::params;
use rusqlite::types::Value;
use uuid::Uuid;

use super::Store;
use super::documents::{Origin, blob_name, heads_from_bytes};
use super::meta::key;
use crate::document::{Document, Kind, salvage};
use crate::view::Rescue;
use crate::{Environment, Error};
use pages::Found;
#[cfg(test)]
pub(super) use pages::page_of_chunk;
use read::Damaged;

/// Documents per transaction.
const AT_ONCE: usize = 64;

/// What is not taken along: it follows from the documents or from the log, or belongs to the actor.
const NOT_ALONG: [&str; 17] = [
    key::ACTOR,
    key::ACTOR_TAKEN,
    key::DIGEST,
    key::SEARCHED_TO,
    key::UNSENT,
    key::CURSOR_LOG,
    key::CURSOR_SEQ,
    key::CURSOR_CHAIN,
    key::LOG_HEAD,
    key::READ_TO_END,
    key::IN_HAND,
    key::REREADING,
    key::CLAIMED,
    key::STATUS_VERSION,
    key::STATUS_SENT,
    key::STATUS_PENDING,
    key::CHECKUP,
];

/// Single values worth looking for on the pages where the table cannot be read through.
const ASKED: [&str; 7] = [
    key::MEMBERSHIP,
    key::PERSON,
    key::PERSON_KEY,
    key::NEXT_DEV_SEQ,
    key::SETTINGS,
    key::DRAFT,
    key::DRAFTS,
];

/// Tables of this phone only, with their keys.
const OWN_TABLES: [(&str, &str); 5] = [
    ("decisions_seen", "document, id"),
    ("expense_drafts", "case_id"),
    ("imports", "id"),
    ("import_rows", "import, document"),
    ("column_choices", "shape, title"),
];

/// The stored metadata of a document.
#[derive(Default)]
struct Recorded {
    kind: Option<Kind>,
    heads: Vec<u8>,
    rev: i64,
    /// The places in the document and the row numbers of its chunks.
    chunks: BTreeSet<(i64, i64)>,
}

/// Makes a new store at `to` of what can be read at `from`. The result names no file yet.
///
/// # Errors
/// [`Error::FileDamaged`] if nothing can be read; [`Error::DiskFull`], [`Error::Storage`].
pub(crate) fn rescue(
    from: &Path,
    to: &Path,
    database_key: &[u8; 32],
    environment: Environment,
) -> Result<Rescue, Error> {
    let old = Damaged::open(from, database_key)?;
    let found = old.find();
    let mut store = Store::open(to, database_key, environment)?;
    store.take_own(&old, &found)?;
    // Who uses this phone was just read.
    store.identify()?;
    let mut told = Rescue {
        set_aside: String::new(),
        whole: 0,
        partly: 0,
        only_here: 0,
        in_team: store.membership()?.is_some(),
    };
    let recorded: Vec<(Uuid, Recorded)> = recorded(&old, &found).into_iter().collect();
    for some in recorded.chunks(AT_ONCE) {
        store.atomically(|store| {
            for (id, recorded) in some {
                match store.take_document((&old, &found), *id, recorded)? {
                    true => told.whole += 1,
                    false => told.partly += 1,
                }
            }
            Ok(())
        })?;
    }
    store.take_unsent(&old, &found)?;
    store.take_outbox(&old, &found)?;
    store.atomically(|store| {
        store.apply_rescued()?;
        if store.membership()?.is_some() {
            store.rewrite_member()?;
            store.reread()?;
        }
        Ok(())
    })?;
    told.only_here = store.meta(key::UNSENT)?.unwrap_or_default();
    Ok(told)
}

fn recorded(old: &Damaged, found: &Found) -> BTreeMap<Uuid, Recorded> {
    let mut all: BTreeMap<Uuid, Recorded> = BTreeMap::new();
    let chunks = old.by_number("rowid, document, n", "chunks", "rowid", |row| {
        Ok((row.get(0)?, (row.get::<_, [u8; 16]>(1)?, row.get(2)?)))
    });
    for (number, (id, n)) in chunks {
        let recorded = all.entry(Uuid::from_bytes(id)).or_default();
        recorded.chunks.insert((n, number));
    }
    for (number, (id, n, _)) in &found.chunks {
        let recorded = all.entry(*id).or_default();
        recorded.chunks.insert((*n, *number));
    }
    let columns = "id, kind, heads, rev";
    let read = |row: &rusqlite::Row<'_>| {
        let id: [u8; 16] = row.get(0)?;
        Ok((id, row.get::<_, u8>(1)?, row.get(2)?, row.get(3)?))
    };
    let mut rows = old.up_to_damage(columns, "documents", "id", read);
    let known: BTreeSet<[u8; 16]> = rows.iter().map(|row| row.0).collect();
    rows.extend(
        found
            .documents
            .iter()
            .filter(|row| !known.contains(&row.0))
            .cloned(),
    );
    for (id, kind, heads, rev) in rows {
        let recorded = all.entry(Uuid::from_bytes(id)).or_default();
        (recorded.kind, recorded.heads, recorded.rev) = (Kind::from_number(kind), heads, rev);
    }
    all
}

impl Store {
    /// Takes over who uses this phone, the keys of the team, drafts, settings and the tables of this
    /// phone only.
    fn take_own(&mut self, old: &Damaged, found: &Found) -> Result<(), Error> {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let mut values: Vec<(String, Value)> = old.up_to_damage("key, value", "meta", "key", read);
        if !old.is_whole("meta") {
            let asked = found
                .meta
                .iter()
                .filter(|(name, _)| ASKED.contains(&name.as_str()));
            values.splice(0..0, asked.cloned());
        }
        self.atomically(|store| {
            for (name, value) in values {
                if !NOT_ALONG.contains(&name.as_str()) {
                    store.set_meta(&name, value)?;
                }
            }
            for (table, order) in OWN_TABLES {
                let columns: Vec<String> =
                    store.rows("SELECT name FROM pragma_table_info(?1)", [table], |row| {
                        row.get(0)
                    })?;
                let places: Vec<&str> = columns.iter().map(|_| "?").collect();
                let insert = format!(
                    "INSERT OR IGNORE INTO {table} VALUES ({})",
                    places.join(", ")
                );
                let rows = old.up_to_damage(&columns.join(", "), table, order, |row| {
                    (0..columns.len())
                        .map(|at| row.get(at))
                        .collect::<Result<Vec<Value>, _>>()
                });
                for row in rows {
                    store
                        .connection
                        .prepare_cached(&insert)?
                        .execute(rusqlite::params_from_iter(row))?;
                }
            }
            Ok(())
        })
    }

    /// Takes over a document as far as its chunks can be read. Returns whether that is all of it.
    fn take_document(
        &mut self,
        (old, found): (&Damaged, &Found),
        id: Uuid,
        recorded: &Recorded,
    ) -> Result<bool, Error> {
        let read = |(_, number): &(i64, i64)| {
            let on = |(_, _, page): &(Uuid, i64, u32)| old.chunk_on(*page, *number);
            let sql = "SELECT bytes FROM chunks WHERE rowid = ?1";
            found
                .chunks
                .get(number)
                .and_then(on)
                .or_else(|| old.one(sql, *number, |row| row.get::<_, Vec<u8>>(0)))
        };
        let chunks: Vec<Vec<u8>> = recorded.chunks.iter().filter_map(read).collect();
        if recorded.kind.is_some_and(Kind::is_blob) {
            let Some((kind, bytes)) = recorded.kind.zip(chunks.first()) else {
                return Ok(false);
            };
            let (name, hash) = blob_name(bytes);
            if name != id {
                return Ok(false);
            }
            self.insert_blob(kind, id, hash, bytes)?;
            self.set_rev(id, recorded.rev)?;
            return Ok(true);
        }
        let changes: Vec<AutomergeChange> = chunks.iter().flat_map(|it| salvage(it)).collect();
        let kind = recorded.kind.or_else(|| Kind::of_changes(&changes));
        let Some(kind) = kind else {
            self.keep_loose(id, None, changes)?;
            return Ok(false);
        };
        let (document, left) = Document::of_changes(kind, changes, &self.actor)?;
        let whole = left.is_empty() && document.heads() == heads_from_bytes(&recorded.heads);
        self.keep_loose(id, Some(kind), left)?;
        if document.heads() == Document::first(kind, &self.actor)?.heads() {
            return Ok(whole);
        }
        self.insert_document(kind, id, &document.save(), &document.heads(), &[])?;
        self.set_rev(id, recorded.rev)?;
        let all = document.all_touched();
        self.project(kind, id, &document, &all, Origin::Remote(None))?;
        self.keep_open(id, document);
        Ok(whole)
    }

    fn set_rev(&self, id: Uuid, rev: i64) -> Result<(), Error> {
        self.connection
            .prepare_cached("UPDATE documents SET rev = max(rev, ?2) WHERE id = ?1")?
            .execute(params![id.as_bytes(), rev])?;
        Ok(())
    }
}
