//! This machine's names and addresses in the local network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Networks that host no public site, as CIDR: the server's own authority may certify all of them.
pub(crate) const PRIVATE: [(IpAddr, u8); 7] = [
    (IpAddr::V4(Ipv4Addr::new(127, 0, 0, 0)), 8),
    (IpAddr::V4(Ipv4Addr::new(10, 0, 0, 0)), 8),
    (IpAddr::V4(Ipv4Addr::new(172, 16, 0, 0)), 12),
    (IpAddr::V4(Ipv4Addr::new(192, 168, 0, 0)), 16),
    // Shared address space: phone hotspots and overlay networks.
    (IpAddr::V4(Ipv4Addr::new(100, 64, 0, 0)), 10),
    (IpAddr::V6(Ipv6Addr::LOCALHOST), 128),
    (IpAddr::V6(Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0)), 7),
];

/// The names and addresses by which this machine is reached.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    pub(crate) names: Vec<String>,
    pub(crate) addresses: Vec<IpAddr>,
}

impl Here {
    /// Asks the system for its current names and addresses.
    pub(crate) fn look() -> Self {
        let mut addresses = vec![
            IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(Ipv6Addr::LOCALHOST),
        ];
        addresses.extend(interfaces().into_iter().map(|(_, ip)| ip));
        Self {
            names: names(&gethostname::gethostname().to_string_lossy()),
            addresses,
        }
    }
}

/// Returns the addresses at which phones in the local network can reach a server on `listen`.
pub fn reachable(listen: SocketAddr) -> Vec<SocketAddr> {
    let ip = listen.ip().to_canonical();
    if ip.is_loopback() {
        return Vec::new();
    }
    if !ip.is_unspecified() {
        return vec![listen];
    }
    interfaces()
        .into_iter()
        .filter(|(name, ip)| !is_inside(name) && (ip.is_ipv4() || listen.is_ipv6()))
        .map(|(_, ip)| SocketAddr::new(ip, listen.port()))
        .collect()
}

/// Returns whether the interface leads to containers or virtual machines on this machine.
fn is_inside(interface: &str) -> bool {
    [
        "docker", "br-", "veth", "virbr", "lxc", "lxd", "cni", "podman",
    ]
    .iter()
    .any(|start| interface.starts_with(start))
}

/// Returns this machine's addresses in the network, each with its interface, in a stable order. Any
/// routable IPv4 address counts, as some networks use no private ones; of IPv6 only private ones do,
/// because temporary addresses change daily.
fn interfaces() -> Vec<(String, IpAddr)> {
    let found = if_addrs::get_if_addrs().unwrap_or_else(|error| {
        tracing::warn!(%error, "the addresses of this machine cannot be read");
        Vec::new()
    });
    let mut found: Vec<(String, IpAddr)> = found
        .into_iter()
        .filter(|interface| !interface.is_loopback())
        .map(|interface| (interface.name.clone(), interface.ip()))
        .filter(|(_, ip)| match ip {
            IpAddr::V4(ip) => !ip.is_link_local(),
            IpAddr::V6(_) => is_private(*ip),
        })
        .collect();
    found.sort_by_key(|(_, ip)| *ip);
    found.dedup_by_key(|(_, ip)| *ip);
    found
}

pub(crate) fn is_private(ip: IpAddr) -> bool {
    PRIVATE.iter().any(|(network, bits)| match (ip, network) {
        (IpAddr::V4(ip), IpAddr::V4(network)) => {
            let mask = u32::MAX << (32 - u32::from(*bits));
            ip.to_bits() & mask == network.to_bits()
        }
        (IpAddr::V6(ip), IpAddr::V6(network)) => {
            let mask = u128::MAX << (128 - u32::from(*bits));
            ip.to_bits() & mask == network.to_bits()
        }
        _ => false,
    })
}

/// Returns `localhost`, the host's mDNS name, and its full name if it has one.
///
/// Never a name without a dot: an authority constrained to `dev` could certify every site under it.
fn names(host: &str) -> Vec<String> {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let mut names = vec!["localhost".to_owned()];
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if host.len() > 240 || !host.split('.').all(label) {
        return names;
    }
    let first = host.split('.').next().unwrap_or_default();
    if first != "localhost" {
        names.push(format!("{first}.local"));
        if host.contains('.') && !names.contains(&host) {
            names.push(host);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_called_localhost_and_what_its_network_calls_it() {
        for (host, also) in [
            ("Werkplek", &["werkplek.local"][..]),
            ("dev", &["dev.local"]),
            ("mac.local", &["mac.local"]),
            ("a.intern.stad.nl.", &["a.local", "a.intern.stad.nl"]),
            ("localhost", &[]),
            ("localhost.localdomain", &[]),
            ("", &[]),
            ("a..b", &[]),
            ("-a", &[]),
            ("met spatie", &[]),
            ("*.nl", &[]),
            (".nl", &[]),
        ] {
            assert_eq!(names(host)[0], "localhost");
            assert_eq!(names(host)[1..], *also, "{host:?}");
        }
    }

    #[test]
    fn private_is_what_no_site_of_the_world_has() {
        for (ip, private) in [
            ("127.0.0.1", true),
            ("10.255.255.255", true),
            ("172.15.255.255", false),
            ("172.16.0.1", true),
            ("172.31.255.255", true),
            ("172.32.0.0", false),
            ("192.168.1.20", true),
            ("192.169.0.1", false),
            ("100.64.0.1", true),
            ("100.128.0.0", false),
            ("169.254.1.1", false),
            ("8.8.8.8", false),
            ("::1", true),
            ("::2", false),
            ("fd12::1", true),
            ("fe80::1", false),
            ("2001:db8::1", false),
        ] {
            assert_eq!(is_private(ip.parse().expect("an address")), private, "{ip}");
        }
    }

    #[test]
    fn phones_reach_what_listens_beyond_this_machine() {
        let at = |address: &str| reachable(address.parse().expect("an address"));
        assert_eq!(at("127.0.0.1:7431"), []);
        assert_eq!(at("[::1]:7431"), []);
        assert_eq!(at("[::ffff:127.0.0.1]:7431"), []);
        let one = "192.168.1.20:7431";
        assert_eq!(at(one), [one.parse().expect("an address")]);
        for all in ["0.0.0.0:7431", "[::]:7431"] {
            let ours = |a: &SocketAddr| !a.ip().is_loopback() && a.port() == 7431;
            assert!(at(all).iter().all(ours));
        }
        assert!(is_inside("docker0") && !is_inside("wlan0") && !is_inside("bridge0"));
    }
}
