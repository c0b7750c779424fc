//! The key a team shares.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// The key of one epoch: seals everything the team sends. Never printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(crate) struct TeamKey(pub(crate) [u8; 32]);

impl std::fmt::Debug for TeamKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TeamKey(…)")
    }
}
