//! One record of another device: opened, judged, then applied or rejected with a reason.

use automerge::ChangeHash;
use voorveld_protocol::{DeviceKey, PushedRecord, RecordKind};

use super::super::documents::DocumentOrStoreError;
use super::super::meta::key;
use super::super::{Membership, Store};
use crate::Error;
use crate::crypto::{Aad, OpenError, document_tag, open};
use crate::document::{DocumentError, Kind, Unfit, load_whole};
use crate::model::QuarantineReason;
use crate::store::payload::{Body, PackedChange, Payload, PayloadError};

/// Why a record was not applied.
#[derive(Debug, thiserror::Error)]
pub(in crate::store) enum RecordProblem {
    #[error("unknown kind {0}")]
    Kind(u8),
    #[error("of epoch {0}, whose key is not here")]
    Epoch(u32),
    #[error("does not open")]
    Sealed,
    #[error("payload: {0}")]
    Payload(String),
    #[error("came under another document's tag")]
    Tag,
    #[error(transparent)]
    Document(DocumentError),
    /// Automerge or the app panicked on it.
    #[error("it broke what read it")]
    Broke,
    /// One of its rows violates a constraint or limit of the database.
    #[error("its rows do not fit: {0}")]
    Rows(Error),
    /// A failure of this phone's store, not of the record; the transaction is rolled back.
    #[error(transparent)]
    Store(Error),
}

impl RecordProblem {
    /// Returns the category shown to the user.
    pub(in crate::store) fn why(&self) -> QuarantineReason {
        match self {
            Self::Kind(_) | Self::Epoch(_) | Self::Document(DocumentError::Unfit(Unfit::Newer)) => {
                QuarantineReason::Newer
            }
            Self::Document(DocumentError::Unfit(Unfit::Waits(_))) => QuarantineReason::Waits,
            Self::Sealed => QuarantineReason::Sealed,
            _ => QuarantineReason::Harmful,
        }
    }

    /// Returns the missing change that the record depends on.
    pub(in crate::store) fn waits_for(&self) -> Option<ChangeHash> {
        match self {
            Self::Document(DocumentError::Unfit(Unfit::Waits(change))) => Some(*change),
            _ => None,
        }
    }
}

impl From<DocumentError> for RecordProblem {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

impl From<Error> for RecordProblem {
    /// A full or failing disk is this phone's problem; any other error is blamed on the record.
    fn from(error: Error) -> Self {
        match error {
            Error::DiskFull | Error::FileDamaged | Error::Storage(_) | Error::NoTeam => {
                Self::Store(error)
            }
            other => Self::Rows(other),
        }
    }
}

impl From<DocumentOrStoreError> for RecordProblem {
    fn from(error: DocumentOrStoreError) -> Self {
        match error {
            DocumentOrStoreError::Document(error) => error.into(),
            DocumentOrStoreError::Store(error) => error.into(),
        }
    }
}

impl Store {
    /// Applies one record in a savepoint; on failure the store is unchanged.
    pub(in crate::store) fn apply_record(
        &mut self,
        member: &Membership,
        device: DeviceKey,
        record: &PushedRecord,
    ) -> Result<(), RecordProblem> {
        self.in_closed_room(|store| {
            let payload = open_record(member, device, record)?;
            store.apply_payload(payload)
        })
    }

    /// Applies an opened payload. Must run inside [`Store::in_closed_room`].
    pub(super) fn apply_payload(&mut self, payload: Payload) -> Result<(), RecordProblem> {
        let kind = Kind::from_number(payload.kind).ok_or(RecordProblem::Kind(payload.kind))?;
        let arrived = match self.meta::<bool>(key::CAUGHT_UP)?.unwrap_or_default() {
            true => Some(self.meta::<i64>(key::GENERATION)?.unwrap_or_default()),
            // On a phone that has just joined, years of others' work are no news.
            false => None,
        };
        let id = payload.document;
        let changes = match payload.body {
            Body::Blob(bytes) => return self.take_receipt(kind, id, &bytes),
            _ if kind.is_blob() => return Err(RecordProblem::Payload("no blob".into())),
            Body::Whole(bytes) => {
                let whole = load_whole(&bytes)?;
                if self.document_row(id)?.is_none() {
                    return Ok(self.adopt(kind, id, whole, &bytes, arrived)?);
                }
                whole
                    .get_changes(&[])
                    .iter()
                    .map(PackedChange::from)
                    .collect()
            }
            Body::Changes(changes) => changes,
        };
        let hashes: Vec<ChangeHash> = changes.iter().map(|change| change.hash).collect();
        self.apply(kind, id, changes, arrived)?;
        Ok(self.note_logged(id, &hashes)?)
    }
}

/// Opens a sealed record, parses its payload and checks its document tag.
pub(in crate::store) fn open_record(
    member: &Membership,
    device: DeviceKey,
    record: &PushedRecord,
) -> Result<Payload, RecordProblem> {
    if record.kind != RecordKind::CHANGES {
        return Err(RecordProblem::Kind(record.kind.0));
    }
    let aad = Aad::record(
        member.team,
        device,
        record.dev_seq,
        record.kind,
        record.document,
        record.epoch,
    );
    let bytes = open(&member.key, &aad, &record.sealed).map_err(|error| match error {
        OpenError::UnknownForm(form) => RecordProblem::Kind(form),
        OpenError::Unauthentic if record.epoch != member.epoch => {
            RecordProblem::Epoch(record.epoch)
        }
        OpenError::Unauthentic | OpenError::Broken => RecordProblem::Sealed,
    })?;
    let payload = Payload::unpack(&bytes).map_err(|error| match error {
        PayloadError::UnknownForm(form) => RecordProblem::Kind(form),
        error => RecordProblem::Payload(error.to_string()),
    })?;
    match document_tag(&member.key, payload.document) == record.document {
        true => Ok(payload),
        false => Err(RecordProblem::Tag),
    }
}
