//! The certificate authority: key and certificate in one file, so that they cannot get out of step.

use std::{
    net::IpAddr,
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, GeneralSubtree, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, NameConstraints, PublicKeyData, date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer, pem::PemObject};
use x509_parser::{extensions::GeneralName, parse_x509_certificate, prelude::X509Certificate};

use crate::{
    lan::{Here, PRIVATE, is_private},
    secret_file::{self, SecretFileError},
};

const A_DAY: Duration = Duration::from_hours(24);
const AUTHORITY: Duration = Duration::from_hours(24 * 3650);
/// Remaining lifetime below which an authority is refused: a certificate cannot outlive it.
const LEFT: Duration = Duration::from_hours(24 * 30);

/// The authority that issues the server's certificates.
pub(super) struct Authority {
    pub(super) certificate: CertificateDer<'static>,
    pub(super) issuer: Issuer<'static, KeyPair>,
    ends: SystemTime,
    /// Permitted DNS names, from its name constraints.
    names: Vec<String>,
    /// Permitted networks, each as address and mask, as in the certificate.
    networks: Vec<Vec<u8>>,
}

impl Authority {
    /// Opens the authority in this file, creating it if there is none. Never replaces a file.
    pub(super) fn open(path: &Path, here: &Here, now: SystemTime) -> Result<Self, SecretFileError> {
        let pem = match secret_file::read(path)? {
            Some(pem) => pem,
            None => {
                let pem = make(here, now).map_err(|error| SecretFileError::making(path, error))?;
                secret_file::make(path, &pem)?;
                pem
            }
        };
        Self::read(&pem, now).map_err(|why| SecretFileError::broken(path, why))
    }

    fn read(pem: &str, now: SystemTime) -> Result<Self, String> {
        let certificate = CertificateDer::from_pem_slice(pem.as_bytes())
            .map_err(|error| format!("no certificate in it ({error})"))?;
        let key = PrivatePkcs8KeyDer::from_pem_slice(pem.as_bytes())
            .map_err(|error| format!("no key in it ({error})"))?;
        let key = KeyPair::try_from(&key).map_err(|error| format!("its key: {error}"))?;
        let (_, x509) = parse_x509_certificate(&certificate)
            .map_err(|error| format!("its certificate: {error}"))?;
        if x509.public_key().raw != key.subject_public_key_info() {
            return Err("its key is not its certificate's".into());
        }
        let (names, networks) = permitted(&x509).ok_or("it is no authority of this server")?;
        let ends = x509.validity().not_after.timestamp();
        let ends = UNIX_EPOCH + Duration::from_secs(u64::try_from(ends).unwrap_or(0));
        if ends < now + LEFT {
            return Err("the authority in it has expired, or does within 30 days".into());
        }
        let issuer = Issuer::from_ca_cert_der(&certificate, key)
            .map_err(|error| format!("its certificate: {error}"))?;
        Ok(Self {
            certificate,
            issuer,
            ends,
            names,
            networks,
        })
    }

    /// Splits this machine's names and addresses into those it may certify and those it may not. A
    /// single name outside the constraints would make phones refuse the whole certificate.
    pub(super) fn part(&self, here: Here) -> (Here, Here) {
        let (known_names, other_names) = here.names.into_iter().partition(|name| {
            let under = |root: &String| name.ends_with(&format!(".{root}"));
            self.names.iter().any(|root| name == root || under(root))
        });
        let (known_ips, other_ips) = here.addresses.into_iter().partition(|ip| {
            let ip = octets(*ip);
            let inside = |network: &Vec<u8>| is_inside(&ip, network);
            self.networks.iter().any(inside)
        });
        let of = |names, addresses| Here { names, addresses };
        (of(known_names, known_ips), of(other_names, other_ips))
    }

    /// Caps an end date at the authority's own: a certificate cannot outlive its issuer.
    pub(super) fn until(&self, wanted: SystemTime) -> SystemTime {
        wanted.min(self.ends)
    }
}

/// Creates the key and certificate of a new authority, as PEM.
fn make(here: &Here, now: SystemTime) -> Result<String, rcgen::Error> {
    let key = KeyPair::generate()?;
    let names = here.names.iter().cloned().map(GeneralSubtree::DnsName);
    // Addresses change, so all private networks are permitted; elsewhere only this machine's own.
    let own = here.addresses.iter().filter(|ip| !is_private(**ip));
    let own = own.map(|ip| (*ip, if ip.is_ipv4() { 32 } else { 128 }));
    let networks = PRIVATE
        .into_iter()
        .chain(own)
        .map(|(ip, bits)| GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(ip, bits)));
    let mut params = CertificateParams::default();
    let called = here.names.last().map_or("localhost", String::as_str);
    params.distinguished_name.push(
        DnType::CommonName,
        format!("Voorveld (try-out) on {called}"),
    );
    lasts(&mut params, now, now + AUTHORITY);
    // It may issue server certificates, but no intermediate authorities.
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: names.chain(networks).collect(),
        excluded_subtrees: vec![],
    });
    let certificate = params.self_signed(&key)?;
    Ok(certificate.pem() + &key.serialize_pem())
}

/// Returns the permitted names and networks; `None` unless it is a CA constrained to some of each.
fn permitted(x509: &X509Certificate<'_>) -> Option<(Vec<String>, Vec<Vec<u8>>)> {
    let basic = x509.basic_constraints().ok()??;
    let bound = x509.name_constraints().ok()??;
    let subtrees = bound.value.permitted_subtrees.as_ref()?;
    let (mut names, mut networks) = (Vec::new(), Vec::new());
    for subtree in subtrees {
        match &subtree.base {
            GeneralName::DNSName(name) => names.push((*name).to_owned()),
            GeneralName::IPAddress(network) => networks.push(network.to_vec()),
            _ => {}
        }
    }
    let fit = basic.value.ca && !names.is_empty() && !networks.is_empty();
    fit.then_some((names, networks))
}

/// Returns whether an address lies in a network, given as address and mask.
fn is_inside(ip: &[u8], network: &[u8]) -> bool {
    let (start, mask) = network.split_at(network.len() / 2);
    ip.len() == start.len()
        && ip
            .iter()
            .zip(start)
            .zip(mask)
            .all(|((ip, start), mask)| ip & mask == start & mask)
}

fn octets(ip: IpAddr) -> Vec<u8> {
    match ip {
        IpAddr::V4(ip) => ip.octets().to_vec(),
        IpAddr::V6(ip) => ip.octets().to_vec(),
    }
}

/// Sets the validity to a day before now, because a phone's clock may be behind, until `until`.
pub(super) fn lasts(params: &mut CertificateParams, now: SystemTime, until: SystemTime) {
    let start = date_time_ymd(1970, 1, 1);
    let since = |at: SystemTime| at.duration_since(UNIX_EPOCH).unwrap_or_default();
    params.not_before = start + since(now).saturating_sub(A_DAY);
    params.not_after = start + since(until);
}
