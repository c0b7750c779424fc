//! The rows of a file, as they would be kept.

use chrono::NaiveDate;
use uuid::Uuid;

use super::alike::Particulars;
use super::key::{key, key_fold};
use crate::view::{CaseStatus, TrustStep};

/// One case of a list: one row, or several rows about one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseRow {
    /// Line of the file where its first row begins, from 1.
    pub line: u32,
    /// The lines of all its rows, the first one included.
    pub lines: Vec<u32>,
    /// The identifier that our own export gives; none in other lists.
    pub id: Option<Uuid>,
    /// The municipality's number; empty when there is none, or when it only counts rows.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// 1234 AB, or as written when it is none.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// E.164 when it is one number, else the text as written.
    pub phone: String,
    /// The numbers in `phone` that can be called, in E.164.
    pub phones: Vec<String>,
    /// Problem types, in the words of the practice where those are known.
    pub problems: Vec<String>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Who signed the person up.
    pub reported_by: String,
    /// When.
    pub reported_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: CaseStatus,
    /// How far in; none when the list does not say.
    pub trust: Option<TrustStep>,
    /// Who goes ahead, as written.
    pub lead: String,
    /// When somebody last had contact.
    pub last_contact: Option<NaiveDate>,
    /// What matters to this person.
    pub what_matters: String,
    /// What works with them.
    pub does: String,
    /// What does not.
    pub donts: String,
    /// Remarks, and everything that has no place of its own, under its own title.
    pub background: String,
    /// The sentences of the row that speak of danger, to be offered as safety facts. They stand in
    /// the background as well.
    pub danger: Vec<String>,
}

/// One entry of an address book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactRow {
    /// Line of the file where the row or card begins, from 1.
    pub line: u32,
    /// The identifier that our own export gives; none in other lists.
    pub id: Option<Uuid>,
    /// Name or role by which they are known.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation.
    pub organisation: String,
    /// Neighbourhood.
    pub district: String,
    /// What they are good for.
    pub what_for: String,
    /// E.164 when it is one number, else the text as written.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Street, number and place.
    pub address: String,
    /// Themes they fit (own export).
    pub tags: Vec<String>,
    /// When somebody last spoke them (own export).
    pub last_contact: Option<NaiveDate>,
    /// Everything that has no place of its own.
    pub note: String,
    /// The address book's own identifier; may be empty.
    pub uid: String,
}

impl CaseRow {
    /// The identifier of the case this row becomes: a function of the row alone, the same on every
    /// phone and at every import.
    ///
    /// A number goes with its name, because lists give one number to two people. Without a number it
    /// is name and address, or name and phone. A row that has none of these is told from its
    /// namesakes by all it says.
    pub fn key(&self) -> Uuid {
        if let Some(id) = self.id {
            return id;
        }
        let [number, name, address] =
            [&self.number, &self.name, &self.address].map(|s| key_fold(s));
        let particulars = Particulars::in_text(&self.background);
        let also = key_fold(&particulars.names);
        let born = key_fold(&particulars.born);
        if !number.is_empty() {
            return key("case number and name", &[&number, &name, &also, &born]);
        }
        if !address.is_empty() {
            if also.is_empty() && born.is_empty() {
                return key("case", &["", &name, &address]);
            }
            return key("case name and address", &[&name, &also, &born, &address]);
        }
        let phone = key_fold(&self.phone);
        let said = if phone.is_empty() {
            key_fold(&self.background)
        } else {
            String::new()
        };
        key("case name", &[&name, &also, &born, &phone, &said])
    }

    /// The identifiers that earlier versions of the app gave such a row. They told too little: what
    /// bears one is this case only when its name does not say otherwise.
    pub fn former_keys(&self) -> [Uuid; 2] {
        let [number, name, address] =
            [&self.number, &self.name, &self.address].map(|s| key_fold(s));
        [
            key("case number", &[&number]),
            key("case", &[&number, &name, &address]),
        ]
    }
}

impl ContactRow {
    /// The same for the same contact on every phone and at every import: its identifier, or else
    /// name, phone and e-mail.
    pub fn key(&self) -> Uuid {
        if let Some(id) = self.id {
            return id;
        }
        if !self.uid.is_empty() {
            return key("contact uid", &[&self.uid]);
        }
        let [name, phone, email] = [&self.name, &self.phone, &self.email].map(|s| key_fold(s));
        key("contact", &[&name, &phone, &email])
    }
}
