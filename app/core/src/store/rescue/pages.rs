//! Rows read page by page, without the tables' inner pages and without the schema: what is on a readable
//! page is found, whichever other page is damaged.
//!
//! A row is recognised by its columns. What is read here only adds to what the tables gave: a page that
//! is no longer in use may hold rows from before, if the list of such pages cannot be read either.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use uuid::Uuid;

use super::cells::{Cell, cells, four, values};
use super::read::Damaged;

/// Bytes that SQLCipher keeps of each page.
const RESERVED: usize = 80;

/// A row of `documents`.
pub(super) type DocumentFound = ([u8; 16], u8, Vec<u8>, i64);

/// What the pages hold of the tables that unsent work is in.
#[derive(Default)]
pub(super) struct Found {
    /// The document and the place in it of each chunk, and the page it begins on, by row number.
    pub(super) chunks: BTreeMap<i64, (Uuid, i64, u32)>,
    pub(super) documents: Vec<DocumentFound>,
    pub(super) unsent: Vec<[Value; 4]>,
    /// Records by their number.
    pub(super) outbox: Vec<(i64, Vec<u8>)>,
    pub(super) meta: Vec<(String, Value)>,
}

impl Found {
    fn add(&mut self, number: Option<i64>, page: u32, row: Vec<Value>) {
        use Value::{Blob, Integer, Null, Text};
        match (number, row.as_slice()) {
            (Some(number), [Blob(document), Integer(n), Blob(_)]) => {
                if let Ok(document) = Uuid::from_slice(document) {
                    self.chunks.insert(number, (document, *n, page));
                }
            }
            (Some(number), [Null, Blob(_), Integer(_), Blob(_), Blob(record)]) => {
                self.outbox.push((number, record.clone()));
            }
            (None, [Text(name), value]) => self.meta.push((name.clone(), value.clone())),
            (None, [Blob(_), Text(_), Blob(_), Integer(_)]) => {
                self.unsent.extend(<[Value; 4]>::try_from(row));
            }
            (
                None,
                [
                    Blob(id),
                    Integer(kind),
                    Blob(heads),
                    Blob(_),
                    Integer(rev),
                    Integer(_),
                ],
            ) => {
                if let (Ok(id), Ok(kind)) = (id.as_slice().try_into(), u8::try_from(*kind)) {
                    self.documents.push((id, kind, heads.clone(), *rev));
                }
            }
            _ => {}
        }
    }
}

impl Damaged {
    /// Reads all pages that can be read.
    pub(super) fn find(&self) -> Found {
        let mut found = Found::default();
        let unused = self.unused_pages();
        for number in (1..=self.pages()).filter(|number| !unused.contains(number)) {
            let Some(page) = self.page(number) else {
                continue;
            };
            for cell in cells(&page, number, self.usable()) {
                if let Some(row) = self.row(&cell).and_then(|row| values(&row)) {
                    found.add(cell.number, number, row);
                }
            }
        }
        found
    }

    /// Reads the bytes of a chunk from the page it begins on.
    pub(super) fn chunk_on(&self, page: u32, chunk: i64) -> Option<Vec<u8>> {
        let bytes = self.page(page)?;
        let cell = cells(&bytes, page, self.usable())
            .into_iter()
            .find(|cell| cell.number == Some(chunk))?;
        match values(&self.row(&cell)?)?.pop()? {
            Value::Blob(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Reads a row to its end, which may stand on other pages.
    fn row(&self, cell: &Cell<'_>) -> Option<Vec<u8>> {
        let mut row = cell.here.to_vec();
        let mut next = cell.goes_on;
        while row.len() < cell.size {
            let page = self.page(next)?;
            next = four(&page, 0)?;
            let more = page.get(4..self.usable())?;
            row.extend_from_slice(&more[..more.len().min(cell.size - row.len())]);
        }
        Some(row)
    }

    /// Returns the pages on the list of those that are not in use, as far as it can be read.
    fn unused_pages(&self) -> BTreeSet<u32> {
        let mut unused = BTreeSet::new();
        let mut next = self.page(1).and_then(|first| four(&first, 32));
        while let Some(list) = next.filter(|list| *list != 0 && unused.insert(*list)) {
            let Some(page) = self.page(list) else {
                break;
            };
            let count = four(&page, 4).unwrap_or_default() as usize;
            unused.extend((0..count).map_while(|at| four(&page, 8 + 4 * at)));
            next = four(&page, 0);
        }
        unused
    }

    fn usable(&self) -> usize {
        super::super::open::PAGE - RESERVED
    }
}

/// Returns the page on which a chunk begins.
#[cfg(test)]
pub(in crate::store) fn page_of_chunk(
    path: &std::path::Path,
    key: &[u8; 32],
    number: i64,
) -> Option<u32> {
    let found = Damaged::open(path, key).ok()?.find();
    found.chunks.get(&number).map(|chunk| chunk.2)
}
