//! The columns of a change chunk, by column specification.

use super::super::columns::Bytes;
use super::super::{Unfit, limits};

/// The columns of a change chunk that this app writes; absent ones are empty.
#[derive(Debug, Default)]
pub(super) struct Columns<'a> {
    pub(super) object_actor: &'a [u8],
    pub(super) object_counter: &'a [u8],
    pub(super) key_actor: &'a [u8],
    pub(super) key_counter: &'a [u8],
    pub(super) key_text: &'a [u8],
    pub(super) insert: &'a [u8],
    pub(super) action: &'a [u8],
    pub(super) value_meta: &'a [u8],
    pub(super) value: &'a [u8],
    pub(super) pred_count: &'a [u8],
    pub(super) pred_actor: &'a [u8],
    pub(super) pred_counter: &'a [u8],
}

impl<'a> Columns<'a> {
    pub(super) fn of(input: &mut Bytes<'a>) -> Result<Self, Unfit> {
        let count = input.unsigned()?;
        if count > limits::COLUMNS {
            return Err(Unfit::Size);
        }
        let mut lengths = Vec::new();
        for _ in 0..count {
            let (spec, length) = (input.unsigned()?, input.unsigned()?);
            // Strictly ascending and never empty: Automerge omits empty columns.
            if length == 0 || lengths.last().is_some_and(|(last, _)| *last >= spec) {
                return Err(Unfit::Encoding);
            }
            lengths.push((spec, length));
        }
        let mut columns = Self::default();
        for (spec, length) in lengths {
            let data = input.take(length)?;
            // Specification: column id times 16 plus the type; adding 8 would mean compressed.
            let place = match spec {
                0x01 => &mut columns.object_actor,
                0x02 => &mut columns.object_counter,
                0x11 => &mut columns.key_actor,
                0x13 => &mut columns.key_counter,
                0x15 => &mut columns.key_text,
                0x34 => &mut columns.insert,
                0x42 => &mut columns.action,
                0x56 => &mut columns.value_meta,
                0x57 => &mut columns.value,
                0x70 => &mut columns.pred_count,
                0x71 => &mut columns.pred_actor,
                0x73 => &mut columns.pred_counter,
                _ => return Err(Unfit::Newer),
            };
            *place = data;
        }
        Ok(columns)
    }
}
