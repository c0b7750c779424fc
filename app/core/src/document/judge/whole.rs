//! A whole document of another phone: bounded before Automerge loads it, looked at afterwards.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, ValueRef};

use super::columns::{Bytes, Item, Runs, Stretch};
use super::frame::{DOCUMENT, open_chunk};
use super::{Unfit, limits};
use crate::document::{Document, DocumentError, Kind};

/// Bounds the bytes of a whole document. It is one chunk that is not compressed: what comes sealed was
/// compressed with the rest.
///
/// # Errors
/// [`Unfit::Encoding`], [`Unfit::Size`], [`Unfit::Newer`].
pub(super) fn bound_whole(bytes: &[u8]) -> Result<(), Unfit> {
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
    let columns = [column_lengths(&mut input)?, column_lengths(&mut input)?].concat();
    let most = limits::ops(bytes.len()) as u64;
    for (spec, length) in columns {
        bound_column(spec, input.take(length)?, most)?;
    }
    Ok(())
}

fn column_lengths(input: &mut Bytes<'_>) -> Result<Vec<(u64, u64)>, Unfit> {
    let count = input.unsigned()?;
    if count > limits::COLUMNS {
        return Err(Unfit::Size);
    }
    let mut columns = Vec::new();
    for _ in 0..count {
        columns.push((input.unsigned()?, input.unsigned()?));
    }
    // Eight of the number: compressed.
    match columns.iter().any(|(spec, _)| spec & 8 != 0) {
        true => Err(Unfit::Encoding),
        false => Ok(columns),
    }
}

/// No column may claim more values than there can be, nor numbers beyond any counter or moment.
fn bound_column(spec: u64, column: &[u8], most: u64) -> Result<(), Unfit> {
    match spec & 7 {
        0 => {
            // A group: how many values of the columns behind it belong to each.
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
        7 => Ok(()),
        _ => each::<u64>(column, most, |_, _| Ok(())),
    }
}

/// Goes over the runs of a column, a run at a time.
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

/// A whole document out of a record. Not looked at yet: see [`check_whole`].
///
/// # Errors
/// [`Unfit`]; Automerge's own.
pub(crate) fn load_whole(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    bound_whole(bytes)?;
    load_file(bytes)
}

/// A whole document out of a file that this user chose: it may be compressed within. Not looked at yet.
///
/// # Errors
/// [`Unfit`]; Automerge's own.
pub(crate) fn load_file(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    // Nothing outlives the closure but its result, so nothing half done can be seen.
    let loaded = catch_unwind(AssertUnwindSafe(|| Automerge::load(bytes)));
    Ok(loaded.map_err(|_| Unfit::Encoding)??)
}

/// Looks at a whole document once Automerge has loaded it, which recomputed every change and its hash.
///
/// # Errors
/// Every [`Unfit`].
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

/// What every document of a kind begins with must be what it was, alone in its place.
fn check_root(kind: Kind, document: &Document) -> Result<(), Unfit> {
    for (key, id) in kind.beginnings() {
        let values = document.0.get_all(ROOT, key).unwrap_or_default();
        let fits = match &values[..] {
            // Of a later step, which this document has not yet.
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
