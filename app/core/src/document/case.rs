//! A case at its root.

use chrono::NaiveDate;
use uuid::Uuid;

use super::read::{flag_at, str_at};
use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::view::{CaseField, CaseStatus};

/// What stands at the root of a case.
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
    pub(crate) background: String,
    pub(crate) sensitive: bool,
    pub(crate) reported_by: String,
    pub(crate) reported_on: Option<NaiveDate>,
    /// Last contact before the case came to this app, as the municipality's list has it.
    pub(crate) earlier_contact: Option<NaiveDate>,
    pub(crate) problems: Vec<String>,
    pub(crate) around: Vec<(Uuid, String)>,
    pub(crate) clashes: Vec<(CaseField, Vec<RawClash>)>,
}

impl CaseField {
    /// Scalars that can clash.
    const SCALARS: [Self; 10] = [
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
    ];

    /// The key in documents.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Address => "address",
            Self::Postcode => "postcode",
            Self::District => "district",
            Self::Phone => "phone",
            Self::WhatMatters => "what_matters",
            Self::Do => "do",
            Self::Dont => "dont",
            Self::Lead => "lead",
            Self::Status => "status",
            Self::Background => "background",
        }
    }
}

impl CaseStatus {
    /// The word in documents, SQL and [`CaseField::Status`] values.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::HandedOver => "handed_over",
            Self::Closed => "closed",
        }
    }

    /// From that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Waiting, Self::HandedOver, Self::Closed]
            .into_iter()
            .find(|status| status.word() == word)
    }
}

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
    /// The root of a case.
    pub(crate) fn case_root(&self) -> CaseRoot {
        let field = |field: CaseField| self.str(field.key());
        // Hardly ever any; who set what and when is work to find out.
        let unsettled = self.unsettled();
        let reader = self.reader();
        let around = self.map(Collection::Around);
        let problems = self.map(Collection::Problems);
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
            background: self.text(CaseField::Background.key()),
            sensitive: self.flag("sensitive"),
            reported_by: self.str("reported_by"),
            reported_on: self.str("reported_on").parse().ok(),
            earlier_contact: self.str("earlier_contact").parse().ok(),
            problems: self
                .keys(Collection::Problems)
                .into_iter()
                .filter(|key| {
                    problems
                        .as_ref()
                        .is_some_and(|map| flag_at(reader, map, key))
                })
                .collect(),
            around: self
                .keys(Collection::Around)
                .into_iter()
                .filter_map(|key| {
                    let map = around.as_ref()?;
                    // Null: no longer near.
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
                .filter(|(_, values)| !values.is_empty())
                .collect(),
        }
    }
}
