//! Files from a municipality and from real address books.

use super::{cases_of, contacts_of, day, remarks};
use crate::model::{CaseStatus, ImportReason as Why};

const LIST: &[u8] = include_bytes!("../../../tests/data/import/dossierlijst.csv");
const ANDROID: &[u8] = include_bytes!("../../../tests/data/import/John_Doe_ANDROID.vcf");
const GMAIL: &[u8] = include_bytes!("../../../tests/data/import/John_Doe_GMAIL.vcf");
const IPHONE: &[u8] = include_bytes!("../../../tests/data/import/John_Doe_IPHONE.vcf");
const OUTLOOK: &[u8] = include_bytes!("../../../tests/data/import/outlook-2007.vcf");
const RFC6350: &[u8] = include_bytes!("../../../tests/data/import/rfc6350-example.vcf");

#[test]
fn the_list_of_the_municipality_gives_forty_cases_and_four_remarks() {
    let (rows, reading) = cases_of(LIST);
    assert_eq!(rows.len(), 40);
    let future = |text: &str| Why::FutureDate {
        text: text.to_owned(),
    };
    let expected = [
        (
            9,
            Why::BadDate {
                text: "31-02-2025".to_owned(),
            },
        ),
        (9, future("16-12-2026")),
        (32, Why::TwiceInFile { first_line: 6 }),
        (39, future("27-2-2027")),
    ];
    assert_eq!(remarks(&reading), expected);
}

#[test]
fn a_case_of_the_list_has_everything_in_its_place() {
    let (rows, _) = cases_of(LIST);
    let row = &rows[0];
    assert_eq!(
        (row.line, row.number.as_str(), row.name.as_str()),
        (2, "2023-001", "de duivenman")
    );
    assert_eq!(
        (row.address.as_str(), row.postcode.as_str()),
        ("Zuiderdijk 138a", "1203 KL")
    );
    assert_eq!(row.phone, "+31683869350");
    assert_eq!(row.problems, ["overlast", "crimineel gedrag"]);
    assert_eq!(
        (row.reported_by.as_str(), row.reported_on),
        ("buren", day(2023, 10, 6))
    );
    assert_eq!(
        (row.lead.as_str(), row.last_contact),
        ("M", day(2024, 12, 25))
    );
    assert_eq!(
        (row.status, row.background.as_str()),
        (CaseStatus::Open, "hond bijt")
    );
}

#[test]
fn every_number_of_the_list_can_be_called_in_one_spelling() {
    let (rows, _) = cases_of(LIST);
    let phones: Vec<_> = rows.iter().map(|row| row.phone.as_str()).collect();
    assert_eq!(phones.iter().filter(|phone| phone.is_empty()).count(), 3);
    assert!(
        phones
            .iter()
            .all(|phone| phone.is_empty() || phone.starts_with("+316"))
    );
    assert!(rows.iter().all(|row| row.postcode.len() == 7));
}

#[test]
fn a_day_that_does_not_exist_stays_as_text() {
    let (rows, _) = cases_of(LIST);
    let row = rows
        .iter()
        .find(|row| row.number == "2023-008")
        .expect("a row");
    assert_eq!((row.reported_on, row.last_contact), (None, None));
    let background = "niet appen, telefoon wordt gelezen\nDatum aanmelding: 31-02-2025\nLaatste contact: 16-12-2026";
    assert_eq!(row.background, background);
}

#[test]
fn a_remark_of_two_lines_and_windows_letters_stay_whole() {
    let (rows, _) = cases_of(LIST);
    let background = |number: &str| {
        rows.iter()
            .find(|row| row.number == number)
            .map(|row| row.background.as_str())
    };
    assert_eq!(
        background("2025-031"),
        Some("eerste regel\ntweede regel, met ; erin")
    );
    assert_eq!(
        background("2024-023"),
        Some("\"ik doe niet meer mee\"; zegt hij")
    );
    assert_eq!(
        background("2023-010"),
        Some("koelkast leeg: boodschappen gedaan € 38,20")
    );
    let names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    for name in [
        "mevr. Á.",
        "Ö.",
        "familie Çelik-de V.",
        "het heftruckbewijs",
        "'de generaal'",
    ] {
        assert!(names.contains(&name), "{name}");
    }
    // The record after the two lines has its real line number.
    assert_eq!(
        rows.iter()
            .find(|row| row.name == "de stille")
            .map(|row| row.line),
        Some(36)
    );
}

#[test]
fn statuses_in_all_spellings_and_sensitive_files_are_known() {
    let (rows, _) = cases_of(LIST);
    let count = |status| rows.iter().filter(|row| row.status == status).count();
    assert_eq!(count(CaseStatus::Waiting), 4);
    assert_eq!(count(CaseStatus::HandedOver), 3);
    assert_eq!(count(CaseStatus::Closed), 7);
    assert_eq!(rows.iter().filter(|row| row.sensitive).count(), 3);
}

#[test]
fn the_android_address_book_is_read_whole() {
    let (rows, reading) = contacts_of("contacten.vcf", ANDROID);
    let names: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    let expected = [
        "john.doe@company.com",
        "jane.doe@company.com",
        "Ñ Ñ Ñ Ñ Ñ",
        "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ",
        "Ñ Ñ Ñ Ñ",
        "ÑÑÑÑ",
    ];
    assert_eq!(names, expected);
    assert_eq!(rows[3].phone, "123456");
    assert!(
        rows[3]
            .note
            .contains("Telefoon thuis: 234567\nTelefoon thuis: 45678901")
    );
    assert_eq!(rows[4].email, "bob@company.com");
    assert!(rows[5].organisation.chars().all(|letter| letter == 'Ñ'));
    let pictures = remarks(&reading)
        .into_iter()
        .filter(|(_, why)| matches!(why, Why::Attachment { .. }));
    assert_eq!(pictures.count(), 1);
}

#[test]
fn the_iphone_card_keeps_its_numbers_and_drops_its_picture() {
    let (rows, reading) = contacts_of("iphone.vcf", IPHONE);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.role.as_str()),
        ("Mr. John Richter James Doe Sr.", "Money Counter")
    );
    assert_eq!(
        (row.organisation.as_str(), row.phone.as_str()),
        ("IBM, Accounting", "905-555-1234")
    );
    assert_eq!(row.email, "john.doe@ibm.com");
    assert!(row.note.contains("Fax: 905-888-1234"));
    let Some((1, Why::Attachment { bytes })) = remarks(&reading).first().cloned() else {
        panic!("no picture");
    };
    assert!((30_000..40_000).contains(&bytes), "{bytes}");
}

#[test]
fn the_gmail_card_is_read() {
    let (rows, reading) = contacts_of("gmail.vcf", GMAIL);
    assert_eq!(rows[0].name, "Mr. John Richter, James Doe Sr.");
    for line in [
        "Telefoon thuis: 905-666-1234",
        "Web: http://www.ibm.com",
        "Geboren: 22-03-1980",
        "Jubileum: 01-03-1975",
        "Echtgenoot: Jenny",
        "Uitspraak voornaam: Jon",
    ] {
        assert!(rows[0].note.lines().any(|found| found == line), "{line}");
    }
    assert_eq!(
        remarks(&reading),
        [(
            1,
            Why::OddPhone {
                text: "905-555-1234".to_owned()
            }
        )]
    );
}

#[test]
fn the_outlook_card_is_read() {
    let (rows, reading) = contacts_of("outlook.vcf", OUTLOOK);
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.phone.as_str()),
        ("Mr. Michael Angstadt Jr.", "(111) 555-4444")
    );
    assert_eq!(
        row.address,
        "222 Broadway, TheOffice, 99999 New York, NY, USA"
    );
    assert!(
        row.note
            .starts_with("This is the NOTE field\nI assume it encodes")
    );
    assert!(row.note.contains("Rol: TheProfession"));
    let pictures = remarks(&reading)
        .into_iter()
        .filter(|(_, why)| matches!(why, Why::Attachment { .. }));
    assert_eq!(pictures.count(), 2);
}

#[test]
fn the_example_of_the_standard_is_read() {
    let (rows, reading) = contacts_of("rfc.vcf", RFC6350);
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.phone.as_str()),
        ("Simon Perreault", "+14182626501")
    );
    assert!(row.note.contains("Telefoon werk: +1-418-656-9254;ext=102"));
    let own = Why::OwnLines {
        names: "KEY".to_owned(),
    };
    assert_eq!(remarks(&reading), [(1, own)]);
}

#[test]
fn reading_a_file_again_gives_the_same_keys_and_no_two_rows_share_one() {
    let keys =
        |rows: &[crate::import::CaseRow]| rows.iter().map(|row| row.key()).collect::<Vec<_>>();
    let first = keys(&cases_of(LIST).0);
    assert_eq!(first, keys(&cases_of(LIST).0));
    let mut single = first.clone();
    single.sort();
    single.dedup();
    assert_eq!(single.len(), 40);
    // Pinned: phones with older and newer apps must agree on it.
    assert_eq!(first[0].to_string(), "73e76e0b-e670-81ca-9583-08a8b453610c");
}
