//! Phone numbers, e-mail addresses and postal addresses of a card.

use super::card::Reading;
use super::card_label::label;
use super::card_line::Line;
use super::card_place::address;
use super::fold::{fold, one_line};
use super::phone;
use crate::model::ImportReason;

impl<'a> Reading<'a> {
    /// Returns the non-empty lines of a property, those marked `mark` or preferred first.
    fn preferred_first(&self, name: &str, mark: &str) -> Vec<&'a Line> {
        let own =
            |line: &&Line| line.name == name && !line.within && !line.text().trim().is_empty();
        let mut found: Vec<&Line> = self.lines.iter().filter(own).collect();
        found.sort_by_key(|line| {
            let marks = line.marks();
            let is = |wanted: &str| marks.iter().any(|mark| mark == wanted);
            // Fax and pager last.
            (is("FAX") || is("PAGER"), !is(mark), !is("PREF"))
        });
        found
    }

    /// Picks the number to call: a mobile one, else the preferred one, else the first. Other numbers
    /// and custom labels go to the note.
    pub(super) fn phones(&mut self) {
        let mut seen = Vec::new();
        for line in self.preferred_first("TEL", "CELL") {
            let written = one_line(&line.text());
            let written = written.strip_prefix("tel:").unwrap_or(&written);
            let (number, extension) = written.split_once(";ext=").unwrap_or((written, ""));
            let own = label(line, self.lines);
            let marks = line.marks();
            let is = |wanted: &str| marks.iter().any(|mark| mark == wanted);
            let usual = match () {
                () if is("FAX") => "Fax",
                () if is("PAGER") => "Pieper",
                () if is("CELL") => "Mobiel",
                () if is("WORK") => "Telefoon werk",
                () if is("HOME") => "Telefoon thuis",
                () => "Telefoon",
            };
            let kept = phone::kept(number);
            let twice = seen.contains(&kept);
            seen.push(kept.clone());
            if self.contact.row.phone.is_empty() && !is("FAX") && !is("PAGER") {
                if phone::calls(&kept).is_empty() {
                    let text = written.to_owned();
                    self.contact.reasons.push(ImportReason::OddPhone { text });
                }
                if !extension.is_empty() {
                    self.note.push(format!("Toestel: {extension}"));
                }
                if let Some(own) = own {
                    self.note.push(format!("{own}: {number}"));
                }
                self.contact.row.phone = kept;
            } else if own.is_some() || !twice || !extension.is_empty() {
                let label = own.unwrap_or_else(|| usual.to_owned());
                self.note.push(format!("{label}: {written}"));
            }
        }
    }

    pub(super) fn emails(&mut self) {
        for line in self.preferred_first("EMAIL", "") {
            let email = one_line(&line.text());
            let own = label(line, self.lines);
            if self.contact.row.email.is_empty() {
                self.contact.row.email = email.clone();
                if own.is_none() {
                    continue;
                }
            }
            self.note_under(own.as_deref().unwrap_or("E-mail"), &email);
        }
    }

    pub(super) fn addresses(&mut self) {
        for line in self.preferred_first("ADR", "") {
            let place = address(line);
            let own = label(line, self.lines);
            let other = !self.contact.row.address.is_empty() && place != self.contact.row.address;
            if !other {
                self.contact.row.address = place.clone();
            }
            if other || own.is_some() {
                self.note_under(own.as_deref().unwrap_or("Adres"), &place);
            }
            let label = line.parameter("LABEL").unwrap_or_default();
            self.address_label(&one_line(label));
        }
    }

    /// Adds a formatted address label to the note if it contains words that are not in it yet.
    pub(super) fn address_label(&mut self, label: &str) {
        let known = fold(&format!(
            "{} {}",
            self.contact.row.address,
            self.note.join(" ")
        ));
        let says = |word: &str| known.contains(word.trim_matches(','));
        if !fold(label).split(' ').all(says) {
            self.note_under("Adres", label);
        }
    }
}
