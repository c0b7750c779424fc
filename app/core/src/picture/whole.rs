//! Detects truncated JPEGs, whose missing part the decoder would fill with grey.

/// Returns whether the JPEG is complete. Walks the markers up to the end of the image (ITU-T T.81,
/// B.1.1), because an embedded thumbnail has an end marker of its own. Data after the image is
/// ignored.
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
            // Fill byte.
            0xff => &rest[1..],
            // Markers without a segment.
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

/// Skips the entropy-coded data of a scan and returns the rest, from the next marker on. Restart markers
/// belong to the data.
fn behind_scan(data: &[u8]) -> &[u8] {
    let marker = data
        .windows(2)
        .position(|two| two[0] == 0xff && !matches!(two[1], 0x00 | 0xd0..=0xd7 | 0xff));
    marker.map_or(&[], |at| &data[at..])
}
