//! Receipts received from colleagues; each is checked against its id before it is stored.

use uuid::Uuid;

use super::Store;
use super::documents::blob_name;
use super::inbound::RecordProblem;
use crate::document::Kind;

/// Maximum photo size in bytes: no version makes larger ones, and it is well below the record limit.
const LARGEST: usize = 1024 * 1024;

/// The magic bytes of a JPEG file.
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];

impl Store {
    /// Takes in a receipt photo from the log.
    pub(super) fn take_receipt(
        &mut self,
        kind: Kind,
        id: Uuid,
        bytes: &[u8],
    ) -> Result<(), RecordProblem> {
        let (name, hash) = blob_name(bytes);
        let fits = kind == Kind::Receipt && bytes.starts_with(JPEG) && bytes.len() <= LARGEST;
        if !fits || name != id {
            return Err(RecordProblem::Payload(
                "not the photo its number says".into(),
            ));
        }
        self.take_blob(kind, id, hash, bytes)?;
        self.tell_receipt(id)?;
        Ok(())
    }
}
