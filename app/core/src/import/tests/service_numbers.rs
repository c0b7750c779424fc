//! Citizen service numbers in columns and texts, and what only looks like one.

use super::{ImportReason as Why, cases_of, remarks};

#[test]
fn a_date_is_no_citizen_service_number() {
    // 17-05-1964, 12-01-2026 and 24-01-2026 pass the eleven-test with a zero before them.
    let (rows, reading) = cases_of(
        "Dossiernr;Cliënt;Geboortedatum;Adres\nD-1;Jan Berg;17-05-1964;Dijk 1\n".as_bytes(),
    );
    assert_eq!(rows[0].background, "Geboortedatum: 17-05-1964");
    assert_eq!(remarks(&reading), []);
    let (rows, reading) = cases_of(
        b"Naam;Gezien;Opmerking\nJan;12-01-2026;BSN gecontroleerd 12-01-2026\nEls;24-01-2026;\n",
    );
    assert_eq!(
        rows[0].background,
        "BSN gecontroleerd 12-01-2026\nGezien: 12-01-2026"
    );
    assert_eq!(remarks(&reading), []);
}

#[test]
fn few_numbers_under_a_title_of_another_kind_are_kept() {
    for (title, value) in [
        ("Telefoon thuis", "302345607"),
        ("KvK partner", "20001009"),
        ("Zaaknummer", "20260003"),
    ] {
        let text = format!("Naam;{title};Mobiel\nJan;{value};0612345678\nEls;;0612345679\n");
        let (rows, reading) = cases_of(text.as_bytes());
        let kept = format!("{} {}", rows[0].number, rows[0].background);
        assert!(kept.contains(value), "{title}: {kept}");
        assert!(
            !remarks(&reading).contains(&(1, Why::ServiceNumbers)),
            "{title}"
        );
    }
}

#[test]
fn numbers_beside_other_texts_in_a_column_are_taken_out_of_it() {
    let text =
        "Cliëntnummer;Naam\n123456782;Jan\n111222333;Els\nonbekend;Bo\ngeen;Kees\nC-4;Piet\n";
    let (rows, reading) = cases_of(text.as_bytes());
    let numbers: Vec<_> = rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, ["", "", "onbekend", "geen", "C-4"]);
    assert_eq!(remarks(&reading), [(1, Why::ServiceNumbers)]);
    // A reason why there is none is kept.
    let (rows, _) = cases_of(b"Naam;BSN\nJan;123456782\nEls;wil niet\nBo;12345678\n");
    let backgrounds: Vec<_> = rows.iter().map(|row| row.background.as_str()).collect();
    assert_eq!(backgrounds, ["", "BSN: wil niet", ""]);
}

#[test]
fn a_number_is_taken_out_however_the_text_names_it() {
    for (text, kept) in [
        ("BSN123456782", "BSN[weggelaten]"),
        ("BSN 1 2 3 4 5 6 7 8 2", "BSN [weggelaten]"),
        ("bsn 123_456_782, hond", "bsn [weggelaten], hond"),
        ("bsn 1234/56/782", "bsn [weggelaten]"),
        ("bsn １２３４５６７８２", "bsn [weggelaten]"),
        ("123456782 (BSN)", "[weggelaten] (BSN)"),
        ("123456782 is zijn bsn", "[weggelaten] is zijn bsn"),
        ("B.S.N. 123456782", "B.S.N. [weggelaten]"),
        (
            "Burger Service Nummer 123456782",
            "Burger Service Nummer [weggelaten]",
        ),
        (
            "BSN van moeder mevrouw Jansen: 123456782",
            "BSN van moeder mevrouw Jansen: [weggelaten]",
        ),
        (
            "BSN 123456782 en 111222333",
            "BSN [weggelaten] en [weggelaten]",
        ),
        (
            "bsn kind 1 123456782 kind 2 111222333",
            "bsn kind 1 [weggelaten] kind 2 [weggelaten]",
        ),
        ("BSN 123456782 12", "BSN [weggelaten] 12"),
        ("BSN 123 456 782 12", "BSN [weggelaten] 12"),
    ] {
        let (rows, reading) = cases_of(format!("Naam;Opmerking\nJan;{text}\n").as_bytes());
        assert_eq!(rows[0].background, kept);
        assert_eq!(
            remarks(&reading),
            [(2, Why::ServiceNumberTakenOut)],
            "{text}"
        );
    }
}

#[test]
fn a_number_that_nothing_names_is_asked_about() {
    for text in [
        "nummer 123456782",
        "BSN niet bekend. Bestelling 123456782",
        "zaak 123456782\nbsn onbekend",
    ] {
        let (rows, reading) = cases_of(format!("Naam;Opmerking\nJan;\"{text}\"\n").as_bytes());
        assert_eq!(rows[0].background, text);
        assert_eq!(remarks(&reading), [(2, Why::ServiceNumberInText)], "{text}");
    }
}

#[test]
fn a_citizen_service_number_is_seen_in_any_script_and_with_any_hyphen() {
    for number in [
        "١١١٢٢٢٣٣٣",
        "１１１２２２３３３",
        "111‐222‐333",
        "111\u{200b}222\u{200b}333",
    ] {
        let text = format!("Naam;BSN;Opmerking\nJan;{number};BSN {number} staat hier\n");
        let (rows, reading) = cases_of(text.as_bytes());
        let kept = format!("{:?}", rows[0]);
        assert!(!kept.contains(number), "{number}: {kept}");
        assert!(
            remarks(&reading).contains(&(2, Why::ServiceNumberTakenOut)),
            "{number}: {:?}",
            remarks(&reading)
        );
    }
}

#[test]
fn a_number_that_the_row_has_in_its_own_column_stands_nowhere_else() {
    for (reference, number) in [
        ("123456782", ""),
        ("1234.56.782", ""),
        ("0123456782", ""),
        ("Z-123456782", "Z-[weggelaten]"),
        ("C123456782", "C[weggelaten]"),
        ("88-1", "88-1"),
    ] {
        let text = format!("Naam;BSN;Kenmerk\nAb;123456782;{reference}\nBo;;88-2\n");
        let (rows, reading) = cases_of(text.as_bytes());
        assert_eq!(rows[0].number, number, "{reference}");
        let told = remarks(&reading).contains(&(2, Why::ServiceNumberTakenOut));
        assert_eq!(told, number.is_empty(), "{reference}");
    }
    // By its title a mistyped number is one as well.
    let (rows, _) = cases_of(b"Naam;BSN;Opmerking\nAb;123456789;zie 1234 56 789, tel 0612345678\n");
    assert_eq!(rows[0].background, "zie [weggelaten], tel 0612345678");
}

#[test]
fn a_column_of_service_numbers_keeps_its_words_and_phones() {
    for (cell, kept) in [
        ("wil niet", "BSN: wil niet"),
        ("bel 0612345678", "BSN: bel 0612345678"),
        ("123456782 (oud)", "BSN: [weggelaten] (oud)"),
        ("123456789", ""),
        ("onbekend", ""),
    ] {
        let text = format!("Naam;BSN\nJan;{cell}\nEls;111222333\n");
        let (rows, _) = cases_of(text.as_bytes());
        assert_eq!(rows[0].background, kept, "{cell}");
    }
}

#[test]
fn a_number_beside_its_word_is_taken_out_though_it_is_mistyped_or_padded() {
    for (text, kept) in [
        ("BSN: 0123456782", "BSN: [weggelaten]"),
        ("BSN 123456789", "BSN [weggelaten]"),
        ("bsn nr 123456789, hond", "bsn nr [weggelaten], hond"),
        ("BSN: NL123456782", "BSN: NL[weggelaten]"),
    ] {
        let (rows, _) = cases_of(format!("Naam;Opmerking\nJan;{text}\n").as_bytes());
        assert_eq!(rows[0].background, kept);
    }
    for text in [
        "BSN onbekend, bel 0612345678",
        "bsn 06-12345678",
        "bsn gezien 20260312",
    ] {
        let (rows, _) = cases_of(format!("Naam;Opmerking\nJan;{text}\n").as_bytes());
        assert_eq!(rows[0].background, text);
    }
    let (_, reading) = cases_of(b"Naam;Opmerking\nJan;NL123456782\n");
    assert_eq!(remarks(&reading), [(2, Why::ServiceNumberInText)]);
}

#[test]
fn a_single_number_among_case_numbers_is_asked_about() {
    let (rows, reading) = cases_of(b"Naam;Kenmerk\nAb;C-4\nBo;123456782\nCo;88-1\n");
    assert_eq!(rows[1].number, "123456782");
    assert_eq!(remarks(&reading), [(3, Why::ServiceNumberInText)]);
}
