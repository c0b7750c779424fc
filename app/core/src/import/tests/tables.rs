//! Encodings, separators, quotes, line ends, headers.

use super::{ImportReason as Why, cases_of, check, contacts_of, read, today};
use crate::ImportRefusal;

#[test]
fn every_encoding_gives_the_same_names() {
    let text = "Naam;Adres\r\nZoë;Çelikplein 1\r\n";
    let mut utf8 = b"\xEF\xBB\xBF".to_vec();
    utf8.extend(text.as_bytes());
    let little: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let big: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for bytes in [text.as_bytes().to_vec(), utf8, little, big, windows] {
        let (rows, _) = cases_of(&bytes);
        assert_eq!(
            (rows[0].name.as_str(), rows[0].address.as_str()),
            ("Zoë", "Çelikplein 1")
        );
    }
}

#[test]
fn utf8_that_is_cut_in_a_letter_is_still_utf8() {
    let bytes = "Naam;Opmerking\nZoë;caf\u{e9}".as_bytes();
    let (rows, _) = cases_of(&bytes[..bytes.len() - 1]);
    assert_eq!(rows[0].name, "Zoë");
}

#[test]
fn every_separator_is_found() {
    for separator in [";", ",", "\t", "|"] {
        let text = "Naam;Adres;Opmerking\nG.;Dijk 1;\"met ; en , en | erin\"\n".to_owned();
        let text = if separator == ";" {
            text
        } else {
            text.replacen(';', separator, 4)
        };
        let (rows, _) = cases_of(text.as_bytes());
        assert_eq!(
            (rows[0].name.as_str(), rows[0].address.as_str()),
            ("G.", "Dijk 1"),
            "{separator}"
        );
        assert_eq!(rows[0].background, "met ; en , en | erin");
    }
}

#[test]
fn a_separator_named_in_the_first_line_is_followed() {
    check("sep=:\r\nNaam:Adres\r\nG.:Dijk 1\r\n", &[(3, "G.")], &[]);
}

#[test]
fn line_ends_of_every_system_count_as_lines() {
    for end in ["\n", "\r\n", "\r"] {
        check(
            ["Naam;Adres", "G.;Dijk 1", "", "T.;\"een", "twee\"", "Y.;"].join(end),
            &[(2, "G."), (4, "T."), (6, "Y.")],
            &[],
        );
    }
}

#[test]
fn a_header_below_a_title_is_found() {
    check(
        "Dossierlijst team Oosterhage;;\n\nDossiernr;Naam;Status\n1;G.;open\n",
        &[(4, "G.")],
        &[(
            1,
            Why::Stray {
                text: "Dossierlijst team Oosterhage".to_owned(),
            },
        )],
    );
}

#[test]
fn a_header_that_is_repeated_is_no_row() {
    check(
        "Dossiernr;Naam\n1;G.\nDossiernr;Naam\n2;T.\n",
        &[(2, "G."), (4, "T.")],
        &[(3, Why::HeaderAgain)],
    );
}

#[test]
fn titles_are_known_with_accents_capitals_and_in_english() {
    check("CLIËNT;Straat\nG.;Dijk\n", &[(2, "G.")], &[]);
    check(
        "Case number,Nickname,Phone number\n7,G.,\n",
        &[(2, "G.")],
        &[],
    );
    check(
        "Voornaam;Tussenvoegsel;Achternaam\nJan;van der;Dijk\n",
        &[(2, "Jan van der Dijk")],
        &[],
    );
}

#[test]
fn extra_columns_and_cells_stay_in_the_background() {
    let (rows, _) = cases_of(b"Naam;Huisdier;Opmerking\nG.;hond;bel eerst;zonder titel\n");
    assert_eq!(
        rows[0].background,
        "bel eerst\nHuisdier: hond\nzonder titel"
    );
}

#[test]
fn a_nickname_goes_before_the_full_name_which_stays() {
    let (rows, _) = cases_of(b"Achternaam;Voornaam;Bijnaam\nDijk;Jan;de kapitein\nPlein;An;\n");
    assert_eq!(rows[0].name, "de kapitein");
    assert_eq!(rows[0].background, "Achternaam: Dijk\nVoornaam: Jan");
    assert_eq!(rows[1].name, "An Plein");
}

#[test]
fn quotes_inside_text_are_text() {
    let (rows, _) =
        cases_of(b"Naam;Opmerking\nG.;tv van 40\" in de gang\nT.; \"zei \"\"nee\"\"\" \n");
    assert_eq!(rows[0].background, "tv van 40\" in de gang");
    assert_eq!(rows[1].background, "zei \"nee\"");
}

#[test]
fn a_file_cut_off_inside_quotes_keeps_the_rows_before() {
    check(
        "Naam;Opmerking\nG.;goed\nT.;\"begint en\ngaat door",
        &[(2, "G.")],
        &[(3, Why::CutOff)],
    );
}

#[test]
fn a_file_cut_off_between_cells_keeps_the_rows_before() {
    check(
        "Naam;Adres;Status\nG.;Dijk;open\nT.;Plei",
        &[(2, "G.")],
        &[(3, Why::CutOff)],
    );
}

#[test]
fn a_stray_quote_costs_one_row_and_not_the_rest() {
    check(
        "Naam;Opmerking;Status\nG.;\"nooit dicht;open\nT.;goed;open\nY.;\"ook goed\";open\n",
        &[(3, "T."), (4, "Y.")],
        &[(2, Why::Unreadable)],
    );
    check(
        "Naam;Opmerking\nG.;\"nooit dicht\nT.;goed\n",
        &[(3, "T.")],
        &[(2, Why::Unreadable)],
    );
}

#[test]
fn a_contact_table_is_an_address_book() {
    let text = "Naam;Functie;Organisatie;Telefoon;E-mail;Wijk\nAnna;conci\u{eb}rge;De Wilg;06 12345678;anna@example.org;Markt\n";
    let (rows, _) = contacts_of("contacten.csv", text.as_bytes());
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.role.as_str(), row.district.as_str()),
        ("Anna", "conciërge", "Markt")
    );
    assert_eq!(
        (row.phone.as_str(), row.email.as_str()),
        ("+31612345678", "anna@example.org")
    );
}

#[test]
fn what_is_no_table_is_refused() {
    use ImportRefusal as No;
    for (bytes, refusal) in [
        (&b""[..], No::EmptyFile),
        (b"\xEF\xBB\xBF", No::EmptyFile),
        (b" \r\n ", No::EmptyFile),
        (b"PK\x03\x04 werkmap", No::Spreadsheet),
        (b"%PDF-1.7", No::UnknownKind),
        (b"\x00\x01\x02", No::UnknownKind),
        (b"Beste collega,\nhierbij de lijst.\n", No::UnknownKind),
        (b"Adres;Postcode\nDijk 1;1234AB\n", No::NoNameColumn),
        (b"rood;groen\nappel;peer\n", No::NoNameColumn),
        // Each person is a column.
        (
            b"Naam;Poedel;Kers\nAdres;Dijk 1;Dijk 2\nTelefoon;0612345678;\nOpmerking;hond;\n",
            No::NoNameColumn,
        ),
    ] {
        assert_eq!(read("x.csv", bytes, today()), Err(refusal), "{bytes:?}");
    }
    assert_eq!(
        read("leeg.vcf", b"Naam;Adres\nG.;Dijk\n", today()),
        Err(No::UnknownKind)
    );
    let large = vec![b'a'; super::super::MAX_BYTES + 1];
    assert_eq!(read("groot.csv", &large, today()), Err(No::TooLarge));
}

#[test]
fn rows_that_are_one_quoted_cell_each_are_read() {
    check(
        "\"Dossiernr,Naam,\"\"Adres\"\"\"\n\"A-1,Poedel,\"\"Dijk 1, Oost\"\"\"\n\"A-2,Kers,Dijk 2\";;\n",
        &[(2, "Poedel"), (3, "Kers")],
        &[],
    );
    let (rows, _) = cases_of(
        b"\"Dossiernr;Naam;Opmerking\"\n\"A-1;Poedel;\"\"een\ntwee\"\"\"\n\"A-2;Kers;x\"\n",
    );
    assert_eq!(
        (rows[0].background.as_str(), rows[1].line),
        ("een\ntwee", 4)
    );
}

#[test]
fn one_title_of_names_among_words_of_a_trade_makes_a_header() {
    let (rows, _) = cases_of(
        "Cijferreeks;Naam;Pleegplek;Gevaar\n12;Poedel;park;vuurwapengevaarlijk\n".as_bytes(),
    );
    assert_eq!(rows[0].name, "Poedel");
    assert_eq!(
        rows[0].background,
        "Cijferreeks: 12\nPleegplek: park\nGevaar: vuurwapengevaarlijk"
    );
    assert_eq!(rows[0].danger, ["Gevaar: vuurwapengevaarlijk"]);
    let (rows, _) = cases_of(b"Naam;2024;2025\nPoedel;rustig;agressief\n");
    assert_eq!(rows[0].name, "Poedel");
    assert_eq!(rows[0].background, "2024: rustig\n2025: agressief");
}

#[test]
fn long_remarks_do_not_count_as_rows() {
    let remark = "regel\n".repeat(60);
    let row = |at: usize| format!("A-{at};Mens {at};\"{remark}\"\n");
    let text: String = (0..2000).map(row).collect();
    let (rows, _) = cases_of(format!("Dossiernr;Naam;Opmerking\n{text}").as_bytes());
    assert_eq!(rows.len(), 2000);
}

#[test]
fn notes_below_a_list_are_told_and_are_nobody() {
    let notes = [
        "Vertrouwelijk - niet verspreiden",
        "Rood = spoed",
        "Legenda: zie blad 2",
        "NB: lijst van mei",
        "N.B. alleen voor het team",
        "Let op: niet mailen",
        "WIJK NOORD",
    ];
    for note in notes {
        let text = format!("Naam;Adres\nPoedel;Dijk 1\nNoor B.;\n{note};\n");
        let (rows, reading) = cases_of(text.as_bytes());
        assert_eq!(rows.len(), 2, "{note}");
        let text = note.to_owned();
        assert_eq!(
            super::remarks(&reading),
            [(4, super::ImportReason::NoRow { text })]
        );
    }
}

#[test]
fn a_list_of_clients_with_a_column_of_a_contact_is_no_address_book() {
    for list in [
        "Naam;Geboortedatum;Adres;E-mail\nPoedel;1-2-1980;Dijk 1;p@x.nl\n",
        "Naam;Adres;E-mail;Bijzonderheden\nPoedel;Dijk 1;p@x.nl;agressief\n",
        "Naam;Adres;Telefoon werk;Telefoon;Opmerkingen\nPoedel;Dijk 1;0301234567;;agressief\n",
        "Naam;Beroep;Adres;Overlast\nPoedel;werkloos;Dijk 1;geluid\n",
        "Naam;Werkgever;Adres;Schulden\nPoedel;geen;Dijk 1;ja\n",
        "Persoon;Rol;Adres;Incidentnr\nPoedel;verdachte;Dijk 1;PL0900\n",
    ] {
        let (rows, _) = cases_of(list.as_bytes());
        assert_eq!(rows[0].name, "Poedel", "{list}");
    }
    for book in [
        "Naam;Organisatie;Telefoon;Opmerking\nBas;Dierenambulance;0612345678;voor honden\n",
        "Name;E-mail;Birthday\nBas;b@x.nl;\nNoor;n@x.nl;1-2-1980\nEls;e@x.nl;\n",
    ] {
        super::contacts_of("boek.csv", book.as_bytes());
    }
}

#[test]
fn a_title_of_names_beside_one_unknown_title_is_a_header_of_two_columns() {
    for separator in [";", ",", "\t"] {
        for other in ["Dreiging", "Risico", "Bijz.", "Actie"] {
            let text = format!("Naam{separator}{other}\nAb Bas{separator}ja\nCor{separator}nee\n");
            let (rows, _) = cases_of(text.as_bytes());
            let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
            assert_eq!(names, ["Ab Bas", "Cor"], "{text}");
            assert_eq!(rows[0].background, format!("{other}: ja"), "{text}");
        }
    }
    // One column of names that contain a comma stays one.
    let (rows, _) = cases_of("Naam\nBas, Ab\nBerk, Cor\n".as_bytes());
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].background, "");
}
