//! Projects who covers for the lead, the crisis card, and the name the person goes by.

use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::Document;
use crate::model::CaseField;
use crate::store::Store;
use crate::store::meta::to_json;
use crate::view::CrisisCard;

/// The field with the day until which the prompt about the case's weeks is silenced.
pub(in crate::store) const WEEKS_QUIET: &str = "weeks_quiet";

impl Store {
    /// Projects the cover, the crisis card, the name the person goes by, and the day the prompt is
    /// silenced until.
    pub(super) fn project_cover(&self, case: Uuid, document: &Document) -> Result<(), Error> {
        let field = |field: CaseField| document.str(field.key());
        let crisis = CrisisCard {
            who: field(CaseField::CrisisWho),
            phone: field(CaseField::CrisisPhone),
            on: field(CaseField::CrisisOn),
            helps: field(CaseField::CrisisHelps),
        };
        let called = field(CaseField::Called);
        self.connection
            .prepare_cached(
                "UPDATE cases SET called = ?2, cover = ?3, cover_until = ?4, crisis = ?5,
                   weeks_quiet = ?6 WHERE id = ?1",
            )?
            .execute(params![
                case.as_bytes(),
                called,
                field(CaseField::Cover),
                field(CaseField::CoverUntil),
                to_json(&crisis)?,
                document.str(WEEKS_QUIET),
            ])?;
        let found_by = [called, crisis.who, crisis.phone, crisis.helps].join("\n");
        self.put_case_text(case, "crisis", case, &found_by)
    }
}
