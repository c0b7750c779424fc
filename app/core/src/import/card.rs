//! One vCard as a contact.

use calcard::vcard::{VCard, VCardEntry, VCardProperty};
use calcard::{Entry, Parser};

use super::card_split::Card;
use super::card_text::{entries, first, marks, parts, whole};
use super::fold::{lines, one_line};
use super::phone;
use super::row::ContactRow;
use crate::view::ImportReason;

/// The contact on a card; `None` when the reader makes nothing of it.
pub(super) fn contact(card: &Card, reasons: &mut Vec<ImportReason>) -> Option<ContactRow> {
    let vcard = match Parser::new(&card.text).entry() {
        Entry::VCard(vcard) => vcard,
        _ => return None,
    };
    let mut note = Vec::new();
    let phone = phones(&vcard, reasons, &mut note);
    let mut emails = preferred_first(&vcard, &VCardProperty::Email, "").into_iter();
    let email = emails
        .next()
        .map(|entry| one_line(&whole(entry)))
        .unwrap_or_default();
    note.extend(emails.map(|entry| format!("E-mail: {}", one_line(&whole(entry)))));
    let mut addresses = preferred_first(&vcard, &VCardProperty::Adr, "")
        .into_iter()
        .map(address);
    let address = addresses.next().unwrap_or_default();
    note.extend(
        addresses
            .filter(|other| *other != address)
            .map(|other| format!("Adres: {other}")),
    );
    let mut organisations =
        entries(&vcard, &VCardProperty::Org).map(|entry| one_line(&whole(entry)));
    let organisation = organisations.next().unwrap_or_default();
    note.extend(
        organisations
            .filter(|other| *other != organisation)
            .map(|other| format!("Organisatie: {other}")),
    );
    let [title, role] =
        [VCardProperty::Title, VCardProperty::Role].map(|name| first(&vcard, &name));
    let (role, other_role) = if title.is_empty() {
        (role, title)
    } else {
        (title, role)
    };
    if !other_role.is_empty() && other_role != role {
        note.push(format!("Rol: {other_role}"));
    }
    note.extend(
        entries(&vcard, &VCardProperty::Url)
            .map(|entry| format!("Web: {}", one_line(&whole(entry)))),
    );
    let mut texts: Vec<String> = entries(&vcard, &VCardProperty::Note)
        .map(|entry| lines(&whole(entry)))
        .collect();
    texts.dedup();
    texts.extend(note);
    texts.retain(|text| !text.is_empty());
    let name = [
        name(&vcard),
        email.clone(),
        organisation.clone(),
        phone.clone(),
    ];
    Some(ContactRow {
        line: card.line,
        name: name
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default(),
        role,
        organisation,
        district: String::new(),
        what_for: categories(&vcard),
        phone,
        email,
        address,
        note: texts.join("\n"),
        uid: first(&vcard, &VCardProperty::Uid),
    })
}

/// The name as shown, or put together from its parts, or the nickname.
fn name(card: &VCard) -> String {
    let shown = first(card, &VCardProperty::Fn);
    if !shown.is_empty() {
        return shown;
    }
    let parts = entries(card, &VCardProperty::N)
        .next()
        .map(parts)
        .unwrap_or_default();
    // Family; given; additional; prefix; suffix.
    let in_order = [3, 1, 2, 0, 4].map(|at| parts.get(at).map_or("", String::as_str));
    let built = one_line(&in_order.join(" "));
    if built.is_empty() {
        first(card, &VCardProperty::Nickname)
    } else {
        built
    }
}

/// Entries of a property that have text; those marked as preferred or as `mark` first.
fn preferred_first<'a>(
    card: &'a VCard,
    property: &'a VCardProperty,
    mark: &str,
) -> Vec<&'a VCardEntry> {
    let mut found: Vec<&VCardEntry> = entries(card, property)
        .filter(|entry| !whole(entry).is_empty())
        .collect();
    found.sort_by_key(|entry| {
        let marks = marks(entry);
        let is = |wanted: &str| marks.iter().any(|mark| mark == wanted);
        // A fax or pager is nobody to talk to.
        (is("FAX") || is("PAGER"), !is(mark), !is("PREF"))
    });
    found
}

/// The number to call first: mobile, else preferred, else the first; the others go to the note.
fn phones(card: &VCard, reasons: &mut Vec<ImportReason>, note: &mut Vec<String>) -> String {
    let mut chosen = String::new();
    let mut seen = Vec::new();
    for entry in preferred_first(card, &VCardProperty::Tel, "CELL") {
        let written = one_line(&whole(entry));
        let written = written.strip_prefix("tel:").unwrap_or(&written).to_owned();
        let extension = written
            .split_once(";ext=")
            .map(|(_, extension)| extension.to_owned());
        let normal = phone::normal(&written);
        let number = normal.clone().unwrap_or_else(|| written.clone());
        if seen.contains(&number) {
            continue;
        }
        seen.push(number.clone());
        let marks = marks(entry);
        let is = |wanted: &str| marks.iter().any(|mark| mark == wanted);
        let label = match () {
            () if is("FAX") => "Fax",
            () if is("PAGER") => "Pieper",
            () if is("CELL") => "Mobiel",
            () if is("WORK") => "Telefoon werk",
            () if is("HOME") => "Telefoon thuis",
            () => "Telefoon",
        };
        if chosen.is_empty() && !is("FAX") && !is("PAGER") {
            if normal.is_none() {
                reasons.push(ImportReason::OddPhone { text: written });
            }
            note.extend(extension.map(|extension| format!("Toestel: {extension}")));
            chosen = number;
        } else {
            note.push(format!("{label}: {written}"));
        }
    }
    chosen
}

/// Street, postcode and place, country when it is not here.
fn address(entry: &VCardEntry) -> String {
    let parts = parts(entry);
    let part = |at: usize| parts.get(at).map_or("", |part| part.trim());
    // Box; extension; street; place; region; postcode; country.
    let place = one_line(&format!("{} {}", part(5), part(3)));
    let country = match part(6).to_lowercase().as_str() {
        "nederland" | "netherlands" | "the netherlands" | "nl" => "",
        _ => part(6),
    };
    let all = [part(0), part(2), part(1), &place, part(4), country];
    let filled: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
    filled.join(", ")
}

/// What somebody is good for, from the labels people gave them; labels every phone puts on every
/// card say nothing.
fn categories(card: &VCard) -> String {
    let mut found = Vec::new();
    for entry in entries(card, &VCardProperty::Categories) {
        for category in whole(entry).split(',') {
            let category = one_line(category);
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
            if !says_nothing && !found.contains(&category) {
                found.push(category);
            }
        }
    }
    found.join(", ")
}
