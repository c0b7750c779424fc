//! Filtering cases by district, problem, lead and status, with and without a search text.

use super::TestPhone;
use crate::CaseId;
use crate::api::*;
use crate::model::*;
use crate::view::*;

fn case(phone: &mut TestPhone, name: &str, district: &str, lead: &str, problem: &str) -> CaseId {
    let case = phone.case(name);
    for (field, value) in [(CaseField::District, district), (CaseField::Lead, lead)] {
        phone.call(SetCaseField {
            case,
            field,
            value: value.into(),
        });
    }
    phone.call(SetProblem {
        case,
        problem: problem.into(),
        applies: true,
    });
    phone.log(Who::Case(case), &format!("Thee gedronken bij {name}"));
    case
}

fn town() -> TestPhone {
    let mut noor = TestPhone::new();
    case(&mut noor, "Duivenman", "Markt", "Noor", "overlast");
    case(&mut noor, "Gerda", "De Akkers", "Bas", "schulden");
    case(&mut noor, "Karel", "De Akkers", "Noor", "overlast");
    let closed = case(&mut noor, "Truus", "De Akkers", "Noor", "overlast");
    noor.call(SetCaseField {
        case: closed,
        field: CaseField::Status,
        value: CaseStatus::Closed.word().into(),
    });
    noor
}

fn filter(district: &str, problem: &str, lead: &str, open: Option<bool>) -> CaseFilter {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    CaseFilter {
        district: some(district),
        problem: some(problem),
        lead: some(lead),
        open,
    }
}

#[test]
fn a_list_of_cases_is_narrowed_down_by_any_of_four_things() {
    let mut noor = town();
    let mut check = |filter: CaseFilter, names: &[&str]| {
        let list = noor.call(ReadCases {
            filter,
            skip: 0,
            limit: 9,
        });
        let found: Vec<String> = list.cases.into_iter().map(|line| line.name).collect();
        assert_eq!(found, names);
        assert_eq!(list.total as usize, names.len());
    };
    check(
        filter("", "", "", None),
        &["Karel", "Gerda", "Duivenman", "Truus"],
    );
    check(
        filter("De Akkers", "", "", None),
        &["Karel", "Gerda", "Truus"],
    );
    check(
        filter("", "overlast", "", None),
        &["Karel", "Duivenman", "Truus"],
    );
    check(
        filter("", "", "Noor", None),
        &["Karel", "Duivenman", "Truus"],
    );
    check(
        filter("", "", "", Some(true)),
        &["Karel", "Gerda", "Duivenman"],
    );
    check(filter("", "", "", Some(false)), &["Truus"]);
    check(
        filter("De Akkers", "overlast", "Noor", Some(true)),
        &["Karel"],
    );
    check(filter("Markt", "schulden", "", None), &[]);
}

#[test]
fn a_filtered_list_is_given_part_by_part() {
    let mut noor = town();
    let list = noor.call(ReadCases {
        filter: filter("De Akkers", "", "", None),
        skip: 1,
        limit: 1,
    });
    assert_eq!((list.total, list.cases.len()), (3, 1));
    assert_eq!(list.cases[0].name, "Gerda");
}

#[test]
fn words_are_searched_only_in_the_cases_that_a_filter_lets_through() {
    let mut noor = town();
    noor.call(SaveContact {
        name: "Theehuis".into(),
        fields: Vec::new(),
    });
    noor.log(Who::Unknown, "Thee over het balkon gegooid");
    let mut check = |filter: CaseFilter, encounters: usize, contacts: usize| {
        let found = noor.call(Search {
            text: "thee".into(),
            filter,
            shown: Shown::default(),
        });
        assert_eq!(found.encounters.len(), encounters);
        assert_eq!(found.contacts.len(), contacts);
        assert!(!found.encounters.is_cut());
    };
    check(CaseFilter::default(), 5, 1);
    check(filter("De Akkers", "", "", None), 3, 0);
    check(filter("", "overlast", "Noor", Some(true)), 2, 0);
    let found = noor.call(Search {
        text: "overl".into(),
        filter: filter("De Akkers", "", "", Some(true)),
        shown: Shown::default(),
    });
    let names: Vec<String> = found.cases.into_iter().map(|hit| hit.case.name).collect();
    assert_eq!(names, ["Karel"]);
}

#[test]
fn a_filter_that_looks_through_the_newest_only_says_that_there_may_be_more() {
    let mut noor = town();
    // The first search indexes the town's words.
    noor.call(Search {
        text: "thee".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    let mut check = |newer: u32, more: bool, found: usize| {
        // Adds words newer than the town's, which the filter excludes.
        noor.store
            .connection
            .execute(
                "INSERT INTO search_encounters (rowid, text)
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
                 SELECT (SELECT max(rowid) FROM search_encounters) + i, 'thee' FROM n",
                [newer],
            )
            .expect("adds words");
        let result = noor.call(Search {
            text: "thee".into(),
            filter: filter("Markt", "", "", None),
            shown: Shown::default(),
        });
        assert_eq!(
            (result.encounters.total.or_more, result.encounters.len()),
            (more, found)
        );
    };
    check(1_996, false, 1);
    check(1, true, 0);
}

#[test]
fn there_is_only_to_choose_from_what_stands_somewhere() {
    let mut noor = town();
    let choices = noor.call(ReadCaseChoices);
    assert_eq!(choices.districts, ["De Akkers", "Markt"]);
    assert_eq!(choices.problems, ["overlast", "schulden"]);
    assert_eq!(choices.leads, ["Noor", "Bas"]);
    let gerda = noor.call(Search {
        text: "gerda".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    noor.call(SetProblem {
        case: gerda.cases[0].case.id,
        problem: "schulden".into(),
        applies: false,
    });
    assert_eq!(noor.call(ReadCaseChoices).problems, ["overlast"]);
}
