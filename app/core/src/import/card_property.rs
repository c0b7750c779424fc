//! Recognises and parses the first physical line of a property.

use super::card_value;

/// The first physical line of a property, as written.
pub(super) struct Property<'a> {
    head: &'a [u8],
    pub value: &'a [u8],
}

impl<'a> Property<'a> {
    /// Parses a line. Returns `None` when it has no colon or no property name before it, as in the
    /// sentence "Sleutels: bij de buren".
    pub(super) fn of(line: &'a [u8]) -> Option<Self> {
        let line = line.trim_ascii_start();
        let mut quoted = false;
        let colon = line.iter().position(|byte| {
            quoted ^= *byte == b'"';
            *byte == b':' && !quoted
        });
        // With an unclosed quote, fall back to the first colon.
        let colon = colon.or_else(|| line.iter().position(|byte| *byte == b':'))?;
        let property = Self {
            head: &line[..colon],
            value: &line[colon + 1..],
        };
        let name = property.name_as_written();
        let sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
        let fits = name.first().is_some_and(u8::is_ascii_alphanumeric) && name.iter().all(sign);
        let upper = !name.iter().any(u8::is_ascii_lowercase) && name.len() > 2;
        let known = is_known(&property.names().1);
        let parameters = property.head[name.len()..].contains(&b'=');
        (fits && (known || upper || parameters)).then_some(property)
    }

    /// Returns whether a well-known property in upper case begins here.
    pub(super) fn is_named(line: &[u8]) -> bool {
        Property::of(line).is_some_and(|property| {
            let name = property.name_as_written();
            let name = name.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
            !name.iter().any(u8::is_ascii_lowercase) && is_known(&property.names().1)
        })
    }

    fn name_as_written(&self) -> &'a [u8] {
        self.head
            .split(|byte| *byte == b';')
            .next()
            .unwrap_or_default()
    }

    /// Returns group and name, in upper case.
    pub(super) fn names(&self) -> (String, String) {
        let written = String::from_utf8_lossy(self.name_as_written()).to_ascii_uppercase();
        match written.rsplit_once('.') {
            Some((group, name)) => (group.to_owned(), name.to_owned()),
            None => (String::new(), written),
        }
    }

    pub(super) fn parameters(&self) -> Vec<(String, String)> {
        let head = card_value::letters(self.head, "");
        let mut quoted = false;
        let parts = head.split(|sign| {
            quoted ^= sign == '"';
            sign == ';' && !quoted
        });
        parts
            .skip(1)
            .map(|part| {
                if let Some(own) = android_type(part) {
                    return ("TYPE".to_owned(), own);
                }
                let (name, value) = part.split_once('=').unwrap_or(("TYPE", part));
                (
                    name.trim().to_uppercase(),
                    value
                        .trim()
                        .trim_matches('"')
                        .replace("\\n", "\n")
                        .replace('\\', ""),
                )
            })
            .collect()
    }

    /// Returns whether the value is an embedded picture, sound or key (not a link), or other binary
    /// data.
    pub(super) fn is_attachment(&self) -> bool {
        let name = self.names().1;
        let encoded = self.parameters().iter().any(|(name, value)| {
            matches!(name.as_str(), "ENCODING" | "TYPE")
                && (value.eq_ignore_ascii_case("base64") || value.eq_ignore_ascii_case("b"))
        });
        let inline = self
            .value
            .get(..5)
            .is_some_and(|start| start.eq_ignore_ascii_case(b"data:"));
        let text = [
            "FN", "N", "NOTE", "NICKNAME", "ORG", "TITLE", "ROLE", "ADR", "LABEL", "TEL", "EMAIL",
        ];
        encoded && !text.contains(&name.as_str())
            || inline && matches!(name.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY")
    }

    /// Returns the attachment data on this line.
    pub(super) fn inline(&self) -> &'a [u8] {
        self.value
            .rsplit(|byte| *byte == b',')
            .next()
            .unwrap_or_default()
    }
}

/// Decodes a custom type as Android writes it: `X-CUSTOM(CHARSET=…,ENCODING=…,=7A=75=73)`.
fn android_type(part: &str) -> Option<String> {
    let inner = part.trim().strip_prefix("X-CUSTOM(")?.strip_suffix(')')?;
    let coded = inner.rsplit(',').next().unwrap_or_default();
    let bytes = card_value::quoted_printable(coded.as_bytes());
    Some(card_value::letters(&bytes, "").into_owned())
}

/// Returns whether the name is a property of RFC 6350, 2426, 6474, 6715 or 8605, of vCard 2.1, or a
/// common non-standard one.
fn is_known(name: &str) -> bool {
    const KNOWN: [&str; 53] = [
        "ADR",
        "AGENT",
        "ANNIVERSARY",
        "BDAY",
        "BIRTHPLACE",
        "CALADRURI",
        "CALURI",
        "CATEGORIES",
        "CLASS",
        "CLIENTPIDMAP",
        "CONTACT-URI",
        "CREATED",
        "DEATHDATE",
        "DEATHPLACE",
        "EMAIL",
        "EXPERTISE",
        "FBURL",
        "FN",
        "GENDER",
        "GEO",
        "GRAMGENDER",
        "HOBBY",
        "IMPP",
        "INTEREST",
        "KEY",
        "KIND",
        "LABEL",
        "LANG",
        "LANGUAGE",
        "LOGO",
        "MAILER",
        "MEMBER",
        "N",
        "NAME",
        "NICKNAME",
        "NOTE",
        "ORG",
        "ORG-DIRECTORY",
        "PHOTO",
        "PRODID",
        "PROFILE",
        "PRONOUNS",
        "RELATED",
        "REV",
        "ROLE",
        "SOCIALPROFILE",
        "SORT-STRING",
        "SOUND",
        "SOURCE",
        "TEL",
        "TITLE",
        "TZ",
        "UID",
    ];
    KNOWN.contains(&name) || matches!(name, "URL" | "VERSION" | "XML") || name.starts_with("X-")
}

pub(super) fn is_base64(line: &[u8]) -> bool {
    let line = line.trim_ascii_end();
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    !line.is_empty() && line.iter().all(fits)
}
