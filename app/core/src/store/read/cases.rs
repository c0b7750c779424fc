//! A case as a list item.

use rusqlite::Row;

use super::safety::danger;
use super::{id, maybe_moment};
use crate::CaseId;
use crate::model::{CaseStatus, TrustStep};
use crate::view::CaseLine;

/// The columns of a [`CaseLine`].
pub(super) const CASE_LINE: &str = concat!(
    "id, name, address, district, trust, status, lead, last_contact, sensitive,
     (clashes != '[]' OR EXISTS (SELECT 1 FROM parties p
        WHERE p.document = cases.id AND p.clash != '[]')) AS clash, ",
    danger!("cases.id")
);

/// Reads the columns of [`CASE_LINE`].
pub(super) fn case_line(row: &Row<'_>) -> rusqlite::Result<CaseLine> {
    let district: String = row.get("district")?;
    let place = match district.is_empty() {
        true => row.get("address")?,
        false => district,
    };
    Ok(CaseLine {
        id: CaseId(id(row, "id")?),
        name: row.get("name")?,
        danger: row.get("danger")?,
        place,
        trust: TrustStep::from_word(&row.get::<_, String>("trust")?),
        status: CaseStatus::from_word(&row.get::<_, String>("status")?).unwrap_or_default(),
        lead: row.get("lead")?,
        sensitive: row.get("sensitive")?,
        clash: row.get("clash")?,
        last_contact: maybe_moment(row, "last_contact")?,
    })
}
