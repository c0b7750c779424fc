//! Numbers in running text.

use super::super::calls;
use super::check;

#[test]
fn a_number_is_found_wherever_it_stands_and_however_it_is_written() {
    check("Zijn zus: 06-12345678.", &["+31612345678"]);
    check("bel 06 12 34 56 78 na 14:00", &["+31612345678"]);
    check("06 12345678 14 uur", &["+31612345678"]);
    check(
        "(035) 123 45 67 of +31 (0)6 12345678",
        &["+31351234567", "+31612345678"],
    );
    check("0031612345678\n0612345678", &["+31612345678"]);
    check("zus in Gent 0032 470 12 34 56", &["+32470123456"]);
    check("politie 0900-8844", &["09008844"]);
    check(
        "tel0612345678, m 0687654321",
        &["+31612345678", "+31687654321"],
    );
    check("https://wa.me/31612345678", &["+31612345678"]);
    check("dossier van zus 0612345678", &["+31612345678"]);
    check(
        "06 123456 en later 0201 234567: 020 1234567",
        &["+31201234567"],
    );
    // A second number that lost its plus does not undo the first.
    check(
        "088 0000 000 316 10000000",
        &["+31880000000", "+31610000000"],
    );
}

#[test]
fn other_digits_are_no_number() {
    for text in [
        "Gesprek op 06-12-2025 1030 uur",
        "06-12-25 1430 uur",
        "06 12 2025 10",
        "06/12/2025 1234",
        "2025-06-12 10:30",
        "01-02-2025 1012345",
        "01 02 2025 10",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "NL20INGB0001234567",
        "NL20 INGB 0001 2345 67",
        "DE89 3704 0044 0532 0130 00",
        "BE71 0961 2345 6769",
        "rekening 0416164300",
        "BSN 012345672",
        "BSN: 612345678",
        "BSN nr. 612345678",
        "dossiernummer 0612345678",
        "dossier 612345678",
        "2025-0612345678",
        "52.0612345678",
        "0,0612345678",
        "X0612345678",
        "0612345678x",
        "0612345678@example.org",
        "jan.0612345678@example.org",
        "https://example.org/0612345678",
        "€ 0,50 en 0,75",
        "8 van de 10",
        "+",
        "0",
        "",
        "hij woont op 112, kamer 113",
        "klant 612345678 gebeld",
        "zaak 31612345678",
    ] {
        check(text, &[]);
    }
}

#[test]
fn text_in_any_script_is_walked_through() {
    check("مرحبا 0612345678 é", &["+31612345678"]);
    check("é0é+é(é", &[]);
}

#[test]
fn the_words_next_to_a_number_stand_on_its_button() {
    let text = "Lang gesproken. Zijn zus: 06-12345678. Morgen weer langs.";
    let [call] = calls(text).try_into().expect("one call");
    assert_eq!(call.label, "Zijn zus");
    assert_eq!(&text[call.span.clone()], "06-12345678");
    let long = format!("{}zijn broer 0612345678", "met veel woorden ".repeat(9));
    assert!(calls(&long)[0].label.chars().count() <= 49);
}

#[test]
fn a_number_that_the_text_withdraws_is_not_dialled() {
    for text in [
        "0612345678 (niet bellen)",
        "0612345678 NIET MEER BELLEN!",
        "oud: 0612345678",
        "oud nummer 0612345678",
        "0612345678 - vervallen",
        "0612345678, nummer werkt niet meer",
    ] {
        check(text, &[]);
    }
    check("oud: 0612345678, nieuw: 0687654321", &["+31687654321"]);
    // What is not about the number withdraws nothing.
    for text in [
        "0612345678 niet bellen voor 10 uur",
        "0612345678, gas afgesloten",
        "0612345678 zijn vader, oud-collega",
        "0612345678 (werkt niet op maandag)",
    ] {
        check(text, &["+31612345678"]);
    }
}
