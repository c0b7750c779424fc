//! Projects signals.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::gone::GoneRow;
use super::{Part, millis};
use crate::api::Change;
use crate::document::{Document, Fate, Kind, SignalRoot, Touched};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::{CaseId, Error, SignalId};

impl Store {
    pub(super) fn project_signal(
        &mut self,
        id: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let mut signal = document.signal_root();
        let before = self.linked_to(id)?;
        let fate = document.signal_fate();
        if fate.withdrawn.is_some() {
            return self.put_signal_away(id, &signal, (before, &fate), origin);
        }
        self.project_gone_signal(id, &[], &gone_row(id, &signal), &fate, origin)?;
        for link in &mut signal.links {
            *link = self.standing(*link)?;
        }
        let links = &mut signal.links;
        links.sort_unstable();
        links.dedup();
        let unlinked = before.into_iter().filter(|case| !links.contains(case));
        self.stale.extend(unlinked);
        let at = signal.at.timestamp_millis();
        let open = signal.links.is_empty() && !signal.resting;
        // A signal that is linked to a case no longer rests.
        let until = (signal.links.is_empty() && signal.resting)
            .then_some(signal.resting_until)
            .flatten();
        let key: i64 = self
            .connection
            .prepare_cached(
                "INSERT INTO encounters
                   (id, document, kind, at, channel, by, text, source, open, rev, arrived,
                    resting_until, said)
                 VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                 ON CONFLICT (document, id) DO UPDATE SET at = excluded.at,
                   channel = excluded.channel, by = excluded.by, text = excluded.text,
                   source = excluded.source, open = excluded.open, rev = max(rev, excluded.rev),
                   resting_until = excluded.resting_until, said = excluded.said
                 RETURNING key",
            )?
            .query_row(
                params![
                    id.as_bytes(),
                    Kind::Signal as u8,
                    at,
                    signal.channel.word(),
                    signal.by.as_bytes(),
                    signal.text,
                    signal.source,
                    open,
                    origin.rev(),
                    origin.arrived(),
                    until.map(|day| day.to_string()),
                    millis(signal.said),
                ],
                |row| row.get(0),
            )?;
        self.connection
            .prepare_cached("DELETE FROM signal_links WHERE signal = ?1")?
            .execute([id.as_bytes()])?;
        for case in &signal.links {
            self.connection
                .prepare_cached("INSERT INTO signal_links (case_id, signal) VALUES (?1, ?2)")?
                .execute(params![case.as_bytes(), id.as_bytes()])?;
            match touched.moments && self.has_case(*case)? {
                // `note_contact` only raises a date, so a corrected moment needs the whole case
                // projected.
                true => self.project_again(*case)?,
                false => self.note_contact(*case, at)?,
            }
            self.index_with_case(*case, &signal.text)?;
            self.settle_closings(*case)?;
            self.changes.insert(Change::Case(CaseId(*case)));
        }
        self.note_unsent(id, Part::Signal, id, origin)?;
        self.index_encounter(key, &format!("{} {}", signal.source, signal.text))?;
        self.changes.insert(Change::Signal(SignalId(id)));
        Ok(())
    }

    /// Removes the rows of a withdrawn signal.
    fn put_signal_away(
        &mut self,
        id: Uuid,
        signal: &SignalRoot,
        (before, fate): (Vec<Uuid>, &Fate),
        origin: Origin,
    ) -> Result<(), Error> {
        let row = gone_row(id, signal);
        self.project_gone_signal(id, &signal.links, &row, fate, origin)?;
        let known: Option<i64> = self
            .connection
            .prepare_cached("SELECT key FROM encounters WHERE document = ?1 AND id = ?1")?
            .query_row([id.as_bytes()], |row| row.get(0))
            .optional()?;
        if let Some(key) = known {
            self.remove_said(key)?;
        }
        self.connection
            .prepare_cached("DELETE FROM signal_links WHERE signal = ?1")?
            .execute([id.as_bytes()])?;
        self.stale.extend(before);
        self.note_unsent(id, Part::Signal, id, origin)?;
        self.changes.insert(Change::Signal(SignalId(id)));
        Ok(())
    }

    fn linked_to(&self, signal: Uuid) -> Result<Vec<Uuid>, Error> {
        self.rows(
            "SELECT case_id FROM signal_links WHERE signal = ?1",
            [signal.as_bytes()],
            |row| row.get(0).map(Uuid::from_bytes),
        )
    }
}

fn gone_row(id: Uuid, signal: &SignalRoot) -> GoneRow<'_> {
    GoneRow {
        part: Part::Signal,
        id,
        at: signal.at.timestamp_millis(),
        channel: signal.channel.word(),
        by: signal.by,
        text: &signal.text,
    }
}
