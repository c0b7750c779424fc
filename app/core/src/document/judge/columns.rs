//! Readers for the columns of a chunk, one value at a time: no allocation depends on a claimed length
//! (automerge.org/automerge-binary-format-spec, "Column formats").

use super::Unfit;

/// A cursor over bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    pub(super) fn of(all: &'a [u8]) -> Self {
        Self { all, at: 0 }
    }

    /// Returns the offset of the next byte.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at == self.all.len()
    }

    pub(super) fn take(&mut self, length: u64) -> Result<&'a [u8], Unfit> {
        let length = usize::try_from(length).map_err(|_| Unfit::Encoding)?;
        let end = self.at.checked_add(length).ok_or(Unfit::Encoding)?;
        let taken = self.all.get(self.at..end).ok_or(Unfit::Encoding)?;
        self.at = end;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Unfit> {
        Ok(self.take(1)?[0])
    }

    /// Reads an unsigned LEB128 number in its shortest encoding.
    pub(super) fn unsigned(&mut self) -> Result<u64, Unfit> {
        let mut number = 0_u64;
        for shift in (0..).step_by(7).take(10) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            if shift == 63 && part > 1 {
                return Err(Unfit::Encoding);
            }
            number |= part << shift;
            if byte < 0x80 {
                return match byte == 0 && shift > 0 {
                    true => Err(Unfit::Encoding),
                    false => Ok(number),
                };
            }
        }
        Err(Unfit::Encoding)
    }

    /// Reads a signed LEB128 number.
    pub(super) fn signed(&mut self) -> Result<i64, Unfit> {
        let mut number = 0_i64;
        for shift in (0..).step_by(7).take(10) {
            let byte = self.byte()?;
            let part = i64::from(byte & 0x7f);
            if shift == 63 && part != 0 && part != 0x7f {
                return Err(Unfit::Encoding);
            }
            number |= part << shift;
            if byte < 0x80 {
                if shift < 57 && byte & 0x40 != 0 {
                    number |= -1 << (shift + 7);
                }
                return Ok(number);
            }
        }
        Err(Unfit::Encoding)
    }

    /// Reads a length-prefixed byte string.
    pub(super) fn prefixed(&mut self) -> Result<&'a [u8], Unfit> {
        let length = self.unsigned()?;
        self.take(length)
    }
}

/// A value type of a run-length encoded column.
pub(super) trait Item: Copy {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Unfit>;
}

impl Item for u64 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Unfit> {
        bytes.unsigned()
    }
}

impl Item for i64 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Unfit> {
        bytes.signed()
    }
}

/// The position of a string within its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: u32,
    pub(super) length: u32,
}

impl Item for Stretch {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Unfit> {
        let length = bytes.unsigned()?;
        let start = bytes.at();
        let text = bytes.take(length)?;
        std::str::from_utf8(text).map_err(|_| Unfit::Encoding)?;
        let small = |number: usize| u32::try_from(number).map_err(|_| Unfit::Encoding);
        Ok(Self {
            start: small(start)?,
            length: small(text.len())?,
        })
    }
}

/// A run-length encoded column.
#[derive(Debug)]
pub(super) struct Runs<'a, T> {
    bytes: Bytes<'a>,
    /// A column with only nulls is omitted altogether.
    absent: bool,
    left: u64,
    literal: bool,
    value: Option<T>,
}

impl<'a, T: Item> Runs<'a, T> {
    pub(super) fn of(column: &'a [u8]) -> Self {
        Self {
            bytes: Bytes::of(column),
            absent: column.is_empty(),
            left: 0,
            literal: false,
            value: None,
        }
    }

    /// Returns whether all values have been read.
    pub(super) fn is_done(&self) -> bool {
        self.left == 0 && self.bytes.is_empty()
    }

    pub(super) fn is_absent(&self) -> bool {
        self.absent
    }

    /// Reads the next value; `None` for null.
    pub(super) fn next(&mut self) -> Result<Option<T>, Unfit> {
        if self.absent {
            return Ok(None);
        }
        if self.left == 0 {
            match self.bytes.signed()? {
                0 => {
                    self.left = self.bytes.unsigned()?;
                    (self.literal, self.value) = (false, None);
                }
                count if count > 0 => {
                    self.left = count.unsigned_abs();
                    (self.literal, self.value) = (false, Some(T::read(&mut self.bytes)?));
                }
                count => {
                    self.left = count.unsigned_abs();
                    self.literal = true;
                }
            }
            if self.left == 0 {
                return Err(Unfit::Encoding);
            }
        }
        self.left -= 1;
        match self.literal {
            true => Ok(Some(T::read(&mut self.bytes)?)),
            false => Ok(self.value),
        }
    }

    /// Reads the next run as a value and its length. Values of a literal run are returned one by one.
    pub(super) fn next_run(&mut self) -> Result<(Option<T>, u64), Unfit> {
        let value = self.next()?;
        if self.literal {
            return Ok((value, 1));
        }
        Ok((value, 1 + std::mem::take(&mut self.left)))
    }

    /// Reads the next value, which must not be null.
    pub(super) fn some(&mut self) -> Result<T, Unfit> {
        self.next()?.ok_or(Unfit::Encoding)
    }
}

/// A delta-encoded column of numbers.
#[derive(Debug)]
pub(super) struct Steps<'a> {
    runs: Runs<'a, i64>,
    value: i64,
}

impl<'a> Steps<'a> {
    pub(super) fn of(column: &'a [u8]) -> Self {
        Self {
            runs: Runs::of(column),
            value: 0,
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.runs.is_done()
    }

    pub(super) fn next(&mut self) -> Result<Option<u64>, Unfit> {
        let Some(step) = self.runs.next()? else {
            return Ok(None);
        };
        self.value = self.value.checked_add(step).ok_or(Unfit::Encoding)?;
        let value = u64::try_from(self.value).map_err(|_| Unfit::Encoding)?;
        Ok(Some(value))
    }
}

/// A boolean column: alternating run lengths, starting with false.
#[derive(Debug)]
pub(super) struct Flags<'a> {
    bytes: Bytes<'a>,
    left: u64,
    value: bool,
}

impl<'a> Flags<'a> {
    pub(super) fn of(column: &'a [u8]) -> Self {
        Self {
            bytes: Bytes::of(column),
            left: 0,
            value: true,
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.left == 0 && self.bytes.is_empty()
    }

    pub(super) fn next(&mut self) -> Result<bool, Unfit> {
        while self.left == 0 {
            self.left = self.bytes.unsigned()?;
            self.value = !self.value;
        }
        self.left -= 1;
        Ok(self.value)
    }
}

#[cfg(test)]
mod tests;
