//! A JSON preview of an import for administrators and support, made by the same code as in the app but
//! without a store.

use chrono::NaiveDate;
use serde::Serialize;

use super::row::{CaseRow, ContactRow};
use super::{OnFile, Reading, Rows, Verdict, judge};
use crate::model::{ImportReason, RowProblem};

/// The printed result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PreviewJson {
    /// `cases` or `contacts`: the kind of the last file.
    pub kind: &'static str,
    /// The rows that would be added.
    pub rows: Vec<RowJson>,
    /// Remarks on lines; per file in line order.
    pub remarks: Vec<RemarkJson>,
    /// How many rows would not be added, because of a fault or because they are already stored.
    pub left_out: usize,
}

/// A row that would be added. Dates are formatted as 2026-03-29, dialable numbers in E.164.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct RowJson {
    /// First line in the file, 1-based.
    pub line: u32,
    /// The sheet of that line, if the file has several.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// The lines of all its rows.
    pub lines: Vec<u32>,
    /// The id it would get.
    pub id: String,
    /// Name.
    pub name: String,
    /// The municipality's number.
    pub number: String,
    /// Street, number and place.
    pub address: String,
    /// Formatted as 1234 AB.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// The phone number as it would be stored.
    pub phone: String,
    /// The dialable numbers in it.
    pub phones: Vec<String>,
    /// When the person was reported or first met.
    pub first_contact: Option<NaiveDate>,
    /// When the last contact was.
    pub last_contact: Option<NaiveDate>,
    /// Who reported the person.
    pub reported_by: String,
    /// The lead.
    pub lead: String,
    /// open, waiting, handed-over or closed; empty for contacts.
    pub status: String,
    /// outside, door, inside or trust; empty when unknown.
    pub trust: String,
    /// Problem types.
    pub problems: Vec<String>,
    /// Politically sensitive.
    pub sensitive: bool,
    /// What matters.
    pub what_matters: String,
    /// What works.
    #[serde(rename = "do")]
    pub does: String,
    /// What does not work.
    #[serde(rename = "dont")]
    pub donts: String,
    /// Remarks and all values without a field of their own; for a contact, its note.
    pub background: String,
    /// Sentences that mention danger.
    pub danger: Vec<String>,
    /// Role of a contact.
    pub role: String,
    /// Organisation of a contact.
    pub organisation: String,
    /// What a contact can help with.
    pub what_for: String,
    /// E-mail address of a contact.
    pub email: String,
}

/// A remark on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RemarkJson {
    /// The line, 1-based.
    pub line: u32,
    /// The text of the remark, after the name of the sheet if the file has several.
    pub text: String,
    /// The name on a row that is left out.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What else such a row says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub row: String,
}

/// Previews importing `files` in sequence, after `before` has been imported. `sentence` formats a
/// remark.
pub fn preview(
    before: &[Reading],
    files: &[Reading],
    sentence: &dyn Fn(&ImportReason) -> String,
) -> PreviewJson {
    let mut on_file = OnFile::default();
    for reading in before {
        let verdicts = judge(&reading.rows, &on_file);
        on_file.keep(&fresh(&reading.rows, &verdicts));
    }
    let mut preview = PreviewJson {
        kind: "cases",
        rows: Vec::new(),
        remarks: Vec::new(),
        left_out: 0,
    };
    for reading in files {
        let verdicts = judge(&reading.rows, &on_file);
        let fresh = fresh(&reading.rows, &verdicts);
        let mut problems = reading.problems.clone();
        problems.extend(told(&reading.rows, &verdicts));
        problems.sort_by_cached_key(|problem| (problem.sheet.clone(), problem.line));
        preview.left_out += problems
            .iter()
            .filter(|problem| problem.reason.leaves_out())
            .count();
        preview
            .remarks
            .extend(problems.iter().map(|problem| RemarkJson {
                line: problem.line,
                text: match problem.sheet.as_str() {
                    "" => sentence(&problem.reason),
                    sheet => format!("{sheet}: {}", sentence(&problem.reason)),
                },
                name: match problem.reason.leaves_out() {
                    true => problem.name.clone(),
                    false => String::new(),
                },
                row: problem.text.clone(),
            }));
        match &fresh {
            Rows::Cases(rows) => {
                preview.kind = "cases";
                preview.rows.extend(rows.iter().map(of_case));
            }
            Rows::Contacts(rows) => {
                preview.kind = "contacts";
                preview.rows.extend(rows.iter().map(of_contact));
            }
        }
        on_file.keep(&fresh);
    }
    preview
}

/// Returns the rows that would be added: all but those already stored. Possible duplicates are added.
fn fresh(rows: &Rows, verdicts: &[Verdict]) -> Rows {
    fn added<T: Clone>(rows: &[T], verdicts: &[Verdict]) -> Vec<T> {
        let known = |verdict: &Verdict| matches!(verdict, Verdict::Known { .. });
        let both = rows.iter().zip(verdicts);
        both.filter(|(_, verdict)| !known(verdict))
            .map(|(row, _)| row.clone())
            .collect()
    }
    match rows {
        Rows::Cases(rows) => Rows::Cases(added(rows, verdicts)),
        Rows::Contacts(rows) => Rows::Contacts(added(rows, verdicts)),
    }
}

/// Converts verdicts to remarks.
fn told(rows: &Rows, verdicts: &[Verdict]) -> Vec<RowProblem> {
    let lines: Vec<(u32, &String, &String)> = match rows {
        Rows::Cases(rows) => rows
            .iter()
            .map(|row| (row.line, &row.sheet, &row.name))
            .collect(),
        Rows::Contacts(rows) => rows
            .iter()
            .map(|row| (row.line, &row.sheet, &row.name))
            .collect(),
    };
    let told = lines
        .into_iter()
        .zip(verdicts)
        .filter_map(|((line, sheet, name), verdict)| {
            let reason = match verdict {
                Verdict::New => return None,
                Verdict::Known { unseen, .. } => ImportReason::OnFile {
                    unseen: unseen.clone(),
                },
                Verdict::LooksLike { name, why, .. } => ImportReason::LooksLike {
                    name: name.clone(),
                    why: *why,
                },
            };
            Some(RowProblem {
                sheet: sheet.clone(),
                name: name.clone(),
                ..RowProblem::on(line, reason)
            })
        });
    told.collect()
}

fn of_case(row: &CaseRow) -> RowJson {
    RowJson {
        line: row.line,
        sheet: row.sheet.clone(),
        lines: row.lines.clone(),
        id: row.key().to_string(),
        name: row.name.clone(),
        number: row.number.clone(),
        address: row.address.clone(),
        postcode: row.postcode.clone(),
        district: row.district.clone(),
        phone: row.phone.clone(),
        phones: row.phones.clone(),
        first_contact: row.reported_on,
        last_contact: row.last_contact,
        reported_by: row.reported_by.clone(),
        lead: row.lead.clone(),
        status: row.status.word().to_owned(),
        trust: row
            .trust
            .map(|step| step.word().to_owned())
            .unwrap_or_default(),
        problems: row.problems.clone(),
        sensitive: row.sensitive,
        what_matters: row.what_matters.clone(),
        does: row.does.clone(),
        donts: row.donts.clone(),
        background: row.background.clone(),
        danger: row.danger.clone(),
        ..RowJson::default()
    }
}

fn of_contact(row: &ContactRow) -> RowJson {
    RowJson {
        line: row.line,
        sheet: row.sheet.clone(),
        lines: vec![row.line],
        id: row.key().to_string(),
        name: row.name.clone(),
        address: row.address.clone(),
        district: row.district.clone(),
        phones: super::judge::numbers(&row.phone),
        phone: row.phone.clone(),
        last_contact: row.last_contact,
        background: row.note.clone(),
        role: row.role.clone(),
        organisation: row.organisation.clone(),
        what_for: row.what_for.clone(),
        email: row.email.clone(),
        danger: super::danger::sentences(&row.note),
        ..RowJson::default()
    }
}
