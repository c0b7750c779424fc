//! Typed reads and edits of the team's data: one Automerge document per case, contact, signal, study
//! and team. Pure: no files, no clock, no SQL.
//!
//! Document shape: scalars at the root (single-valued, may conflict), `Text` objects for collaborative
//! text, and maps of entries keyed by id. There are no lists. An entry is written completely in the
//! change that creates it.

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
mod fate;
mod history;
mod joined;
mod judge;
mod order;
mod party;
mod read;
mod relation;
mod replay;
mod salvage;
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
pub(crate) use expense::{ExpenseEntry, ExpenseWhat, Money, Spending, in_one_month};
pub(crate) use fate::{Fate, Moved, Withdrawal, moved_to};
pub(crate) use history::{Written, WrittenValue};
pub(crate) use judge::{Judge, Unfit, load_file, load_whole, read as read_change};
pub(crate) use party::{Party, PartyChange};
pub(crate) use read::RawClash;
pub(crate) use relation::Relation;
pub(crate) use salvage::salvage;
pub(crate) use schema::Kind;
pub(crate) use signal::{SignalRoot, picked_up};
pub(crate) use study::{Interview, help_signal, mark_parts, one_line};

pub(crate) use touched::{Collection, Touched};

use std::cell::OnceCell;

use automerge::transaction::CommitOptions;
use automerge::{ActorId, Automerge, AutomergeError, Change, ChangeHash, PatchLog, ReadDoc};
use chrono::{DateTime, Utc};

/// Why bytes could not be loaded as a document, or changes could not be applied to one.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DocumentError {
    /// Automerge rejected the bytes or the changes.
    #[error(transparent)]
    Automerge(#[from] AutomergeError),
    /// A change depends on changes that have not arrived (yet).
    #[error("depends on changes that are not here")]
    MissingDependencies,
    /// Validation by [`Judge`] or [`load_whole`] failed.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The saved document does not load again, or loads with different heads.
    #[error("does not load again after a save")]
    DoesNotLoadAgain,
    /// The document does not have the structure that the schema prescribes.
    #[error("not of this shape: {0}")]
    Shape(&'static str),
}

/// An open document, with the lazily computed times of its changes.
#[derive(Debug, Clone)]
pub(crate) struct Document(Automerge, OnceCell<order::Order>);

/// A change made on this device.
#[derive(Debug)]
pub(crate) struct LocalChange {
    /// The hash of the change.
    pub(crate) hash: ChangeHash,
    /// The encoded change, as it is appended to the saved document.
    pub(crate) bytes: Vec<u8>,
    /// The parts of the document that the change touched.
    pub(crate) touched: Touched,
}

impl Document {
    /// Creates a document from the kind's genesis changes, which are identical on every device.
    pub(crate) fn new(kind: Kind, actor: &ActorId) -> Result<Self, DocumentError> {
        Self::load(&kind.genesis(), actor)
    }

    /// Creates a document from the kind's first genesis change only, which every app version shares.
    pub(crate) fn first(kind: Kind, actor: &ActorId) -> Result<Self, DocumentError> {
        let first = kind.steps().first();
        Self::load(first.ok_or(DocumentError::Shape("no document"))?, actor)
    }

    /// Loads the output of [`Document::save`], optionally followed by later changes. The bytes come
    /// from our own encrypted file, so the hashes of the heads are not verified again.
    pub(crate) fn load(bytes: &[u8], actor: &ActorId) -> Result<Self, DocumentError> {
        let document = Automerge::load_unverified_heads(bytes)?;
        Ok(Self(document.with_actor(actor.clone()), OnceCell::new()))
    }

    /// Wraps a complete document received from another device.
    ///
    /// # Errors
    /// [`DocumentError::Shape`] when the document lacks the kind's first genesis change: its maps
    /// would then be different objects than ours. [`DocumentError::Unfit`] when [`judge::check_whole`]
    /// rejects it.
    pub(crate) fn from_whole(
        kind: Kind,
        whole: Automerge,
        actor: &ActorId,
    ) -> Result<Self, DocumentError> {
        // A document made by an older app lacks the later genesis changes.
        let start = Self::first(kind, actor)?.heads();
        let document = Self(whole.with_actor(actor.clone()), OnceCell::new());
        if !start.iter().all(|hash| document.has(hash)) {
            return Err(DocumentError::Shape("first change"));
        }
        judge::check_whole(kind, &document)?;
        Ok(document)
    }

    /// Encodes the whole document, compressed.
    pub(crate) fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    /// Encodes the whole document without compression.
    pub(crate) fn save_plain(&self) -> Vec<u8> {
        self.0.save_nocompress()
    }

    /// Saves the document, loads the result and compares the heads: Automerge accepts some changes
    /// that it cannot write correctly.
    ///
    /// # Errors
    /// [`DocumentError::DoesNotLoadAgain`] when the result does not load or has other heads.
    pub(crate) fn check_that_it_loads_again(&self, actor: &ActorId) -> Result<(), DocumentError> {
        Self::load_as(&self.save_plain(), &self.heads(), actor).map(drop)
    }

    /// Loads a document and checks that it has these heads.
    ///
    /// # Errors
    /// [`DocumentError::DoesNotLoadAgain`] when the bytes do not load or the heads differ.
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

    /// Returns the underlying Automerge document.
    pub(crate) fn automerge(&self) -> &Automerge {
        &self.0
    }

    /// Returns one change, if the document contains it.
    pub(crate) fn change(&self, hash: &ChangeHash) -> Option<Change> {
        self.0.get_change_by_hash(hash)
    }

    /// Returns the current heads, sorted.
    pub(crate) fn heads(&self) -> Vec<ChangeHash> {
        let mut heads = self.0.get_heads();
        heads.sort_unstable();
        heads
    }

    /// Returns the changes that are not among these heads or their ancestors.
    pub(crate) fn changes_since(&self, heads: &[ChangeHash]) -> Vec<Change> {
        self.0.get_changes(heads)
    }

    /// Returns the number of operations: a measure of the memory the open document takes.
    pub(crate) fn operations(&self) -> u64 {
        self.0.stats().num_ops
    }

    /// Returns whether the document contains a change.
    pub(crate) fn has(&self, change: &ChangeHash) -> bool {
        self.0.get_change_meta_by_hash(change).is_some()
    }

    /// Applies `edit` in one transaction. Returns no change when nothing differs; rolls back when
    /// `edit` fails.
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

    /// Returns a [`Touched`] that covers the whole document.
    pub(crate) fn all(&self) -> Touched {
        Touched::all(self)
    }

    /// Like [`Document::all`], and also marks the derived times of all entries as stale.
    pub(crate) fn all_touched(&self) -> Touched {
        Touched {
            moments: true,
            ..Touched::all(self)
        }
    }

    /// Applies changes from other devices in one batch and returns what they touched.
    ///
    /// # Errors
    /// [`DocumentError::MissingDependencies`] when a change depends on one that is absent, or an error
    /// of Automerge. The document must not be used after an error.
    pub(crate) fn apply(&mut self, changes: Vec<Change>) -> Result<Touched, DocumentError> {
        let expected: Vec<ChangeHash> = changes.iter().map(Change::hash).collect();
        let mut log = PatchLog::active();
        self.0.apply_changes_log_patches(changes, &mut log)?;
        // Automerge silently queues changes whose dependencies are missing, and drops them on save.
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
