//! The bytes that are hashed and signed, version 1. They never change: a new field is a new version.
//!
//! The words `voorveld decision v1` and a zero byte, then each field of [`fields`](Canonical::fields)
//! in that order as its length in bytes (four bytes, the largest first) and its UTF-8 text. An absent
//! field has length 0. Text rather than numbers, so that they can be made again with a few lines of
//! any language.

use uuid::Uuid;

use super::{Decision, id_text};

/// The version that is written.
pub(crate) const VERSION: &str = "1";

const CONTEXT: &[u8] = b"voorveld decision v1\0";

/// A decision's canonical bytes and what they are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Canonical {
    /// Names and values in their order. The names are not in the bytes.
    pub(crate) fields: Vec<(&'static str, String)>,
    /// The bytes.
    pub(crate) bytes: Vec<u8>,
}

/// The canonical form of a decision of this case under this id, signed with this public key.
pub(crate) fn canonical(case: Uuid, id: Uuid, decision: &Decision, key: &str) -> Canonical {
    let day = decision.look_again.map(|day| day.to_string());
    let fields = vec![
        ("case", id_text(case)),
        ("decision", id_text(id)),
        ("kind", decision.kind.clone()),
        ("adds_to", decision.adds_to.map(id_text).unwrap_or_default()),
        ("goal", decision.goal.clone()),
        ("ethical", decision.ethical.clone()),
        ("law", decision.law.clone()),
        ("why", decision.why.clone()),
        ("backs", decision.backs.clone()),
        ("shared_with", decision.shared_with.clone()),
        ("ground", decision.ground.clone()),
        ("look_again", day.unwrap_or_default()),
        ("by", id_text(decision.by)),
        ("at", decision.at.timestamp_millis().to_string()),
        ("parents", decision.parents.join(",")),
        ("key", key.to_owned()),
    ];
    let mut bytes = CONTEXT.to_vec();
    for (_, value) in &fields {
        // No text that is kept comes near four gigabytes.
        let length = u32::try_from(value.len()).unwrap_or(u32::MAX);
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(value.as_bytes());
    }
    Canonical { fields, bytes }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::{Decision, canonical};

    #[test]
    fn the_canonical_bytes_of_version_1_never_change() {
        let decision = Decision {
            kind: "refrain".into(),
            goal: "Hij belt zélf.".into(),
            look_again: "2026-11-25".parse().ok(),
            by: Uuid::from_bytes([3; 16]),
            at: DateTime::from_timestamp_millis(1_763_000_000_123).expect("a moment"),
            parents: vec!["aa".repeat(32)],
            ..Decision::default()
        };
        let made = canonical(
            Uuid::from_bytes([1; 16]),
            Uuid::from_bytes([2; 16]),
            &decision,
            &"bb".repeat(32),
        );
        let mut expected = b"voorveld decision v1\0".to_vec();
        for (length, text) in [
            (32, "01".repeat(16)),
            (32, "02".repeat(16)),
            (7, "refrain".into()),
            (0, String::new()),
            // An accent is two bytes.
            (15, "Hij belt zélf.".into()),
            (0, String::new()),
            (0, String::new()),
            (0, String::new()),
            (0, String::new()),
            (0, String::new()),
            (0, String::new()),
            (10, "2026-11-25".into()),
            (32, "03".repeat(16)),
            (13, "1763000000123".into()),
            (64, "aa".repeat(32)),
            (64, "bb".repeat(32)),
        ] {
            expected.extend_from_slice(&[0, 0, 0, length]);
            expected.extend_from_slice(text.as_bytes());
        }
        assert_eq!(made.bytes, expected);
    }
}
