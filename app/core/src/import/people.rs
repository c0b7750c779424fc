//! Merges several rows about one person into one case.

use std::collections::HashMap;

use super::columns::Column;
use super::danger;
use super::judge::{OnFile, fits, numbers};
use super::no_value::{self, Of};
use super::row::CaseRow;
use super::value::too_long;
use crate::folding::fold;
use crate::model::{ImportReason, Likeness, RowProblem};

/// The rows of a list so far, one per person.
#[derive(Default)]
pub(super) struct People {
    rows: Vec<CaseRow>,
    seen: OnFile,
    by_key: HashMap<uuid::Uuid, usize>,
    by_number: HashMap<String, usize>,
    /// The rows that were merged into another, by the place of that one.
    joined: HashMap<usize, Vec<CaseRow>>,
    /// The place of the row above, unless that was left out.
    above: Option<usize>,
}

impl People {
    /// Names a nameless row after the person with the same number, as a continuation of that row.
    /// Returns whether there is such a person.
    pub fn name_by_number(&self, row: &mut CaseRow) -> bool {
        let number = fold(&row.number);
        match self.by_number.get(&number) {
            Some(&place) if !no_value::is_none(Of::Number, &number) => {
                row.name.clone_from(&self.rows[place].name);
                true
            }
            _ => false,
        }
    }

    /// Adds the texts of a nameless row to the person on the row above. Returns the remark on it, or
    /// nothing if there is no such person.
    pub fn continue_above(&mut self, line: u32, text: &str) -> Option<ImportReason> {
        let row = &mut self.rows[self.above?];
        let mut background = row.background.clone();
        add_lines(&mut background, text);
        if too_long(&[], &[&background]) {
            return Some(ImportReason::TooLong);
        }
        row.background = background;
        row.lines.push(line);
        for danger in danger::sentences(text) {
            if !row.danger.contains(&danger) {
                row.danger.push(danger);
            }
        }
        let first_line = row.line;
        Some(ImportReason::JoinedTo { first_line })
    }

    /// Notes that the row above the next is no person.
    pub fn nobody_above(&mut self) {
        self.above = None;
    }

    /// Adds a row as a new person or merges it into an earlier row. `title` returns column titles,
    /// under which conflicting values go to the background.
    pub fn add(
        &mut self,
        row: CaseRow,
        reasons: Vec<ImportReason>,
        title: &dyn Fn(Column) -> String,
        problems: &mut Vec<RowProblem>,
    ) {
        let (line, sheet, name) = (row.line, row.sheet.clone(), row.name.clone());
        let mut remark = |reason| {
            problems.push(RowProblem {
                sheet: sheet.clone(),
                name: name.clone(),
                ..RowProblem::on(line, reason)
            });
        };
        let known = self.by_key.get(&row.key()).copied();
        let same = known.or_else(|| self.seen.same_case(&row));
        // Two people may fit one initial; the second does not fit the first.
        let joined = same.and_then(|place| self.joined.get(&place));
        let fits_all = joined.is_none_or(|rows| rows.iter().all(|other| fits(&row, other)));
        let place = same.filter(|_| known.is_some() || fits_all);
        if let (None, Some(other)) = (place, same) {
            let first_line = self.rows[other].line;
            remark(ImportReason::LooksLikeRow { first_line });
        }
        let Some(place) = place else {
            if let Some((other, why)) = self.seen.alike_case(&row) {
                let first_line = self.rows[other].line;
                match why {
                    Likeness::Number => remark(ImportReason::NumberOfTwo { first_line }),
                    Likeness::NumberSpelling | Likeness::Person | Likeness::Name => {
                        remark(ImportReason::LooksLikeRow { first_line });
                    }
                    Likeness::Surname | Likeness::Phone => {}
                }
            }
            reasons.into_iter().for_each(remark);
            self.seen.keep_case(&row);
            self.by_key.insert(row.key(), self.rows.len());
            if !row.number.is_empty() {
                self.by_number
                    .entry(fold(&row.number))
                    .or_insert(self.rows.len());
            }
            self.above = Some(self.rows.len());
            self.rows.push(row);
            return;
        };
        self.above = Some(place);
        let first = &mut self.rows[place];
        let first_line = first.line;
        let mut joined = first.clone();
        join(&mut joined, row.clone(), title);
        if joined.without_lines() == first.without_lines() {
            remark(ImportReason::TwiceInFile { first_line });
            first.lines = joined.lines;
        } else if too_long(&[&joined.phone], &[&joined.background]) {
            remark(ImportReason::TooLong);
        } else {
            remark(ImportReason::JoinedTo { first_line });
            reasons.into_iter().for_each(remark);
            *first = joined;
            self.joined.entry(place).or_default().push(row);
        }
    }

    pub fn done(self) -> Vec<CaseRow> {
        self.rows
    }
}

impl CaseRow {
    fn without_lines(&self) -> Self {
        Self {
            lines: Vec::new(),
            sheet: String::new(),
            ..self.clone()
        }
    }
}

/// Merges a row about the same person. Conflicting values go to the background.
fn join(row: &mut CaseRow, more: CaseRow, title: &dyn Fn(Column) -> String) {
    use Column as C;
    let mut aside: Vec<String> = Vec::new();
    let mut differs = |column: C, value: String| {
        let title = title(column);
        aside.push(if title.is_empty() {
            value
        } else {
            format!("{title}: {value}")
        });
    };
    row.lines.extend(more.lines);
    let texts = [
        (C::Number, Some(Of::Number), &mut row.number, more.number),
        (C::Name, Some(Of::Name), &mut row.name, more.name),
        (
            C::Address,
            Some(Of::Address),
            &mut row.address,
            more.address,
        ),
        (C::Postcode, None, &mut row.postcode, more.postcode),
        (C::District, None, &mut row.district, more.district),
        (C::ReportedBy, None, &mut row.reported_by, more.reported_by),
        (C::Lead, None, &mut row.lead, more.lead),
    ];
    for (column, of, kept, other) in texts {
        let says = |text: &str| !of.is_some_and(|of| no_value::is_none(of, text));
        if kept.is_empty() {
            *kept = other;
        } else if !says(kept) && says(&other) && !other.is_empty() {
            differs(column, std::mem::replace(kept, other));
        } else if !other.is_empty() && fold(kept) != fold(&other) {
            differs(column, other);
        }
    }
    let new_number = numbers(&more.phone)
        .iter()
        .any(|number| !row.phones.contains(number));
    if row.phone.is_empty() {
        row.phone = more.phone;
    } else if new_number {
        // Each number gets its own call button.
        row.phone = format!("{} / {}", row.phone, more.phone);
    } else if !more.phone.is_empty()
        && numbers(&more.phone).is_empty()
        && fold(&row.phone) != fold(&more.phone)
    {
        differs(C::Phone, more.phone);
    }
    row.phones = numbers(&row.phone);
    if more.status != row.status {
        differs(C::Status, more.status.word().to_owned());
    }
    if let Some(step) = more.trust
        && row.trust.is_some_and(|trust| trust != step)
    {
        differs(C::Trust, step.word().to_owned());
    }
    row.trust = row.trust.or(more.trust);
    let days = [
        (C::ReportedOn, &mut row.reported_on, more.reported_on, false),
        (
            C::LastContact,
            &mut row.last_contact,
            more.last_contact,
            true,
        ),
    ];
    for (column, kept, other, latest) in days {
        // Keep the earliest day of reporting and the latest day of contact.
        if let (Some(one), Some(two)) = (*kept, other) {
            let (stays, goes) = if (one < two) == latest {
                (two, one)
            } else {
                (one, two)
            };
            *kept = Some(stays);
            if one != two {
                differs(column, goes.format("%d-%m-%Y").to_string());
            }
        } else {
            *kept = kept.or(other);
        }
    }
    row.sensitive |= more.sensitive;
    for problem in more.problems {
        if !row.problems.contains(&problem) {
            row.problems.push(problem);
        }
    }
    for (text, other) in [
        (&mut row.what_matters, more.what_matters),
        (&mut row.does, more.does),
        (&mut row.donts, more.donts),
        (&mut row.background, more.background),
    ] {
        add_lines(text, &other);
    }
    add_lines(&mut row.background, &aside.join("\n"));
    for danger in more.danger {
        if !row.danger.contains(&danger) {
            row.danger.push(danger);
        }
    }
}

/// Appends the lines that are not in the text yet.
pub(super) fn add_lines(text: &mut String, more: &str) {
    for line in more.lines() {
        if !text.lines().any(|known| known == line) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
    }
}
