//! Address books.

use std::time::{Duration, Instant};

use super::{ImportReason as Why, contacts_of, remarks};

/// Reads cards and compares the name and phone of each, and the remarks.
fn check(text: &str, rows: &[(&str, &str)], expected: &[(u32, Why)]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let (found, reading) = contacts_of("boek.vcf", text.as_bytes());
        let found: Vec<_> = found
            .iter()
            .map(|row| (row.name.as_str(), row.phone.as_str()))
            .collect();
        assert_eq!(found, rows);
        assert_eq!(remarks(&reading), expected);
    }
}

fn own_lines(names: &str) -> Why {
    Why::OwnLines {
        names: names.to_owned(),
    }
}

fn card(lines: &str) -> String {
    format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n")
}

#[test]
fn the_mobile_number_is_the_one_to_call_and_never_the_fax() {
    let text = card(
        "FN:Imam\nTEL;TYPE=FAX,PREF:0351234567\nTEL;TYPE=WORK:0351234568\nTEL;TYPE=CELL:0612345678",
    );
    check(&text, &[("Imam", "+31612345678")], &[]);
    let (rows, _) = contacts_of("boek.vcf", text.as_bytes());
    assert_eq!(rows[0].note, "Telefoon werk: 0351234568\nFax: 0351234567");
    check(
        &card("FN:Kantoor\nTEL;TYPE=FAX:0351234567"),
        &[("Kantoor", "")],
        &[],
    );
}

#[test]
fn a_card_without_a_name_takes_email_organisation_or_phone() {
    check(
        &card("EMAIL:anna@example.org\nORG:De Wilg"),
        &[("anna@example.org", "")],
        &[],
    );
    check(
        &card("ORG:De Wilg\nTEL:0612345678"),
        &[("De Wilg", "+31612345678")],
        &[],
    );
    check(
        &card("TEL:0612345678"),
        &[("+31612345678", "+31612345678")],
        &[],
    );
    check(&card("NOTE:niemand"), &[], &[(1, Why::NoName)]);
    check(
        &card("N:Dijk;Jan;van der;;"),
        &[("Jan van der Dijk", "")],
        &[],
    );
}

#[test]
fn a_card_that_stands_twice_is_kept_once() {
    let text = card("FN:Imam\nUID:1") + &card("FN:imam\nUID:1");
    check(
        &text,
        &[("Imam", "")],
        &[(6, Why::TwiceInFile { first_line: 1 })],
    );
}

#[test]
fn a_book_that_is_cut_off_keeps_the_cards_before() {
    let text = card("FN:Imam") + "BEGIN:VCARD\nVERSION:3.0\nFN:Concierge\nTEL:06";
    check(&text, &[("Imam", "")], &[(5, Why::CutOff)]);
    // The next card begins here: what there is of this one is complete lines.
    let text = "BEGIN:VCARD\nFN:Half\n".to_owned() + &card("FN:Imam");
    check(&text, &[("Half", ""), ("Imam", "")], &[(1, Why::NoEnd)]);
}

#[test]
fn a_card_inside_a_card_and_text_between_cards_do_no_harm() {
    let agent = "FN:Imam\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Zus\nEND:VCARD\nTEL:0612345678";
    check(&card(agent), &[("Imam", "+31612345678")], &[]);
    let text = card("FN:Imam") + "\nzomaar\ntekst\n" + &card("FN:Concierge");
    check(
        &text,
        &[("Imam", ""), ("Concierge", "")],
        &[(6, Why::Unreadable)],
    );
}

#[test]
fn quoted_printable_is_read_in_utf8_and_latin1_with_and_without_its_name() {
    for name in [
        "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB",
        "FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB",
        "FN;ENCODING=QUOTED-PRINTABLE:Zo=EB",
        "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB",
        "FN;QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=\n=C3=AB",
    ] {
        check(
            &format!("BEGIN:VCARD\nVERSION:2.1\n{name}\nEND:VCARD\n"),
            &[("Zoë", "")],
            &[],
        );
    }
}

#[test]
fn labels_say_what_somebody_is_good_for_unless_every_phone_sets_them() {
    let text = card("FN:Imam\nCATEGORIES:gezinnen,My Contacts,schulden");
    let (rows, _) = contacts_of("boek.vcf", text.as_bytes());
    assert_eq!(rows[0].what_for, "gezinnen, schulden");
}

#[test]
fn a_picture_of_ten_megabytes_is_read_over_quickly() {
    let line = format!(" {}\n", "A".repeat(74));
    let picture = line.repeat(14_000_000 / line.len());
    let text = card(&format!(
        "FN:Imam\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/\n{picture}TEL:0612345678"
    ));
    let start = Instant::now();
    let (rows, reading) = contacts_of("boek.vcf", text.as_bytes());
    let took = start.elapsed();
    println!("card with a picture of {} bytes: {took:?}", text.len());
    assert_eq!((rows.len(), rows[0].phone.as_str()), (1, "+31612345678"));
    assert!(matches!(
        remarks(&reading)[..],
        [(
            1,
            Why::Attachment {
                bytes: 10_000_000..
            }
        )]
    ));
    // Generous: an unoptimised build on a busy machine.
    assert!(took < Duration::from_secs(5), "{took:?}");
}

#[test]
fn a_picture_in_a_data_address_is_dropped_and_so_is_a_link_to_one() {
    let text = card("FN:Imam\nPHOTO:data:image/jpeg;base64,QUJD\n QUJD");
    check(&text, &[("Imam", "")], &[(1, Why::Attachment { bytes: 6 })]);
    check(
        &card("FN:Imam\nPHOTO;VALUE=uri:https://example.org/imam.jpg"),
        &[("Imam", "")],
        &[(1, own_lines("PHOTO"))],
    );
}

#[test]
fn a_service_number_on_a_card_or_in_a_name_is_not_kept_either() {
    let text = card("FN:Imam (BSN 123456782)\nNOTE:bsn: 1234.56.782\\, belt graag");
    let (rows, reading) = contacts_of("boek.vcf", text.as_bytes());
    assert_eq!(rows[0].name, "Imam (BSN [weggelaten])");
    assert_eq!(rows[0].note, "bsn: [weggelaten], belt graag");
    assert_eq!(remarks(&reading), [(1, Why::ServiceNumberTakenOut)]);
}

#[test]
fn what_apple_writes_in_parameters_is_understood() {
    let text = card(
        "FN:Bas\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09\n\
         ADR;LABEL=\"Huize Wilg\\nDijk 1\":;;Dijk 1;Oosterhage;;;",
    );
    let (rows, _) = contacts_of("boek.vcf", text.as_ref());
    assert!(rows[0].note.contains("--05-09"), "{}", rows[0].note);
    assert!(!rows[0].note.contains("1604"), "{}", rows[0].note);
    assert!(
        rows[0].note.contains("Huize Wilg Dijk 1"),
        "{}",
        rows[0].note
    );
}

#[test]
fn a_card_of_nobody_is_told_with_its_text() {
    let (_, reading) = contacts_of("boek.vcf", card("NOTE:hond in de tuin").as_ref());
    assert_eq!(reading.problems[0].text, "hond in de tuin");
}
