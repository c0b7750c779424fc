use std::{fs, sync::Arc};

use rcgen::{BasicConstraints, Issuer};
use rustls::{
    RootCertStore,
    client::{WebPkiServerVerifier, danger::ServerCertVerifier},
    crypto::ring,
    pki_types::{CertificateDer, PrivatePkcs8KeyDer, ServerName, UnixTime, pem::PemObject},
};
use tempfile::TempDir;
use x509_parser::parse_x509_certificate;

use super::*;

fn here(addresses: &[&str]) -> Here {
    let addresses = ["127.0.0.1", "::1"].iter().chain(addresses);
    Here {
        names: vec!["localhost".into(), "werkplek.local".into()],
        addresses: addresses
            .map(|ip| ip.parse().expect("an address"))
            .collect(),
    }
}

fn open(dir: &TempDir, addresses: &[&str]) -> SelfSigned {
    SelfSigned::open(dir.path(), here(addresses), SystemTime::now()).expect("opens")
}

fn days(days: u64) -> Duration {
    Duration::from_hours(24 * days)
}

/// Returns whether a client that trusts the authority accepts this chain for the name, `later` from now.
fn trusts(authority: &[u8], chain: &[Vec<u8>], name: &str, later: Duration) -> bool {
    let mut roots = RootCertStore::empty();
    let root = CertificateDer::from(authority.to_vec());
    roots.add(root).expect("a certificate");
    let provider = Arc::new(ring::default_provider());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider)
        .build()
        .expect("built");
    let chain: Vec<_> = chain.iter().cloned().map(CertificateDer::from).collect();
    let name = ServerName::try_from(name).expect("a name");
    let then = (SystemTime::now() + later).duration_since(SystemTime::UNIX_EPOCH);
    let then = UnixTime::since_unix_epoch(then.expect("after 1970"));
    verifier
        .verify_server_cert(&chain[0], &chain[1..], &name, &[], then)
        .is_ok()
}

#[test]
fn who_trusts_the_authority_trusts_this_machine_under_each_of_its_names() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = open(&dir, &["192.168.1.20", "fd12::1"]);
    let (chain, _) = made.chain();
    for name in [
        "localhost",
        "werkplek.local",
        "127.0.0.1",
        "::1",
        "192.168.1.20",
        "fd12::1",
    ] {
        assert!(trusts(made.authority(), &chain, name, days(0)), "{name}");
    }
    for name in ["192.168.1.21", "example.com", "elders.local"] {
        assert!(!trusts(made.authority(), &chain, name, days(0)), "{name}");
    }
    assert!(trusts(made.authority(), &chain, "localhost", days(396)));
    assert!(!trusts(made.authority(), &chain, "localhost", days(398)));
    let stranger = tempfile::tempdir().expect("a folder");
    let stranger = open(&stranger, &[]);
    assert!(!trusts(stranger.authority(), &chain, "localhost", days(0)));
}

#[test]
fn the_authority_stays_when_addresses_change_and_the_certificate_follows() {
    let dir = tempfile::tempdir().expect("a folder");
    let first = open(&dir, &["192.168.1.20"]);
    let file = fs::read(dir.path().join("authority.pem")).expect("there");
    let second = open(&dir, &["10.0.0.7"]);
    assert_eq!(first.authority(), second.authority());
    assert_eq!(first.fingerprint(), second.fingerprint());
    assert_eq!(
        fs::read(dir.path().join("authority.pem")).expect("there"),
        file
    );
    let (chain, _) = second.chain();
    assert!(trusts(first.authority(), &chain, "10.0.0.7", days(0)));
    assert!(!trusts(first.authority(), &chain, "192.168.1.20", days(0)));
    assert!(second.covers("10.0.0.7".parse().expect("an address")));
    assert!(!second.covers("192.168.1.20".parse().expect("an address")));
}

#[test]
fn a_name_the_authority_was_not_made_for_is_left_out_and_the_rest_is_good() {
    let dir = tempfile::tempdir().expect("a folder");
    open(&dir, &[]);
    let mut moved = here(&["203.0.113.9", "2001:db8::9", "192.168.7.7"]);
    moved.names = vec!["localhost".into(), "anders.local".into()];
    let made = SelfSigned::open(dir.path(), moved, SystemTime::now()).expect("opens");
    assert_eq!(made.names(), ["localhost"]);
    let (chain, _) = made.chain();
    for (name, good) in [
        ("localhost", true),
        ("192.168.7.7", true),
        ("anders.local", false),
        ("203.0.113.9", false),
        ("2001:db8::9", false),
    ] {
        assert_eq!(
            trusts(made.authority(), &chain, name, days(0)),
            good,
            "{name}"
        );
    }
}

#[test]
fn where_there_are_no_private_addresses_it_is_made_for_this_machines_own_and_no_other() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = open(&dir, &["203.0.113.9"]);
    assert_eq!(made.names(), ["localhost", "werkplek.local", "203.0.113.9"]);
    let (chain, _) = made.chain();
    assert!(trusts(made.authority(), &chain, "203.0.113.9", days(0)));
    let next = open(&dir, &["203.0.113.9", "203.0.113.10"]);
    assert!(!next.covers("203.0.113.10".parse().expect("an address")));
    let (chain, _) = next.chain();
    assert!(trusts(made.authority(), &chain, "203.0.113.9", days(0)));
}

#[test]
fn whoever_steals_the_authority_has_no_power_over_other_sites() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = open(&dir, &[]);
    let pem = fs::read(dir.path().join("authority.pem")).expect("there");
    let thief = || {
        let key = PrivatePkcs8KeyDer::from_pem_slice(&pem).expect("a key");
        let key = KeyPair::try_from(&key).expect("a key");
        let certificate = CertificateDer::from(made.authority().to_vec());
        Issuer::from_ca_cert_der(&certificate, key).expect("an issuer")
    };
    let forged = |name: &str| {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec![name.to_owned()]).expect("params");
        let forged = params.signed_by(&key, &thief()).expect("signed");
        vec![forged.der().to_vec()]
    };
    for (name, good) in [
        ("werkplek.local", true),
        ("192.168.1.1", true),
        ("example.com", false),
        ("gemeente.nl", false),
        ("elders.local", false),
        ("local", false),
        ("8.8.8.8", false),
        ("2606:4700::1111", false),
    ] {
        let works = trusts(made.authority(), &forged(name), name, days(0));
        assert_eq!(works, good, "{name}");
    }

    // Nor through an intermediate authority issued with the stolen key.
    let key = KeyPair::generate().expect("a key");
    let mut below = CertificateParams::default();
    below.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let signed = below.signed_by(&key, &thief()).expect("signed");
    let below = Issuer::new(below, key);
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(vec!["example.com".to_owned()]).expect("params");
    let leaf = params.signed_by(&key, &below).expect("signed");
    let chain = [leaf.der().to_vec(), signed.der().to_vec()];
    assert!(!trusts(made.authority(), &chain, "example.com", days(0)));
}

#[test]
fn the_authority_says_that_it_vouches_for_no_other_and_that_all_must_heed_its_bounds() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = open(&dir, &[]);
    let (_, x509) = parse_x509_certificate(made.authority()).expect("a certificate");
    let basic = x509.basic_constraints().expect("read").expect("there");
    // The rustls verifier ignores this constraint on a root; phones enforce it.
    assert_eq!(basic.value.path_len_constraint, Some(0));
    let names = x509.name_constraints().expect("read").expect("there");
    assert!(basic.critical && names.critical);
}

#[test]
fn a_broken_authority_is_told_and_left_as_it_is() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("authority.pem");
    open(&dir, &[]);
    let good = fs::read_to_string(&path).expect("there");
    let cut = good.find("-----BEGIN PRIVATE KEY").expect("a key");
    let (certificate, key) = good.split_at(cut);
    let stranger = KeyPair::generate().expect("a key").serialize_pem();
    let unbound = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("made");
    let unbound = unbound.cert.pem() + &unbound.signing_key.serialize_pem();
    for (text, why) in [
        (String::new(), "no certificate in it"),
        ("oops".into(), "no certificate in it"),
        (key.into(), "no certificate in it"),
        (certificate.into(), "no key in it"),
        (good[..good.len() - 60].into(), "no key in it"),
        (certificate.replace("MII", "AAA") + key, "its certificate"),
        (certificate.to_owned() + &key.replace('M', "A"), "its key"),
        (certificate.to_owned() + &stranger, "not its certificate's"),
        (unbound, "no authority of this server"),
    ] {
        fs::write(&path, &text).expect("written");
        let refused = SelfSigned::open(dir.path(), here(&[]), SystemTime::now());
        let said = refused.expect_err("refused").to_string();
        assert!(said.contains("authority.pem cannot be used"), "{said}");
        assert!(said.contains(why), "{why}: {said}");
        assert!(!said.contains("PRIVATE"), "{said}");
        assert_eq!(fs::read_to_string(&path).expect("there"), text);
    }
    fs::write(&path, &good).expect("written");
    open(&dir, &[]);
}

#[test]
fn an_authority_near_its_end_is_not_used_and_nothing_outlives_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = open(&dir, &[]);
    let late = |after| SelfSigned::open(dir.path(), here(&[]), SystemTime::now() + days(after));
    let last = late(3600).expect("opens");
    let (chain, _) = last.chain();
    assert!(trusts(made.authority(), &chain, "localhost", days(3649)));
    assert!(!trusts(made.authority(), &chain, "localhost", days(3651)));
    let said = late(3630).expect_err("refused").to_string();
    assert!(said.contains("expired"), "{said}");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_authority() {
    use std::os::unix::fs::PermissionsExt;

    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("authority.new"), "half of one").expect("written");
    open(&dir, &[]);
    let names: Vec<_> = fs::read_dir(dir.path())
        .expect("a folder")
        .map(|file| file.expect("a file").file_name())
        .collect();
    assert_eq!(names, ["authority.pem"], "and no half file is left");
    let file = fs::metadata(dir.path().join("authority.pem")).expect("there");
    assert_eq!(file.permissions().mode() & 0o777, 0o600);
}
