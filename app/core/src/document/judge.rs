//! What others wrote is judged before Automerge sees a byte of it. Automerge trusts what a chunk claims:
//! it panics on some changes, allocates what others claim, and takes in some that it cannot load again
//! (`docs/upstream.md`). Whoever holds the team's key can make such bytes.
//!
//! Three steps, each pure: [`read`] takes a change apart and bounds it, [`Judge`] holds it against the
//! document it is for, [`load_whole`] and [`check_whole`] do both for a whole document. What passes is of the kind this app
//! writes itself: maps, texts and scalars, canonical bytes, numbers that follow on what is there.

mod chunk;
mod columns;
mod fit;
mod frame;
mod whole;

pub(crate) use fit::Judge;
pub(crate) use frame::read;
pub(crate) use whole::{check_whole, load_file, load_whole};

use automerge::ChangeHash;

/// Why a change or document is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unfit {
    /// Not written the way Automerge writes it.
    #[error("not in Automerge's own spelling")]
    Encoding,
    /// Claims more than bytes of its size can hold, or than anybody writes.
    #[error("larger than anybody writes")]
    Size,
    /// A sequence number or operation counter that does not follow on what is there.
    #[error("numbers that do not follow on")]
    Counter,
    /// A moment no clock shows.
    #[error("a moment no clock shows")]
    Time,
    /// Names an operation that is not there, or is of another kind or place.
    #[error("builds on what is not there")]
    Reference,
    /// Takes away or replaces what every document of its kind begins with.
    #[error("changes what every document begins with")]
    Root,
    /// An entry that is none, or one whose id has another spelling than ours.
    #[error("an entry that is none")]
    Entry,
    /// Nested deeper than anything is.
    #[error("nested too deep")]
    Depth,
    /// Something that only a newer app can know.
    #[error("of a newer app")]
    Newer,
    /// Builds on a change that is not here (yet).
    #[error("waits for a change that is not here")]
    Waits(ChangeHash),
}

/// Bounds. Each well above what this app writes.
mod limits {
    use std::ops::RangeInclusive;

    /// Heads that a change follows: as many as phones that wrote in one document without having heard
    /// of each other.
    pub(super) const DEPENDENCIES: u64 = 256;
    /// Actors that one change names.
    pub(super) const ACTORS: u64 = 256;
    /// Bytes of an actor. Ours have 16.
    pub(super) const ACTOR: usize = 64;
    /// Bytes of a change's message. Ours have none.
    pub(super) const MESSAGE: usize = 256;
    /// Columns of a chunk.
    pub(super) const COLUMNS: u64 = 64;
    /// Values that one operation overwrites.
    pub(super) const PREDS: u64 = 256;
    /// Automerge counts operations in 32 bits, and panics where they end. They grow by what is written
    /// and not by claims (see `fit.rs`), so nobody brings a document near this.
    pub(super) const COUNTER: u64 = 1 << 30;
    /// Seconds since 1970, up to the year 9999.
    pub(super) const TIME: RangeInclusive<i64> = -2_208_988_800..=253_402_300_799;
    /// Objects within objects. Ours: root, map, entry, text.
    pub(super) const DEPTH: usize = 8;

    /// Operations in a change of so many bytes. A character of a text has at least a byte; only what is
    /// deleted may take less, and no text of ours is that long.
    pub(super) const fn ops(bytes: usize) -> usize {
        bytes + 64 * 1024
    }
}

#[cfg(test)]
mod tests;
