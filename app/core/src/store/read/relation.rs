//! Relations between people, from either side.

use uuid::Uuid;

use super::safety::danger;
use super::{id, mark, moment};
use crate::document::Kind;
use crate::model::{RelationKind, Who};
use crate::store::Store;
use crate::view::RelationLine;
use crate::{CaseId, ContactId, Error, RelationId};

/// Relations of a document to others and of others to it, oldest first.
const BOTH_SIDES: &str = concat!(
    "SELECT r.document, r.id, r.kind, r.note, r.at, 0 AS inverse, r.other, r.other_kind,
           coalesce(c.name, k.name) AS name, coalesce(p.name, '') AS by_name,
           r.rev > max(d.acked, 0) AS unsent, ",
    danger!("r.other"),
    " FROM relations r JOIN documents d ON d.id = r.document
    LEFT JOIN cases c ON c.id = r.other LEFT JOIN contacts k ON k.id = r.other
    LEFT JOIN people p ON p.id = r.by
    WHERE r.document = ?1 AND NOT r.ended
    UNION ALL
    SELECT r.document, r.id, r.kind, r.note, r.at, 1, r.document, 1,
           c.name, coalesce(p.name, ''), r.rev > max(d.acked, 0), ",
    danger!("r.document"),
    " FROM relations r JOIN documents d ON d.id = r.document
    LEFT JOIN cases c ON c.id = r.document LEFT JOIN people p ON p.id = r.by
    WHERE r.other = ?1 AND NOT r.ended
    ORDER BY 5, 2"
);

/// Returns the relations of a case or contact. A relation that was entered twice, by two phones or
/// from both sides, is one line with the notes of both. People who have not arrived on this phone
/// are left out.
pub(super) fn relations(store: &Store, document: Uuid) -> Result<Vec<RelationLine>, Error> {
    let all = store.rows(BOTH_SIDES, [document.as_bytes()], |row| {
        let name: Option<String> = row.get("name")?;
        let word: String = row.get("kind")?;
        let (Some(name), Some(kind)) = (name, RelationKind::from_word(&word)) else {
            return Ok(None);
        };
        let other = id(row, "other")?;
        Ok(Some(RelationLine {
            of: CaseId(id(row, "document")?),
            id: RelationId(id(row, "id")?),
            kind: match row.get("inverse")? {
                true => kind.inverse(),
                false => kind,
            },
            other: match row.get::<_, u8>("other_kind")? == Kind::Contact as u8 {
                true => Who::Contact(ContactId(other)),
                false => Who::Case(CaseId(other)),
            },
            name,
            danger: row.get("danger")?,
            note: row.get("note")?,
            by: row.get("by_name")?,
            at: moment(row, "at")?,
            mark: mark(row)?,
        }))
    })?;
    let mut lines: Vec<RelationLine> = Vec::new();
    for line in all.into_iter().flatten() {
        let same = |known: &&mut RelationLine| known.kind == line.kind && known.other == line.other;
        match lines.iter_mut().find(same) {
            None => lines.push(line),
            Some(known) if !line.note.is_empty() && known.note != line.note => {
                let notes = [known.note.as_str(), line.note.as_str()];
                known.note = notes
                    .into_iter()
                    .filter(|note| !note.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ");
            }
            Some(_) => {}
        }
    }
    Ok(lines)
}
