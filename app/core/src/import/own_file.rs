//! Reads the JSON export of a complete team. The human-readable part is ignored: the file also
//! contains the documents with their history, which restore everything byte for byte.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Deserialize;
use uuid::Uuid;

use super::MAX_BYTES;
use crate::ImportRefusal;
use crate::view::{DocumentFile, PersonFile};

/// The version of the format. The first version had neither a version number nor documents.
pub const EXPORT_VERSION: u32 = 2;

/// The parsed contents of an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnFile {
    /// The team's name.
    pub team: String,
    /// The authors that occur in it.
    pub people: Vec<PersonFile>,
    /// Documents: id, kind, and the output of Automerge's save.
    pub documents: Vec<(Uuid, u8, Vec<u8>)>,
    /// The number of documents with invalid Base64.
    pub unreadable: u32,
}

#[derive(Deserialize)]
struct Written {
    version: Option<u32>,
    team: String,
    #[serde(default)]
    people: Vec<PersonFile>,
    #[serde(default)]
    documents: Vec<DocumentFile>,
}

/// Returns whether the bytes may be an export; tables and address books never begin with a brace.
pub fn looks_own(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{")
}

/// Reads an export. Accepts arbitrary bytes.
///
/// # Errors
/// [`ImportRefusal::TooLarge`]; [`ImportRefusal::UnknownKind`] for other JSON or no JSON at all;
/// [`ImportRefusal::NewerExport`]; [`ImportRefusal::NotWhole`] for an export of an older app without
/// documents.
pub fn read_own(bytes: &[u8]) -> Result<OwnFile, ImportRefusal> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportRefusal::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let written: Written = serde_json::from_slice(bytes).map_err(|_| ImportRefusal::UnknownKind)?;
    match written.version {
        None => return Err(ImportRefusal::NotWhole),
        Some(version) if version > EXPORT_VERSION => return Err(ImportRefusal::NewerExport),
        Some(_) => {}
    }
    let mut file = OwnFile {
        team: written.team,
        people: written.people,
        ..OwnFile::default()
    };
    for DocumentFile { id, kind, bytes } in written.documents {
        match BASE64.decode(bytes) {
            Ok(bytes) => file.documents.push((id, kind, bytes)),
            Err(_) => file.unreadable += 1,
        }
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_file_of_this_app_is_taken() {
        let whole = br#"{"version":2,"team":"Oost","cases":[{}],"documents":[
            {"id":"00000000-0000-0000-0000-000000000001","kind":1,"bytes":"AAEC"},
            {"id":"00000000-0000-0000-0000-000000000002","kind":1,"bytes":"?"}]}"#;
        assert!(looks_own(whole));
        let file = read_own(whole).expect("reads");
        assert_eq!(file.team, "Oost");
        assert_eq!(file.documents, [(Uuid::from_u128(1), 1, vec![0, 1, 2])]);
        assert_eq!(file.unreadable, 1);
        let refused = |text: &str| read_own(text.as_bytes()).expect_err("refused");
        assert_eq!(refused("{}"), ImportRefusal::UnknownKind);
        assert_eq!(refused("{\"team\":"), ImportRefusal::UnknownKind);
        assert_eq!(refused("{\"team\":\"x\"}"), ImportRefusal::NotWhole);
        assert_eq!(
            refused("{\"team\":\"x\",\"version\":99}"),
            ImportRefusal::NewerExport
        );
        assert!(!looks_own(b"Naam;Adres\n"));
    }
}
