//! What stands in a workbook beside the cells: comments, which are not read as rows but reported, and the
//! whole content of an .ods. They are found while the parts of the workbook are unpacked to enforce a size
//! limit.

use std::io::{Cursor, Read as _};

use crate::ImportRefusal;
use crate::import::fold::one_line;
use crate::model::{ImportReason, RowProblem};

/// The maximum unpacked size of a workbook: a small file may expand to gigabytes.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;

/// A workbook's content other than cells.
#[derive(Default)]
pub(super) struct Beside {
    /// The comments of an .xlsx, each on the line of its cell, or a remark that there may be some.
    pub comments: Vec<RowProblem>,
    /// The `content.xml` of an .ods; empty in other workbooks.
    pub content: String,
}

/// Unpacks every part once to enforce the size limit. Returns what stands beside the cells.
pub(super) fn read(bytes: &[u8]) -> Result<Beside, ImportRefusal> {
    let mut parts =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportRefusal::Spreadsheet)?;
    let mut left = MAX_UNPACKED;
    let mut beside = Beside::default();
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(|_| ImportRefusal::Spreadsheet)?;
        let name = part
            .name()
            .map(|name| name.into_owned())
            .unwrap_or_default();
        let mut part = part.take(left);
        let unpacked = if name.contains("/comments") || name == "content.xml" {
            let mut text = Vec::new();
            let read = part.read_to_end(&mut text);
            let text = String::from_utf8_lossy(&text);
            match name.as_str() {
                "content.xml" => beside.content = text.into_owned(),
                // The comments of an .xlsb.
                name if name.ends_with(".bin") => beside.comments = unread(),
                _ => beside.comments.extend(in_part(&text)),
            }
            read.map(|size| size as u64)
        } else {
            std::io::copy(&mut part, &mut std::io::sink())
        };
        left -= unpacked.map_err(|_| ImportRefusal::Spreadsheet)?;
        if left == 0 {
            return Err(ImportRefusal::TooLarge);
        }
    }
    Ok(beside)
}

/// Returns a remark if an .xls has the frame of a comment (ftCmo of type 0x19 in \[MS-XLS\] 2.5.143).
pub(super) fn beside_an_xls(bytes: &[u8]) -> Beside {
    const FRAME: &[u8] = b"\x15\x00\x12\x00\x19\x00";
    let framed = bytes.windows(FRAME.len()).any(|part| part == FRAME);
    Beside {
        comments: if framed { unread() } else { Vec::new() },
        content: String::new(),
    }
}

fn unread() -> Vec<RowProblem> {
    vec![RowProblem::on(1, ImportReason::CommentsUnread)]
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
            let line = row.parse().unwrap_or_default();
            let comment = RowProblem::on(line, ImportReason::CellComment { text: text.clone() });
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
