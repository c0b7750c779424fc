//! Measures the size of documents in Automerge's own encodings, for benchmarks.

use uuid::Uuid;

use crate::Error;
use crate::seed::Weight;
use crate::store::Store;

/// Returns the size of all documents in Automerge's own encodings, photos excluded.
pub(crate) fn weigh(store: &mut Store) -> Result<Weight, Error> {
    let ids: Vec<[u8; 16]> = {
        let mut statement = store
            .connection
            .prepare("SELECT id FROM documents WHERE kind != 6")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        rows.collect::<Result<_, _>>()?
    };
    let mut weight = Weight::default();
    for id in ids.into_iter().map(Uuid::from_bytes) {
        let row = store.document_row(id)?.ok_or(Error::NotFound)?;
        let document = store.open_document(id)?;
        let unsent = document.changes_since(&row.logged);
        let bytes: usize = unsent.iter().map(|change| change.raw_bytes().len()).sum();
        weight.unsent_changes += bytes as u64;
        weight.saved += document.save().len() as u64;
        weight.documents += 1;
    }
    Ok(weight)
}
