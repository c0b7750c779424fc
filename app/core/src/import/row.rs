//! The rows of a file, as they would be kept.

use chrono::NaiveDate;
use uuid::Uuid;

use super::fold::fold;
use crate::view::CaseStatus;

/// One case of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseRow {
    /// Line of the file where the row begins, from 1.
    pub line: u32,
    /// The municipality's number; may be empty.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// 1234 AB, or as written when it is none.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// E.164, or as written when it cannot be called.
    pub phone: String,
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
    /// Who goes ahead, as written.
    pub lead: String,
    /// When somebody last had contact.
    pub last_contact: Option<NaiveDate>,
    /// Remarks, and everything that has no place of its own.
    pub background: String,
    /// Another row of the file has the same number but is somebody else: the number alone does not
    /// tell them apart.
    pub number_is_shared: bool,
}

/// One entry of an address book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactRow {
    /// Line of the file where the row or card begins, from 1.
    pub line: u32,
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
    /// E.164, or as written when it cannot be called.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Street, number and place.
    pub address: String,
    /// Everything that has no place of its own.
    pub note: String,
    /// The address book's own identifier; may be empty.
    pub uid: String,
}

impl CaseRow {
    /// The same for the same case on every phone and at every import: its number, or else name and
    /// address.
    pub fn key(&self) -> Uuid {
        let number = fold(&self.number);
        if !number.is_empty() && !self.number_is_shared {
            return key("case number", &[&number]);
        }
        key("case", &[&number, &fold(&self.name), &fold(&self.address)])
    }
}

impl ContactRow {
    /// The same for the same contact on every phone and at every import: its identifier, or else
    /// name, phone and e-mail.
    pub fn key(&self) -> Uuid {
        if !self.uid.is_empty() {
            return key("contact uid", &[&self.uid]);
        }
        let email = fold(&self.email);
        key("contact", &[&fold(&self.name), &fold(&self.phone), &email])
    }
}

/// An identifier made of what identifies a row (UUIDv8). Each part goes in with its length, so that
/// no two rows can shift text from one part to the next.
fn key(kind: &str, parts: &[&str]) -> Uuid {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld import 1");
    for part in std::iter::once(&kind).chain(parts) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
