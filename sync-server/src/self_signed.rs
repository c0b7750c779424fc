//! TLS for a try-out: the server's own certificate authority, and a certificate it issues.
//!
//! A phone that trusts the authority does so for years. The authority is therefore stored, and its
//! name constraints limit it to this machine's names and addresses and to private networks. The
//! certificate is reissued at each start, so that it names the current addresses and its key is
//! never on disk.

mod authority;

use std::{
    net::IpAddr,
    path::Path,
    time::{Duration, SystemTime},
};

use rcgen::{
    CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose, SanType,
};
use sha2::{Digest, Sha256};

use crate::{
    SecretFileError,
    lan::{Here, is_private},
};
use authority::Authority;

/// Path at which the authority's certificate is served, for phones to install.
pub const AUTHORITY_PATH: &str = "voorveld-ca.crt";

/// iPhones accept certificates valid for at most 825 days; some browsers accept less.
const CERTIFICATE: Duration = Duration::from_hours(24 * 397);

/// A certificate issued by the server's own authority.
pub struct SelfSigned {
    authority: Vec<u8>,
    certificate: Vec<u8>,
    key: Vec<u8>,
    here: Here,
}

impl SelfSigned {
    /// Issues a certificate with the authority in this folder, creating the authority when missing.
    pub(crate) fn open(dir: &Path, here: Here, now: SystemTime) -> Result<Self, SecretFileError> {
        let path = dir.join("authority.pem");
        let authority = Authority::open(&path, &here, now)?;
        let (known, unknown) = authority.part(here);
        if !unknown.names.is_empty() || !unknown.addresses.is_empty() {
            tracing::warn!(
                names = ?unknown.names,
                addresses = ?unknown.addresses,
                "the authority was not made for these; the certificate does not name them"
            );
        }
        let failed = |error| SecretFileError::making(&path, error);
        let key = KeyPair::generate().map_err(failed)?;
        let params = params(&known, authority.until(now + CERTIFICATE), now).map_err(failed)?;
        let certificate = params.signed_by(&key, &authority.issuer).map_err(failed)?;
        Ok(Self {
            authority: authority.certificate.to_vec(),
            certificate: certificate.der().to_vec(),
            key: key.serialize_der(),
            here: known,
        })
    }

    /// Returns the authority's certificate, as DER.
    pub fn authority(&self) -> &[u8] {
        &self.authority
    }

    /// Returns the SHA-256 of the authority's certificate as phones show it, for comparison.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(&self.authority);
        let bytes: Vec<String> = digest.iter().map(|byte| format!("{byte:02X}")).collect();
        bytes.join(":")
    }

    /// Returns the names in the certificate, and the addresses in it outside private networks.
    pub fn names(&self) -> Vec<String> {
        let public = self.here.addresses.iter().filter(|ip| !is_private(**ip));
        let public = public.map(ToString::to_string);
        self.here.names.iter().cloned().chain(public).collect()
    }

    /// Returns whether the certificate names this address.
    pub fn covers(&self, ip: IpAddr) -> bool {
        self.here.addresses.contains(&ip.to_canonical())
    }

    /// Returns the certificate chain (leaf first) and the leaf's key, as DER.
    pub(crate) fn chain(&self) -> (Vec<Vec<u8>>, Vec<u8>) {
        let chain = vec![self.certificate.clone(), self.authority.clone()];
        (chain, self.key.clone())
    }
}

impl std::fmt::Debug for SelfSigned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SelfSigned")
            .field("here", &self.here)
            .finish_non_exhaustive()
    }
}

/// Builds the parameters of the server's certificate.
fn params(
    here: &Here,
    until: SystemTime,
    now: SystemTime,
) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(here.names.clone())?;
    let addresses = here.addresses.iter().copied().map(SanType::IpAddress);
    params.subject_alt_names.extend(addresses);
    params
        .distinguished_name
        .push(DnType::CommonName, "Voorveld (try-out)");
    authority::lasts(&mut params, now, until);
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    Ok(params)
}

#[cfg(test)]
mod tests;
