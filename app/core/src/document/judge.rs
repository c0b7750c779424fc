//! Validation of data from other devices, before it is passed to Automerge. Automerge trusts its
//! input: it panics on some changes, allocates as much as a chunk claims, and accepts some changes
//! that it cannot load again (`docs/upstream.md`). Anyone with the team's key can craft such bytes.
//!
//! There are three pure steps: [`read`] parses and bounds a change, [`Judge`] checks it against the
//! document it belongs to, and [`load_whole`] and [`check_whole`] do both for a complete document.
//! Only what this app itself writes is accepted: maps, texts and scalars in canonical encoding, with
//! consecutive sequence numbers and operation counters.

mod chunk;
mod columns;
mod fit;
mod frame;
mod whole;

pub(crate) use fit::Judge;
pub(crate) use frame::read;
pub(super) use frame::split_chunks;
pub(crate) use whole::{check_whole, load_file, load_whole};

use automerge::ChangeHash;

/// Why a change or document is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unfit {
    /// Not encoded the way Automerge does.
    #[error("not in Automerge's own spelling")]
    Encoding,
    /// Claims more than its bytes can hold, or exceeds a bound.
    #[error("larger than anybody writes")]
    Size,
    /// A sequence number or operation counter that is not consecutive.
    #[error("numbers that do not follow on")]
    Counter,
    /// A timestamp outside the valid range.
    #[error("a moment no clock shows")]
    Time,
    /// Refers to an operation that is missing, or of another kind or object.
    #[error("builds on what is not there")]
    Reference,
    /// Deletes or replaces an object from the genesis changes.
    #[error("changes what every document begins with")]
    Root,
    /// A map value that is not an entry or flag as required, or a key with a non-canonical id.
    #[error("an entry that is none")]
    Entry,
    /// Nested too deep.
    #[error("nested too deep")]
    Depth,
    /// Uses a feature that only a newer app can know.
    #[error("of a newer app")]
    Newer,
    /// Depends on a change that has not arrived (yet).
    #[error("waits for a change that is not here")]
    Waits(ChangeHash),
}

/// Upper bounds, each well above what this app writes.
mod limits {
    use std::ops::RangeInclusive;

    /// Dependencies of a change: at most the number of phones that edited a document concurrently.
    pub(super) const DEPENDENCIES: u64 = 256;
    /// Actors that a change refers to, besides its author.
    pub(super) const ACTORS: u64 = 256;
    /// Bytes of an actor id. Ours have 16.
    pub(super) const ACTOR: usize = 64;
    /// Bytes of a change's message. Ours have none.
    pub(super) const MESSAGE: usize = 256;
    /// Bytes of an unpacked document in a file: as many as a record of the team's log may hold.
    pub(super) const FILE: usize = 16 * 1024 * 1024;
    /// Columns of a chunk.
    pub(super) const COLUMNS: u64 = 64;
    /// Values that one operation overwrites.
    pub(super) const PREDS: u64 = 256;
    /// Automerge counts operations in 32 bits and panics on overflow. Counters grow only by operations
    /// actually written, not by claims (see `fit.rs`), so a document cannot get near this.
    pub(super) const COUNTER: u64 = 1 << 30;
    /// Seconds since the Unix epoch, from the year 1900 up to 9999.
    pub(super) const TIME: RangeInclusive<i64> = -2_208_988_800..=253_402_300_799;
    /// Nesting depth of objects. Ours: root, map, entry, text.
    pub(super) const DEPTH: usize = 8;

    /// Operations of one change. The largest of ours replaces a text of 20,000 characters.
    pub(super) const OPS: usize = 1 << 18;
    /// Operations of all changes that are judged together. Sealed, a million of them may take a
    /// kilobyte; opened, they take more memory than a phone has.
    pub(super) const OPS_TOGETHER: usize = 1 << 20;
    /// Operations of a whole document in a record. Ours take less than 3 MiB, at least a byte each.
    pub(super) const OPS_WHOLE: usize = 1 << 22;
    /// Bytes of one value. The longest of ours is a text of 20,000 characters.
    pub(super) const VALUE: u64 = 1024 * 1024;

    /// Operations in a change or document of this many bytes. Each inserted character takes at least
    /// one byte; deletions may take less, but no text of ours is that long.
    pub(super) const fn ops(bytes: usize) -> usize {
        bytes + 64 * 1024
    }
}

#[cfg(test)]
mod tests;
