//! Converts a card to a contact. Every line goes into a field or the note, or is counted as technical.

use super::card_label::{day_on, is_label_of_another, is_technical, label, title};
use super::card_line::Line;
use super::card_lines::Card;
use super::fold::{fold, lines, one_line};
use super::row::ContactRow;
use crate::model::ImportReason;

/// A contact with remarks.
#[derive(Debug, Default)]
pub(super) struct Contact {
    pub row: ContactRow,
    pub reasons: Vec<ImportReason>,
    /// Names of the ignored technical lines, such as REV and PRODID.
    pub technical: Vec<String>,
}

/// Returns the number of members of a group card; `None` for the card of a person.
pub(super) fn members(card: &Card) -> Option<u32> {
    let own = |line: &&Line| !line.within;
    let mut lines = card.lines.iter().filter(own);
    let group = lines.any(|line| {
        matches!(line.name.as_str(), "KIND" | "X-ADDRESSBOOKSERVER-KIND")
            && line.text().trim().eq_ignore_ascii_case("group")
    });
    let member =
        |line: &&Line| matches!(line.name.as_str(), "MEMBER" | "X-ADDRESSBOOKSERVER-MEMBER");
    group.then(|| card.lines.iter().filter(member).count() as u32)
}

/// Returns the name on a card: the display name, or one composed of its parts.
pub(super) fn name(card: &Card) -> String {
    let text = |wanted: &str| {
        let mut lines = card
            .lines
            .iter()
            .filter(|line| !line.within && line.name == wanted);
        lines.find_map(|line| {
            let text = if wanted == "N" {
                built(line)
            } else {
                one_line(&line.text())
            };
            (!text.is_empty()).then_some(text)
        })
    };
    ["FN", "N", "NICKNAME"]
        .into_iter()
        .find_map(text)
        .unwrap_or_default()
}

/// Converts a card to a contact.
pub(super) fn contact(card: &Card) -> Contact {
    let mut reading = Reading {
        contact: Contact {
            row: ContactRow {
                line: card.line,
                name: name(card),
                ..ContactRow::default()
            },
            reasons: card
                .attachments
                .iter()
                .map(|bytes| ImportReason::Attachment { bytes: *bytes })
                .collect(),
            technical: Vec::new(),
        },
        texts: Vec::new(),
        note: Vec::new(),
        lines: &card.lines,
    };
    reading.phones();
    reading.emails();
    reading.addresses();
    for line in &card.lines {
        reading.add(line);
    }
    reading.done()
}

pub(super) struct Reading<'a> {
    pub contact: Contact,
    /// Free text.
    texts: Vec<String>,
    /// Values without a field of their own, each as "Title: value".
    pub note: Vec<String>,
    pub lines: &'a [Line],
}

impl<'a> Reading<'a> {
    /// Adds a value without a field to the note, without duplicates.
    pub(super) fn note_under(&mut self, title: &str, text: &str) {
        let text = lines(text);
        let note = format!("{title}: {text}");
        if !text.is_empty() && !self.note.contains(&note) {
            self.note.push(note);
        }
    }

    /// Sets a field that is still empty. Returns false if it already has another value, which then
    /// goes to the note.
    fn fill(field: &mut String, text: &str) -> bool {
        let first = field.is_empty();
        if first {
            *field = text.to_owned();
        }
        first || field == text
    }

    fn add(&mut self, line: &Line) {
        let whole = line.text();
        if whole.trim().is_empty() || line.within && line.name != "AGENT" {
            if line.within {
                self.add_agent(line);
            }
            return;
        }
        let text = one_line(&whole);
        match line.name.as_str() {
            "TEL" | "EMAIL" | "ADR" => {}
            "VERSION" => {}
            "" => self.texts.push(lines(&whole)),
            "NOTE" => {
                let text = lines(&whole);
                if !self.texts.contains(&text) {
                    self.texts.push(text);
                }
            }
            "FN" if text != self.contact.row.name => self.note_under("Naam", &text),
            "FN" => {}
            "N" => {
                let name = built(line);
                let shown = fold(&self.contact.row.name);
                if !fold(&name).split(' ').all(|word| shown.contains(word)) {
                    self.note_under("Naam", &name);
                }
            }
            "NICKNAME" if text != self.contact.row.name => self.note_under("Bijnaam", &text),
            "NICKNAME" => {}
            "ORG" => {
                let units = filled(line, b';');
                if !Self::fill(&mut self.contact.row.organisation, &units) {
                    self.note_under("Organisatie", &units);
                }
            }
            "TITLE" | "ROLE" if self.is_role(line, &text) => self.contact.row.role = text,
            "TITLE" | "ROLE" if text != self.contact.row.role => self.note_under("Rol", &text),
            "TITLE" | "ROLE" => {}
            "LABEL" => self.address_label(&text),
            "CATEGORIES" => self.categories(line),
            "UID" if Self::fill(&mut self.contact.row.uid, &text) => {}
            "AGENT" => self.inline_agent(&whole),
            "X-ABLABEL" if is_label_of_another(line, self.lines) => {}
            "BDAY"
            | "ANNIVERSARY"
            | "DEATHDATE"
            | "X-ABDATE"
            | "X-ANNIVERSARY"
            | "X-EVOLUTION-ANNIVERSARY" => {
                let title = label(line, self.lines).unwrap_or_else(|| title(&line.name));
                self.note_under(&title, &day_on(line, &text));
            }
            _ if is_technical(line, &text) => self.technical(&line.name),
            "X-ANDROID-CUSTOM" => {
                let (kind, value) = text.split_once(';').unwrap_or(("", &text));
                let kind = kind.rsplit(['/', '.']).next().unwrap_or_default();
                self.note_under(&title(kind), value.trim_matches(';'));
            }
            name => {
                let title = label(line, self.lines).unwrap_or_else(|| title(name));
                self.note_under(&title, &whole);
            }
        }
    }

    /// Returns whether the line sets the role: the first TITLE, or a ROLE if there is no TITLE.
    fn is_role(&self, line: &Line, text: &str) -> bool {
        let titles = self
            .lines
            .iter()
            .any(|other| other.name == "TITLE" && !other.within && !other.text().trim().is_empty());
        self.contact.row.role.is_empty() && !text.is_empty() && (line.name == "TITLE" || !titles)
    }

    /// Adds the categories people assigned; the default categories of address books are technical.
    fn categories(&mut self, line: &Line) {
        let mut found: Vec<String> = self
            .contact
            .row
            .what_for
            .split(", ")
            .filter(|one| !one.is_empty())
            .map(str::to_owned)
            .collect();
        for category in line.parts(b',') {
            let category = one_line(&category);
            let plain = category.trim_start_matches(['*', ' ']).to_lowercase();
            let says_nothing = matches!(
                plain.as_str(),
                "" | "my contacts"
                    | "mycontacts"
                    | "starred"
                    | "contacts"
                    | "contacten"
                    | "mijn contacten"
                    | "friends"
                    | "family"
                    | "coworkers"
                    | "imported"
            );
            if says_nothing {
                self.technical(&format!("CATEGORIES {category}"));
            } else if !found.contains(&category) {
                found.push(category);
            }
        }
        self.contact.row.what_for = found.join(", ");
    }

    fn technical(&mut self, name: &str) {
        let name = name.trim().to_owned();
        if !self.contact.technical.contains(&name) {
            self.contact.technical.push(name);
        }
    }

    /// Adds a line of a nested card (AGENT in vCard 2.1) to the note.
    fn add_agent(&mut self, line: &Line) {
        if !matches!(line.name.as_str(), "VERSION" | "N")
            || line.name == "N" && !self.has_within("FN")
        {
            let text = if line.name == "N" {
                built(line)
            } else {
                line.text()
            };
            self.note_under(&format!("Contactpersoon {}", line.name), &text);
        }
    }

    fn has_within(&self, name: &str) -> bool {
        self.lines
            .iter()
            .any(|line| line.within && line.name == name)
    }

    /// Adds an escaped nested card, as in vCard 3.0, to the note.
    fn inline_agent(&mut self, whole: &str) {
        for line in whole.lines() {
            let upper = line.trim().to_uppercase();
            let frame = ["BEGIN:VCARD", "END:VCARD", "VERSION:"]
                .iter()
                .any(|frame| upper.starts_with(frame));
            if !frame {
                self.note_under("Contactpersoon", line);
            }
        }
    }

    fn done(self) -> Contact {
        let mut contact = self.contact;
        let mut texts = self.texts;
        texts.extend(self.note);
        texts.retain(|text| !text.is_empty());
        let row = &mut contact.row;
        row.note = texts.join("\n");
        if row.name.is_empty() {
            let names = [&row.email, &row.organisation, &row.phone];
            row.name = names
                .into_iter()
                .find(|name| !name.is_empty())
                .cloned()
                .unwrap_or_default();
        }
        contact
    }
}

/// Composes a name: prefix, given, additional, family, suffix.
fn built(line: &Line) -> String {
    let parts = line.parts(b';');
    let more = parts.get(5..).unwrap_or_default().join(" ");
    let in_order = [3, 1, 2, 0, 4].map(|at| parts.get(at).map_or("", String::as_str));
    one_line(&format!("{} {more}", in_order.join(" ")))
}

/// Joins the non-empty parts with ", ".
fn filled(line: &Line, between: u8) -> String {
    let parts = line.parts(between);
    let parts: Vec<String> = parts
        .iter()
        .map(|part| one_line(part))
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}
