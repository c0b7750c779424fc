use super::*;

fn at(listen: &str, phones: &[&str], certificate: Certificate) -> StartupBanner {
    let phones = phones.iter().map(|a| a.parse().expect("an address"));
    StartupBanner {
        listen: listen.parse().expect("an address"),
        phones: phones.collect(),
        certificate,
        token: None,
        app: true,
        qr: false,
    }
}

fn own(uncovered: &[&str]) -> Certificate {
    let uncovered = uncovered.iter().map(|a| a.parse().expect("an address"));
    Certificate::Own {
        fingerprint: vec!["AB"; 32].join(":"),
        names: vec!["localhost".into(), "werkplek.local".into()],
        uncovered: uncovered.collect(),
    }
}

const LAN: &[&str] = &["10.0.0.7:7431", "[fd12::1]:7431"];

#[test]
fn on_this_machine_alone_it_names_the_address_and_how_to_let_phones_in() {
    let plain = at("127.0.0.1:7431", &[], Certificate::None).text();
    assert!(plain.contains("http://127.0.0.1:7431/"), "{plain}");
    assert!(
        plain.contains("--listen 0.0.0.0:7431 --self-signed"),
        "{plain}"
    );
    assert!(!plain.contains("refuses"), "loopback needs no TLS: {plain}");
    let own = at("127.0.0.1:7431", &[], own(&[])).text();
    assert!(own.contains("https://localhost:7431/\n"), "{own}");
    assert!(
        own.contains("https://localhost:7431/voorveld-ca.crt"),
        "{own}"
    );
}

#[test]
fn every_address_in_the_network_is_told_and_drawn_when_asked() {
    let mut greeting = at("[::]:7431", LAN, own(&[]));
    let text = greeting.text();
    for url in ["https://10.0.0.7:7431/\n", "https://[fd12::1]:7431/\n"] {
        assert!(text.contains(url), "{text}");
    }
    assert!(!text.contains('█'), "no picture in a log file");
    greeting.qr = true;
    let drawn = greeting.text();
    for line in drawn.lines().filter(|line| line.contains('█')) {
        assert_eq!(
            line.chars().count(),
            33,
            "a code of 25 with its edge: {line}"
        );
    }
    let ends = drawn.matches(&"▀".repeat(33)).count();
    assert_eq!(ends, 2, "two codes: {drawn}");
}

#[test]
fn over_plain_http_it_says_that_phones_will_keep_nothing() {
    let text = at("0.0.0.0:7431", LAN, Certificate::None).text();
    assert!(text.contains("http://10.0.0.7:7431/"), "{text}");
    assert!(text.contains("refuses to keep anything"), "{text}");
    assert!(text.contains("--self-signed"), "{text}");
}

#[test]
fn a_certificate_of_its_own_comes_with_how_to_trust_it_and_what_that_means() {
    let mut greeting = at("0.0.0.0:7431", LAN, own(&[]));
    greeting.token = Some("1234-5678-9012-3456".into());
    let text = greeting.text();
    for said in [
        "https://10.0.0.7:7431/voorveld-ca.crt",
        "iPhone",
        "Android",
        &format!("  {}\n", vec!["AB"; 16].join(":")),
        "private networks and for localhost, werkplek.local, and",
        "\n  1234-5678-9012-3456\n",
        "Toegangscode van de server",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("refuses"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 100),
        "{text}"
    );
}

#[test]
fn what_does_not_work_is_said_instead() {
    let moved = at("0.0.0.0:7431", LAN, own(&["203.0.113.9:7431"])).text();
    assert!(moved.contains("not good for 203.0.113.9:7431"), "{moved}");
    assert!(!moved.contains("https://203.0.113.9"), "{moved}");
    let alone = at("0.0.0.0:7431", &[], Certificate::None).text();
    assert!(alone.contains("no address at which phones"), "{alone}");
    let theirs = at("0.0.0.0:7431", LAN, Certificate::Theirs).text();
    assert!(theirs.contains("https://NAME:7431/"), "{theirs}");
    let mut without = at("127.0.0.1:7431", &[], Certificate::None);
    assert!(!without.text().contains("without the app"));
    without.app = false;
    assert!(without.text().contains("./run server"));
}

#[test]
fn whoever_reads_the_first_line_only_does_not_stop_the_server() {
    let (reader, mut writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    at("127.0.0.1:7431", &[], Certificate::None).tell(&mut writer);
}
