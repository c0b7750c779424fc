//! The tables that documents are projected to, in one list: what is removed with a document, and what
//! counts as unsent again when the log is reread, are derived from it.

/// A table with rows of documents.
#[derive(Debug)]
pub(in crate::store) struct ProjectedTable {
    /// Name of the table.
    pub(in crate::store) name: &'static str,
    /// Column with the id of the document that a row belongs to.
    pub(in crate::store) document: &'static str,
    /// How its rows count as unsent work. `None` for a table without a `rev`, whose rows follow from
    /// rows of the others.
    pub(in crate::store) unsent: Option<Unsent>,
    /// Whether its rows are removed with the case or contact they belong to.
    pub(in crate::store) removed: bool,
    /// Whether its rows follow from the document. Others hold what only this phone knows.
    pub(in crate::store) follows: bool,
    /// Whether its rows may be shown under another document than they were written in, which is then
    /// in their column `origin`.
    moves: bool,
}

impl ProjectedTable {
    /// The condition on rows that were written in the document `?1`.
    pub(in crate::store) fn rows_of(&self) -> String {
        let document = self.document;
        match self.moves {
            true => format!("({document} = ?1 AND origin IS NULL OR origin = ?1)"),
            false => format!("{document} = ?1"),
        }
    }

    /// The expression for the document that a row was written in.
    pub(in crate::store) fn owner(&self) -> String {
        let (name, document) = (self.name, self.document);
        match self.moves {
            true => format!("coalesce({name}.origin, {name}.{document})"),
            false => format!("{name}.{document}"),
        }
    }
}

/// How the rows of a table count as unsent work.
#[derive(Debug)]
pub(in crate::store) struct Unsent {
    /// Column with the id of the entry; the document's own where the row is the document.
    pub(in crate::store) id: &'static str,
    /// SQL expression for the word of [`Part`](super::Part).
    pub(in crate::store) part: &'static str,
}

/// Entries of a document, with a `rev`.
const fn entries(name: &'static str, part: &'static str) -> ProjectedTable {
    ProjectedTable {
        name,
        document: "document",
        unsent: Some(Unsent { id: "id", part }),
        removed: true,
        follows: true,
        moves: false,
    }
}

/// Entries that may be moved to another document.
const fn movable(name: &'static str, part: &'static str) -> ProjectedTable {
    ProjectedTable {
        moves: true,
        ..entries(name, part)
    }
}

/// One row for the document itself, with a `rev`; removed by its own code.
const fn whole(name: &'static str) -> ProjectedTable {
    ProjectedTable {
        name,
        document: "id",
        unsent: Some(Unsent {
            id: "id",
            part: OTHER,
        }),
        removed: false,
        follows: true,
        moves: false,
    }
}

/// Rows that follow from those of other tables.
const fn derived(name: &'static str, document: &'static str) -> ProjectedTable {
    ProjectedTable {
        name,
        document,
        unsent: None,
        removed: true,
        follows: true,
        moves: false,
    }
}

/// Rows about entries of a document that this phone alone keeps.
const fn of_this_phone(name: &'static str, document: &'static str) -> ProjectedTable {
    ProjectedTable {
        follows: false,
        ..derived(name, document)
    }
}

const OTHER: &str = "'other'";

/// Every projected table. `decisions_seen` is not one: it must outlive the rows.
pub(in crate::store) const TABLES: [ProjectedTable; 22] = [
    movable(
        "encounters",
        "CASE kind WHEN 3 THEN 'signal' ELSE 'encounter' END",
    ),
    movable("commitments", "'commitment'"),
    ProjectedTable {
        document: "origin",
        ..entries(
            "entries_gone",
            "CASE part WHEN 'expense' THEN 'other' ELSE part END",
        )
    },
    movable("safety", OTHER),
    movable("trust", OTHER),
    entries("agenda", OTHER),
    entries("closings", OTHER),
    entries("parties", OTHER),
    entries("relations", OTHER),
    entries("decisions", OTHER),
    movable("expenses", OTHER),
    movable("expense_receipts", OTHER),
    whole("cases"),
    whole("contacts"),
    whole("studies"),
    derived("around", "case_id"),
    derived("case_joins", "case_id"),
    derived("case_texts", "case_id"),
    derived("party_changes", "document"),
    derived("look_agains", "document"),
    of_this_phone("news", "document"),
    of_this_phone("unsent", "document"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::TestPhone;

    /// Tables with a `rev` that is not that of projected rows: the documents, the records to send and
    /// the list of unsent work.
    const OTHERS: [&str; 3] = ["documents", "outbox", "unsent"];

    fn columns(phone: &TestPhone, table: &str) -> Vec<String> {
        let mut statement = phone
            .store
            .connection
            .prepare("SELECT name FROM pragma_table_info(?1)")
            .expect("a statement");
        let rows = statement.query_map([table], |row| row.get(0));
        rows.expect("columns")
            .collect::<Result<_, _>>()
            .expect("columns")
    }

    #[test]
    fn every_table_with_a_rev_is_listed_with_columns_that_it_has() {
        let phone = TestPhone::new();
        let mut statement = phone
            .store
            .connection
            .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
            .expect("a statement");
        let tables: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .expect("tables")
            .collect::<Result<_, _>>()
            .expect("tables");
        for table in tables.iter().map(String::as_str) {
            let has_rev = columns(&phone, table).iter().any(|column| column == "rev");
            let listed = TABLES.iter().find(|listed| listed.name == table);
            let unsent = listed.is_some_and(|listed| listed.unsent.is_some());
            assert!(
                has_rev == unsent || OTHERS.contains(&table),
                "{table} has a rev and is not listed, or is listed and has none"
            );
        }
        for listed in &TABLES {
            let columns = columns(&phone, listed.name);
            let unsent = listed.unsent.iter().map(|unsent| unsent.id);
            for wanted in unsent.chain([listed.document]) {
                assert!(
                    columns.iter().any(|column| column == wanted),
                    "{} has no {wanted}",
                    listed.name
                );
            }
        }
    }
}
