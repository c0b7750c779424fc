//! The key of one database file.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// The encryption key of one team's database. Redacted in `Debug` output.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(crate) struct DatabaseKey(pub(crate) [u8; 32]);

impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseKey(…)")
    }
}
