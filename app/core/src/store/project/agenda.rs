//! Projects the core team's agenda.

use rusqlite::params;
use uuid::Uuid;

use super::{Part, millis};
use crate::Error;
use crate::document::{Collection, Document, Touched};
use crate::store::Store;
use crate::store::documents::Origin;

impl Store {
    /// Projects the touched agenda entries of a case, including the decisions made on them.
    pub(super) fn project_agenda(
        &self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let entries = Self::touched_ids(touched, Collection::Agenda);
        for (key, id) in &entries {
            let Some(entry) = document.agenda_entry(key) else {
                continue;
            };
            self.connection
                .prepare_cached(
                    "INSERT INTO agenda (document, id, at, by, status, question, off, decision,
                       decided_by, decided_at, meeting, rev)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                     ON CONFLICT (document, id) DO UPDATE SET at = excluded.at, status = excluded.status,
                       question = excluded.question, off = excluded.off,
                       decision = excluded.decision, decided_by = excluded.decided_by,
                       decided_at = excluded.decided_at, meeting = excluded.meeting,
                       rev = max(rev, excluded.rev)",
                )?
                .execute(params![
                    case.as_bytes(),
                    id.as_bytes(),
                    entry.at.timestamp_millis(),
                    entry.by.as_bytes(),
                    entry.status,
                    entry.question,
                    entry.off,
                    entry.decision,
                    entry.decided_by.as_bytes(),
                    millis(entry.decided_at),
                    entry.meeting.map(|day| day.to_string()),
                    origin.rev(),
                ])?;
            let said = format!("{}\n{}", entry.status, entry.question);
            self.put_case_text(case, "agenda", *id, &said)?;
            self.note_unsent(case, Part::Other, *id, origin)?;
        }
        Ok(())
    }
}
