//! The rows of search: every case, contact and encounter has one.

use crate::Error;
use crate::document::Kind;
use crate::store::Store;
use crate::view::Finding;

/// Whether a case, contact or encounter is without a row of search. New encounters of cases and contacts
/// may wait for theirs.
const LACKING: &str = "
    SELECT EXISTS (SELECT 1 FROM cases WHERE joined IS NULL AND key NOT IN (SELECT id FROM search_cases_docsize))
        OR EXISTS (SELECT 1 FROM contacts WHERE key NOT IN (SELECT id FROM search_contacts_docsize))
        OR EXISTS (SELECT 1 FROM encounters e
           WHERE (kind NOT IN (?1, ?2) OR key <= (SELECT value FROM meta WHERE key = 'searched_to'))
             AND key NOT IN (SELECT id FROM search_encounters_docsize))
        OR NOT EXISTS (SELECT 1 FROM search_terms)
           AND EXISTS (SELECT 1 FROM search_encounters_docsize)";

/// As a migration does that changes how search works.
const FILL_AGAIN: &str = "
    INSERT OR REPLACE INTO search_behind VALUES ('names', 0);
    INSERT OR REPLACE INTO search_behind
      SELECT 'cases', max(key) + 1 FROM cases HAVING count(*) > 0;
    INSERT OR REPLACE INTO search_behind
      SELECT 'contacts', max(key) + 1 FROM contacts HAVING count(*) > 0;
    INSERT OR REPLACE INTO search_behind
      SELECT 'encounters', max(key) + 1 FROM encounters HAVING count(*) > 0;";

impl Store {
    /// Checks that nothing is missing from search; if so, lets it be filled again, in pieces.
    pub(super) fn check_search(&mut self, findings: &mut Vec<Finding>) -> Result<(), Error> {
        if self.is_search_behind()? {
            return Ok(());
        }
        let kinds = [Kind::Case as u8, Kind::Contact as u8];
        let lacking: bool = self
            .connection
            .query_row(LACKING, kinds, |row| row.get(0))?;
        if lacking {
            // Words that are known to be there may be what is missing.
            self.read_search_rows()?;
            self.atomically(|store| {
                store.connection.execute_batch(FILL_AGAIN)?;
                store.index_names()
            })?;
            findings.push(Finding::Search);
        }
        Ok(())
    }
}
