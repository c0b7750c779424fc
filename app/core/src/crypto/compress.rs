//! Compression before sealing, with a dictionary trained on this app's payloads.
//!
//! Sealed bytes do not compress, and a day's work on one case is a few hundred bytes, too little for a
//! compressor to adapt to. The dictionary supplies what it would have learnt: the structure of Automerge
//! changes and typical Dutch text. `examples/train_dictionary.rs` builds it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io;
use std::sync::LazyLock;

use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};
use zstd::zstd_safe::CParameter;

/// Immutable: a changed dictionary is added as a new file with a new [`Form`].
static DICTIONARY_1: &[u8] = include_bytes!("dictionary-1.bin");

/// Prepared once, because preparing level 19 costs more than compressing a small payload.
static ENCODER_1: LazyLock<EncoderDictionary<'static>> =
    LazyLock::new(|| EncoderDictionary::copy(DICTIONARY_1, SMALL_LEVEL));
static DECODER_1: LazyLock<DecoderDictionary<'static>> =
    LazyLock::new(|| DecoderDictionary::copy(DICTIONARY_1));

thread_local! {
    /// Reused, because creating one costs more than a small payload, and a new phone opens ten thousand.
    static SMALL_ONES: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// The magic number of every zstd frame. Omitted from the sealed bytes, which saves four bytes.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

const SMALL: usize = 64 * 1024;
const SMALL_LEVEL: i32 = 19;

/// How a payload is compressed. The number is part of the sealed bytes and never changes meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Uncompressed.
    Stored = 0,
    /// Compressed with zstd.
    Zstd = 1,
    /// Compressed with zstd and dictionary 1.
    Dictionary1 = 2,
}

impl Form {
    pub(super) fn of(number: u8) -> Option<Self> {
        [Self::Stored, Self::Zstd, Self::Dictionary1]
            .into_iter()
            .find(|form| *form as u8 == number)
    }
}

/// Compresses the payload with the form suited to its size, or returns it as is if that is no smaller.
pub(super) fn compress(plain: &[u8]) -> (Form, Cow<'_, [u8]>) {
    // Below this size the dictionary won in every measurement (documents of 1 to 150 encounters, by 5 to
    // 20 %), so trying without it would only double the time. A large payload needs no dictionary.
    let form = if plain.len() < SMALL {
        Form::Dictionary1
    } else {
        Form::Zstd
    };
    match to_frame(plain, form) {
        Ok(bytes) if bytes.len() < plain.len() => return (form, Cow::Owned(bytes)),
        Ok(_) => {}
        // Compression fails only if out of memory; the payload is then sent uncompressed.
        Err(e) => tracing::warn!("compression failed: {e}"),
    }
    (Form::Stored, Cow::Borrowed(plain))
}

/// Decompresses the bytes.
///
/// # Errors
/// An I/O error if the frame is invalid, or the result would exceed `max` bytes.
pub(super) fn decompress(form: Form, bytes: &[u8], max: usize) -> io::Result<Vec<u8>> {
    let frame = match form {
        Form::Stored if bytes.len() <= max => return Ok(bytes.to_vec()),
        Form::Stored => return Err(io::ErrorKind::FileTooLarge.into()),
        Form::Zstd | Form::Dictionary1 => [&MAGIC, bytes].concat(),
    };
    // For a frame without a content size zstd would allocate all of `max`. Frames written here have one.
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

fn to_frame(plain: &[u8], form: Form) -> io::Result<Vec<u8>> {
    let mut compressor = match form {
        Form::Dictionary1 => Compressor::with_prepared_dictionary(&ENCODER_1)?,
        _ => Compressor::new(level(plain.len()))?,
    };
    compressor.set_parameter(CParameter::ChecksumFlag(false))?;
    // The form already identifies the dictionary.
    compressor.set_parameter(CParameter::DictIdFlag(false))?;
    let mut frame = compressor.compress(plain)?;
    if frame.starts_with(&MAGIC) {
        frame.drain(..MAGIC.len());
        Ok(frame)
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

/// Returns the compression level. Nearly all payloads are small, and only level 19 with the dictionary
/// makes a whole document smaller than Automerge's own DEFLATE does. Measured on a desktop: 60
/// encounters (19 KB) take 4 ms at level 19 and 0.4 ms at 9, for 3 % in size; 300 KB take 300 ms at 19
/// and 16 ms at 9, during which the store is blocked.
fn level(len: usize) -> i32 {
    match len {
        0..SMALL => SMALL_LEVEL,
        SMALL..0x10_0000 => 9,
        _ => 6,
    }
}
