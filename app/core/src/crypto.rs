//! Keys, sealing and pairing.
//!
//! The key hierarchy: a team's key seals everything sent to the server; the PIN unlocks the vault, which
//! holds the database keys; five words carry the team's key to a new phone. This module does not depend
//! on SQL, HTTP or Automerge.

mod aad;
mod compress;
mod database_key;
mod document_tag;
mod pairing;
mod person_key;
mod seal;
mod team_key;
mod vault;
pub(crate) mod words;

pub(crate) use aad::Aad;
pub(crate) use database_key::DatabaseKey;
pub(crate) use document_tag::document_tag;
pub use pairing::server_in_code;
pub(crate) use pairing::{Code, Invitation, read_code_line};
pub(crate) use person_key::{PersonSigner, sha256, signed, to_hex};
pub(crate) use seal::{OpenError, open, seal};
pub(crate) use team_key::TeamKey;
pub(crate) use vault::{PinCost, TeamNote, TeamNotes, Vault};

use zeroize::Zeroizing;

use crate::Error;

/// Derives a key from a short secret with Argon2id, to make guessing expensive.
fn stretch(
    secret: &[u8],
    salt: &[u8],
    params: argon2::Params,
) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password_into(secret, salt, &mut *key)
        // The parameters are within Argon2's limits, so what remains is an allocation failure.
        .map_err(|e| Error::Internal(format!("Argon2id: {e}")))?;
    Ok(key)
}

/// Returns random bytes from the operating system.
///
/// # Panics
/// If the operating system cannot supply randomness: no key can be generated safely without it.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes,
        Err(e) => panic!("the system gives no randomness: {e}"),
    }
}
