//! A validating scan over CBOR before decoding, so that the decoder can trust its lengths.

use crate::DecodeError;

/// Deepest nesting of arrays; the messages need six.
const MAX_DEPTH: usize = 16;

/// Checks that `bytes` are exactly one item of the profile in PROTOCOL.md, section 2: no tags, maps,
/// negative or floating-point numbers or indefinite lengths, every head in its shortest form, every
/// length within the available bytes. Allocates nothing.
pub(crate) fn check(bytes: &[u8]) -> Result<(), DecodeError> {
    let mut rest = bytes;
    // Items still expected at each depth; depth 0 holds the message itself.
    let mut open = [0_u64; MAX_DEPTH + 1];
    open[0] = 1;
    let mut depth = 0;
    loop {
        while open[depth] == 0 {
            match depth.checked_sub(1) {
                Some(up) => depth = up,
                None if rest.is_empty() => return Ok(()),
                None => return Err(DecodeError::Trailing),
            }
        }
        open[depth] -= 1;
        let (major, value) = head(&mut rest)?;
        match major {
            0 => {}
            2 | 3 => {
                let length = usize::try_from(value).ok();
                let after = length.and_then(|length| rest.get(length..));
                rest = after.ok_or_else(cut_short)?;
            }
            4 => {
                // Each element takes at least one byte.
                if value > rest.len() as u64 {
                    return Err(cut_short());
                }
                depth += 1;
                *open
                    .get_mut(depth)
                    .ok_or_else(|| malformed("nested too deep"))? = value;
            }
            7 if matches!(value, 20..=22) => {}
            _ => return Err(malformed("not a type of this protocol")),
        }
    }
}

/// Reads the head of one item: its major type, and its number or length.
fn head(rest: &mut &[u8]) -> Result<(u8, u64), DecodeError> {
    let (&first, after) = rest.split_first().ok_or_else(cut_short)?;
    let (major, short) = (first >> 5, first & 0x1f);
    let size = match short {
        0..=23 => 0,
        24..=27 => 1 << (short - 24),
        _ => return Err(malformed("a length that is not definite")),
    };
    let (number, after) = after.split_at_checked(size).ok_or_else(cut_short)?;
    let value = number
        .iter()
        .fold(0, |value, byte| value << 8 | u64::from(*byte));
    let least = match size {
        0 => 0,
        1 => 24,
        2 => 1 << 8,
        4 => 1 << 16,
        _ => 1 << 32,
    };
    if value < least {
        return Err(malformed("a head that is not in its shortest form"));
    }
    *rest = after;
    Ok((major, if size == 0 { u64::from(short) } else { value }))
}

fn cut_short() -> DecodeError {
    malformed("cut short")
}

fn malformed(what: &str) -> DecodeError {
    DecodeError::Malformed(what.into())
}
