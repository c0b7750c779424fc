//! The name of a document on the server.

use uuid::Uuid;
use voorveld_protocol::DocumentTag;
use zeroize::Zeroizing;

use super::TeamKey;

/// Returns a keyed hash of the document's id: the same on every phone of the team, while the server can
/// neither recover the id nor tell whether two teams share a document.
pub(crate) fn document_tag(key: &TeamKey, document: Uuid) -> DocumentTag {
    let tag_key = Zeroizing::new(blake3::derive_key("voorveld 2026 document tag v1", &key.0));
    let hash = blake3::keyed_hash(&tag_key, document.as_bytes());
    let mut tag = [0; DocumentTag::LEN];
    tag.copy_from_slice(&hash.as_bytes()[..DocumentTag::LEN]);
    DocumentTag(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_one_tag_in_a_team_and_another_in_every_other_team() {
        let document = Uuid::from_u128(7);
        let tag = document_tag(&TeamKey([1; 32]), document);
        assert_eq!(tag, document_tag(&TeamKey([1; 32]), document));
        assert_ne!(tag, document_tag(&TeamKey([2; 32]), document));
        assert_ne!(tag, document_tag(&TeamKey([1; 32]), Uuid::from_u128(8)));
    }

    /// The server stores tags, so they must never change.
    #[test]
    fn the_tag_of_a_known_document_stays_what_it_was() {
        let tag = document_tag(&TeamKey([1; 32]), Uuid::from_u128(7));
        assert_eq!(tag.to_hex(), "b1f62f30babf9d4058d7dd8751ce2ee7");
    }
}
