//! The list of cases.

use rusqlite::{Row, params};

use super::{id, maybe_moment};
use crate::call::ReadCases;
use crate::store::Store;
use crate::view::{CaseLine, CaseList, CaseStatus, TrustStep};
use crate::{CaseId, Error};

/// The columns of a [`CaseLine`].
pub(super) const CASE_LINE: &str =
    "id, name, address, district, trust, status, lead, last_contact, sensitive";

/// Reads [`CASE_LINE`].
pub(super) fn case_line(row: &Row<'_>) -> rusqlite::Result<CaseLine> {
    let district: String = row.get("district")?;
    let place = match district.is_empty() {
        true => row.get("address")?,
        false => district,
    };
    Ok(CaseLine {
        id: CaseId(id(row, "id")?),
        name: row.get("name")?,
        place,
        trust: TrustStep::from_word(&row.get::<_, String>("trust")?),
        status: CaseStatus::from_word(&row.get::<_, String>("status")?).unwrap_or_default(),
        lead: row.get("lead")?,
        sensitive: row.get("sensitive")?,
        last_contact: maybe_moment(row, "last_contact")?,
    })
}

impl Store {
    pub(in crate::store) fn read_cases(&self, call: &ReadCases) -> Result<CaseList, Error> {
        let sql = format!(
            "SELECT {CASE_LINE} FROM cases
             ORDER BY active DESC, last_contact DESC, key DESC LIMIT ?1 OFFSET ?2"
        );
        Ok(CaseList {
            cases: self.rows(&sql, params![call.limit, call.skip], case_line)?,
            total: self.count("SELECT count(*) FROM cases", [])?,
        })
    }
}
