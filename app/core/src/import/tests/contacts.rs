//! Rows of address books.

use super::{ImportReason as Why, Rows, cases_of, contacts_of, read, remarks, today};

const TWICE: &str = "Naam;Functie;Organisatie;Telefoon;Opmerking\n";

#[test]
fn several_rows_of_one_contact_are_one_that_holds_all_remarks() {
    let text = format!(
        "{TWICE}Anna;wijkagent;Politie;0612345678;rustig\nAnna;coach;;06-12345678;heeft een mes\n"
    );
    let (rows, reading) = contacts_of("netwerk.csv", text.as_bytes());
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].role, "wijkagent");
    assert_eq!(rows[0].note, "rustig\nheeft een mes\nRol: coach");
    assert_eq!(remarks(&reading), [(3, Why::JoinedTo { first_line: 2 })]);
    // In cards as well.
    let card = |note: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nTEL:0612345678\nNOTE:{note}\nEND:VCARD\n")
    };
    let text = card("rustig") + &card("heeft een mes") + &card("rustig");
    let (rows, reading) = contacts_of("netwerk.vcf", text.as_bytes());
    assert_eq!(rows[0].note, "rustig\nheeft een mes");
    assert_eq!(
        remarks(&reading),
        [
            (7, Why::JoinedTo { first_line: 1 }),
            (13, Why::TwiceInFile { first_line: 1 })
        ]
    );
}

#[test]
fn one_id_for_two_people_makes_two_contacts() {
    let card = |name: &str, phone: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:{name}\nTEL:{phone}\nEND:VCARD\n")
    };
    let text = card("Gina Groen", "0612345678") + &card("Henk Wilg", "0687654321");
    let (rows, reading) = contacts_of("netwerk.vcf", text.as_bytes());
    assert_eq!(rows.len(), 2);
    assert_ne!(rows[0].key(), rows[1].key());
    assert_eq!(
        remarks(&reading),
        [(7, Why::LooksLikeRow { first_line: 1 })]
    );
    // The same contact, with more on the second card.
    let text = card("Gina Groen", "0612345678") + &card("Gina", "0687654321");
    let (rows, _) = contacts_of("netwerk.vcf", text.as_bytes());
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].note, "Naam: Gina\nTelefoon: +31687654321");
}

#[test]
fn clients_with_an_email_address_are_cases_and_colleagues_with_a_status_are_not() {
    let kind = |text: &str| match read("lijst.csv", text.as_bytes(), today())
        .expect("reads")
        .rows
    {
        Rows::Cases(_) => "cases",
        Rows::Contacts(_) => "contacts",
    };
    for text in [
        "Cliënt;Adres;Telefoon;E-mail\nPoedel;Dijk 1;0612345678;p@example.org\n",
        "Naam bewoner;Organisatie;E-mail\nPoedel;Politie;p@example.org\n",
        "Naam;Status;E-mail\nPoedel;in behandeling;p@example.org\n",
        "Naam;Adres;E-mail;Laatste contact\nPoedel;Dijk 1;p@example.org;1-2-2026\n",
    ] {
        assert_eq!(kind(text), "cases", "{text}");
    }
    for text in [
        "Naam;Status;E-mail\nAnna Wilg;actief;anna@example.org\n",
        "Naam;E-mail;Telefoon;Laatste contact\nAnna;a@example.org;0612345678;1-2-2026\n",
        "Naam cliëntondersteuner;Functie;E-mail\nAnna;coach;anna@example.org\n",
        "Instantie;Waarvoor;Telefoon\nGGD;zorg;088-1234567\n",
    ] {
        assert_eq!(kind(text), "contacts", "{text}");
    }
    let text = "Instantie;Waarvoor;E-mail\nGGD;zorg;ggd@example.org\n";
    let (rows, _) = contacts_of("netwerk.csv", text.as_bytes());
    assert_eq!(
        (rows[0].name.as_str(), rows[0].what_for.as_str()),
        ("GGD", "zorg")
    );
}

#[test]
fn a_field_that_calls_its_number_a_bsn_does_not_keep_it() {
    let titles = [
        "Dossiernummer",
        "Adres",
        "Postcode",
        "Wijk",
        "Telefoon",
        "Trekker",
        "Problematiek",
        "Melder",
        "Wat telt",
    ];
    for title in titles {
        let text = format!("Naam;{title};Opmerking\nPoedel;bsn 123456782 erbij;rustig\n");
        let (rows, reading) = cases_of(text.as_bytes());
        assert!(
            !format!("{rows:?}").contains("123456782"),
            "{title}: {rows:?}"
        );
        let told = remarks(&reading);
        assert!(
            told.contains(&(2, Why::ServiceNumberTakenOut)),
            "{title}: {told:?}"
        );
    }
    for title in [
        "Rol",
        "Organisatie",
        "Waarvoor",
        "Telefoon",
        "E-mail",
        "Adres",
        "UID",
    ] {
        let text = format!("Naam;Functie;{title}\nAnna;coach;bsn 123456782\n");
        let (rows, _) = contacts_of("netwerk.csv", text.as_bytes());
        assert!(
            !format!("{rows:?}").contains("123456782"),
            "{title}: {rows:?}"
        );
    }
}

#[test]
fn the_label_of_a_number_may_be_a_parameter() {
    let text = "BEGIN:VCARD\nVERSION:4.0\nFN:Gina\nTEL;TYPE=cell:0612345678\nTEL;LABEL=\"zus: na 5\":0687654321\nEND:VCARD\n";
    let (rows, _) = contacts_of("netwerk.vcf", text.as_bytes());
    assert_eq!(rows[0].note, "zus: na 5: 0687654321");
}

#[test]
fn more_cards_than_a_team_can_hold_are_refused() {
    let card = "BEGIN:VCARD\nFN:Gina\nEND:VCARD\n";
    let refusal = read("boek.vcf", card.repeat(20_001).as_bytes(), today()).expect_err("refused");
    let (rows, most) = (20_001, super::super::MAX_ROWS);
    assert_eq!(refusal, crate::ImportRefusal::TooManyRows { rows, most });
}

#[test]
fn remarks_do_not_repeat_a_bsn_either() {
    let texts = [
        "BSN 123456782 van Poedel;;\nDossiernr;Naam;Adres\nA-1;Poedel;Dijk 1\n",
        "Dossiernr;Naam;Adres\nA-1;Poedel;Dijk 1\nBSN: 123456782 hoort bij Poedel;;\n",
        "Dossiernr;Naam;Laatste contact;Status\nA-1;Poedel;BSN 123456782;bsn 123456782\n",
        "Dossiernr;Naam;Telefoon\nA-1;Poedel;BSN 123456782\nA-2;Kers;0612345678\n",
        "bsn 123456782\nBEGIN:VCARD\nFN:Gina\nTEL:bsn 123456782\nEND:VCARD\n",
    ];
    for text in texts {
        let reading = read("lijst.csv", text.as_bytes(), today()).expect("reads");
        assert!(!reading.problems.is_empty());
        let shown = format!("{reading:?}");
        assert!(!shown.contains("123456782"), "{shown}");
    }
}
