//! The key shared by a team.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// The key of one epoch, which seals everything the team sends. Redacted in `Debug` output.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(crate) struct TeamKey(pub(crate) [u8; 32]);

impl std::fmt::Debug for TeamKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TeamKey(…)")
    }
}
