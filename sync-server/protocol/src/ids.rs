//! Fixed-length identifiers, each its own type. On the wire: CBOR byte strings of exactly that length.

use std::fmt;

macro_rules! bytes_type {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LEN: usize = $len;

            /// From a slice of exactly the right length.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// Lower-case hexadecimal, as used in paths and logs.
            pub fn to_hex(&self) -> String {
                self.0.iter().map(|b| format!("{b:02x}")).collect()
            }

            /// Reads lower-case or upper-case hexadecimal of exactly the right length.
            pub fn from_hex(text: &str) -> Option<Self> {
                // from_str_radix takes a sign, so the digits are checked first.
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
    /// A team as the server knows it: random, no name.
    TeamTag, 16
}
bytes_type! {
    /// A document as the server knows it: a keyed hash of its id, so that records of one document
    /// can be found again without telling which document it is.
    DocumentTag, 16
}
bytes_type! {
    /// One life of a team's log. A server that lost its log and starts anew has another one.
    LogId, 16
}
bytes_type! {
    /// Where an invitation waits; derived from the five words.
    MailboxId, 16
}
bytes_type! {
    /// A device: its Ed25519 public key.
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
