//! Whether a JPEG is all there. The decoder shows one that was cut short with a grey rest.

/// The markers of a JPEG are walked from the first to the end of the picture (ITU-T T.81, B.1.1): the
/// small picture that a camera puts in front has an end of its own. What comes behind is not looked at.
pub(super) fn is_whole(jpeg: &[u8]) -> bool {
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut rest = jpeg.get(2..).unwrap_or_default();
    loop {
        let [0xff, marker, behind @ ..] = rest else {
            return false;
        };
        let marker = *marker;
        rest = match marker {
            END => return true,
            // Padding.
            0xff => &rest[1..],
            // Without contents.
            0x01 | 0xd0..=0xd8 => behind,
            _ => {
                let Some(length) = behind.first_chunk().map(|two| u16::from_be_bytes(*two)) else {
                    return false;
                };
                let Some(after) = behind.get(usize::from(length)..) else {
                    return false;
                };
                match marker {
                    SCAN => behind_scan(after),
                    _ => after,
                }
            }
        };
    }
}

/// What comes behind the picture's own data: the next marker that is not a part of them.
fn behind_scan(data: &[u8]) -> &[u8] {
    let marker = data
        .windows(2)
        .position(|two| two[0] == 0xff && !matches!(two[1], 0x00 | 0xd0..=0xd7 | 0xff));
    marker.map_or(&[], |at| &data[at..])
}
