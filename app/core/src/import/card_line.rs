//! A logical line of a card after unfolding: name, parameters and value.

use std::borrow::Cow;

use super::card_property::Property;
use super::card_value;

/// The encoding of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    QuotedPrintable,
    Base64,
}

/// What the next physical line may continue.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// A property, by folding or by a line break without folding.
    #[default]
    Text,
    /// Quoted-printable with a soft line break: the next line always belongs to it.
    SoftBreak,
    /// An attachment: further base64 lines, indented or not.
    Attachment,
}

/// A logical line.
#[derive(Debug)]
pub(super) struct Line {
    /// The `item1` of `item1.TEL`, in upper case; usually empty.
    pub group: String,
    /// In upper case; empty for a line that is not a property.
    pub name: String,
    /// Names in upper case, with values. A parameter without a name (`TEL;CELL`) is a TYPE.
    pub parameters: Vec<(String, String)>,
    pub coding: Coding,
    /// Whether it belongs to a nested card (AGENT).
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

    /// Creates a line for text that is neither a property nor a continuation.
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

    /// Appends to the value. In quoted-printable, a trailing `=` is a soft line break.
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

    /// Appends a line that was broken off this one without folding.
    pub(super) fn broken(&mut self, line: &[u8]) {
        self.value.push(b'\n');
        self.value.extend_from_slice(line);
    }

    /// Returns whether an indented line can continue it. These properties have one short word as a
    /// value, so an indented line after them is a new one.
    pub(super) fn may_fold(&self) -> bool {
        !matches!(self.name.as_str(), "VERSION" | "KIND" | "PROFILE" | "CLASS")
    }

    /// Returns whether the value is written by people, and so may contain line breaks.
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

    /// Returns whether the next BEGIN opens a nested card.
    pub(super) fn opens_agent(&self) -> bool {
        self.name == "AGENT" && self.value.trim_ascii().is_empty()
    }

    /// Returns the decoded value, with its line breaks.
    pub(super) fn text(&self) -> String {
        card_value::unescaped(&card_value::letters(&self.bytes(), self.charset()))
    }

    /// Splits the value at an unescaped `between` and decodes the parts.
    pub(super) fn parts(&self, between: u8) -> Vec<String> {
        let whole = match self.coding {
            // Base64 is decoded before splitting; quoted-printable is split first and then decoded.
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
            // Invalid base64 is kept as written: it may be plain text.
            Coding::Base64 => card_value::base64(&self.value)
                .map_or(Cow::Borrowed(self.value.as_slice()), Cow::Owned),
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

    /// Returns the TYPE values, such as CELL, FAX and WORK, and PREF, in upper case.
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
