//! Files that once went wrong, each representing a class of similar files.

use super::super::preview_json::{PreviewJson, preview};
use super::{ImportReason as Why, cases_of, contacts_of, day, read, remarks, today};

/// Previews files after others have been imported.
fn outcome(before: &[&str], files: &[&str]) -> PreviewJson {
    let all = |texts: &[&str]| {
        let read = |text: &&str| read("lijst.csv", text.as_bytes(), today()).expect("reads");
        texts.iter().map(read).collect::<Vec<_>>()
    };
    preview(&all(before), &all(files), &|reason| format!("{reason:?}"))
}

fn names(preview: &PreviewJson) -> Vec<&str> {
    preview.rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn a_row_number_names_nobody() {
    let first = "Nr;Naam;Adres\n1;Poedel;Dijk 1\n2;Kers;Dijk 2\n";
    let next = "Nr;Naam;Adres\n1;Neon;Plein 9\n2;Poedel;Dijk 1\n3;Kers;Dijk 2\n";
    let seen = outcome(&[first], &[next]);
    assert_eq!(names(&seen), ["Neon"]);
    assert_eq!(seen.rows[0].number, "");
    assert_eq!(seen.left_out, 2);
    for title in ["#", "Volgnr.", "Rij", "nummer", "No", "Regelnummer"] {
        let (first, next) = (
            first.replace("Nr;", &format!("{title};")),
            next.replace("Nr;", &format!("{title};")),
        );
        assert_eq!(names(&outcome(&[&first], &[&next])), ["Neon"], "{title}");
    }
    // A number that is more than a row counter is kept.
    assert_eq!(
        outcome(&[], &["Nr;Naam\nA-1;Poedel\n"]).rows[0].number,
        "A-1"
    );
    assert_eq!(
        outcome(&[], &["Nummer;Naam\n20231;Poedel\n20447;Kers\n"]).rows[1].number,
        "20447"
    );
}

#[test]
fn the_same_file_again_adds_nothing() {
    for text in [
        "Nr;Naam;Adres\n1;Poedel;Dijk 1\n2;Kers;Dijk 2\n",
        "Naam;Opmerking\nJan;rustig\nJan;mes in de la\n",
        "Roepnaam;Achternaam\nJan;Wilg\nJan;Berk\n",
        "Dossiernr;Naam\n7;Gerrit\n7;Neon\n000123;Poedel\n123;Poedel\n",
        "Naam;Functie;Telefoon\nAnna;agent;0612345678\nAnna;kok;0687654321\n",
    ] {
        let again = outcome(&[text], &[text]);
        assert_eq!(names(&again), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn one_number_with_two_names_is_two_people() {
    let list = "Dossiernr;Naam\n7;Gerrit\n7;Neon\n";
    let (rows, reading) = cases_of(list.as_bytes());
    assert_eq!(rows.len(), 2);
    assert_eq!(remarks(&reading), [(3, Why::NumberOfTwo { first_line: 2 })]);
    // The same against stored records.
    let seen = outcome(
        &["Dossiernr;Naam\n7;Gerrit\n"],
        &["Dossiernr;Naam\n7;Neon\n"],
    );
    assert_eq!((names(&seen), seen.remarks.len()), (vec!["Neon"], 1));
    // An initial or a single typing error does not make another name.
    for known in ["G.", "Gerit", "Gerrit van Dijk", "dhr. Gerrit"] {
        let next = format!("Dossiernr;Naam\n7;{known}\n");
        assert_eq!(
            names(&outcome(&["Dossiernr;Naam\n7;Gerrit\n"], &[&next])),
            Vec::<&str>::new(),
            "{known}"
        );
    }
}

#[test]
fn namesakes_stay_two() {
    let (rows, _) = cases_of("Roepnaam;Achternaam;Telefoon;Opmerking\nJan;Wilg;0612345678;rustig\nJan;Berk;0687654321;mes in de la\n".as_bytes());
    let found: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(found, ["Jan Wilg", "Jan Berk"]);
    assert_eq!(rows[1].danger, ["mes in de la"]);
    for text in [
        "Naam;Telefoon\nJan;0612345678\nJan;0687654321\n",
        "Naam;Adres\nJan;Dijk 1\nJan;Plein 2\n",
        "Naam;Adres;Geboortedatum\nJan;Dijk 1;1-1-1950\nJan;Dijk 1;1-1-1980\n",
        "Naam;Adres\nJan Wilg sr.;Dijk 1\nJan Wilg jr.;Dijk 1\n",
        "Naam;Adres\nmevr. Wilg;Dijk 1\ndhr. Wilg;Dijk 1\n",
    ] {
        assert_eq!(cases_of(text.as_bytes()).0.len(), 2, "{text}");
    }
}

#[test]
fn rows_about_one_person_become_one_case_with_all_they_say() {
    let (rows, reading) = cases_of(b"Dossiernummer;Naam;Adres;Telefoon;Opmerking\nR-7;Poedel;Dijk 1;0612345678;rustig\nR-7;Poedel;Plein 2;0687654321;LET OP: mes in de la\nR-7;;;;ook een hond\n");
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.lines, [2, 3, 4]);
    assert_eq!(row.phones, ["+31612345678", "+31687654321"]);
    assert_eq!(
        row.background,
        "rustig\nLET OP: mes in de la\nAdres: Plein 2\nook een hond"
    );
    assert_eq!(row.danger, ["LET OP: mes in de la", "ook een hond"]);
    let joined = Why::JoinedTo { first_line: 2 };
    assert_eq!(remarks(&reading), [(3, joined.clone()), (4, joined)]);
    // Without numbers: by name and address, or name and phone.
    for text in [
        "Naam;Adres;Opmerking\nPoedel;Dijk 1;rustig\npoedel;dijk 1;mes\n",
        "Naam;Telefoon;Opmerking\nPoedel;0612345678;rustig\nPoedel;06-12345678;mes\n",
    ] {
        let (rows, _) = cases_of(text.as_bytes());
        assert_eq!(
            (rows.len(), rows[0].background.as_str()),
            (1, "rustig\nmes"),
            "{text}"
        );
    }
}

#[test]
fn zeros_that_a_spreadsheet_took_away_are_told() {
    let list = |number: &str| format!("Dossiernummer;Naam;Adres\n{number};Poedel;Dijk 1\n");
    for (one, other) in [("000123", "123"), ("2023-001", "2023-1"), ("R-07", "R7")] {
        let seen = outcome(&[&list(one)], &[&list(other)]);
        assert_eq!(seen.rows.len(), 1, "both are kept until somebody chooses");
        assert!(
            seen.remarks[0].text.contains("NumberSpelling"),
            "{:?}",
            seen.remarks
        );
    }
}

#[test]
fn a_citizen_service_number_is_kept_nowhere() {
    for title in [
        "BSN",
        "BSN-nr",
        "BSN nr.",
        "BSN cliënt",
        "BSN (indien bekend)",
        "Burgerservicenr",
        "Burgerservicenummer (BSN)",
        "Sofi-nr",
        "bsnr",
        "B.S.N.",
        "B S N",
        "Burger-service nr",
        "Burger servicenr",
        "Burgerserv.nr",
        "burgersv.nummer",
        "Cliëntnummer",
        "Kenmerk",
        "Opmerking",
        "",
        "Nr",
    ] {
        let text = format!(
            "Naam;{title};Telefoon\nPoedel;123456782;0612345678\nKers;111222333;0687654321\n"
        );
        let (rows, reading) = cases_of(text.as_bytes());
        let all = format!("{rows:?} {:?}", reading.problems);
        assert!(
            !all.contains("123456782") && !all.contains("111222333"),
            "{title}: {all}"
        );
        assert_eq!(remarks(&reading)[0], (1, Why::ServiceNumbers), "{title}");
        assert_eq!(rows[0].phones, ["+31612345678"], "{title}");
    }
    // A number that the text calls a BSN is removed; another that looks like one is reported.
    let (rows, reading) =
        cases_of(b"Naam;Opmerking\nPoedel;bsn: 123456782, hond\nKers;nummer 123456782\n");
    assert_eq!(rows[0].background, "bsn: [weggelaten], hond");
    assert_eq!(
        remarks(&reading),
        [
            (2, Why::ServiceNumberTakenOut),
            (3, Why::ServiceNumberInText)
        ]
    );
}

#[test]
fn a_number_beside_a_street_is_of_the_house() {
    let (rows, _) = cases_of("Naam;Straat;Nr;Toev.;Postcode;Plaats\nPoedel;Dijk;12;a;1203KL;Oosterhage\nKers;Plein;3;;1204KL;Oosterhage\n".as_bytes());
    assert_eq!(
        (rows[0].address.as_str(), rows[0].number.as_str()),
        ("Dijk 12 a, Oosterhage", "")
    );
    assert_eq!(rows[1].address, "Plein 3, Oosterhage");
    let (rows, _) = cases_of(b"Nr;Naam;Straat\n1;Poedel;Dijk 4\n2;Kers;Plein 5\n");
    assert_eq!(
        (rows[0].address.as_str(), rows[0].number.as_str()),
        ("Dijk 4", "")
    );
}

#[test]
fn columns_about_somebody_else_are_not_the_person() {
    let (rows, _) = cases_of("Dossiernr;Contactpersoon;Cliënt;Adres\nC-1;Wijkagent Bas;Poedel;Dijk 1\nC-2;;Kers;Dijk 2\n".as_bytes());
    assert_eq!(
        (rows[0].name.as_str(), rows[0].background.as_str()),
        ("Poedel", "Contactpersoon: Wijkagent Bas")
    );
    assert_eq!(rows[1].name, "Kers");
    for (title, value) in [
        ("Contactpersoon school", "juf Bo"),
        ("Begeleider", "Bo"),
        ("Telefoon melder", "0611111111"),
        ("Adres school", "Plein 5"),
        ("Naam moeder", "Bo"),
        ("Tel. huisarts", "0611111111"),
        ("E-mail bewindvoerder", "bo@example.org"),
    ] {
        let text = format!(
            "{title};Dossiernr;Naam;Adres;Telefoon\n{value};C-1;Poedel;Dijk 1;0612345678\n"
        );
        let (rows, _) = cases_of(text.as_bytes());
        let row = &rows[0];
        assert_eq!(
            (row.name.as_str(), row.address.as_str(), row.phone.as_str()),
            ("Poedel", "Dijk 1", "+31612345678"),
            "{title}"
        );
        assert_eq!(row.background, format!("{title}: {value}"));
    }
    let (rows, _) = cases_of(b"Naam verwijzer;Dossiernr;Naam\nBo;C-1;Poedel\n");
    assert_eq!(
        (rows[0].name.as_str(), rows[0].reported_by.as_str()),
        ("Poedel", "Bo")
    );
    let (rows, _) = contacts_of(
        "x.csv",
        b"Contactpersoon;Organisatie;Telefoon\nAnna;De Berk;0612345678\n",
    );
    assert_eq!(rows[0].name, "Anna");
}

#[test]
fn moments_are_the_day_they_were_in_the_netherlands() {
    let (rows, _) = cases_of(b"Dossiernummer,Naam,Datum aanmelding,Laatste contact\nU-1,Poedel,2026-03-28T23:00:00.000Z,2026-07-11T22:00:00.000Z\nU-2,Kers,2026-01-31T23:30:00+00:00,2026-07-11 23:30:00 UTC\n");
    assert_eq!(
        (rows[0].reported_on, rows[0].last_contact),
        (day(2026, 3, 29), day(2026, 7, 12))
    );
    assert_eq!(
        (rows[1].reported_on, rows[1].last_contact),
        (day(2026, 2, 1), day(2026, 7, 12))
    );
}

#[test]
fn a_column_shows_whether_its_month_comes_first() {
    let days = |values: &[&str]| {
        let rows: Vec<String> = values
            .iter()
            .zip(1..)
            .map(|(value, n)| format!("D-{n};Poedel {n};{value}\n"))
            .collect();
        let text = format!("Dossiernummer;Naam;Laatste contact\n{}", rows.concat());
        let (rows, reading) = cases_of(text.as_bytes());
        (
            rows.iter().map(|row| row.last_contact).collect::<Vec<_>>(),
            reading.problems.len(),
        )
    };
    assert_eq!(
        days(&["10/25/2026", "03/04/2026"]),
        (vec![day(2026, 10, 25), day(2026, 3, 4)], 0)
    );
    assert_eq!(
        days(&["25/10/2026", "03/04/2026"]),
        (vec![day(2026, 10, 25), day(2026, 4, 3)], 0)
    );
    assert_eq!(days(&["03/04/2026"]), (vec![None], 1));
    assert_eq!(days(&["03-04-2026"]), (vec![day(2026, 4, 3)], 0));
    assert_eq!(days(&["05/05/2026"]), (vec![day(2026, 5, 5)], 0));
    assert_eq!(
        days(&["10/25/2026", "25/10/2026", "03/04/2026"]),
        (vec![day(2026, 10, 25), day(2026, 10, 25), None], 1)
    );
    assert_eq!(
        days(&[
            "Oct 25, 2026",
            "25 oktober 2026",
            "za 24-10-2026",
            "10-24-26 3:05 pm"
        ])
        .0[0],
        day(2026, 10, 25)
    );
}

#[test]
fn address_books_of_other_programs_have_their_phones() {
    let (rows, _) = contacts_of("outlook.csv", "\"Voornaam\",\"Achternaam\",\"Bedrijf\",\"Functie\",\"Telefoon op werk\",\"Mobiele telefoon\",\"E-mailadres\"\n\"Anna\",\"Wilg\",\"De Berk\",\"conciërge\",\"035-1234567\",\"06-12345678\",\"anna@example.org\"\n".as_bytes());
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.phone.as_str(), row.email.as_str()),
        ("Anna Wilg", "+31612345678", "anna@example.org")
    );
    assert_eq!(
        (row.role.as_str(), row.organisation.as_str()),
        ("conciërge", "De Berk")
    );
    assert_eq!(row.note, "Telefoon op werk: 035-1234567");
    let (rows, _) = contacts_of("google.csv", b"First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code\nAnna,van der,Wilg,de Kapitein,De Berk,kok,belt terug,* myContacts,* Work,anna@example.org,Work,035-1234567,Mobile,06 12345678,Dijk 1,Oosterhage,1203 KL\n");
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.phone.as_str(), row.role.as_str()),
        ("Anna van der Wilg", "+31612345678", "kok")
    );
    assert_eq!(row.address, "Dijk 1, Oosterhage, 1203 KL");
    assert!(
        row.note.contains("Work: 035-1234567") && row.note.contains("Nickname: de Kapitein"),
        "{}",
        row.note
    );
    let (rows, _) = contacts_of("outlook.csv", "Vorname;Nachname;Firma;Position;Telefon geschäftlich;Telefon (privat);Mobiltelefon;Straße geschäftlich;Ort geschäftlich;E-Mail-Adresse;Notizen\nAnna;Wilg;Die Birke;Koch;035-1234567;;06-12345678;Dijk 1;Oosterhage;anna@example.org;ruft an\n".as_bytes());
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.phone.as_str(), row.address.as_str()),
        ("Anna Wilg", "+31612345678", "Dijk 1, Oosterhage")
    );
    assert_eq!(
        (row.organisation.as_str(), row.role.as_str()),
        ("Die Birke", "Koch")
    );
}

#[test]
fn an_address_book_with_a_number_or_a_status_is_still_one() {
    for extra in ["Nr", "Status", "#"] {
        let text = format!(
            "{extra};Naam;Functie;Organisatie;Telefoon;E-mail\n1;Anna Wilg;wijkagent;Politie;0612345678;anna@example.org\n"
        );
        let (rows, _) = contacts_of("x.csv", text.as_bytes());
        assert_eq!(rows[0].name, "Anna Wilg", "{extra}");
    }
}

#[test]
fn our_own_export_has_a_field_for_each_column() {
    let (rows, reading) = cases_of("\u{feff}Nummer van de gemeente;Naam;Straat en nummer;Postcode;Wijk;Telefoon;Wie loopt voorop;Stand;Vertrouwen;Wat speelt er;bestuurlijk gevoelig;Aangemeld door;Aangemeld op;Laatste contact;Wat telt;Wel;Niet;Achtergrond\r\n2023-001;Poedel;Dijk 1;1203 KL;Markt;'+32470123456;Bas;Open;deur;overlast;ja;buren;03-04-2026;05-06-2026;zijn duiven;koffie;haasten;hond bijt\r\n".as_bytes());
    assert_eq!(remarks(&reading), []);
    let row = &rows[0];
    assert_eq!(
        (
            row.number.as_str(),
            row.address.as_str(),
            row.phone.as_str(),
            row.lead.as_str()
        ),
        ("2023-001", "Dijk 1", "+32470123456", "Bas")
    );
    assert_eq!(
        (row.trust, row.sensitive),
        (Some(crate::model::TrustStep::Door), true)
    );
    assert_eq!(
        (row.reported_on, row.last_contact),
        (day(2026, 4, 3), day(2026, 6, 5))
    );
    assert_eq!(
        (
            row.what_matters.as_str(),
            row.does.as_str(),
            row.donts.as_str()
        ),
        ("zijn duiven", "koffie", "haasten")
    );
    assert_eq!(
        (
            row.background.as_str(),
            row.problems.len(),
            row.district.as_str()
        ),
        ("hond bijt", 1, "Markt")
    );
}

#[test]
fn our_own_export_is_read_in_english_too_and_so_are_its_contacts() {
    let (rows, _) = cases_of("Number of the municipality;Name;Street and number;Postcode;Neighbourhood;Phone;Who goes ahead;Status;Trust;What is going on;politically sensitive;Reported by;Reported on;Last contact;What matters;Do;Don’t;Background\n2023-001;Poedel;Dijk 1;1203 KL;Markt;;Bas;Open;door;overlast;yes;buren;03-04-2026;05-06-2026;zijn duiven;koffie;haasten;hond bijt\n".as_bytes());
    let row = &rows[0];
    assert_eq!(
        (row.number.as_str(), row.lead.as_str(), row.sensitive),
        ("2023-001", "Bas", true)
    );
    assert_eq!(
        (
            row.problems.len(),
            row.donts.as_str(),
            row.background.as_str()
        ),
        (1, "haasten", "hond bijt")
    );
    for head in [
        "Naam;Rol;Organisatie;Wijk;Waarvoor;Telefoon;E-mail;Straat en nummer;Goed om te weten;Past bij;Laatste contact",
        "Name;Role;Organisation;Neighbourhood;What for;Phone;E-mail;Street and number;Good to know;Good with;Last contact",
    ] {
        let text = format!(
            "{head}\nAnna;kok;De Berk;Markt;eten;0612345678;a@example.org;Dijk 1;belt terug;schulden, wonen;03-04-2026\n"
        );
        let (rows, _) = contacts_of("x.csv", text.as_bytes());
        let row = &rows[0];
        assert_eq!(
            (row.note.as_str(), row.what_for.as_str(), row.tags.len()),
            ("belt terug", "eten", 2),
            "{head}"
        );
        assert_eq!(
            (row.address.as_str(), row.last_contact),
            ("Dijk 1", day(2026, 4, 3))
        );
    }
}
