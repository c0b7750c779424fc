//! What leaves the phone as a file: pages to print or send, tables for a spreadsheet, data for a
//! machine. Made here, in the user's language, from view models; nothing in a file points outside it.

mod html;
mod mark;
mod table;

pub use html::{Page, style_of};
pub(crate) use mark::escape;
pub use table::table;

use serde::Serialize;

/// A file to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOut {
    /// The file's name, with its ending; without names of people.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A page to print: one HTML file with all that belongs to it.
    Page,
    /// A table: CSV for a spreadsheet.
    Table,
    /// JSON.
    Data,
    /// An Automerge document, as any Automerge opens it.
    Automerge,
}

impl FileKind {
    /// How the file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Page => "html",
            Self::Table => "csv",
            Self::Data => "json",
            Self::Automerge => "automerge",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html;charset=utf-8",
            Self::Table => "text/csv;charset=utf-8",
            Self::Data => "application/json",
            Self::Automerge => "application/octet-stream",
        }
    }
}

impl HandOut {
    /// A file of this kind; `stem` is its name without the ending, made safe for every file system.
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

    /// A view model as JSON, for a machine to read.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which no view model is.
    pub fn data(stem: &str, content: &impl Serialize) -> Result<Self, serde_json::Error> {
        let bytes = serde_json::to_vec_pretty(content)?;
        Ok(Self::new(stem, FileKind::Data, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{FileKind, HandOut};

    #[test]
    fn a_file_has_a_name_that_every_phone_can_keep() {
        let file = HandOut::new("Kernteam: 27-11/2026 ", FileKind::Page, Vec::new());
        assert_eq!(file.name, "kernteam--27-11-2026.html");
    }
}
