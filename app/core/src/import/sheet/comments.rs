//! Comments attached to the cells of an .xlsx, which are not read as rows but reported. They are found
//! while the parts of the workbook are unpacked to enforce a size limit.

use std::io::{Cursor, Read as _};

use crate::ImportRefusal;
use crate::import::fold::one_line;
use crate::model::{ImportReason, RowProblem};

/// The maximum unpacked size of a workbook: a small file may expand to gigabytes.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;

/// Unpacks every part once to enforce the size limit. Returns the comments, each on the line of its
/// cell.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<RowProblem>, ImportRefusal> {
    let mut parts =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportRefusal::Spreadsheet)?;
    let mut left = MAX_UNPACKED;
    let mut comments = Vec::new();
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(|_| ImportRefusal::Spreadsheet)?;
        let holds_comments = part.name().is_ok_and(|name| name.contains("/comments"));
        let mut part = part.take(left);
        let unpacked = if holds_comments {
            let mut text = Vec::new();
            let read = part.read_to_end(&mut text);
            comments.extend(in_part(&String::from_utf8_lossy(&text)));
            read.map(|size| size as u64)
        } else {
            std::io::copy(&mut part, &mut std::io::sink())
        };
        left -= unpacked.map_err(|_| ImportRefusal::Spreadsheet)?;
        if left == 0 {
            return Err(ImportRefusal::TooLarge);
        }
    }
    Ok(comments)
}

fn in_part(xml: &str) -> Vec<RowProblem> {
    let comments = xml.split("<comment ").skip(1);
    comments
        .filter_map(|comment| {
            let (head, rest) = comment.split_once('>')?;
            let cell = head.split_once("ref=\"")?.1;
            let row = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            let row = row.split('"').next().unwrap_or_default();
            let text = plain(rest.split("</comment>").next().unwrap_or_default());
            let comment = RowProblem {
                line: row.parse().unwrap_or_default(),
                sheet: String::new(),
                name: String::new(),
                reason: ImportReason::CellComment { text: text.clone() },
            };
            (!text.is_empty()).then_some(comment)
        })
        .collect()
}

/// Returns the text of an XML element.
fn plain(xml: &str) -> String {
    let mut text = String::new();
    for piece in xml.split('<') {
        let behind = piece.split_once('>').map_or(piece, |(_, behind)| behind);
        text.push_str(behind);
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#10;", "\n")
        .replace("&amp;", "&");
    one_line(&text)
}
