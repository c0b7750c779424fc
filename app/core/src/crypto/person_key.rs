//! Signing decisions with a person's Ed25519 key, verified as strictly as signatures in the protocol.

use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};
use voorveld_protocol::{DeviceKey, Signature};

/// A person's signing key. It never leaves the encrypted store.
pub(crate) struct PersonSigner(SigningKey);

impl PersonSigner {
    /// Creates the key from 32 random bytes.
    pub(crate) fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// Returns the public key in hexadecimal.
    pub(crate) fn public(&self) -> String {
        to_hex(self.0.verifying_key().as_bytes())
    }

    /// Returns the signature over the bytes, in hexadecimal.
    pub(crate) fn sign(&self, bytes: &[u8]) -> String {
        to_hex(&self.0.sign(bytes).to_bytes())
    }
}

/// Returns whether the signature over the bytes verifies with the public key; both in hexadecimal.
pub(crate) fn signed(key: &str, bytes: &[u8], signature: &str) -> bool {
    let (Some(key), Some(signature)) = (from_hex::<32>(key), from_hex::<64>(signature)) else {
        return false;
    };
    voorveld_protocol::verify(DeviceKey(key), bytes, &Signature(signature)).is_ok()
}

/// Returns the SHA-256 hash in hexadecimal. Standard tools can verify it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

/// Encodes bytes as lower-case hexadecimal.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

/// Decodes exactly `N` bytes of lower-case hexadecimal.
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
