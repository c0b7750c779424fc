//! Signing decisions in a person's name: Ed25519, checked as strictly as the wire's signatures.

use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};
use voorveld_protocol::{DeviceKey, Signature};

/// A key to sign with. Never leaves the encrypted store.
pub(crate) struct PersonSigner(SigningKey);

impl PersonSigner {
    /// From 32 random bytes.
    pub(crate) fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// The public key, hexadecimal.
    pub(crate) fn public(&self) -> String {
        to_hex(self.0.verifying_key().as_bytes())
    }

    /// The signature over these bytes, hexadecimal.
    pub(crate) fn sign(&self, bytes: &[u8]) -> String {
        to_hex(&self.0.sign(bytes).to_bytes())
    }
}

/// Whether this public key made this signature over these bytes; both hexadecimal.
pub(crate) fn signed(key: &str, bytes: &[u8], signature: &str) -> bool {
    let (Some(key), Some(signature)) = (from_hex::<32>(key), from_hex::<64>(signature)) else {
        return false;
    };
    voorveld_protocol::verify(DeviceKey(key), bytes, &Signature(signature)).is_ok()
}

/// SHA-256, hexadecimal: the hash that every computer can check with a tool of its own.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

/// Hexadecimal, lower case.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

/// Exactly so many bytes, in lower case.
fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.as_bytes();
    if text.len() != 2 * N {
        return None;
    }
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_chunks::<2>().0) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}
