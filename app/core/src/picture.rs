//! Receipt photos: decoded, turned upright, scaled down and re-encoded, which drops all metadata about
//! the phone and the place.

mod whole;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use crate::{BadValue, Error};

/// Longest side of a stored photo, in pixels; a till receipt stays legible at this size.
const LONGEST: u32 = 1600;

/// Size limit of a stored photo, in bytes.
const TARGET: usize = 300 * 1024;

/// JPEG qualities to try, until the result fits in [`TARGET`].
const QUALITY: [u8; 3] = [70, 55, 40];

/// Limit on the number of pixels, above what phone cameras produce.
const MAX_POINTS: u64 = 64_000_000;

/// Memory limit in bytes, for the decoder's own allocations and, separately, for the decoded pixels.
const MAX_MEMORY: u64 = 320 * 1024 * 1024;

/// Size limit of an input file, in bytes.
const MAX_FILE: usize = 48 * 1024 * 1024;

/// A photo ready to be stored: a JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture(pub(crate) Vec<u8>);

impl Picture {
    /// Decodes, scales and re-encodes a JPEG or PNG. Takes up to seconds for a large photo, so it must
    /// not run on the store's thread.
    ///
    /// # Errors
    /// [`BadValue::Picture`] if the bytes are not a JPEG or PNG, are truncated, or exceed the limits.
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
    // Checked before allocating: a PNG of a few hundred bytes can declare millions of pixels.
    if points == 0 || points > MAX_POINTS || decoder.total_bytes() > MAX_MEMORY {
        return None;
    }
    let upright = decoder.orientation().ok()?;
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    // Turned after scaling, to avoid a second full-size copy.
    let mut picture = match width.max(height) > LONGEST {
        true => picture.thumbnail(LONGEST, LONGEST),
        false => picture,
    };
    picture.apply_orientation(upright);
    Some(picture)
}

/// Converts to RGB, blending transparency onto white.
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
        // Only noise gets here: scale to three quarters and retry.
        let (width, height) = (picture.width() * 3 / 4, picture.height() * 3 / 4);
        picture = image::imageops::thumbnail(&picture, width.max(1), height.max(1));
    }
}

#[cfg(test)]
mod tests;
