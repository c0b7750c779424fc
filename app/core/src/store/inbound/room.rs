//! A savepoint with panic isolation for other devices' data: it is applied entirely or not at all.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::Store;
use super::RecordProblem;
use crate::Error;

impl Store {
    /// Runs `work` in a savepoint of the current transaction. If it fails or panics, the database, the
    /// document cache and the pending search rows are reset to their state before.
    pub(super) fn in_closed_room<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, RecordProblem>,
    ) -> Result<T, RecordProblem> {
        // Search rows that are already pending must not be lost with a failure.
        self.write_search_rows().map_err(RecordProblem::Store)?;
        self.savepoint("SAVEPOINT room")?;
        // A panic's half-done work is discarded below: rows, cached documents, search rows.
        match guarded(|| work(self)) {
            Ok(made) => {
                self.savepoint("RELEASE room")?;
                Ok(made)
            }
            Err(problem) => {
                self.open.clear();
                self.savepoint("ROLLBACK TO room; RELEASE room")?;
                self.read_search_rows().map_err(RecordProblem::Store)?;
                Err(problem)
            }
        }
    }

    fn savepoint(&self, sql: &str) -> Result<(), RecordProblem> {
        let done = self.connection.execute_batch(sql);
        done.map_err(|error| RecordProblem::Store(Error::from(error)))
    }
}

/// Runs `work` and turns a panic into a reason to quarantine the record. In a browser, which cannot
/// catch panics, the list kept by `pieces.rs` does so after the next start.
pub(super) fn guarded<T>(
    work: impl FnOnce() -> Result<T, RecordProblem>,
) -> Result<T, RecordProblem> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(RecordProblem::Broke))
}
