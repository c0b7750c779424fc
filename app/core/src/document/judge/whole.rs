//! Validation of complete documents from other devices: bounded before Automerge loads them, checked
//! afterwards.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, ValueRef};
use flate2::read::DeflateDecoder;

use super::columns::{Bytes, Item, Runs, Stretch};
use super::frame::{DOCUMENT, open_chunk};
use super::{Unfit, limits};
use crate::document::{Document, DocumentError, Kind};

/// The bit of a column specification that means compressed.
const PACKED: u64 = 8;

/// Bounds the bytes of a complete document: one chunk without internal compression, as the sealed
/// payload is compressed as a whole.
///
/// # Errors
/// [`Unfit::Encoding`], [`Unfit::Size`], [`Unfit::Counter`] or [`Unfit::Newer`].
pub(super) fn bound_whole(bytes: &[u8]) -> Result<(), Unfit> {
    let columns = columns(bytes)?;
    if columns.iter().any(|(spec, _)| spec & PACKED != 0) {
        return Err(Unfit::Encoding);
    }
    let most = limits::ops(bytes.len()).min(limits::OPS_WHOLE) as u64;
    let mut columns = columns.into_iter();
    columns.try_for_each(|(spec, column)| bound_column(spec, column, most))
}

/// Bounds the bytes of a complete document from a file, in which Automerge may have compressed some
/// columns: their unpacked size counts.
///
/// # Errors
/// As [`bound_whole`].
pub(super) fn bound_file(bytes: &[u8]) -> Result<(), Unfit> {
    let mut size = bytes.len();
    let mut unpacked = Vec::new();
    for (spec, column) in columns(bytes)? {
        let column = match spec & PACKED {
            0 => Cow::Borrowed(column),
            _ => Cow::Owned(inflated(column, limits::FILE.saturating_sub(size))?),
        };
        if let Cow::Owned(column) = &column {
            size += column.len();
        }
        unpacked.push((spec, column));
    }
    if size > limits::FILE {
        return Err(Unfit::Size);
    }
    let most = limits::ops(size) as u64;
    let mut columns = unpacked.iter();
    columns.try_for_each(|(spec, column)| bound_column(*spec, column, most))
}

/// Decompresses a column of at most this many bytes.
fn inflated(column: &[u8], most: usize) -> Result<Vec<u8>, Unfit> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(column)
        .take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Unfit::Encoding)?;
    match bytes.len() <= most {
        true => Ok(bytes),
        false => Err(Unfit::Size),
    }
}

/// Returns the columns of the only chunk in `bytes`, each with its specification.
fn columns(bytes: &[u8]) -> Result<Vec<(u64, &[u8])>, Unfit> {
    let data = open_chunk(bytes, DOCUMENT)?;
    let mut input = Bytes::of(data);
    for _ in 0..input.unsigned()? {
        input.prefixed()?;
    }
    let heads = input.unsigned()?;
    if heads > limits::DEPENDENCIES {
        return Err(Unfit::Size);
    }
    input.take(32 * heads)?;
    let lengths = [column_lengths(&mut input)?, column_lengths(&mut input)?].concat();
    lengths
        .into_iter()
        .map(|(spec, length)| Ok((spec, input.take(length)?)))
        .collect()
}

fn column_lengths(input: &mut Bytes<'_>) -> Result<Vec<(u64, u64)>, Unfit> {
    let count = input.unsigned()?;
    if count > limits::COLUMNS {
        return Err(Unfit::Size);
    }
    let mut lengths = Vec::new();
    for _ in 0..count {
        lengths.push((input.unsigned()?, input.unsigned()?));
    }
    Ok(lengths)
}

/// Checks that a column claims no more values than the document can hold, and no delta-encoded number
/// out of range.
fn bound_column(spec: u64, column: &[u8], most: u64) -> Result<(), Unfit> {
    match spec & 7 {
        0 => {
            // A group column: how many values of the following columns belong to each row.
            let mut all = 0_u64;
            each::<u64>(column, most, |count, times| {
                let more = count.unwrap_or_default().checked_mul(times);
                all = all.saturating_add(more.unwrap_or(u64::MAX));
                match all <= 2 * most {
                    true => Ok(()),
                    false => Err(Unfit::Size),
                }
            })
        }
        3 => {
            let mut value = 0_i64;
            each::<i64>(column, most, |step, times| {
                let times = i64::try_from(times).map_err(|_| Unfit::Size)?;
                let more = step.unwrap_or_default().checked_mul(times);
                value = more
                    .and_then(|more| value.checked_add(more))
                    .filter(|value| limits::TIME.contains(value))
                    .ok_or(Unfit::Counter)?;
                Ok(())
            })
        }
        4 => {
            let mut flags = Bytes::of(column);
            let mut all = 0_u64;
            while !flags.is_empty() {
                all = all.saturating_add(flags.unsigned()?);
            }
            match all <= most {
                true => Ok(()),
                false => Err(Unfit::Size),
            }
        }
        5 => each::<Stretch>(column, most, |_, _| Ok(())),
        // Types and lengths of values.
        6 => each::<u64>(column, most, |meta, _| {
            match meta.unwrap_or_default() >> 4 <= limits::VALUE {
                true => Ok(()),
                false => Err(Unfit::Size),
            }
        }),
        7 => Ok(()),
        _ => each::<u64>(column, most, |_, _| Ok(())),
    }
}

/// Calls `look` for each run of a column, bounding the total number of values.
fn each<T: Item>(
    column: &[u8],
    most: u64,
    mut look: impl FnMut(Option<T>, u64) -> Result<(), Unfit>,
) -> Result<(), Unfit> {
    let mut runs = Runs::<T>::of(column);
    let mut all = 0_u64;
    while !runs.is_done() {
        let (value, times) = runs.next_run()?;
        all = all.saturating_add(times);
        if all > most {
            return Err(Unfit::Size);
        }
        look(value, times)?;
    }
    Ok(())
}

/// Loads a complete document from a record. Not yet checked: see [`check_whole`].
///
/// # Errors
/// [`Unfit`] when [`bound_whole`] rejects the bytes or Automerge panics; Automerge's own error
/// otherwise.
pub(crate) fn load_whole(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    bound_whole(bytes)?;
    loaded(bytes)
}

/// Loads a complete document from a file chosen by the user, which may use internal compression. Not
/// yet checked: see [`check_whole`].
///
/// # Errors
/// [`Unfit`] when [`bound_file`] rejects the bytes or Automerge panics; Automerge's own error
/// otherwise.
pub(crate) fn load_file(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    bound_file(bytes)?;
    loaded(bytes)
}

fn loaded(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    // Unwind safe: only the result leaves the closure, so no inconsistent state can be observed.
    let loaded = catch_unwind(AssertUnwindSafe(|| Automerge::load(bytes)));
    Ok(loaded.map_err(|_| Unfit::Encoding)??)
}

/// Checks a complete document that Automerge has loaded, which recomputed every change and its hash.
///
/// # Errors
/// [`Unfit::Counter`], [`Unfit::Time`], [`Unfit::Newer`], [`Unfit::Root`], [`Unfit::Entry`] or
/// [`Unfit::Depth`].
pub(crate) fn check_whole(kind: Kind, document: &Document) -> Result<(), Unfit> {
    let whole = &document.0;
    check_numbers(whole)?;
    check_root(kind, document)?;
    for (collection, map) in document.maps() {
        for field in document.0.map_range(&map, ..) {
            let is_entry = matches!(field.value, ValueRef::Object(ObjType::Map));
            let is_flag = matches!(field.value, ValueRef::Scalar(_));
            let fits = match collection.is_of_flags() {
                true => is_flag,
                false => is_entry,
            };
            if !fits || !collection.takes_key(&field.key) {
                return Err(Unfit::Entry);
            }
            if is_entry {
                check_depth(whole, field.id())?;
            }
        }
    }
    Ok(())
}

fn check_numbers(whole: &Automerge) -> Result<(), Unfit> {
    let mut max_ops = HashMap::new();
    for change in whole.get_changes_meta(&[]) {
        let mut before = 0;
        for dependency in &change.deps {
            let max_op: &u64 = max_ops.get(dependency).ok_or(Unfit::Counter)?;
            before = before.max(*max_op);
        }
        if change.start_op != before + 1 || change.max_op > limits::COUNTER {
            return Err(Unfit::Counter);
        }
        if !limits::TIME.contains(&change.timestamp) {
            return Err(Unfit::Time);
        }
        if !change.extra.is_empty() {
            return Err(Unfit::Newer);
        }
        max_ops.insert(change.hash, change.max_op);
    }
    Ok(())
}

/// Checks that each object of the genesis is unchanged and the only value under its key.
fn check_root(kind: Kind, document: &Document) -> Result<(), Unfit> {
    for (key, id) in kind.beginnings() {
        let values = document.0.get_all(ROOT, key).unwrap_or_default();
        let fits = match &values[..] {
            // Absent is allowed when it belongs to a genesis change that this document does not have
            // yet.
            [] => document.0.hash_for_opid(id).is_none(),
            [(_, there)] => there == id,
            _ => false,
        };
        if !fits {
            return Err(Unfit::Root);
        }
    }
    Ok(())
}

fn check_depth(whole: &Automerge, entry: ObjId) -> Result<(), Unfit> {
    let mut left = vec![(entry, 2)];
    while let Some((object, depth)) = left.pop() {
        for field in whole.map_range(&object, ..) {
            let is_map = matches!(field.value, ValueRef::Object(ObjType::Map));
            match field.value {
                ValueRef::Object(_) if depth + 1 > limits::DEPTH => return Err(Unfit::Depth),
                ValueRef::Object(_) if is_map => left.push((field.id(), depth + 1)),
                _ => {}
            }
        }
    }
    Ok(())
}
