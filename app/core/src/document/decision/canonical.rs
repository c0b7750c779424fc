//! The bytes that are hashed and signed, version 1. This format is frozen: a new field requires a new
//! version.
//!
//! The bytes are `voorveld decision v1` and a zero byte, followed by each of
//! [`fields`](Canonical::fields) in order: its length in bytes (32 bits, big-endian) and its UTF-8
//! text. An absent field has length 0. All values are text, numbers too, so that any language can
//! reproduce the bytes in a few lines.

use uuid::Uuid;

use super::{Decision, id_text};

/// The version that is written.
pub(crate) const VERSION: &str = "1";

const CONTEXT: &[u8] = b"voorveld decision v1\0";

/// A decision's canonical bytes and the fields they encode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Canonical {
    /// Names and values, in order. The names are not part of the bytes.
    pub(crate) fields: Vec<(&'static str, String)>,
    /// The encoded fields.
    pub(crate) bytes: Vec<u8>,
}

/// Encodes a decision of this case under this id, signed with this public key (hexadecimal).
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
        // Stored texts are far below 4 GiB.
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
            // The é takes two bytes.
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
