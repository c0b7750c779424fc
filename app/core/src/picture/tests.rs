use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgba, RgbaImage};

use super::*;

/// Imitates a receipt: grey lines on a slightly uneven white.
fn receipt(width: u32, height: u32) -> RgbImage {
    let unit = width / 120 + 1;
    RgbImage::from_fn(width, height, |x, y| {
        let letter = (y / unit / 2).is_multiple_of(2) && !(x / unit).is_multiple_of(3);
        let line = letter && x > width / 8 && x < width * 7 / 8;
        let white = 228 + ((x * 7 + y * 13) % 17) as u8;
        Rgb(if line { [40; 3] } else { [white; 3] })
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    picture.write_with_encoder(encoder).expect("a JPEG");
    bytes
}

/// Adds an Exif segment with an orientation and a location to a JPEG.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    // A location in Oosterhage, in the format of a camera.
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
    exif.extend(b"GPS 52.0907 N 5.1214 E");
    let length = (exif.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn prepared(bytes: &[u8]) -> RgbImage {
    let Picture(kept) = Picture::prepare(bytes).expect("prepared");
    let kept = image::load_from_memory_with_format(&kept, ImageFormat::Jpeg);
    kept.expect("a JPEG").to_rgb8()
}

#[track_caller]
fn refused(bytes: &[u8]) {
    let refused = Err(Error::Value(BadValue::Picture));
    assert_eq!(Picture::prepare(bytes), refused);
}

#[test]
fn a_photo_of_forty_million_points_becomes_a_small_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.jpg");
    let (width, height) = (7700, 5200);
    let points = receipt(width, height).into_raw();
    image::save_buffer(&path, &points, width, height, ExtendedColorType::Rgb8).expect("saved");
    let bytes = std::fs::read(&path).expect("read");
    let Picture(kept) = Picture::prepare(&bytes).expect("prepared");
    assert!(kept.len() <= TARGET, "{} bytes", kept.len());
    let kept = prepared(&bytes);
    assert_eq!((kept.width(), kept.height()), (1600, 1081));
}

#[test]
fn even_noise_is_made_to_fit() {
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(1600, 1200, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    });
    let Picture(kept) = Picture::prepare(&jpeg(&noise)).expect("prepared");
    assert!(kept.len() <= TARGET, "{} bytes", kept.len());
}

#[test]
fn a_photo_stands_upright_and_says_nothing_of_where_it_was_taken() {
    // The left half is dark; a quarter turn clockwise makes it the top.
    let lying = RgbImage::from_fn(400, 200, |x, _| Rgb([if x < 200 { 20 } else { 230 }; 3]));
    let lying = with_exif(&jpeg(&lying), 6);
    let Picture(kept) = Picture::prepare(&lying).expect("prepared");
    assert!(lying.windows(4).any(|four| four == b"Exif"));
    for word in [&b"Exif"[..], b"GPS"] {
        assert!(!kept.windows(word.len()).any(|part| part == word));
    }
    let upright = prepared(&lying);
    assert_eq!((upright.width(), upright.height()), (200, 400));
    assert!(upright.get_pixel(100, 50).0[0] < 60);
    assert!(upright.get_pixel(100, 350).0[0] > 190);
}

#[test]
fn a_large_photo_is_turned_too() {
    let lying = with_exif(&jpeg(&receipt(2400, 1200)), 8);
    let upright = prepared(&lying);
    assert_eq!((upright.width(), upright.height()), (800, 1600));
}

#[test]
fn a_picture_of_a_screen_lies_on_white_paper() {
    let clear = RgbaImage::from_pixel(60, 40, Rgba([0, 0, 0, 0]));
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&clear, 60, 40, ExtendedColorType::Rgba8)
        .expect("a PNG");
    assert!(prepared(&png).get_pixel(30, 20).0[0] > 250);
}

#[test]
fn a_photo_that_was_cut_short_is_refused() {
    let whole = with_exif(&jpeg(&receipt(600, 400)), 1);
    for length in [0, 1, 2, 20, 200, whole.len() / 2, whole.len() - 2] {
        refused(&whole[..length]);
    }
    // Cameras may append data after the image, such as a video.
    let longer = [&whole[..], b"a film of three seconds"].concat();
    assert!(Picture::prepare(&longer).is_ok());
}

#[test]
fn what_is_no_photo_is_refused() {
    refused(b"");
    refused(b"%PDF-1.7 a receipt from a web shop");
    // HEIC, the iPhone's default format unless JPEG is requested.
    refused(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
}

#[test]
fn a_small_file_that_says_it_is_enormous_is_refused() {
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bomb.extend(60_000_u32.to_be_bytes());
    bomb.extend(60_000_u32.to_be_bytes());
    bomb.extend([8, 6, 0, 0, 0]);
    bomb.extend([0; 4]);
    refused(&bomb);
    // A JPEG that declares such a size in its header.
    let mut jpeg = jpeg(&receipt(64, 64));
    let head = jpeg.windows(2).position(|two| two == [0xff, 0xc0]);
    let head = head.expect("a head");
    jpeg[head + 5..head + 9].copy_from_slice(&[0xfd, 0xe8, 0xfd, 0xe8]);
    refused(&jpeg);
}
