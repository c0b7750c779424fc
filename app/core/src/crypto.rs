//! Keys, sealing and pairing.
//!
//! Everything secret is derived from few things: a team's key seals what goes to the server, the
//! PIN opens the vault, the vault holds the keys of the databases, and five words carry a team's key
//! to a new phone. Nothing here knows SQL, HTTP or Automerge.

mod aad;
mod database_key;
mod document_tag;
mod pairing;
mod person_key;
mod seal;
mod squeeze;
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

/// Makes guessing a short secret expensive: Argon2id.
fn stretch(
    secret: &[u8],
    salt: &[u8],
    params: argon2::Params,
) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password_into(secret, salt, &mut *key)
        // Its limits are kept; what is left is want of memory.
        .map_err(|e| Error::Internal(format!("Argon2id: {e}")))?;
    Ok(key)
}

/// Fresh random bytes from the system.
///
/// # Panics
/// When the system has no randomness to give: no key could be made safely then, and going on
/// without would be worse than ending.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes,
        Err(e) => panic!("the system gives no randomness: {e}"),
    }
}
