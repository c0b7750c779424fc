//! Spreadsheets: .xlsx, .xlsb, .xls and .ods, known by what they begin with.
//!
//! In a browser they are not read: what reads them would have to be fetched by every phone.

use super::Choice;
use super::table::Table;
use crate::ImportRefusal;

#[cfg(not(target_family = "wasm"))]
mod book;
#[cfg(not(target_family = "wasm"))]
mod tables;

/// The file is a spreadsheet's own, or another kind of those archives.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Reads all sheets that are tables, one behind the other.
#[cfg(not(target_family = "wasm"))]
pub(super) fn read(bytes: &[u8], choices: &[Choice]) -> Result<Table, ImportRefusal> {
    book::read(bytes, choices)
}

/// Says how to save it as CSV instead.
#[cfg(target_family = "wasm")]
pub(super) fn read(_bytes: &[u8], _choices: &[Choice]) -> Result<Table, ImportRefusal> {
    Err(ImportRefusal::Spreadsheet)
}
