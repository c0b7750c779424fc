//! Links to other apps: mail and maps.

/// Returns a `mailto:` link; `None` when the text is not an address.
pub(super) fn mail_link(email: &str) -> Option<String> {
    let email = email.trim();
    let (user, host) = email.split_once('@')?;
    let whole = !user.is_empty() && host.contains('.') && !email.contains(char::is_whitespace);
    whole.then(|| format!("mailto:{}@{}", encoded(user), encoded(host)))
}

/// Returns a `geo:` link that searches for an address; `None` when it is empty.
pub(super) fn map_link(address: &str) -> Option<String> {
    let address = address.trim();
    (!address.is_empty()).then(|| format!("geo:0,0?q={}", encoded(address)))
}

/// Percent-encodes all characters but the unreserved ones.
fn encoded(text: &str) -> String {
    let mut link = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::{mail_link, map_link};

    #[test]
    fn only_an_address_becomes_a_link_to_write_to() {
        assert_eq!(
            mail_link(" kraam14@voorbeeld.nl ").as_deref(),
            Some("mailto:kraam14@voorbeeld.nl")
        );
        for none in ["", "kraam", "@voorbeeld.nl", "a b@c.nl", "via zijn zus"] {
            assert_eq!(mail_link(none), None, "{none}");
        }
    }

    #[test]
    fn nothing_in_an_address_can_add_to_the_link() {
        assert_eq!(
            mail_link("a?bcc=x@b.nl&c=d").as_deref(),
            Some("mailto:a%3Fbcc%3Dx@b.nl%26c%3Dd")
        );
        assert_eq!(
            map_link("Marktplein 8, één").as_deref(),
            Some("geo:0,0?q=Marktplein%208%2C%20%C3%A9%C3%A9n")
        );
        assert_eq!(map_link("  "), None);
    }
}
