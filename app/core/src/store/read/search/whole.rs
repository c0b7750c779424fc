//! Matches whose words are spread over a case: its name and an encounter, two encounters, or the name
//! of a contact around it. Words are never removed from `search_whole`, so every hit is checked against
//! the data before it is shown.

use super::super::matching::{Missing, Needle};
use crate::store::Store;
use crate::view::Span;
use crate::{CaseId, ContactId, Error};

/// The terms of a search that no text has matched so far.
pub(super) struct Rest {
    missing: Missing,
}

impl Rest {
    pub(super) fn of(needle: &Needle, name: &str) -> Self {
        let mut missing = needle.missing();
        missing.read(name);
        Self { missing }
    }

    pub(super) fn is_found(&self) -> bool {
        self.missing.is_empty()
    }

    /// Reads a text; the first one that matches something new is shown.
    pub(super) fn read(&mut self, text: &str, shown: &mut Vec<Span>) {
        let before = self.missing.needle();
        if self.missing.read(text) && shown.is_empty() {
            *shown = before.excerpt(text);
        }
    }

    /// Reads the number of a case, which matches with any number of leading zeros.
    pub(super) fn read_number(&mut self, number: &str) -> bool {
        self.missing.read_tokens(&crate::folding::padded(number))
    }
}

/// Reads the other texts of a case for terms its fields lack. Returns whether all terms were found.
pub(super) fn read_over_case(
    store: &Store,
    case: CaseId,
    rest: &Rest,
    shown: &mut Vec<Span>,
) -> Result<bool, Error> {
    read_over(store,
        "SELECT text FROM case_texts WHERE case_id = ?1
         UNION ALL
         SELECT v.value ->> '$.value' FROM cases c, json_each(c.clashes) AS clash,
           json_each(clash.value, '$.values') AS v WHERE c.id = ?1
         UNION ALL
         SELECT concat_ws(' ', c.name, a.note)
           FROM around a LEFT JOIN contacts c ON c.id = a.contact WHERE a.case_id = ?1
         UNION ALL
         SELECT text FROM (SELECT text FROM encounters WHERE document = ?1 ORDER BY at DESC, id DESC)
         UNION ALL
         SELECT s.text FROM signal_links l JOIN encounters s ON s.document = l.signal
           WHERE l.case_id = ?1",
        case.0.as_bytes(),
        rest,
        shown,
    )
}

/// Does the same for a contact.
pub(super) fn read_over_contact(
    store: &Store,
    contact: ContactId,
    rest: &Rest,
    shown: &mut Vec<Span>,
) -> Result<bool, Error> {
    read_over(store,
        "SELECT v.value ->> '$.value' FROM contacts c, json_each(c.clashes) AS clash,
           json_each(clash.value, '$.values') AS v WHERE c.id = ?1
         UNION ALL
         SELECT text FROM (SELECT text FROM encounters WHERE document = ?1 ORDER BY at DESC, id DESC)",
        contact.0.as_bytes(),
        rest,
        shown,
    )
}

fn read_over(
    store: &Store,
    sql: &str,
    id: &[u8; 16],
    rest: &Rest,
    shown: &mut Vec<Span>,
) -> Result<bool, Error> {
    let mut rest = Rest {
        missing: rest.missing.clone(),
    };
    if rest.is_found() {
        return Ok(true);
    }
    let mut statement = store.connection.prepare_cached(sql)?;
    let mut texts = statement.query([id])?;
    while let Some(row) = texts.next()? {
        let text: Option<String> = row.get(0)?;
        rest.read(&text.unwrap_or_default(), shown);
        if rest.is_found() {
            return Ok(true);
        }
    }
    Ok(false)
}
