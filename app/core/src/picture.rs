//! Photos of receipts: read, turned upright, made small, and written anew, so that nothing of the
//! phone or the place stays in them.

mod whole;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use crate::{BadValue, Error};

/// Longest side of a kept photo: a till receipt can still be read.
const LONGEST: u32 = 1600;

/// What a kept photo is to stay under, in bytes.
const TARGET: usize = 300 * 1024;

/// How well it is written; worse when it stays too large.
const QUALITY: [u8; 3] = [70, 55, 40];

/// More points than any phone's camera gives.
const MAX_POINTS: u64 = 64_000_000;

/// Most memory that reading may take, beside the points themselves.
const MAX_MEMORY: u64 = 320 * 1024 * 1024;

/// Largest file that is looked at.
const MAX_FILE: usize = 48 * 1024 * 1024;

/// A photo ready to be kept: a JPEG without anything in it but the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture(pub(crate) Vec<u8>);

impl Picture {
    /// Makes any JPEG or PNG ready. Takes up to seconds for a large one: not for the store's thread.
    ///
    /// # Errors
    /// [`BadValue::Picture`] for what is no such picture, is cut short, or is too large.
    pub(crate) fn prepare(bytes: &[u8]) -> Result<Self, Error> {
        read(bytes)
            .and_then(|picture| write(&small(&picture)))
            .map(Self)
            .ok_or(Error::Value(BadValue::Picture))
    }
}

fn read(bytes: &[u8]) -> Option<DynamicImage> {
    if bytes.len() > MAX_FILE {
        return None;
    }
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    if reader.format() == Some(ImageFormat::Jpeg) && !whole::is_whole(bytes) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let points = u64::from(width) * u64::from(height);
    // Before a byte is set aside for it: a few hundred bytes of PNG can say that they are millions.
    if points == 0 || points > MAX_POINTS || decoder.total_bytes() > MAX_MEMORY {
        return None;
    }
    let upright = decoder.orientation().ok()?;
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    // Turned when it is small: that needs no second copy of it.
    let mut picture = match width.max(height) > LONGEST {
        true => picture.thumbnail(LONGEST, LONGEST),
        false => picture,
    };
    picture.apply_orientation(upright);
    Some(picture)
}

/// In three colours; what can be seen through lies on white paper.
fn small(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0.map(u32::from);
        let on_white = |part: u32| ((part * alpha + 255 * (255 - alpha)) / 255) as u8;
        Rgb([red, green, blue].map(on_white))
    })
}

fn write(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut picture = picture.clone();
    loop {
        let mut written = Vec::new();
        for quality in QUALITY {
            written.clear();
            let encoder = JpegEncoder::new_with_quality(&mut written, quality);
            picture.write_with_encoder(encoder).ok()?;
            if written.len() <= TARGET {
                return Some(written);
            }
        }
        // Noise, as no receipt is: three quarters of its size, and again.
        let (width, height) = (picture.width() * 3 / 4, picture.height() * 3 / 4);
        picture = image::imageops::thumbnail(&picture, width.max(1), height.max(1));
    }
}

#[cfg(test)]
mod tests;
