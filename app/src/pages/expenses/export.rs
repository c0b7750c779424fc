//! A month's expenses on paper and in a spreadsheet.

use voorveld_core::view::{ExpenseLine, ExpenseMonth, Language};

use crate::export::{self, ExportFile, Page};
use crate::pages::purposes;
use crate::{format, t_in};

/// Creates the month as a table: one line per expense, oldest first, as in bookkeeping.
pub fn table(language: Language, month: &ExpenseMonth) -> ExportFile {
    let head = [
        t_in!(language, "expense-day"),
        t_in!(language, "expenses-number"),
        t_in!(language, "expenses-case"),
        t_in!(language, "expense-purpose"),
        t_in!(language, "expense-note"),
        t_in!(language, "expense-amount"),
        t_in!(language, "expenses-by"),
        t_in!(language, "receipt"),
        t_in!(language, "expenses-reversal"),
    ];
    let rows: Vec<Vec<String>> = month
        .lines
        .iter()
        .rev()
        .map(|line| {
            vec![
                format::numeric_day(line.day),
                line.case_number.clone(),
                line.case_name.clone(),
                purposes::shown(language, &line.purpose),
                line.note.clone(),
                format::plain_amount(line.cents),
                line.by.clone(),
                yes(language, !line.receipts.is_empty()),
                yes(language, line.reverses.is_some()),
            ]
        })
        .collect();
    export::table(&stem(language, month), &head, &rows)
}

/// Creates the month as a page to print, to which the receipts can be attached.
pub fn page(language: Language, month: &ExpenseMonth) -> ExportFile {
    let name = format::month(language, month.month);
    let title = t_in!(language, "expenses-sheet", month: name);
    let mut page = Page::new(language, &stem(language, month), &title);
    let total = format::money(language, month.total);
    let budget = month.budget.map(|budget| format::money(language, budget));
    let left = month
        .budget
        .map(|budget| format::money(language, budget - month.total));
    page.fields([
        (t_in!(language, "expenses-total").as_str(), total.as_str()),
        (
            t_in!(language, "budget-month").as_str(),
            budget.as_deref().unwrap_or_default(),
        ),
        (
            t_in!(language, "expenses-rest").as_str(),
            left.as_deref().unwrap_or_default(),
        ),
    ]);
    page.heading(&t_in!(language, "expenses-lines"));
    let head = [
        t_in!(language, "expense-day"),
        t_in!(language, "expense-purpose"),
        t_in!(language, "expenses-case"),
        t_in!(language, "expenses-by"),
        t_in!(language, "receipt"),
        t_in!(language, "expense-amount"),
    ];
    let rows: Vec<Vec<String>> = month
        .lines
        .iter()
        .rev()
        .map(|line| row(language, line))
        .collect();
    let sum = |columns: usize| {
        let mut row = vec![String::new(); columns];
        row[0] = t_in!(language, "expenses-total");
        row[columns - 1] = format::amount(language, month.total);
        row
    };
    page.table_with_sum(&head, &rows, &sum(head.len()), &[5]);
    page.heading(&t_in!(language, "expenses-per-case"));
    let head = [
        t_in!(language, "expenses-case"),
        t_in!(language, "expenses-number"),
        t_in!(language, "expense-amount"),
    ];
    let rows: Vec<Vec<String>> = month
        .cases
        .iter()
        .map(|sum| {
            vec![
                sum.name.clone(),
                sum.number.clone(),
                format::amount(language, sum.total),
            ]
        })
        .collect();
    page.table_with_sum(&head, &rows, &sum(head.len()), &[2]);
    page.blank(&t_in!(language, "expenses-signed"));
    page.finish()
}

fn row(language: Language, line: &ExpenseLine) -> Vec<String> {
    let mut what = purposes::title(language, line);
    if let Some(more) = purposes::more(language, line) {
        what = format!("{what} · {more}");
    }
    if line.reverses.is_some() {
        what = format!("{what} ({})", t_in!(language, "expense-is-reversal"));
    }
    vec![
        format::numeric_day(line.day),
        what,
        line.case_name.clone(),
        line.by.clone(),
        yes(language, !line.receipts.is_empty()),
        format::amount(language, line.cents),
    ]
}

fn yes(language: Language, yes: bool) -> String {
    if yes {
        t_in!(language, "expenses-yes")
    } else {
        t_in!(language, "expenses-no")
    }
}

fn stem(language: Language, month: &ExpenseMonth) -> String {
    let word = t_in!(language, "expenses-title");
    format!("{word} {}", month.month.format("%Y-%m"))
}
