//! The first line of a property: what makes a line one, and its parts.

use super::card_value;

/// The first line of a property, as written.
pub(super) struct Property<'a> {
    head: &'a [u8],
    pub value: &'a [u8],
}

impl<'a> Property<'a> {
    /// `None` when the line is none: it has no colon, or what stands before it is no name of a
    /// property. "Sleutels: bij de buren" is a sentence.
    pub(super) fn of(line: &'a [u8]) -> Option<Self> {
        let line = line.trim_ascii_start();
        let mut quoted = false;
        let colon = line.iter().position(|byte| {
            quoted ^= *byte == b'"';
            *byte == b':' && !quoted
        });
        // A quote that is never closed hides the colon.
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

    /// A well-known property in capitals begins here.
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

    /// Group and name, in capitals.
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
                    value.trim().trim_matches('"').replace('\\', ""),
                )
            })
            .collect()
    }

    /// A picture, sound or key held in the card itself (not a link to one), or other bytes that
    /// nobody reads.
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

    /// The bytes of an attachment on this line.
    pub(super) fn inline(&self) -> &'a [u8] {
        self.value
            .rsplit(|byte| *byte == b',')
            .next()
            .unwrap_or_default()
    }
}

/// How Android writes a type that somebody made up: `X-CUSTOM(CHARSET=…,ENCODING=…,=7A=75=73)`.
fn android_type(part: &str) -> Option<String> {
    let inner = part.trim().strip_prefix("X-CUSTOM(")?.strip_suffix(')')?;
    let coded = inner.rsplit(',').next().unwrap_or_default();
    let bytes = card_value::quoted_printable(coded.as_bytes());
    Some(card_value::letters(&bytes, "").into_owned())
}

/// Names of properties in use, those of RFC 6350, 2426, 6474, 6715 and 8605, of vCard 2.1, and of
/// address books that write their own without an X.
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
