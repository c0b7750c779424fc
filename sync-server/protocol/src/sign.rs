//! Signatures: each request and each record is signed by its device.

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use minicbor::{Decode, Encode};

use crate::{DecodeError, DeviceKey, Hash, Signature};

pub(crate) const RECORD_CONTEXT: &[u8] = b"voorveld record v1\0";
pub(crate) const STATUS_CONTEXT: &[u8] = b"voorveld status v1\0";
const REQUEST_CONTEXT: &[u8] = b"voorveld request v1\0";

/// The endpoint of a signed request. It is part of the signed bytes, so that a request cannot be
/// replayed to another endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    /// [`crate::CreateTeam`].
    CreateTeam = 1,
    /// [`crate::SyncRequest`].
    Sync = 2,
    /// [`crate::PutMailbox`].
    PutMailbox = 3,
    /// [`crate::OpenMailbox`].
    OpenMailbox = 4,
}

/// A device's signing key.
#[derive(Clone)]
pub struct Signer(SigningKey);

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({:?})", self.device())
    }
}

impl Signer {
    /// Creates the key from 32 random bytes.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// Returns the public key, which identifies the device.
    pub fn device(&self) -> DeviceKey {
        DeviceKey(self.0.verifying_key().to_bytes())
    }

    pub(crate) fn sign_hash(&self, context: &[u8], hash: Hash) -> Signature {
        Signature(self.0.sign(&[context, &hash.0].concat()).to_bytes())
    }
}

pub(crate) fn verify_hash(
    context: &[u8],
    device: DeviceKey,
    hash: Hash,
    signature: &Signature,
) -> Result<(), DecodeError> {
    verify(device, &[context, &hash.0].concat(), signature)
}

/// Verifies a signature strictly: keys of small order and non-canonical signatures are refused.
///
/// # Errors
/// [`DecodeError::Signature`].
pub fn verify(device: DeviceKey, message: &[u8], signature: &Signature) -> Result<(), DecodeError> {
    VerifyingKey::from_bytes(&device.0)
        .and_then(|key| {
            key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature.0))
        })
        .map_err(|_| DecodeError::Signature)
}

/// The signed envelope of every request.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Signed {
    /// The calling device.
    #[n(0)]
    pub device: DeviceKey,
    /// The encoded message.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub payload: Vec<u8>,
    /// The signature over context, endpoint and payload.
    #[n(2)]
    pub signature: Signature,
}

impl Signed {
    /// Encodes and signs a message; returns the request body.
    pub fn seal<T: Encode<()>>(signer: &Signer, endpoint: Endpoint, message: &T) -> Vec<u8> {
        let payload = crate::encode(message);
        let hash = Self::hash(endpoint, &payload);
        crate::encode(&Self {
            device: signer.device(),
            signature: signer.sign_hash(REQUEST_CONTEXT, hash),
            payload,
        })
    }

    /// Verifies the signature of a request body and decodes its message.
    ///
    /// # Errors
    /// Any [`DecodeError`].
    pub fn open<T: for<'b> Decode<'b, ()>>(
        endpoint: Endpoint,
        body: &[u8],
    ) -> Result<(DeviceKey, T), DecodeError> {
        let signed: Self = crate::decode(body)?;
        signed.verify(endpoint)?;
        Ok((signed.device, crate::decode(&signed.payload)?))
    }

    /// Verifies the signature over the payload without decoding it.
    ///
    /// # Errors
    /// [`DecodeError::Signature`].
    pub fn verify(&self, endpoint: Endpoint) -> Result<(), DecodeError> {
        let hash = Self::hash(endpoint, &self.payload);
        verify_hash(REQUEST_CONTEXT, self.device, hash, &self.signature)
    }

    /// Returns the protocol version of the payload. It is the first element of every request, so that a
    /// server can refuse a version whose other elements it does not know.
    ///
    /// # Errors
    /// [`DecodeError::Malformed`] when the payload does not start with an array and a u8.
    pub fn version(&self) -> Result<u8, DecodeError> {
        let mut decoder = minicbor::Decoder::new(&self.payload);
        decoder
            .array()
            .and_then(|_| decoder.u8())
            .map_err(|e| DecodeError::Malformed(e.to_string()))
    }

    fn hash(endpoint: Endpoint, payload: &[u8]) -> Hash {
        let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 request hash v1");
        hasher.update(&[endpoint as u8]);
        hasher.update(payload);
        Hash(hasher.finalize().into())
    }
}
