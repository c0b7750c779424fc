//! Compression before sealing, with a dictionary for what this app writes.
//!
//! A sealed payload cannot be compressed any more, and one day's work on one case is a few hundred
//! bytes: too few for a compressor to learn anything from. The dictionary is what it would have
//! learnt: the shape of Automerge changes, and the Dutch of the street. `examples/train_dictionary.rs`
//! makes it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io;
use std::sync::LazyLock;

use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};
use zstd::zstd_safe::CParameter;

/// Never edited: a changed dictionary is a new file with a new [`Form`], beside the old one.
static DICTIONARY_1: &[u8] = include_bytes!("dictionary-1.bin");

/// Preparing level 19 costs more than a small payload does, so it is done once.
static ENCODER_1: LazyLock<EncoderDictionary<'static>> =
    LazyLock::new(|| EncoderDictionary::copy(DICTIONARY_1, SMALL_LEVEL));
static DECODER_1: LazyLock<DecoderDictionary<'static>> =
    LazyLock::new(|| DecoderDictionary::copy(DICTIONARY_1));

thread_local! {
    /// Kept: making one costs more than a small payload does, and a new phone opens ten thousand.
    static SMALL_ONES: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// What zstd begins every frame with. Left out of the sealed bytes: four of a few hundred.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

const SMALL: usize = 64 * 1024;
const SMALL_LEVEL: i32 = 19;

/// How a payload was squeezed. The number is in the sealed bytes and never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As it is.
    Stored = 0,
    /// zstd.
    Zstd = 1,
    /// zstd with dictionary 1.
    Dictionary1 = 2,
}

impl Form {
    pub(super) fn of(number: u8) -> Option<Self> {
        [Self::Stored, Self::Zstd, Self::Dictionary1]
            .into_iter()
            .find(|form| *form as u8 == number)
    }
}

/// The smallest form that is worth its time.
pub(super) fn squeeze(plain: &[u8]) -> (Form, Cow<'_, [u8]>) {
    // Below this the dictionary always won (measured on documents of 1 to 150 encounters, by 5 to
    // 20 %), so trying without it would only double the time. A large payload is its own dictionary.
    let form = if plain.len() < SMALL {
        Form::Dictionary1
    } else {
        Form::Zstd
    };
    match compress(plain, form) {
        Ok(bytes) if bytes.len() < plain.len() => return (form, Cow::Owned(bytes)),
        Ok(_) => {}
        // Compression only fails for want of memory; the payload still goes, larger.
        Err(e) => tracing::warn!("compression failed: {e}"),
    }
    (Form::Stored, Cow::Borrowed(plain))
}

/// The plain bytes again, if they are at most `max`.
pub(super) fn unsqueeze(form: Form, bytes: &[u8], max: usize) -> io::Result<Vec<u8>> {
    let frame = match form {
        Form::Stored if bytes.len() <= max => return Ok(bytes.to_vec()),
        Form::Stored => return Err(io::ErrorKind::FileTooLarge.into()),
        Form::Zstd | Form::Dictionary1 => [&MAGIC, bytes].concat(),
    };
    // A frame that does not say its size would make zstd reserve all of `max`; ours always do.
    if Decompressor::upper_bound(&frame).is_none() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    match form {
        Form::Dictionary1 => SMALL_ONES.with_borrow_mut(|kept| {
            let decompressor = match kept {
                Some(decompressor) => decompressor,
                None => kept.insert(Decompressor::with_prepared_dictionary(&DECODER_1)?),
            };
            decompressor.decompress(&frame, max)
        }),
        _ => Decompressor::new()?.decompress(&frame, max),
    }
}

fn compress(plain: &[u8], form: Form) -> io::Result<Vec<u8>> {
    let mut compressor = match form {
        Form::Dictionary1 => Compressor::with_prepared_dictionary(&ENCODER_1)?,
        _ => Compressor::new(level(plain.len()))?,
    };
    compressor.set_parameter(CParameter::ChecksumFlag(false))?;
    // The form says which dictionary it is.
    compressor.set_parameter(CParameter::DictIdFlag(false))?;
    let mut frame = compressor.compress(plain)?;
    if frame.starts_with(&MAGIC) {
        frame.drain(..MAGIC.len());
        Ok(frame)
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

/// Small payloads are nearly all there are, and only level 19 with the dictionary makes a whole
/// document smaller than Automerge's own DEFLATE does. Measured on a desktop: 60 encounters (19 KB)
/// take 4 ms at 19 and 0.4 ms at 9, for 3 % of size; 300 KB take 300 ms at 19 and 16 ms at 9, and the
/// store waits meanwhile.
fn level(len: usize) -> i32 {
    match len {
        0..SMALL => SMALL_LEVEL,
        SMALL..0x10_0000 => 9,
        _ => 6,
    }
}
