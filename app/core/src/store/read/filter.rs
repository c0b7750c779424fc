//! Lists of cases by filter; an index serves each criterion.

use rusqlite::types::Value;

use super::cases::{CASE_LINE, case_line};
use crate::Error;
use crate::api::{ReadCaseChoices, ReadCases};
use crate::store::{Read, Store};
use crate::view::{CaseChoices, CaseFilter, CaseList};

/// Maximum number of choices per criterion.
const CHOICES: u32 = 500;

/// Builds SQL conditions and their values for a filter; `c` is the name of `cases` in the query.
pub(super) fn conditions(filter: &CaseFilter, c: &str) -> (String, Vec<Value>) {
    let mut sql = String::new();
    let mut values = Vec::new();
    let mut add = |condition: String, value: Value| {
        sql.push_str(" AND ");
        sql.push_str(&condition);
        values.push(value);
    };
    if let Some(district) = &filter.district {
        add(format!("{c}.district = ?"), district.clone().into());
    }
    if let Some(lead) = &filter.lead {
        add(format!("{c}.lead = ?"), lead.clone().into());
    }
    if let Some(open) = filter.open {
        add(format!("{c}.active = ?"), i64::from(open).into());
    }
    if let Some(problem) = &filter.problem {
        let with = "SELECT case_key FROM case_problems WHERE problem = ?";
        // The unary plus keeps SQLite from driving the query by this condition where another one
        // already selects cases: it would then look each of them up once per case with this problem.
        let led = c != "cases" || filter.district.is_some() || filter.lead.is_some();
        let plus = if led { "+" } else { "" };
        add(format!("{plus}{c}.key IN ({with})"), problem.clone().into());
    }
    (sql, values)
}

impl Read for ReadCases {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let (conditions, mut values) = conditions(&self.filter, "cases");
        let counted = rusqlite::params_from_iter(values.clone());
        let total = format!("SELECT count(*) FROM cases WHERE joined IS NULL{conditions}");
        let total = store.count(&total, counted)?;
        values.extend([self.limit.into(), self.skip.into()]);
        let sql = format!(
            "SELECT {CASE_LINE} FROM cases WHERE joined IS NULL{conditions}
             ORDER BY active DESC, last_contact DESC, key DESC LIMIT ? OFFSET ?"
        );
        Ok(CaseList {
            cases: store.rows(&sql, rusqlite::params_from_iter(values), case_line)?,
            total,
        })
    }
}

impl Read for ReadCaseChoices {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        Ok(CaseChoices {
            districts: most_used(store, "cases", "district")?,
            problems: most_used(store, "case_problems", "problem")?,
            leads: most_used(store, "cases", "lead")?,
        })
    }
}

/// Returns the most frequent non-empty values of a column.
fn most_used(store: &Store, table: &str, column: &str) -> Result<Vec<String>, Error> {
    let sql = format!(
        "SELECT {column} FROM {table} WHERE {column} != '' GROUP BY {column}
         ORDER BY count(*) DESC, {column} LIMIT {CHOICES}"
    );
    store.rows(&sql, [], |row| row.get(0))
}
