//! The words of the search index, each once.

use crate::Error;
use crate::store::Store;

/// Maximum number of words remembered to be in the table.
const KNOWN: usize = 50_000;

impl Store {
    /// Adds the words of an index row to `search_terms`. Digits inside numbers, marked with `#`, are
    /// many and seldom looked for; they are left out.
    pub(super) fn keep_terms(&self, text: &str) -> Result<(), Error> {
        let mut known = self.search_rows.known.borrow_mut();
        for term in text.split(' ').filter(|term| !term.starts_with('#')) {
            if term.is_empty() || known.contains(term) {
                continue;
            }
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO search_terms VALUES (?1)")?
                .execute([term])?;
            if known.len() >= KNOWN {
                known.clear();
            }
            known.insert(term.into());
        }
        Ok(())
    }
}
