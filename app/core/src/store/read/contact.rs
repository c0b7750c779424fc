//! A contact's page and list item.

use rusqlite::{OptionalExtension, Row, params};

use super::case::document_mark;
use super::relation::relations;
use super::{id, json, maybe_moment, name_clashes};
use crate::api::ReadContact;
use crate::model::{ContactField, ContactTexts, SyncMark};
use crate::store::{Read, Store};
use crate::view::{ContactLine, ContactView};
use crate::{ContactId, Error};

/// The columns of a [`ContactLine`].
pub(super) const CONTACT_LINE: &str = "id, name, role, organisation, what_for, district, phone, last_contact, clashes != '[]' AS clash";

/// Maximum number of tags suggested from other contacts.
const OTHER_TAGS: usize = 20;

/// Maximum number of encounters on a contact's page.
const TALKS: u32 = 30;

/// Maximum number of tags offered.
const CHOICES: u32 = 40;

/// Reads the columns of [`CONTACT_LINE`].
pub(super) fn contact_line(row: &Row<'_>) -> rusqlite::Result<ContactLine> {
    let name: String = row.get("name")?;
    let fields = [
        row.get::<_, String>("what_for")?,
        row.get("role")?,
        row.get("organisation")?,
    ];
    let about = fields
        .into_iter()
        .find(|text| !text.is_empty() && *text != name);
    Ok(ContactLine {
        id: ContactId(id(row, "id")?),
        about: about.unwrap_or_default(),
        name,
        district: row.get("district")?,
        phone: row.get("phone")?,
        last_contact: maybe_moment(row, "last_contact")?,
        clash: row.get("clash")?,
    })
}

impl Read for ReadContact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let contact = self.contact;
        store.project_first(contact.0)?;
        contact_with_talks(store, contact, TALKS)
    }
}

/// Returns a contact with up to `talks` of its latest encounters.
pub(super) fn contact_with_talks(
    store: &Store,
    contact: ContactId,
    talks: u32,
) -> Result<ContactView, Error> {
    let bytes = contact.0.as_bytes();
    let mut view = store
        .connection
        .prepare_cached("SELECT * FROM contacts WHERE id = ?1")?
        .query_row([bytes], |row| {
            Ok(ContactView {
                id: contact,
                texts: texts(row)?,
                tags: Vec::new(),
                other_tags: Vec::new(),
                talks: Vec::new(),
                talk_count: 0,
                last_contact: maybe_moment(row, "last_contact")?,
                relations: Vec::new(),
                clashes: json(row, "clashes")?,
                mark: SyncMark::WithTeam,
            })
        })
        .optional()?
        .ok_or(Error::NotFound)?;
    for clash in &mut view.clashes {
        name_clashes(store, &mut clash.values)?;
    }
    view.talks = store.rows(
        "SELECT e.id, e.kind, e.at, e.said, e.channel, e.text, coalesce(p.name, '') AS by_name,
                e.rev > max(d.acked, 0) AS unsent,
                EXISTS (SELECT 1 FROM entries_gone g WHERE g.id = e.id AND g.lost
                        AND g.origin = coalesce(e.origin, e.document)) AS contested
         FROM encounters e JOIN documents d ON d.id = coalesce(e.origin, e.document)
         LEFT JOIN people p ON p.id = e.by
         WHERE e.document = ?1 ORDER BY e.at DESC, e.id DESC LIMIT ?2",
        params![bytes, talks],
        super::case::timeline_entry,
    )?;
    view.talk_count = store.count(
        "SELECT count(*) FROM encounters WHERE document = ?1",
        [bytes],
    )?;
    view.relations = relations(store, contact.0)?;
    view.tags = store.rows(
        "SELECT t.tag FROM contact_tags t JOIN contacts c ON c.key = t.contact
         WHERE c.id = ?1 ORDER BY t.tag",
        [bytes],
        |row| row.get(0),
    )?;
    view.other_tags = tags_in_use(store)?;
    view.other_tags.retain(|tag| !view.tags.contains(tag));
    view.other_tags.truncate(OTHER_TAGS);
    view.mark = document_mark(store, contact.0)?;
    Ok(view)
}

/// Reads the columns of a contact's fields.
fn texts(row: &Row<'_>) -> rusqlite::Result<ContactTexts> {
    ContactField::ALL
        .into_iter()
        .map(|field| Ok((field, row.get(field.key())?)))
        .collect()
}

/// Returns the tags in use, most frequent first.
pub(super) fn tags_in_use(store: &Store) -> Result<Vec<String>, Error> {
    store.rows(
        &format!(
            "SELECT word FROM contact_counts WHERE what = 'tag'
             ORDER BY contacts DESC, word LIMIT {CHOICES}"
        ),
        [],
        |row| row.get(0),
    )
}
