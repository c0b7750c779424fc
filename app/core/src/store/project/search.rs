//! Search rows. They are kept back and written together at the end of their transaction: SQLite has
//! an FTS5 table write out what it gathered whenever any other statement may have to be undone by
//! itself, and a whole team then came in a segment a sentence, merged again and again.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rusqlite::params;

use crate::Error;
use crate::store::Store;

/// A table of search rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Cases,
    Contacts,
    Encounters,
}

impl Table {
    fn insert(self) -> &'static str {
        match self {
            Self::Cases => {
                "INSERT OR REPLACE INTO search_cases (rowid, name, rest) VALUES (?1, ?2, ?3)"
            }
            Self::Contacts => {
                "INSERT OR REPLACE INTO search_contacts (rowid, name, rest) VALUES (?1, ?2, ?3)"
            }
            Self::Encounters => {
                "INSERT OR REPLACE INTO search_encounters (rowid, text) VALUES (?1, ?2)"
            }
        }
    }
}

/// Search rows of the transaction under way, in the order FTS5 gathers best: by table and key. The
/// name is empty where there is none.
#[derive(Debug, Default)]
pub(in crate::store) struct SearchRows(RefCell<BTreeMap<(Table, i64), (String, String)>>);

impl SearchRows {
    fn put(&self, table: Table, key: i64, name: &str, text: &str) {
        let row = (name.to_owned(), text.to_owned());
        self.0.borrow_mut().insert((table, key), row);
    }

    /// Forgets them: their transaction failed.
    pub(in crate::store) fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

impl Store {
    pub(super) fn index_case(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        self.search_rows.put(Table::Cases, key, name, rest);
        Ok(())
    }

    pub(super) fn index_contact(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        self.search_rows.put(Table::Contacts, key, name, rest);
        Ok(())
    }

    pub(super) fn index_encounter(&self, key: i64, text: &str) -> Result<(), Error> {
        self.search_rows.put(Table::Encounters, key, "", text);
        Ok(())
    }

    /// Writes the search rows that were kept back; the last thing in a transaction.
    pub(in crate::store) fn write_search_rows(&self) -> Result<(), Error> {
        let rows = self.search_rows.0.take();
        for ((table, key), (name, text)) in rows {
            let mut statement = self.connection.prepare_cached(table.insert())?;
            match table {
                Table::Encounters => statement.execute(params![key, text])?,
                Table::Cases | Table::Contacts => statement.execute(params![key, name, text])?,
            };
        }
        Ok(())
    }
}
