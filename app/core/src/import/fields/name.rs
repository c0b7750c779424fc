//! The name of a person, which lists spread over several columns.

use super::Fields;
use crate::import::columns::Column as C;
use crate::import::fold::{fold, letters, one_line};

impl Fields<'_> {
    /// Composes the name; name cells that are not part of it become extra. With `nickname`, a nickname
    /// takes precedence over the full name, as in a case; a first name in daily use (roepnaam) takes
    /// precedence over the other first names only.
    pub fn name(&mut self, nickname: bool) -> String {
        let called = self.line(C::Nickname);
        let name = if nickname && self.is_alias() {
            called
        } else if nickname && !called.is_empty() {
            self.called(&called)
        } else {
            let full = self.full();
            if full.is_empty() { called } else { full }
        };
        for column in [
            C::Nickname,
            C::Name,
            C::LastName,
            C::Infix,
            C::FirstName,
            C::ContactPerson,
        ] {
            if let Some(cell) = self.cell(column)
                && !has_words(&name, cell.value)
            {
                self.extra.push((cell.title.to_owned(), cell.value));
            }
        }
        name
    }

    /// Returns the full name.
    fn full(&self) -> String {
        let whole = self.line(C::Name);
        let [given, infix, surname] =
            [C::FirstName, C::Infix, C::LastName].map(|column| self.line(column));
        let lacks = |part: &str| !part.is_empty() && !has_words(&whole, part);
        if whole.is_empty() {
            self.joined(&[C::FirstName, C::Infix, C::LastName])
        } else if surname.is_empty() && lacks(&given) {
            self.joined(&[C::FirstName, C::Infix, C::Name])
        } else if given.is_empty()
            && lacks(&surname)
            && (!whole.contains(' ') || starts_with_initials(&whole).1.is_empty())
        {
            // Naam is the first name here.
            self.joined(&[C::Name, C::Infix, C::LastName])
        } else if given.is_empty() && surname.is_empty() && lacks(&infix) && !whole.contains(',') {
            match whole.rsplit_once(' ') {
                Some((given, surname)) => format!("{given} {infix} {surname}"),
                None => format!("{infix} {whole}"),
            }
        } else {
            whole
        }
    }

    /// Returns the full name with this first name.
    fn called(&self, called: &str) -> String {
        let whole = self.line(C::Name);
        if whole.is_empty() {
            let surname = self.joined(&[C::Infix, C::LastName]);
            return if has_words(called, &surname) {
                called.to_owned()
            } else {
                one_line(&format!("{called} {surname}"))
            };
        }
        let full = self.full();
        let (initials, rest) = starts_with_initials(&full);
        if has_words(&full, called) {
            full
        } else if initials || !self.line(C::FirstName).is_empty() && !whole.contains(' ') {
            let rest = if initials {
                rest.to_owned()
            } else {
                self.joined(&[C::Infix, C::Name])
            };
            one_line(&format!("{called} {rest}"))
        } else if whole.contains(' ') {
            full
        } else {
            one_line(&format!("{called} {full}"))
        }
    }

    /// Returns whether there is a nickname, which is not a first name in daily use.
    fn is_alias(&self) -> bool {
        self.cell(C::Nickname)
            .is_some_and(|cell| !matches!(letters(cell.title).as_str(), "roepnaam" | "rufname"))
    }
}

/// Returns whether the name starts with initials, and what follows them.
fn starts_with_initials(name: &str) -> (bool, &str) {
    let mut rest = name;
    loop {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let initials = word.chars().count() == 1 || word.ends_with('.') && word.len() <= 8;
        if !initials || rest.is_empty() {
            return (rest.len() < name.len(), rest);
        }
        rest = after;
    }
}

/// Returns whether the name contains every word of the part.
fn has_words(name: &str, part: &str) -> bool {
    let name = fold(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    fold(part)
        .split_whitespace()
        .all(|word| words.contains(&word))
}
