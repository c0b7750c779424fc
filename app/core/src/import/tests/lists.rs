//! Rows of lists.

use super::{ImportReason as Why, cases_of, check, remarks};
use crate::model::CaseStatus;

#[test]
fn a_row_without_a_name_is_left_out_and_said() {
    check(
        "Dossiernr;Naam;Adres\n1;;Dijk 1\n2;G.;\n",
        &[(3, "G.")],
        &[(2, Why::NoName)],
    );
}

#[test]
fn a_heading_between_the_rows_and_a_line_below_the_titles_are_no_people() {
    let no_row = |text: &str| Why::NoRow {
        text: text.to_owned(),
    };
    check(
        "Dossiernr;Naam;Adres\n---;---;---\nWijk Noord;;\nA-1;G.;Dijk 1\n;;Mevrouw belt\n* vertrouwelijk;;\nDeze lijst is van ons;;\nA-2;-;Dijk 2\n",
        &[(4, "G."), (8, "-")],
        &[
            (2, no_row("--- · --- · ---")),
            (3, no_row("Wijk Noord")),
            (5, no_row("Mevrouw belt")),
            (6, no_row("* vertrouwelijk")),
            (7, no_row("Deze lijst is van ons")),
        ],
    );
    // A number alone may be a BSN, which is not repeated.
    check(
        "Dossiernr;Naam;Adres\n1;G.;Dijk\n;;123456782\n",
        &[(2, "G.")],
        &[(3, Why::NoName)],
    );
}

#[test]
fn a_separator_for_each_column_of_excel_says_nothing() {
    let blank = ";".repeat(16_382);
    let text = format!("Dossiernr;Naam{blank}\nA-1;G.{blank}\n");
    check(&text, &[(2, "G.")], &[]);
    assert_eq!(cases_of(text.as_bytes()).0[0].background, "");
}

#[test]
fn a_file_of_another_kind_is_not_taken_for_a_table() {
    use super::{read, today};
    for text in [
        "[{\"naam\":\"Poedel\",\"adres\":\"Dijk 1\"}]",
        "{\\rtf1 Naam;Adres\\par Poedel;Dijk 1}",
        "<table><tr><td>Naam;Adres\n",
    ] {
        let refusal = read("lijst.csv", text.as_bytes(), today());
        assert_eq!(refusal, Err(crate::ImportRefusal::UnknownKind), "{text}");
    }
}

#[test]
fn a_row_that_stands_twice_is_kept_once() {
    let twice = [(3, Why::TwiceInFile { first_line: 2 })];
    check("Dossiernr;Naam\n1;G.\n1; g. \n", &[(2, "G.")], &twice);
    check("Naam;Adres\nG.;Dijk 1\nG.;dijk  1\n", &[(2, "G.")], &twice);
}

#[test]
fn two_people_under_one_number_are_both_kept_with_their_own_keys() {
    let (rows, reading) = cases_of(b"Dossiernr;Naam\n1;G.\n1;T.\n");
    assert_eq!(rows.len(), 2);
    assert_eq!(remarks(&reading), [(3, Why::NumberOfTwo { first_line: 2 })]);
    assert_ne!(rows[0].key(), rows[1].key());
    // Each has the key it would have on its own.
    assert_eq!(
        rows[0].key(),
        cases_of(b"Dossiernr;Naam\n1;G.\n").0[0].key()
    );
    assert_eq!(
        rows[1].key(),
        cases_of(b"Dossiernr;Naam\n1;T.\n").0[0].key()
    );
}

#[test]
fn without_a_number_name_and_address_make_the_key() {
    let key = |text: &str| cases_of(text.as_bytes()).0[0].key();
    assert_eq!(
        key("Naam;Adres\nZoë;Dijk 1\n"),
        key("Adres;Naam\nDIJK  1;Zoe\n")
    );
    assert_ne!(
        key("Naam;Adres\nG.;Dijk 1\n"),
        key("Naam;Adres\nG.;Dijk 2\n")
    );
    assert_eq!(key("Naam\nG.\n").get_version_num(), 8);
}

#[test]
fn odd_values_are_kept_as_written_with_a_remark() {
    let (rows, _) = cases_of(b"Naam;Telefoon;Postcode;Status\nG.;zie zus;12 AB;zoek\n");
    let row = &rows[0];
    assert_eq!(
        (row.phone.as_str(), row.postcode.as_str()),
        ("zie zus", "12 AB")
    );
    assert_eq!(
        (row.status, row.background.as_str()),
        (CaseStatus::Open, "Status: zoek")
    );
    check(
        "Naam;Telefoon;Postcode;Status\nG.;zie zus;12 AB;zoek\n",
        &[(2, "G.")],
        &[
            (
                2,
                Why::OddStatus {
                    text: "zoek".to_owned(),
                },
            ),
            (
                2,
                Why::OddPhone {
                    text: "zie zus".to_owned(),
                },
            ),
            (
                2,
                Why::OddPostcode {
                    text: "12 AB".to_owned(),
                },
            ),
        ],
    );
}

#[test]
fn days_in_the_future_are_remarked_upon_and_today_is_not() {
    let text = "Naam;Datum aanmelding;Laatste contact\nG.;23-11-2026;22-11-2026\n";
    check(
        text,
        &[(2, "G.")],
        &[(
            2,
            Why::FutureDate {
                text: "23-11-2026".to_owned(),
            },
        )],
    );
    let (rows, _) = cases_of(text.as_bytes());
    assert_eq!(
        (rows[0].reported_on, rows[0].last_contact),
        (None, super::day(2026, 11, 22))
    );
    assert_eq!(rows[0].background, "Datum aanmelding: 23-11-2026");
}

#[test]
fn a_serial_number_of_a_spreadsheet_is_not_taken_for_a_day() {
    check(
        "Naam;Laatste contact\nG.;45205\n",
        &[(2, "G.")],
        &[(
            2,
            Why::BadDate {
                text: "45205".to_owned(),
            },
        )],
    );
}

#[test]
fn fields_that_are_too_long_leave_the_row_out() {
    let long = format!("Naam;Adres\nG.;{}\nT.;Dijk\n", "a".repeat(501));
    check(long, &[(3, "T.")], &[(2, Why::TooLong)]);
    let long = format!("Naam;Opmerking\nG.;{}\n", "é".repeat(20_001));
    check(long, &[], &[(2, Why::TooLong)]);
}

#[test]
fn politically_sensitive_is_seen_wherever_it_stands() {
    for text in [
        "Naam;Opmerking\nG.;let op: Bestuurlijk gevoelig!\n",
        "Naam;Problematiek\nG.;overlast, bestuurlijk gevoelig\n",
        "Naam;Bestuurlijk gevoelig\nG.;ja\n",
    ] {
        let (rows, _) = cases_of(text.as_bytes());
        assert!(rows[0].sensitive, "{text}");
        assert!(
            !rows[0]
                .problems
                .contains(&"bestuurlijk gevoelig".to_owned())
        );
    }
    assert!(!cases_of(b"Naam;Bestuurlijk gevoelig\nG.;nee\n").0[0].sensitive);
}

#[test]
fn citizen_service_numbers_are_taken_over_nowhere() {
    let text = "Naam;BSN\nG.;123456782\n";
    check(text, &[(2, "G.")], &[(1, Why::ServiceNumbers)]);
    assert!(!format!("{:?}", cases_of(text.as_bytes()).0).contains("123456782"));
}

#[test]
fn street_number_and_place_become_one_address() {
    let (rows, _) =
        cases_of(b"Naam;Straat;Huisnummer;Toevoeging;Plaats\nG.;Dijk;12;hs;Oosterhage\n");
    assert_eq!(rows[0].address, "Dijk 12 hs, Oosterhage");
}
