//! What the team knows, one Automerge document per case, contact, signal, study and team: typed reads and
//! edits. Pure: no files, no clock, no SQL.
//!
//! Shape: scalars at the root (one value, can clash), `Text` where people write together, and maps of
//! entries keyed by id. Never a list; an entry is written whole in the change that makes it.

mod agenda;
mod alike;
mod call_list;
mod case;
mod closing;
mod contact;
mod decision;
mod edit;
mod entry;
mod expense;
mod judge;
mod order;
mod party;
mod read;
mod relation;
mod schema;
mod signal;
mod study;
mod team;
mod text;
mod touched;
mod withdrawn;

pub(crate) use agenda::Resolution;
pub(crate) use call_list::{CallLine, PersonKey};
pub(crate) use closing::Closing;
pub(crate) use decision::{Decision, Seal, VERSION as DECISION_VERSION, canonical};
pub(crate) use edit::Edit;
pub(crate) use entry::{Commitment, Encounter, Safety, Trust, id_text};
pub(crate) use expense::{ExpenseEntry, ExpenseWhat};
pub(crate) use judge::{Judge, Unfit, load_file, load_whole, read as read_change};
pub(crate) use party::{Party, PartyChange};
pub(crate) use read::RawClash;
pub(crate) use relation::Relation;
pub(crate) use schema::Kind;
pub(crate) use signal::{SignalRoot, picked_up};
pub(crate) use study::{Interview, help_signal, mark_parts, one_line};

pub(crate) use touched::{Collection, Touched};

use std::cell::OnceCell;

use automerge::transaction::CommitOptions;
use automerge::{ActorId, Automerge, AutomergeError, Change, ChangeHash, PatchLog, ReadDoc};
use chrono::{DateTime, Utc};

/// Why bytes are no document, or changes do not fit one.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DocumentError {
    /// Automerge refuses them.
    #[error(transparent)]
    Automerge(#[from] AutomergeError),
    /// Changes these depend on are not here (yet).
    #[error("depends on changes that are not here")]
    MissingDependencies,
    /// They do not pass judgement.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Saved and loaded again it is another document, or none.
    #[error("does not load again after a save")]
    DoesNotLoadAgain,
    /// A child of the document has another type than the schema says.
    #[error("not of this shape: {0}")]
    Shape(&'static str),
}

/// One open document.
#[derive(Debug, Clone)]
pub(crate) struct Document(Automerge, OnceCell<order::Order>);

/// A change this device made.
#[derive(Debug)]
pub(crate) struct LocalChange {
    /// Its hash.
    pub(crate) hash: ChangeHash,
    /// Its bytes, as they are appended to the saved document.
    pub(crate) bytes: Vec<u8>,
    /// What it touched.
    pub(crate) touched: Touched,
}

impl Document {
    /// A new document: nothing but the kind's first changes, the same on every device.
    pub(crate) fn new(kind: Kind, actor: &ActorId) -> Result<Self, DocumentError> {
        Self::load(&kind.genesis(), actor)
    }

    /// Only the kind's first change: what a document of any app begins with.
    pub(crate) fn first(kind: Kind, actor: &ActorId) -> Result<Self, DocumentError> {
        let first = kind.steps().first();
        Self::load(first.ok_or(DocumentError::Shape("no document"))?, actor)
    }

    /// From what [`Document::save`] gave, with any later changes behind it. The bytes come from our
    /// own sealed file, so their hashes are not computed again.
    pub(crate) fn load(bytes: &[u8], actor: &ActorId) -> Result<Self, DocumentError> {
        let document = Automerge::load_unverified_heads(bytes)?;
        Ok(Self(document.with_actor(actor.clone()), OnceCell::new()))
    }

    /// From another device's whole document.
    ///
    /// # Errors
    /// [`DocumentError::Shape`] when it does not start as every document of its kind does: its maps
    /// would not be ours.
    pub(crate) fn from_whole(
        kind: Kind,
        whole: Automerge,
        actor: &ActorId,
    ) -> Result<Self, DocumentError> {
        // An older app's has not the later steps.
        let start = Self::first(kind, actor)?.heads();
        let document = Self(whole.with_actor(actor.clone()), OnceCell::new());
        if !start.iter().all(|hash| document.has(hash)) {
            return Err(DocumentError::Shape("first change"));
        }
        judge::check_whole(kind, &document)?;
        Ok(document)
    }

    /// The whole document as bytes.
    pub(crate) fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    /// The whole document as bytes, not compressed.
    pub(crate) fn save_plain(&self) -> Vec<u8> {
        self.0.save_nocompress()
    }

    /// Saves it, loads that and compares: Automerge takes changes in that it cannot write down.
    ///
    /// # Errors
    /// [`DocumentError::DoesNotLoadAgain`].
    pub(crate) fn check_that_it_loads_again(&self, actor: &ActorId) -> Result<(), DocumentError> {
        Self::load_as(&self.save_plain(), &self.heads(), actor).map(drop)
    }

    /// Loads what is to be a document with these heads.
    ///
    /// # Errors
    /// [`DocumentError::DoesNotLoadAgain`].
    pub(crate) fn load_as(
        bytes: &[u8],
        heads: &[ChangeHash],
        actor: &ActorId,
    ) -> Result<Self, DocumentError> {
        match Self::load(bytes, actor) {
            Ok(document) if document.heads() == heads => Ok(document),
            _ => Err(DocumentError::DoesNotLoadAgain),
        }
    }

    /// Automerge's own form, for packing.
    pub(crate) fn automerge(&self) -> &Automerge {
        &self.0
    }

    /// One change.
    pub(crate) fn change(&self, hash: &ChangeHash) -> Option<Change> {
        self.0.get_change_by_hash(hash)
    }

    /// The current heads, sorted.
    pub(crate) fn heads(&self) -> Vec<ChangeHash> {
        let mut heads = self.0.get_heads();
        heads.sort_unstable();
        heads
    }

    /// All changes that are not known at these heads.
    pub(crate) fn changes_since(&self, heads: &[ChangeHash]) -> Vec<Change> {
        self.0.get_changes(heads)
    }

    /// How many operations it has: what it takes to keep it open.
    pub(crate) fn operations(&self) -> u64 {
        self.0.stats().num_ops
    }

    /// Whether a change is in this document.
    pub(crate) fn has(&self, change: &ChangeHash) -> bool {
        self.0.get_change_meta_by_hash(change).is_some()
    }

    /// Edits in one transaction; nothing comes of it when nothing differs or when `edit` fails.
    pub(crate) fn edit<T, E: From<DocumentError>>(
        &mut self,
        at: DateTime<Utc>,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, E>,
    ) -> Result<(T, Option<LocalChange>), E> {
        let mut transaction = self.0.transaction();
        let mut touched = Touched::default();
        let made = match edit(&mut Edit::new(&mut transaction, &mut touched)) {
            Ok(made) => made,
            Err(error) => {
                transaction.rollback();
                return Err(error);
            }
        };
        let (hash, _) = transaction.commit_with(CommitOptions::default().with_time(at.timestamp()));
        match hash {
            Some(_) if touched.moments => self.forget_order(),
            Some(hash) => self.add_to_order(&[hash]),
            None => {}
        }
        let change = hash
            .and_then(|hash| self.0.get_change_by_hash(&hash))
            .map(|change| LocalChange {
                hash: change.hash(),
                bytes: change.raw_bytes().to_vec(),
                touched,
            });
        Ok((made, change))
    }

    /// Everything there is, as if it had just been touched.
    pub(crate) fn all(&self) -> Touched {
        Touched::all(self)
    }

    /// The same, and what was known of its moments does not hold any more.
    pub(crate) fn all_anew(&self) -> Touched {
        Touched {
            moments: true,
            ..Touched::all(self)
        }
    }

    /// Applies other devices' changes in one batch and tells what they touched.
    ///
    /// # Errors
    /// Every [`DocumentError`]; the document is then not to be used any more.
    pub(crate) fn apply(&mut self, changes: Vec<Change>) -> Result<Touched, DocumentError> {
        let expected: Vec<ChangeHash> = changes.iter().map(Change::hash).collect();
        let mut log = PatchLog::active();
        self.0.apply_changes_log_patches(changes, &mut log)?;
        // What waits for missing changes is silently queued by Automerge, and lost by saving.
        if expected.iter().any(|hash| !self.has(hash)) {
            return Err(DocumentError::MissingDependencies);
        }
        let touched = Touched::from_patches(&self.0.make_patches(&mut log));
        match touched.moments {
            true => self.forget_order(),
            false => self.add_to_order(&expected),
        }
        Ok(touched)
    }
}
