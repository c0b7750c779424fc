//! Parsed rows, as they would be stored.

use chrono::NaiveDate;
use uuid::Uuid;

use super::alike::Particulars;
use super::key::{key, key_fold};
use super::no_value::{self, Of};
use crate::model::{CaseStatus, TrustStep};

/// A case from a list, made of one or more rows about the same person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseRow {
    /// First line in the file, 1-based.
    pub line: u32,
    /// The sheet of that line, if the file has several.
    pub sheet: String,
    /// The lines of all its rows, including the first.
    pub lines: Vec<u32>,
    /// The id from our own export; none in other lists.
    pub id: Option<Uuid>,
    /// The municipality's number; empty when there is none or when it only counts rows.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Formatted as 1234 AB, or as written if it is not a Dutch postcode.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// E.164 if it is a single number, otherwise as written.
    pub phone: String,
    /// The dialable numbers in `phone`, in E.164.
    pub phones: Vec<String>,
    /// Problem types, in the words of the practice where known.
    pub problems: Vec<String>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Who reported the person.
    pub reported_by: String,
    /// When the person was reported.
    pub reported_on: Option<NaiveDate>,
    /// The status of the case.
    pub status: CaseStatus,
    /// The trust step; none when the list does not give it.
    pub trust: Option<TrustStep>,
    /// The lead, as written.
    pub lead: String,
    /// When the last contact was.
    pub last_contact: Option<NaiveDate>,
    /// What matters to this person.
    pub what_matters: String,
    /// What works with them.
    pub does: String,
    /// What does not work.
    pub donts: String,
    /// Remarks, and all values without a field of their own under their titles.
    pub background: String,
    /// The sentences of the row that mention danger, offered as safety facts. They also remain in the
    /// background.
    pub danger: Vec<String>,
}

/// An entry of an address book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactRow {
    /// First line of the row or card in the file, 1-based.
    pub line: u32,
    /// The sheet of that line, if the file has several.
    pub sheet: String,
    /// The id from our own export; none in other lists.
    pub id: Option<Uuid>,
    /// Name or role by which the contact is known.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation.
    pub organisation: String,
    /// Neighbourhood.
    pub district: String,
    /// What they can help with.
    pub what_for: String,
    /// E.164 if it is a single number, otherwise as written.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Street, number and place.
    pub address: String,
    /// Tags (own export only).
    pub tags: Vec<String>,
    /// When the last contact was (own export only).
    pub last_contact: Option<NaiveDate>,
    /// All values without a field of their own.
    pub note: String,
    /// The address book's own id; may be empty.
    pub uid: String,
}

impl CaseRow {
    /// Derives the id of the case from the row alone: the same on every phone and at every import.
    ///
    /// A number is combined with the name, because lists assign one number to two people. Without a
    /// number, the name is combined with the address or else the phone number. Without any of these,
    /// the background distinguishes namesakes. A text such as "n.v.t." counts as none, and where it
    /// stands for the name, only the same row again is the same person.
    pub fn key(&self) -> Uuid {
        if let Some(id) = self.id {
            return id;
        }
        let number = key_fold(no_value::some(Of::Number, &self.number));
        let name = key_fold(&self.name);
        let address = key_fold(no_value::some(Of::Address, &self.address));
        let phone = key_fold(no_value::some(Of::Reach, &self.phone));
        let particulars = Particulars::in_text(&self.background);
        let also = key_fold(&particulars.names);
        let born = key_fold(&particulars.identity());
        if !number.is_empty() {
            return key("case number and name", &[&number, &name, &also, &born]);
        }
        if also.is_empty() && no_value::is_none(Of::Name, &self.name) {
            let rest = [
                &self.postcode,
                &self.district,
                &self.problems.join(","),
                &self.reported_by,
                &self.background,
            ];
            let rest = rest.map(|text| key_fold(text)).join("\n");
            return key("case of nobody", &[&name, &born, &address, &phone, &rest]);
        }
        if no_value::is_a_home(&address) {
            if also.is_empty() && born.is_empty() {
                return key("case", &["", &name, &address]);
            }
            return key("case name and address", &[&name, &also, &born, &address]);
        }
        let said = if phone.is_empty() {
            key_fold(&self.background)
        } else {
            String::new()
        };
        if address.is_empty() {
            return key("case name", &[&name, &also, &born, &phone, &said]);
        }
        let parts = [&name, &also, &born, &address, &phone, &said];
        key("case name and place", &parts.map(String::as_str))
    }

    /// Returns the ids that earlier app versions assigned to such a row. They were less specific: a
    /// case with such an id matches only if the names are compatible. What names nobody has none.
    pub fn former_keys(&self) -> Vec<Uuid> {
        let [number, name, address] =
            [&self.number, &self.name, &self.address].map(|s| key_fold(s));
        let numbered = !no_value::is_none(Of::Number, &number);
        let named = !no_value::is_none(Of::Name, &name);
        let mut keys = Vec::new();
        if numbered {
            keys.push(key("case number", &[&number]));
        }
        if numbered || named && no_value::is_a_home(&address) {
            keys.push(key("case", &[&number, &name, &address]));
        }
        keys
    }
}

impl ContactRow {
    /// Derives the id of the contact, the same on every phone and at every import: from the address
    /// book's id, or else from name, phone and e-mail, or without these from name and organisation.
    pub fn key(&self) -> Uuid {
        if let Some(id) = self.id {
            return id;
        }
        if !no_value::is_none(Of::Number, &self.uid) {
            return key("contact uid", &[&self.uid]);
        }
        let name = key_fold(&self.name);
        let [phone, email] =
            [&self.phone, &self.email].map(|s| key_fold(no_value::some(Of::Reach, s)));
        if phone.is_empty() && email.is_empty() && !self.organisation.is_empty() {
            let organisation = key_fold(&self.organisation);
            return key("contact name and organisation", &[&name, &organisation]);
        }
        key("contact", &[&name, &phone, &email])
    }
}
