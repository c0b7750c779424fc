//! One name, one address and one phone number out of several columns.

use super::super::judge::numbers;
use super::{ImportReason as Why, cases_of, check};

/// Returns the first row under these titles.
fn row(titles: &str, values: &str) -> super::CaseRow {
    let (mut rows, _) = cases_of(format!("{titles}\n{values}\n").as_bytes());
    rows.remove(0)
}

#[test]
fn a_house_number_joins_its_street_however_its_title_is_written() {
    for title in [
        "Huis nr",
        "Huis-nr.",
        "Huis nummer",
        "Hnr",
        "H.nr.",
        "Huisnr",
        "Woonadres huisnummer",
    ] {
        let text = format!("Woonadres straat;{title};Cliënt\nDijk;3;Jan\nDijk;12;Jan\n");
        let (rows, _) = cases_of(text.as_bytes());
        let found: Vec<_> = rows.iter().map(|row| row.address.as_str()).collect();
        assert_eq!(found, ["Dijk 3", "Dijk 12"], "{title}");
    }
    // A year in the name of a street is no house number.
    let (rows, _) = cases_of("Straat;Nr;Cliënt\nPlein 1945;3;Jan\nPlein 1945;12;Els\n".as_bytes());
    assert_eq!(rows[1].address, "Plein 1945 12");
    // A second address keeps its own.
    let two = row("Cliënt;Straat;Nr;Straat 2;Nr 2", "Jan;Dijk;3;Pad;4");
    assert_eq!((two.address.as_str(), two.number.as_str()), ("Dijk 3", ""));
    assert_eq!(two.background, "Straat 2: Pad\nNr 2: 4");
    // The number belongs to the street in the column before it.
    let stays = row(
        "Verblijfadres;Straat;Huisnummer;Cliënt",
        "Opvang Noord;Dijk;3;Jan",
    );
    assert_eq!(stays.address, "Opvang Noord");
    assert_eq!(stays.background, "Straat: Dijk\nHuisnummer: 3");
    // A text instead of an address gives way to another column.
    let stays = row("Cliënt;Woonadres;Verblijfadres", "Jan;geen;Opvang Noord");
    assert_eq!(stays.address, "Opvang Noord");
    assert_eq!(stays.background, "Woonadres: geen");
}

#[test]
fn a_column_with_the_whole_address_is_the_address() {
    for title in [
        "Adres, postcode en woonplaats",
        "Adres/postcode",
        "Adres incl. postcode",
        "Adres + postcode",
    ] {
        let found = row(&format!("Cliënt;{title}"), "Jan;Dijk 3, 1203kl Oosterhage");
        assert_eq!(
            (found.address.as_str(), found.postcode.as_str()),
            ("Dijk 3, 1203kl Oosterhage", "1203 KL"),
            "{title}"
        );
    }
    let found = row(
        "Cliënt;Adres;Postcode/plaats",
        "Jan;Dijk 3;1203 KL Oosterhage",
    );
    assert_eq!(
        (found.address.as_str(), found.postcode.as_str()),
        ("Dijk 3, 1203 KL Oosterhage", "1203 KL")
    );
    // The postcode does not make a town a home, and is seen through.
    check(
        "Cliënt;Postcode/plaats;Opmerking\nJan;1203 KL Oosterhage;a\nJan;1203 KL Oosterhage;b\n",
        &[(2, "Jan"), (3, "Jan")],
        &[(3, Why::LooksLikeRow { first_line: 2 })],
    );
    check(
        "Cliënt;Adres;Opmerking\nJan;Dijk 3;a\nJan;Dijk 3 1203KL Oosterhage;b\n",
        &[(2, "Jan")],
        &[(3, Why::JoinedTo { first_line: 2 })],
    );
}

#[test]
fn a_place_is_the_address_only_if_no_column_has_addresses() {
    for place in ["Locatie", "Location", "Verblijfplaats"] {
        for titles in [
            format!("Cliënt;{place};Adres"),
            format!("Cliënt;{place};Straat + huisnummer"),
            format!("Cliënt;{place};Woonadres"),
        ] {
            let found = row(&titles, "Jan;Portiek Markt;Dijk 3");
            assert_eq!(found.address, "Dijk 3", "{titles}");
            assert_eq!(found.background, format!("{place}: Portiek Markt"));
        }
        let found = row(&format!("Cliënt;Adres;{place}"), "Jan;Dijk 3;Portiek");
        assert_eq!(found.address, "Dijk 3", "{place}");
        // Nor for whoever has no address: the place may be an office.
        let (rows, _) = cases_of(
            format!("Cliënt;{place};Adres\nJan;Loket Oost;\nEls;Loket Oost;Dijk 4\n").as_bytes(),
        );
        assert_eq!(rows[0].address, "", "{place}");
        assert_eq!(rows[0].background, format!("{place}: Loket Oost"));
        // Alone, or beside an address that nobody has, it is what there is.
        for (titles, values) in [
            (format!("Cliënt;{place};Postcode"), "Jan;Dijk 3;1203KL"),
            (format!("Cliënt;{place};Adres"), "Jan;Dijk 3;"),
            (format!("Cliënt;Oud adres;{place}"), "Jan;Pad 9;Dijk 3"),
        ] {
            assert_eq!(row(&titles, values).address, "Dijk 3", "{titles}");
        }
    }
}

#[test]
fn a_surname_is_never_dropped() {
    for (titles, values, rest) in [
        (
            "Roepnaam;Voorletters;Tussenvoegsel;Achternaam",
            "Jan;J.P.;van der;Berg",
            "Voorletters: J.P.",
        ),
        ("Volledige naam;Roepnaam", "Jan van der Berg;Jan", ""),
        (
            "Naam;Roepnaam",
            "J.P. van der Berg;Jan",
            "Naam: J.P. van der Berg",
        ),
        ("Naam;Tussenvoegsel;Achternaam", "Jan;van der;Berg", ""),
        ("Naam;Tussenvoegsel", "Jan Berg;van der", ""),
        (
            "Naam;Voornaam;Tussenvoegsel;Roepnaam",
            "Berg;Johannes;van der;Jan",
            "Voornaam: Johannes",
        ),
    ] {
        let found = row(&format!("Dossiernr;{titles}"), &format!("D-1;{values}"));
        assert_eq!(found.name, "Jan van der Berg", "{titles}");
        assert_eq!(found.background, rest, "{titles}");
    }
    let found = row("Dossiernr;Naam;Roepnaam", "D-1;Johannes van der Berg;Jan");
    assert_eq!(
        (found.name.as_str(), found.background.as_str()),
        ("Johannes van der Berg", "Roepnaam: Jan")
    );
}

#[test]
fn the_number_of_somebody_else_is_not_called_as_the_clients() {
    for other in [
        "Telefoon organisatie",
        "Telefoon gemeente",
        "Telefoon (oud)",
        "Vorig telefoonnummer",
    ] {
        for title in ["Telefoon cliënt", "Telefoon", "Telefoon (nieuw)"] {
            let titles = format!("Cliënt;{other};{title}");
            let found = row(&titles, "Jan;0301234567;0612345678");
            assert_eq!(found.phones, ["+31612345678"], "{titles}");
            assert_eq!(found.background, format!("{other}: 0301234567"));
            // Nor if there is no other.
            assert_eq!(row(&titles, "Jan;0301234567;").phones, Vec::<String>::new());
        }
    }
    let found = row("Cliënt;Adres organisatie;Adres", "Jan;Kantoorweg 1;Dijk 3");
    assert_eq!(
        (found.address.as_str(), found.background.as_str()),
        ("Dijk 3", "Adres organisatie: Kantoorweg 1")
    );
    assert_eq!(
        row("Cliënt;Adres organisatie", "Jan;Kantoorweg 1").address,
        ""
    );
    let book = "Naam;Functie;Adres organisatie\nBas;conciërge;Kantoorweg 1\n";
    let (contacts, _) = super::contacts_of("boek.csv", book.as_bytes());
    assert_eq!(contacts[0].address, "Kantoorweg 1");
    let found = row("Cliënt;Oud adres;Nieuw adres", "Jan;Dijk 1;Pad 2");
    assert_eq!(
        (found.address.as_str(), found.background.as_str()),
        ("Pad 2", "Oud adres: Dijk 1")
    );
}

#[test]
fn no_numbers_are_looked_for_in_a_text_that_no_field_can_hold() {
    let long = "06 12345678 / ".repeat(3000);
    assert_eq!(numbers(&long), Vec::<String>::new());
    check(
        format!("Cliënt;Telefoon\nJan;{long}\nEls;0612345678\n"),
        &[(3, "Els")],
        &[(2, Why::TooLong)],
    );
}

#[test]
fn a_phone_that_follows_somebody_else_is_not_called_as_the_clients() {
    for (list, phones) in [
        (
            "Naam;Contactpersoon;Telefoon\nAb Bas;Zus Els;0610000001\n",
            &[][..],
        ),
        ("Naam;Huisarts;Telefoon\nAb Bas;Dr. Els;0610000001\n", &[]),
        ("Melder;Telefoon;Naam\nEls;0610000001;Ab Bas\n", &[]),
        (
            "Naam;Telefoon;Contactpersoon;Telefoon\nAb Bas;0612345678;Bep;0610000002\n",
            &["+31612345678"],
        ),
        (
            "Contactpersoon;Naam;Telefoon\nBep;Ab Bas;0612345678\n",
            &["+31612345678"],
        ),
    ] {
        let (rows, _) = cases_of(list.as_bytes());
        assert_eq!(rows[0].phones, phones, "{list}");
        let other = if list.contains("0610000002") {
            "0610000002"
        } else {
            "0610000001"
        };
        let told = format!("{} {}", rows[0].background, rows[0].reported_by);
        assert_eq!(told.contains(other), list.contains(other), "{list}: {told}");
    }
}
