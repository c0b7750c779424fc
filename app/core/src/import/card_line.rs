//! One line of a card, with what was folded or broken off it: name, parameters and value.

use std::borrow::Cow;

use super::card_value;

/// How the bytes of a value are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    QuotedPrintable,
    Base64,
}

/// What the next line of the file may go on with.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// A property, by a fold or by a line that was broken without one.
    #[default]
    Text,
    /// Quoted-printable with a soft line break: whatever comes next belongs to it.
    SoftBreak,
    /// An attachment: its base64 goes on, indented or not.
    Attachment,
}

/// A whole line.
#[derive(Debug)]
pub(super) struct Line {
    /// `item1` of `item1.TEL`, in capitals; mostly empty.
    pub group: String,
    /// In capitals; empty for a line that is no property.
    pub name: String,
    /// Name in capitals, and value. What stands without a name (`TEL;CELL`) is a TYPE.
    pub parameters: Vec<(String, String)>,
    pub coding: Coding,
    /// It is of a card inside the card (AGENT).
    pub within: bool,
    value: Vec<u8>,
}

impl Line {
    pub(super) fn of(property: &Property<'_>, within: bool) -> (Self, Open) {
        let (group, name) = property.names();
        let parameters = property.parameters();
        let encoding = |wanted: &[&str]| {
            parameters.iter().any(|(name, value)| {
                matches!(name.as_str(), "ENCODING" | "TYPE")
                    && wanted
                        .iter()
                        .any(|wanted| value.eq_ignore_ascii_case(wanted))
            })
        };
        let coding = if encoding(&["QUOTED-PRINTABLE"]) {
            Coding::QuotedPrintable
        } else if encoding(&["BASE64", "B"]) {
            Coding::Base64
        } else {
            Coding::Plain
        };
        let mut line = Self {
            group,
            name,
            parameters,
            coding,
            within,
            value: Vec::new(),
        };
        let open = line.go_on(property.value);
        (line, open)
    }

    /// A line that is no property and goes on with none.
    pub(super) fn loose(text: &[u8], within: bool) -> Self {
        Self {
            group: String::new(),
            name: String::new(),
            parameters: Vec::new(),
            coding: Coding::Plain,
            within,
            value: text.to_vec(),
        }
    }

    /// Adds the rest of the value. Of quoted-printable the `=` at the end says that more follows.
    pub(super) fn go_on(&mut self, bytes: &[u8]) -> Open {
        match bytes.trim_ascii_end().strip_suffix(b"=") {
            Some(bytes) if self.coding == Coding::QuotedPrintable => {
                self.value.extend_from_slice(bytes);
                Open::SoftBreak
            }
            _ => {
                self.value.extend_from_slice(bytes);
                Open::Text
            }
        }
    }

    /// Adds a line that was broken off this one without a fold.
    pub(super) fn broken(&mut self, line: &[u8]) {
        self.value.push(b'\n');
        self.value.extend_from_slice(line);
    }

    /// One short word is all its value: an indented line behind it is another.
    pub(super) fn may_fold(&self) -> bool {
        !matches!(self.name.as_str(), "VERSION" | "KIND" | "PROFILE" | "CLASS")
    }

    /// People wrote its value, so that it may have lines.
    pub(super) fn is_text(&self) -> bool {
        self.coding != Coding::Base64
            && matches!(
                self.name.as_str(),
                "" | "FN"
                    | "N"
                    | "NOTE"
                    | "NICKNAME"
                    | "ORG"
                    | "TITLE"
                    | "ROLE"
                    | "ADR"
                    | "LABEL"
                    | "CATEGORIES"
                    | "X-ABLABEL"
            )
    }

    /// The next BEGIN is of a card inside this one.
    pub(super) fn opens_agent(&self) -> bool {
        self.name == "AGENT" && self.value.trim_ascii().is_empty()
    }

    /// The whole value, with its own lines.
    pub(super) fn text(&self) -> String {
        card_value::unescaped(&card_value::letters(&self.bytes(), self.charset()))
    }

    /// The parts of a value, which `between` parts when no backslash stands before it.
    pub(super) fn parts(&self, between: u8) -> Vec<String> {
        let whole = match self.coding {
            // What it stands for has the parts; of quoted-printable what is written has.
            Coding::Base64 => self.bytes(),
            _ => Cow::Borrowed(self.value.as_slice()),
        };
        card_value::split(&whole, between)
            .map(|part| {
                let part = match self.coding {
                    Coding::QuotedPrintable => Cow::Owned(card_value::quoted_printable(part)),
                    _ => Cow::Borrowed(part),
                };
                card_value::unescaped(&card_value::letters(&part, self.charset()))
            })
            .collect()
    }

    fn bytes(&self) -> Cow<'_, [u8]> {
        match self.coding {
            Coding::Plain => Cow::Borrowed(&self.value),
            Coding::QuotedPrintable => Cow::Owned(card_value::quoted_printable(&self.value)),
            Coding::Base64 => Cow::Owned(card_value::base64(&self.value)),
        }
    }

    fn charset(&self) -> &str {
        self.parameter("CHARSET").unwrap_or_default()
    }

    pub(super) fn parameter(&self, wanted: &str) -> Option<&str> {
        let mut all = self.parameters.iter();
        all.find(|(name, _)| name == wanted)
            .map(|(_, value)| value.as_str())
    }

    /// How it is marked: CELL, FAX, WORK, PREF, in capitals.
    pub(super) fn marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        for (name, value) in &self.parameters {
            match name.as_str() {
                "TYPE" => marks.extend(value.split(',').map(|mark| mark.trim().to_uppercase())),
                "PREF" => marks.push("PREF".to_owned()),
                _ => {}
            }
        }
        marks
    }
}

/// The first line of a property, as written.
pub(super) struct Property<'a> {
    head: &'a [u8],
    value: &'a [u8],
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
    fn names(&self) -> (String, String) {
        let written = String::from_utf8_lossy(self.name_as_written()).to_ascii_uppercase();
        match written.rsplit_once('.') {
            Some((group, name)) => (group.to_owned(), name.to_owned()),
            None => (String::new(), written),
        }
    }

    fn parameters(&self) -> Vec<(String, String)> {
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
