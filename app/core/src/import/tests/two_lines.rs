//! Headers of two lines, of which the first has groups of columns.

use super::{CaseRow, ImportReason as Why, cases_of, check, remarks};

/// Returns the first row below these lines of titles.
fn row(groups: &str, titles: &str, values: &str) -> CaseRow {
    let (mut rows, reading) = cases_of(format!("{groups}\n{titles}\n{values}\n").as_bytes());
    assert_eq!(remarks(&reading), [], "{groups}");
    rows.remove(0)
}

#[test]
fn name_and_phone_below_another_person_are_not_the_clients() {
    for (groups, reported_by, rest) in [
        (
            "Cliënt;;;Verwijzer;;",
            "Bas",
            "Verwijzer Telefoon: 0301234567",
        ),
        (
            "Persoonsgegevens;;;Verwijzer;;",
            "Bas",
            "Verwijzer Telefoon: 0301234567",
        ),
        (
            "Betrokkene;;;Melder;;",
            "Bas",
            "Melder Telefoon: 0301234567",
        ),
        (
            "Cliënt;Cliënt;Cliënt;Verwijzer;Verwijzer",
            "Bas",
            "Verwijzer Telefoon: 0301234567",
        ),
        (";;;Verwijzer;;", "Bas", "Verwijzer Telefoon: 0301234567"),
        (
            "Cliënt;;;Steunfiguur;;",
            "",
            "Steunfiguur Naam: Bas\nSteunfiguur Telefoon: 0301234567",
        ),
        (
            "Algemeen;;;Contact;;",
            "",
            "Contact Naam: Bas\nContact Telefoon: 0301234567",
        ),
        (
            "Cliënt;;;Moeder;;",
            "",
            "Moeder Naam: Bas\nMoeder Telefoon: 0301234567",
        ),
        (
            "Cliënt;;;Organisatie;;",
            "",
            "Organisatie Telefoon: 0301234567\nOrganisatie Naam: Bas",
        ),
    ] {
        let found = row(
            groups,
            "Naam;Telefoon;Adres;Naam;Telefoon",
            "Poedel;0612345678;Dijk 1;Bas;0301234567",
        );
        assert_eq!(
            (found.name.as_str(), found.address.as_str()),
            ("Poedel", "Dijk 1"),
            "{groups}"
        );
        assert_eq!(found.phones, ["+31612345678"], "{groups}");
        assert_eq!(
            (found.reported_by.as_str(), found.background.as_str()),
            (reported_by, rest),
            "{groups}"
        );
    }
    // Also when the other comes first.
    for other in ["Verwijzer", "Steunfiguur", "Huisarts"] {
        let found = row(
            &format!("{other};;Cliënt;;"),
            "Naam;Telefoon;Naam;Telefoon;Adres",
            "Bas;0301234567;Poedel;0612345678;Dijk 1",
        );
        assert_eq!(found.name, "Poedel", "{other}");
        assert_eq!(found.phones, ["+31612345678"], "{other}");
    }
}

#[test]
fn a_group_with_another_name_is_about_another_person_as_a_whole() {
    for (groups, other) in [
        ("Cliëntgegevens;;Verwijzing;;;Voortgang", "Verwijzing"),
        ("Persoonsgegevens;;Contact;;;Voortgang", "Contact"),
        ("Cliënt;;Steunfiguur;;;Voortgang", "Steunfiguur"),
    ] {
        let found = row(
            groups,
            "Voornaam;Achternaam;Naam;Telefoon;Postcode;Status",
            "Jan;Wilg;Bas;0301234567;1203KL;wacht",
        );
        assert_eq!(
            (found.name.as_str(), found.status.word()),
            ("Jan Wilg", "waiting"),
            "{groups}"
        );
        assert!(
            found.phones.is_empty() && found.postcode.is_empty(),
            "{groups}"
        );
        assert_eq!(
            found.background,
            format!("{other} Naam: Bas\n{other} Telefoon: 0301234567\n{other} Postcode: 1203KL")
        );
    }
}

#[test]
fn a_title_that_takes_both_lines_has_no_group() {
    // In a CSV the merged cell is in the first line; in a workbook its value counts for both.
    for titles in [
        ";Naam;Telefoon;Naam;Telefoon;",
        "Dossiernr;Naam;Telefoon;Naam;Telefoon;Status",
    ] {
        let found = row(
            "Dossiernr;Cliënt;;Verwijzer;;Status",
            titles,
            "A-1;Poedel;0612345678;Bas;0301234567;wacht",
        );
        assert_eq!(
            (found.number.as_str(), found.name.as_str()),
            ("A-1", "Poedel"),
            "{titles}"
        );
        assert_eq!(found.reported_by, "Bas", "{titles}");
        assert_eq!(found.status.word(), "waiting", "{titles}");
        assert_eq!(
            found.background, "Verwijzer Telefoon: 0301234567",
            "{titles}"
        );
    }
    // The first line alone has no names, and no fewer titles that are known.
    let found = row(
        "Wijk;Persoonsgegevens;;Melder;Verwijzer",
        ";Naam;Telefoon;Naam;",
        "Oost;Poedel;0612345678;Bas;",
    );
    assert_eq!(
        (found.name.as_str(), found.district.as_str()),
        ("Poedel", "Oost")
    );
    // Most of the titles are in the first line.
    let found = row(
        "Dossiernr;Naam;Adres;Verwijzer;",
        ";;;Naam;Telefoon",
        "A-1;Poedel;Dijk 1;Bas;0301234567",
    );
    assert_eq!(
        (found.name.as_str(), found.reported_by.as_str()),
        ("Poedel", "Bas")
    );
    assert!(found.phones.is_empty());
}

#[test]
fn a_group_gives_its_titles_what_they_lack() {
    let found = row(
        "Cliënt;;Melding;;Laatste contact;;Werk;Adres;;;",
        "Naam;Mobiel;Datum;Door;Datum;Met;Telefoon;Straat;Nr;Postcode;Wijk",
        "Poedel;0612345678;1-2-2026;Bas;3-3-2026;Noor;0301234567;Dijk;12;1203KL;Oost",
    );
    assert_eq!(found.reported_on, super::day(2026, 2, 1));
    assert_eq!(found.last_contact, super::day(2026, 3, 3));
    assert_eq!(
        (found.reported_by.as_str(), found.address.as_str()),
        ("Bas", "Dijk 12")
    );
    assert_eq!(
        (found.district.as_str(), found.postcode.as_str()),
        ("Oost", "1203 KL")
    );
    assert_eq!(
        found.background,
        "Laatste contact Met: Noor\nWerk Telefoon: 0301234567"
    );
    // What is of the case stays so below a group that ended before it.
    let found = row(
        "Cliënt;;Verwijzer;;;",
        "Naam;Telefoon;Naam;Telefoon;Status;Trekker",
        "Poedel;;Bas;;wacht;Noor",
    );
    assert_eq!(
        (found.status.word(), found.lead.as_str()),
        ("waiting", "Noor")
    );
}

#[test]
fn a_heading_above_the_titles_is_no_group() {
    for heading in [
        "Dossierlijst;;;;",
        ";;Wijkteam Oost;;",
        ";;Netwerk;;",
        "Gemeente;;Oosterhage;;",
        "Contactpersoon:;;Bas Wilg;;",
        "Peildatum;;1-11-2026;;",
    ] {
        let text = format!(
            "{heading}\nNaam;Adres;Telefoon;Status;Trekker\nPoedel;Dijk 1;0612345678;wacht;Noor\n"
        );
        let (rows, reading) = cases_of(text.as_bytes());
        assert_eq!(
            (rows[0].name.as_str(), rows[0].lead.as_str()),
            ("Poedel", "Noor"),
            "{heading}"
        );
        assert_eq!(
            (rows[0].phones.len(), rows[0].background.as_str()),
            (1, ""),
            "{heading}"
        );
        assert!(
            matches!(
                remarks(&reading).as_slice(),
                [(1, Why::Stray { .. } | Why::NoRow { .. })]
            ),
            "{heading}: {:?}",
            remarks(&reading)
        );
    }
}

#[test]
fn a_header_of_two_lines_that_is_repeated_is_no_row() {
    let header = "Cliënt;;Verwijzer;\nNaam;Telefoon;Naam;Telefoon";
    check(
        format!("{header}\nPoedel;;Bas;\n{header}\nKers;;Els;\n"),
        &[(3, "Poedel"), (6, "Kers")],
        &[(4, Why::HeaderAgain), (5, Why::HeaderAgain)],
    );
    // Of another list, put behind the first.
    let (rows, reading) = cases_of(
        format!("Naam;Adres\nPoedel;Dijk 1\n{header}\nKers;0612345678;Els;0301234567\n").as_bytes(),
    );
    assert_eq!(
        (rows[1].name.as_str(), rows[1].reported_by.as_str()),
        ("Kers", "Els")
    );
    assert_eq!(rows[1].phones, ["+31612345678"]);
    assert_eq!(
        remarks(&reading),
        [(3, Why::HeaderAgain), (4, Why::HeaderAgain)]
    );
}
