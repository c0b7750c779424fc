//! Spreadsheets: .xlsx, .xlsb, .xls and .ods, recognised by their first bytes.
//!
//! Not supported in the browser, to keep the parser out of the download of every phone.

use super::table::Table;
use crate::ImportRefusal;
use crate::model::ColumnChoice;

#[cfg(not(target_family = "wasm"))]
mod book;
#[cfg(not(target_family = "wasm"))]
mod comments;
#[cfg(not(target_family = "wasm"))]
mod no_values;
#[cfg(not(target_family = "wasm"))]
mod ods;
#[cfg(not(target_family = "wasm"))]
mod tables;
#[cfg(not(target_family = "wasm"))]
mod xml;

/// Returns whether the file is a spreadsheet, or another Zip or OLE file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Reads all sheets that are tables and concatenates them.
#[cfg(not(target_family = "wasm"))]
pub(super) fn read(bytes: &[u8], choices: &[ColumnChoice]) -> Result<Table, ImportRefusal> {
    book::read(bytes, choices)
}

/// Refuses the file; the user is asked to save it as CSV.
#[cfg(target_family = "wasm")]
pub(super) fn read(_bytes: &[u8], _choices: &[ColumnChoice]) -> Result<Table, ImportRefusal> {
    Err(ImportRefusal::Spreadsheet)
}
