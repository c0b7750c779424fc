//! Which sheets of a workbook are lists of cases, and which are address books.

use std::collections::HashMap;

use super::case_rows::remarks_on_columns;
use super::columns::are_contacts;
use super::continued::all_texts;
use super::fields::Fields;
use super::fold::{fold, one_line};
use super::table::{Section, Table};
use crate::model::{ImportReason, MAX_LINE, RowProblem};

/// Decides for each sheet whether it holds cases or contacts. Where they differ, the cases are read and
/// the rows of the other sheets become remarks. Returns whether what is left are contacts.
pub(super) fn of_one_kind(mut table: Table) -> (Table, bool) {
    let mut contacts: HashMap<String, bool> = HashMap::new();
    let any_rows = table
        .sections
        .iter()
        .any(|section| !section.records.is_empty());
    for section in &table.sections {
        // A sheet with titles only decides nothing.
        if !any_rows || !section.records.is_empty() {
            let book = contacts.entry(section.sheet.clone()).or_insert(true);
            *book &= is_book(section);
        }
    }
    if contacts.values().all(|book| *book) {
        for section in &mut table.sections {
            section.of_contacts = true;
        }
        return (table, true);
    }
    // A sheet with the titles of a list of cases is a list of cases too.
    let of_cases: Vec<Vec<String>> = table
        .sections
        .iter()
        .filter(|section| contacts.get(&section.sheet) == Some(&false))
        .map(titles)
        .collect();
    let (books, sections) = table.sections.into_iter().partition(|section| {
        contacts.get(&section.sheet) == Some(&true) && !of_cases.contains(&titles(section))
    });
    let books = Table {
        sections: books,
        problems: Vec::new(),
    };
    table.problems.extend(remarks_on_columns(&books));
    for section in &books.sections {
        table.problems.extend(section.records.iter().map(|record| {
            let name = Fields::of(section, record).name(false);
            RowProblem {
                sheet: section.sheet.clone(),
                name: name.chars().take(MAX_LINE as usize).collect(),
                text: one_line(&all_texts(section, record, &mut Vec::new())),
                ..RowProblem::on(record.line, ImportReason::OtherKind)
            }
        }));
    }
    let problems = table.problems;
    (Table { sections, problems }, false)
}

fn is_book(section: &Section) -> bool {
    are_contacts(&section.columns, section.works_on_people()) && !section.is_about_clients()
}

fn titles(section: &Section) -> Vec<String> {
    section.titles.iter().map(|title| fold(title)).collect()
}
