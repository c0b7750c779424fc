//! Files that leave the phone: pages to print or send, tables for a spreadsheet, data for a machine.
//! Made from view models in the user's language; a file refers to nothing outside itself.

mod html;
mod mark;
mod table;

pub use html::{Page, style_of};
pub(crate) use mark::escape;
pub use table::table;

use serde::Serialize;

/// A file to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// The file name with its extension, without people's names.
    pub name: String,
    /// The kind of file.
    pub kind: FileKind,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A page to print: one self-contained HTML file.
    Page,
    /// A table: CSV for a spreadsheet.
    Table,
    /// JSON.
    Data,
    /// An Automerge document in the standard format.
    Automerge,
}

impl FileKind {
    /// Returns the file name extension.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Page => "html",
            Self::Table => "csv",
            Self::Data => "json",
            Self::Automerge => "automerge",
        }
    }

    /// Returns the media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html;charset=utf-8",
            Self::Table => "text/csv;charset=utf-8",
            Self::Data => "application/json",
            Self::Automerge => "application/octet-stream",
        }
    }
}

impl ExportFile {
    /// Creates a file of this kind; `stem` is its name without the extension, made safe for every file
    /// system.
    pub fn new(stem: &str, kind: FileKind, bytes: Vec<u8>) -> Self {
        let safe: String = stem
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        Self {
            name: format!(
                "{}.{}",
                safe.trim_matches('-').to_lowercase(),
                kind.ending()
            ),
            kind,
            bytes,
        }
    }

    /// Creates a JSON file from a view model.
    ///
    /// # Errors
    /// When the content cannot be written as JSON; every view model can.
    pub fn data(stem: &str, content: &impl Serialize) -> Result<Self, serde_json::Error> {
        let bytes = serde_json::to_vec_pretty(content)?;
        Ok(Self::new(stem, FileKind::Data, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{ExportFile, FileKind};

    #[test]
    fn a_file_has_a_name_that_every_phone_can_keep() {
        let file = ExportFile::new("Kernteam: 27-11/2026 ", FileKind::Page, Vec::new());
        assert_eq!(file.name, "kernteam--27-11-2026.html");
    }
}
