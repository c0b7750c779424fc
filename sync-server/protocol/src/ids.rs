//! Fixed-length identifiers, one type each. On the wire: CBOR byte strings of exactly that length.

use std::fmt;

macro_rules! bytes_type {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LEN: usize = $len;

            /// Converts a slice; `None` if its length differs.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// Returns lower-case hexadecimal, as used in paths and logs.
            pub fn to_hex(&self) -> String {
                self.0.iter().map(|b| format!("{b:02x}")).collect()
            }

            /// Parses hexadecimal of exactly the right length, in either case.
            pub fn from_hex(text: &str) -> Option<Self> {
                // from_str_radix accepts a sign, so the digits are checked first.
                if text.len() != 2 * $len || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
                    return None;
                }
                let mut bytes = [0; $len];
                for (i, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
                }
                Some(Self(bytes))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.to_hex())
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(
                d: &mut minicbor::Decoder<'b>,
                _: &mut C,
            ) -> Result<Self, minicbor::decode::Error> {
                Self::from_slice(d.bytes()?)
                    .ok_or_else(|| minicbor::decode::Error::message(concat!(stringify!($name), ": wrong length")))
            }
        }
    };
}

bytes_type! {
    /// A team as the server knows it: a random tag without a name.
    TeamTag, 16
}
bytes_type! {
    /// A document as the server knows it: a keyed hash of its id, which groups the records of one
    /// document without revealing the id.
    DocumentTag, 16
}
bytes_type! {
    /// One incarnation of a team's log. A server that lost a log and starts a new one changes the id.
    LogId, 16
}
bytes_type! {
    /// The address of an invitation, derived from the five words.
    MailboxId, 16
}
bytes_type! {
    /// A device, identified by its Ed25519 public key.
    DeviceKey, 32
}
bytes_type! {
    /// A BLAKE3 hash.
    Hash, 32
}
bytes_type! {
    /// An Ed25519 signature.
    Signature, 64
}
