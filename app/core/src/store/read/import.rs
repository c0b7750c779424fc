//! Imports made on this phone.

use super::moment;
use crate::Error;
use crate::api::ReadImports;
use crate::model::ImportKind;
use crate::store::{Read, Store};
use crate::view::PastImport;

impl Read for ReadImports {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.rows(
            "SELECT i.id, i.at, i.kind, i.name,
                    (SELECT count(*) FROM import_rows r WHERE r.import = i.id) AS added
             FROM imports i ORDER BY i.id DESC",
            [],
            |row| {
                Ok(PastImport {
                    id: row.get("id")?,
                    at: moment(row, "at")?,
                    kind: ImportKind::from_word(&row.get::<_, String>("kind")?),
                    name: row.get("name")?,
                    added: row.get("added")?,
                })
            },
        )
    }
}
