//! Receipts as they come in from colleagues: nothing is kept that is not what its number says.

use uuid::Uuid;

use super::Store;
use super::documents::blob_name;
use super::intake::RecordProblem;
use crate::document::Kind;

/// No app makes a photo larger than this, in bytes; well below what a record may be.
const LARGEST: usize = 1024 * 1024;

/// How every JPEG begins.
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];

impl Store {
    /// Takes in a photo that the log holds.
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
