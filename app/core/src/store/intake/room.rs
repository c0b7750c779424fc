//! The closed room: what somebody else wrote is applied in it. Either all of it comes out, or nothing has
//! happened.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::Store;
use super::RecordProblem;
use crate::Error;

impl Store {
    /// Runs `work` within the transaction under way. When it fails or panics, the store, its open
    /// documents and what search is to be told are as they were before.
    pub(super) fn in_closed_room<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, RecordProblem>,
    ) -> Result<T, RecordProblem> {
        // What was there before is not to go with what fails.
        self.write_search_rows().map_err(RecordProblem::Store)?;
        self.savepoint("SAVEPOINT room")?;
        // What a panic leaves half done is thrown away below: rows, open documents, search.
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

/// A panic becomes a reason to set the record aside. In a browser, where nothing is caught, the notes of
/// `pieces.rs` do that after the next start.
pub(super) fn guarded<T>(
    work: impl FnOnce() -> Result<T, RecordProblem>,
) -> Result<T, RecordProblem> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(RecordProblem::Broke))
}
