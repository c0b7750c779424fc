//! The database's own structure.

use crate::Error;
use crate::store::Store;
use crate::view::Finding;

/// Faults of an index alone: its table is whole, so that it can be rebuilt.
const OF_AN_INDEX: [&str; 3] = [
    "missing from index",
    "wrong # of entries in index",
    "non-unique entry in index",
];

impl Store {
    pub(super) fn table_names(&self) -> Result<Vec<String>, Error> {
        self.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
            [],
            |row| row.get(0),
        )
    }

    /// Checks one table with its indexes, and rebuilds these if only they are wrong.
    ///
    /// # Errors
    /// [`Error::FileDamaged`] if the table is damaged.
    pub(super) fn check_table(
        &mut self,
        table: &str,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Error> {
        let faults = self.table_faults(table)?;
        if faults.is_empty() {
            return Ok(());
        }
        tracing::warn!("table {table}: {faults:?}");
        let rebuilds = |fault: &String| OF_AN_INDEX.iter().any(|index| fault.contains(index));
        if !faults.iter().all(rebuilds) {
            return Err(Error::FileDamaged);
        }
        self.atomically(|store| {
            let rebuilt = format!("REINDEX \"{table}\"");
            Ok(store.connection.execute_batch(&rebuilt)?)
        })?;
        if !self.table_faults(table)?.is_empty() {
            return Err(Error::FileDamaged);
        }
        if !findings.contains(&Finding::Indexes) {
            findings.push(Finding::Indexes);
        }
        Ok(())
    }

    fn table_faults(&self, table: &str) -> Result<Vec<String>, Error> {
        let mut told: Vec<String> =
            self.rows(&format!("PRAGMA integrity_check(\"{table}\")"), [], |row| {
                row.get(0)
            })?;
        told.retain(|line| line != "ok");
        Ok(told)
    }
}
