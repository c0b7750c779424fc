//! The root fields of a case.

use automerge::ROOT;
use chrono::NaiveDate;
use uuid::Uuid;

use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::model::{CaseField, CaseStatus, words};

/// The root fields of a case, with its conflicts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CaseRoot {
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) postcode: String,
    pub(crate) district: String,
    pub(crate) phone: String,
    pub(crate) what_matters: String,
    pub(crate) does: String,
    pub(crate) donts: String,
    pub(crate) lead: String,
    pub(crate) status: CaseStatus,
    /// The status is closed, possibly in conflict with open and no other value, and closings exist:
    /// the closings then determine the status.
    pub(crate) closing_said: bool,
    pub(crate) background: String,
    pub(crate) sensitive: bool,
    pub(crate) reported_by: String,
    pub(crate) reported_on: Option<NaiveDate>,
    /// The last contact before the case was entered in this app, from the municipality's list.
    pub(crate) earlier_contact: Option<NaiveDate>,
    pub(crate) problems: Vec<String>,
    pub(crate) around: Vec<(Uuid, String)>,
    pub(crate) clashes: Vec<(CaseField, Vec<RawClash>)>,
}

impl CaseField {
    /// The fields stored as scalars, which can conflict.
    const SCALARS: [Self; 17] = [
        Self::Name,
        Self::Address,
        Self::Postcode,
        Self::District,
        Self::Phone,
        Self::WhatMatters,
        Self::Do,
        Self::Dont,
        Self::Lead,
        Self::Status,
        Self::Called,
        Self::Cover,
        Self::CoverUntil,
        Self::CrisisWho,
        Self::CrisisPhone,
        Self::CrisisOn,
        Self::CrisisHelps,
    ];
}

words!(CaseField -> pub key {
    Name = "name",
    Address = "address",
    Postcode = "postcode",
    District = "district",
    Phone = "phone",
    WhatMatters = "what_matters",
    Do = "do",
    Dont = "dont",
    Lead = "lead",
    Status = "status",
    Background = "background",
    Called = "called",
    Cover = "cover",
    CoverUntil = "cover_until",
    CrisisWho = "crisis_who",
    CrisisPhone = "crisis_phone",
    CrisisOn = "crisis_on",
    CrisisHelps = "crisis_helps",
});

impl Edit<'_, '_> {
    /// Sets a field of a case.
    pub(crate) fn set_case_field(
        &mut self,
        field: CaseField,
        value: &str,
    ) -> Result<(), DocumentError> {
        match field {
            CaseField::Background => self.set_text(field.key(), value),
            _ => self.set(field.key(), value),
        }
    }
}

impl Document {
    /// Reads the root of a case.
    pub(crate) fn case_root(&self) -> CaseRoot {
        let field = |field: CaseField| self.str(field.key());
        // Conflicts are rare and looking up their authors is expensive, so only conflicting fields are
        // read.
        let unsettled = self.unsettled();
        let reader = self.reader();
        let around = self.map(Collection::Around);
        let said = self.all_str(&ROOT, CaseField::Status.key());
        let closing_said = said.iter().any(|word| word == CaseStatus::Closed.word())
            && said.iter().all(|word| {
                matches!(
                    CaseStatus::from_word(word),
                    Some(CaseStatus::Open | CaseStatus::Closed)
                )
            })
            && !self.keys(Collection::Closings).is_empty();
        CaseRoot {
            number: self.str("number"),
            name: field(CaseField::Name),
            address: field(CaseField::Address),
            postcode: field(CaseField::Postcode),
            district: field(CaseField::District),
            phone: field(CaseField::Phone),
            what_matters: field(CaseField::WhatMatters),
            does: field(CaseField::Do),
            donts: field(CaseField::Dont),
            lead: field(CaseField::Lead),
            status: CaseStatus::from_word(&field(CaseField::Status)).unwrap_or_default(),
            closing_said,
            background: self.text(CaseField::Background.key()),
            sensitive: self.any_flag("sensitive"),
            reported_by: self.str("reported_by"),
            reported_on: self.str("reported_on").parse().ok(),
            earlier_contact: self.str("earlier_contact").parse().ok(),
            problems: self.flags_up(Collection::Problems),
            around: self
                .keys(Collection::Around)
                .into_iter()
                .filter_map(|key| {
                    let map = around.as_ref()?;
                    // Null marks a contact that was removed from the list.
                    matches!(
                        super::read::scalar_at(reader, map, &key),
                        Some(automerge::ScalarValue::Str(_))
                    )
                    .then(|| Some((Uuid::parse_str(&key).ok()?, str_at(reader, map, &key))))?
                })
                .collect(),
            clashes: CaseField::SCALARS
                .into_iter()
                .filter(|field| unsettled.contains(field.key()))
                .map(|field| (field, self.clash(field.key())))
                .chain([CaseField::Background].map(|text| (text, self.text_clash(text.key()))))
                .filter(|(_, values)| !values.is_empty())
                .filter(|(field, _)| *field != CaseField::Status || !closing_said)
                .collect(),
        }
    }
}
