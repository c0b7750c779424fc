//! One line of a card, with what was folded or broken off it: name, parameters and value.

use std::borrow::Cow;

use super::card_property::Property;
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
            // Broken base64 stays as it is written: it may be a text after all.
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
