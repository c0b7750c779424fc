//! Titles of columns, by their words.

use super::super::columns::{Column as C, column};
use super::{cases_of, contacts_of};

#[test]
fn titles_are_understood_by_their_words() {
    let known = [
        (
            C::Phone,
            "Contactnummer · Mobieltje · Tele-\nfoon · Tel.nr. · Handynummer",
        ),
        (
            C::Address,
            "Verblijfplaats · Adresgegevens · Inschrijfadres",
        ),
        (C::Postcode, "post code · Post Code · Postcode (woonadres)"),
        (C::District, "Buurt (CBS) · Wijk/buurt"),
        (
            C::ReportedOn,
            "Registratiedatum · Referral date · Datum van aanmelding",
        ),
        (C::ReportedBy, "Ingebracht door · Aangemeld via"),
        (
            C::LastContact,
            "Datum laatste contactmoment · Laatste huisbezoek · Laatste gesprek · Laatste bezoek op",
        ),
        (C::Lead, "Toegewezen aan · Verantwoordelijke · Assigned to"),
        (C::Problems, "Aard problematiek"),
        (C::Number, "Klantnummer · Registratienummer · Kenmerk"),
        (C::Name, "Klant · Naam jeugdige · Patiënt · Sleutelpersoon"),
        (C::FirstName, "Voorl. · Voorletters"),
        (
            C::Infix,
            "Voorv. · Voorvoegsel geslachtsnaam · Middelste naam",
        ),
        (
            C::LastName,
            "Achternaam (incl. tussenvoegsel) · Geslachtsnaam",
        ),
        (
            C::Email,
            "Primary Email · Eerste e-mailadres · Secundair e-mailadres",
        ),
        (C::Role, "Organisatietitel · Organization Title"),
    ];
    for (expected, titles) in known {
        for title in titles.split(" · ") {
            assert_eq!(column(title), Some(expected), "{title}");
        }
    }
    // Titles about another person, or about no person.
    for title in ["Titel", "Klantmanager", "Primary contact", "Gesprek met"] {
        assert_eq!(column(title), None, "{title}");
    }
}

#[test]
fn a_column_named_after_the_case_is_its_name_if_nothing_else_is() {
    let (rows, reading) = cases_of("Casus;Adres\nFam. Wilg;Dijk 1\n".as_bytes());
    assert_eq!(
        (rows[0].name.as_str(), rows[0].number.as_str()),
        ("Fam. Wilg", "")
    );
    assert_eq!(reading.unsure.len(), 1, "a person may say otherwise");
    let (rows, reading) = cases_of("Casus;Naam\nA-1;Poedel\n".as_bytes());
    assert_eq!(
        (rows[0].name.as_str(), rows[0].number.as_str()),
        ("Poedel", "A-1")
    );
    assert_eq!(reading.unsure, []);
}

#[test]
fn names_and_addresses_in_many_columns_are_put_together() {
    let (rows, _) = cases_of("Geslachtsnaam;Voornamen;Voorvoegsel geslachtsnaam;Straatnaam;Huisnummer;Huisletter;Huisnummertoevoeging;Postcode\nWilg;Jan Piet;van der;Dijk;12;a;2;1203KL\n".as_bytes());
    assert_eq!(rows[0].name, "Jan Piet van der Wilg");
    assert_eq!(rows[0].address, "Dijk 12 a 2");
    let (rows, _) = contacts_of(
        "boek.csv",
        "First Name,Last Name,Display Name,Primary Email,Secondary Email,Work Phone,Mobile Number,Job Title,Custom 1\nAnna,Wilg,Anna Wilg,a@example.org,b@example.org,035-1234567,0612345678,imam,sleutels\n".as_bytes(),
    );
    let row = &rows[0];
    assert_eq!(
        (
            row.name.as_str(),
            row.email.as_str(),
            row.role.as_str(),
            row.phone.as_str()
        ),
        ("Anna Wilg", "a@example.org", "imam", "+31612345678")
    );
    assert_eq!(
        row.note,
        "Secondary Email: b@example.org\nCustom 1: sleutels\nWork Phone: 035-1234567"
    );
}

#[test]
fn a_word_for_whom_the_list_is_about_titles_their_name() {
    for title in [
        "Zorgmijder",
        "Overlastgever",
        "Verdachte",
        "Dakloze",
        "Hoofdbewoner",
        "NAW",
        "NAW-gegevens",
        "Naam/adres",
        "Cli\u{eb}ntgegevens",
        "Verwezen persoon",
    ] {
        let list = format!("{title};Telefoon;Opmerking\nPoedel;0612345678;rustig\n");
        let (rows, _) = super::cases_of(list.as_bytes());
        assert_eq!(rows[0].name, "Poedel", "{title}");
        assert_eq!(rows[0].background, "rustig", "{title}");
    }
    // With a name of its own, such a column is only a value.
    let (rows, _) = super::cases_of(b"Naam;Adres;NAW-gegevens\nPoedel;Dijk 1;Jan Berg\n");
    assert_eq!(rows[0].name, "Poedel");
}
