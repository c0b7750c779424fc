//! SQLite's page format: the rows on one page of a table or of an index.
//! See <https://www.sqlite.org/fileformat2.html#b_tree_pages>. Whatever stands on the page, nothing here
//! panics.

use rusqlite::types::Value;

/// Sizes of the integers of the serial types 0 to 6, 8 and 9; 7 is a floating-point number.
const INTEGERS: [usize; 7] = [0, 1, 2, 3, 4, 6, 8];

/// The largest row that SQLite writes by default.
const LARGEST: u64 = 1_000_000_000;

/// A row, as far as it stands on its page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    /// The row's number. `None`: it is a row of an index, or of a table without row numbers.
    pub(super) number: Option<i64>,
    /// The size of the whole row.
    pub(super) size: usize,
    /// Its beginning.
    pub(super) here: &'a [u8],
    /// The page on which it goes on; 0: none.
    pub(super) goes_on: u32,
}

/// Returns the rows on a page. `usable` is the size of a page without what SQLCipher keeps of it.
pub(super) fn cells(page: &[u8], number: u32, usable: usize) -> Vec<Cell<'_>> {
    let start = if number == 1 { 100 } else { 0 };
    let (header, numbered) = match page.get(start) {
        Some(13) => (8, true),
        Some(10) => (8, false),
        // Inner pages of an index hold rows too.
        Some(2) => (12, false),
        _ => return Vec::new(),
    };
    let count = two(page, start + 3).unwrap_or_default();
    (0..count)
        .filter_map(|at| {
            let place = two(page, start + header + 2 * at)?;
            let cell = page.get(place..usable)?;
            cell_at(cell.get(header - 8..)?, numbered, usable)
        })
        .collect()
}

fn cell_at(mut cell: &[u8], numbered: bool, usable: usize) -> Option<Cell<'_>> {
    let size = varint(&mut cell).filter(|size| *size <= LARGEST)?;
    let size = usize::try_from(size).ok()?;
    let number = match numbered {
        true => Some(varint(&mut cell)?.cast_signed()),
        false => None,
    };
    let here = size_here(size, numbered, usable)?;
    let goes_on = match here < size {
        true => four(cell, here)?,
        false => 0,
    };
    Some(Cell {
        number,
        size,
        here: cell.get(..here)?,
        goes_on,
    })
}

/// Returns how much of a row of this size stands on its own page.
fn size_here(size: usize, numbered: bool, usable: usize) -> Option<usize> {
    let most = match numbered {
        true => usable.checked_sub(35)?,
        false => (usable.checked_sub(12)? * 64 / 255).checked_sub(23)?,
    };
    if size <= most {
        return Some(size);
    }
    let least = (usable.checked_sub(12)? * 32 / 255).checked_sub(23)?;
    let fills = least + (size - least) % (usable - 4);
    Some(if fills <= most { fills } else { least })
}

/// Reads the values of a row.
pub(super) fn values(row: &[u8]) -> Option<Vec<Value>> {
    let mut rest = row;
    let header = usize::try_from(varint(&mut rest)?).ok()?;
    let mut types = row.get(row.len() - rest.len()..header)?;
    let mut values = Vec::new();
    let mut body = row.get(header..)?;
    while !types.is_empty() {
        let kind = varint(&mut types)?;
        let (value, left) = value(kind, body)?;
        values.push(value);
        body = left;
    }
    Some(values)
}

fn value(kind: u64, body: &[u8]) -> Option<(Value, &[u8])> {
    let split = |size: u64| body.split_at_checked(usize::try_from(size).ok()?);
    Some(match kind {
        0 => (Value::Null, body),
        8 | 9 => (Value::Integer(i64::from(kind == 9)), body),
        7 => {
            let (bytes, left) = split(8)?;
            let bits = u64::from_be_bytes(bytes.try_into().ok()?);
            (Value::Real(f64::from_bits(bits)), left)
        }
        1..=6 => {
            let (bytes, left) = split(INTEGERS[kind as usize] as u64)?;
            let begun = if bytes[0] & 0x80 == 0 { 0 } else { -1 };
            let join = |value: i64, byte: &u8| value << 8 | i64::from(*byte);
            (Value::Integer(bytes.iter().fold(begun, join)), left)
        }
        10 | 11 => return None,
        _ => {
            let (bytes, left) = split((kind - 12) / 2)?;
            let value = match kind % 2 {
                0 => Value::Blob(bytes.to_vec()),
                _ => Value::Text(String::from_utf8(bytes.to_vec()).ok()?),
            };
            (value, left)
        }
    })
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for at in 0..9 {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        if at == 8 {
            return Some(value << 8 | u64::from(*first));
        }
        value = value << 7 | u64::from(first & 0x7f);
        if first & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_be_bytes(*two)))
}

pub(super) fn four(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk::<4>()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_page_makes_the_reader_panic(
            mut page in prop::collection::vec(any::<u8>(), 0..4096),
            kind in prop::sample::select(vec![2u8, 10, 13]),
            number in 1u32..3,
            usable in 0usize..5000,
        ) {
            let start = if number == 1 { 100 } else { 0 };
            if let Some(first) = page.get_mut(start) {
                *first = kind;
            }
            for cell in cells(&page, number, usable) {
                values(cell.here);
            }
            values(&page);
        }
    }
}
