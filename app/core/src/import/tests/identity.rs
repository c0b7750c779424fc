//! Which rows are the same person: identifying values and placeholders.

use super::super::preview_json::preview;
use super::{ImportReason as Why, cases_of, contacts_of, read, remarks, today};

/// Returns the name and number of each case.
fn people(text: &str) -> Vec<(String, String)> {
    let (rows, _) = cases_of(text.as_bytes());
    rows.into_iter().map(|row| (row.name, row.number)).collect()
}

/// Returns the names that a list adds to what another gave.
fn added(first: &str, next: &str) -> Vec<String> {
    let read = |text: &str| [read("lijst.csv", text.as_bytes(), today()).expect("reads")];
    let seen = preview(&read(first), &read(next), &|reason| format!("{reason:?}"));
    seen.rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_text_instead_of_a_number_names_nobody_and_stays() {
    for none in [
        "n.v.t.", "-", "volgt", "onbekend", "0", "?", "nieuw", "#N/B", "Unknown", "000", "tbd",
    ] {
        let text = format!("Dossiernr;Cliënt;Adres\n{none};Jan;Dijk 1\n{none};Jan;Markt 5\n");
        let both = vec![("Jan".to_owned(), none.to_owned()); 2];
        assert_eq!(people(&text), both);
        let next = format!("Dossiernr;Cliënt;Adres\n{none};Jan;Plein 9\n{none};Jan;Dijk 1\n");
        assert_eq!(added(&text, &next), ["Jan"], "{none}");
        assert_eq!(added(&text, &text), Vec::<String>::new(), "{none}");
    }
}

#[test]
fn a_text_instead_of_an_address_names_nobody() {
    for none in [
        "-",
        "onbekend",
        "zwervend",
        "Dakloos",
        "geen vaste woon- of verblijfplaats",
        "zvwov",
        "Utrecht",
        "Centraal Station",
    ] {
        let text = format!("Naam;Adres;Opmerking\nJan;{none};rustig\nJan;{none};mes\n");
        let (rows, reading) = cases_of(text.as_bytes());
        assert_eq!(rows.len(), 2, "{none}");
        assert_eq!(rows[0].address, none);
        assert_eq!(
            remarks(&reading),
            [(3, Why::LooksLikeRow { first_line: 2 })]
        );
        assert_eq!(added(&text, &text), Vec::<String>::new(), "{none}");
    }
    let (rows, reading) =
        cases_of("Naam;Woonplaats;Opmerking\nJan;Utrecht;rustig\nJan;Utrecht;mes\n".as_bytes());
    assert_eq!(rows.len(), 2);
    assert_eq!(
        remarks(&reading),
        [(3, Why::LooksLikeRow { first_line: 2 })]
    );
    // Another town is another person.
    let (_, reading) = cases_of(b"Naam;Adres;Opmerking\nJan;Utrecht;a\nJan;Amersfoort;b\n");
    assert_eq!(remarks(&reading), []);
}

#[test]
fn a_text_instead_of_a_phone_number_names_nobody() {
    let (rows, _) = cases_of(b"Naam;Telefoon;Opmerking\nJan;geen;rustig\nJan;geen;mes\n");
    assert_eq!((rows.len(), rows[0].phone.as_str()), (2, "geen"));
    let (rows, _) = contacts_of(
        "boek.csv",
        b"Naam;Telefoon;E-mail;Organisatie\nBas;-;geen;Politie\nBas;-;geen;GGD\n",
    );
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_text_instead_of_a_name_names_nobody() {
    for none in [
        "NN",
        "N.N.",
        "Onbekend",
        "Bewoner",
        "onbekende man",
        "Onbekende vrouw",
    ] {
        let text = format!(
            "Naam;Adres;Opmerking\n{none};Stationsplein 1;man met baard\n{none};Stationsplein 1;jonge vrouw\n"
        );
        assert_eq!(people(&text).len(), 2, "{none}");
        assert_eq!(added(&text, &text), Vec::<String>::new(), "{none}");
    }
    // A number says who it is, and a later row may know the name.
    let (rows, _) = cases_of("Dossiernr;Naam\nA-1;NN\nA-1;Jan Wilg\nA-1;Els Berk\n".as_bytes());
    let found: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(found, ["Jan Wilg", "Els Berk"]);
    assert_eq!(rows[0].background, "Naam: NN");
}

#[test]
fn row_numbers_that_restart_repeat_or_have_gaps_name_nobody() {
    for numbers in [
        ["1", "2", "1"],
        ["3", "17", "1450"],
        ["1", "2", "2"],
        ["1", "x", "2"],
        ["1", "-", "3"],
        ["1.", "2.", "2a"],
    ] {
        for title in ["Nr", "#", "Volgnr"] {
            let [one, two, three] = numbers;
            let text = format!(
                "{title};Naam;Adres\n{one};Jan;Dijk 1\n{two};Els;Dijk 2\n{three};Jan;Markt 5\n"
            );
            let (rows, reading) = cases_of(text.as_bytes());
            let numbers: Vec<_> = rows.iter().map(|row| row.number.as_str()).collect();
            assert_eq!(numbers, ["", "", ""], "{text}");
            assert!(
                matches!(&remarks(&reading)[..], [(1, Why::RowNumbers { .. })]),
                "{text}"
            );
            let next = format!("{title};Naam;Adres\n{one};Jan;Vaart 9\n{two};Els;Dijk 2\n");
            assert_eq!(added(&text, &next), ["Jan"], "{text}");
        }
    }
    // Text that is not a number remains visible.
    let (rows, _) = cases_of(b"Nr;Naam\n1;Jan\n2;Els\nspoed;Bo\n");
    assert_eq!(rows[2].background, "Nr: spoed");
}

#[test]
fn a_number_of_a_household_does_not_chain_its_people() {
    for names in [
        ["Fam. Bos", "Piet Bos", "Petra Bos"],
        ["Gezin Bos", "P. Bos", "Els Bos"],
        ["Martin de Groot", "Martina de Groot", "Marten de Groot"],
    ] {
        let [one, two, three] = names;
        let list = format!("Gezinsnr;Naam\nG-2;{one}\nG-2;{two}\nG-2;{three}\n");
        let (rows, reading) = cases_of(list.replace("Gezinsnr", "Dossiernr").as_bytes());
        let found: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(found, names);
        assert_eq!(remarks(&reading).len(), 2, "{names:?}");
    }
    // Whoever comes later fits all that came before.
    let (rows, reading) = cases_of(b"Dossiernr;Naam\nG-2;P. Bos\nG-2;Piet Bos\nG-2;Petra Bos\n");
    let found: Vec<_> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(found, ["P. Bos", "Petra Bos"]);
    assert_eq!(
        remarks(&reading),
        [
            (3, Why::JoinedTo { first_line: 2 }),
            (4, Why::LooksLikeRow { first_line: 2 })
        ]
    );
}

#[test]
fn two_people_who_fit_one_initial_on_file_are_not_both_known() {
    let first = "Dossiernr;Naam\nG-2;P. Bos\n";
    let next = "Dossiernr;Naam\nG-2;Piet Bos\nG-2;Petra Bos\n";
    assert_eq!(added(first, next), ["Petra Bos"]);
}

#[test]
fn one_date_of_birth_in_three_spellings_is_one_person() {
    let list = "Naam;Geboortedatum;Adres;Opmerking\nJan;01-02-1980;Dijk 1;a\nJan;1-2-1980;Dijk 1;b\nJan;1980-02-01;Dijk 1;c\n";
    let (rows, _) = cases_of(list.as_bytes());
    assert_eq!(rows.len(), 1);
    let numbered = list
        .replace("Naam;", "Dossiernr;Naam;")
        .replace("Jan;", "D-1;Jan;");
    assert_eq!(cases_of(numbered.as_bytes()).0.len(), 1);
}

#[test]
fn contacts_of_two_organisations_are_two() {
    let list = "Naam;Functie;Organisatie;Opmerking\nBas;wijkagent;Politie;a\nBas;begeleider;Opvang;b\nBas;agent;Politie;c\n";
    let (rows, _) = contacts_of("boek.csv", list.as_bytes());
    let found: Vec<_> = rows.iter().map(|row| row.organisation.as_str()).collect();
    assert_eq!(found, ["Politie", "Opvang"]);
    assert!(rows[0].note.contains("Rol: agent"));
    assert_eq!(added(list, list), Vec::<String>::new());
}

#[test]
fn namesakes_with_different_births_are_two_whatever_the_title() {
    for title in ["Geb.dat.", "Geboren op", "Geboortejaar", "GBD"] {
        let text = format!(
            "Naam;{title};Adres;Opmerking\nJan Jansen;3-4-1958;Dijk 1;vader\nJan Jansen;5-6-1990;Dijk 1;zoon\n"
        );
        assert_eq!(people(&text).len(), 2, "{title}");
    }
}

#[test]
fn a_couple_and_a_father_and_son_of_one_name_stay_two() {
    for (title, one, other) in [
        ("M/V", "M", "V"),
        ("Geslacht", "man", "vrouw"),
        ("Aanhef", "Dhr.", "Mevr."),
        ("Relatie", "vader", "zoon"),
    ] {
        let text = format!("Naam;Adres;{title}\nBos;Dijk 1;{one}\nBos;Dijk 1;{other}\n");
        assert_eq!(people(&text).len(), 2, "{title}");
        assert_eq!(added(&text, &text), Vec::<String>::new(), "{title}");
        let turned = format!("Naam;Adres;{title}\nBos;Dijk 1;{other}\nBos;Dijk 1;{one}\n");
        assert_eq!(added(&text, &turned), Vec::<String>::new(), "{title}");
    }
    // An age or a birthday in another spelling is of the same person.
    for (title, one, other) in [
        ("Leeftijd", "40", "42"),
        ("Geboren", "3 mei 1950", "3-5-50"),
        ("Geboren", "1950", "03-05-1950"),
    ] {
        let text = format!("Naam;Adres;{title};Wie\nBos;Dijk 1;{one};a\nBos;Dijk 1;{other};b\n");
        assert_eq!(people(&text).len(), 1, "{title}: {one}, {other}");
    }
    let text = "Naam;Leeftijd;Opmerking\nBos;70;a\nBos;38;b\n";
    let (_, reading) = cases_of(text.as_bytes());
    assert_eq!(remarks(&reading), []);
}

#[test]
fn a_column_that_identifies_nobody_is_no_case_number() {
    let text = "Naam;Code;Adres\nAb;A;Dijk 1\nBo;A;Dijk 2\nCo;B;Dijk 3\nDo;A;Dijk 4\nEd;B;Dijk 5\n";
    let (rows, reading) = cases_of(text.as_bytes());
    assert!(rows.iter().all(|row| row.number.is_empty()));
    assert_eq!(rows[0].background, "Code: A");
    assert_eq!(remarks(&reading), []);
    let (rows, _) = cases_of("Cliënt;Werknr\nAb;0301234567\nBo;0301234568\n".as_bytes());
    assert_eq!(
        (rows[0].number.as_str(), rows[0].phone.as_str()),
        ("", "+31301234567")
    );
    // Numbers from elsewhere, not a count of these rows.
    let (rows, _) = cases_of(b"Nr;Naam\n1041;Ab\n1077;Bo\n");
    assert_eq!(rows[1].number, "1077");
    let (rows, _) = cases_of(b"Nr;Naam\n1041;Ab\n1042;Bo\n1043;Co\n");
    assert_eq!(rows[1].number, "");
}

#[test]
fn a_number_that_a_spreadsheet_shortened_names_nobody() {
    let text = "Dossiernr;Naam\n2,02E+11;Ab\n2,02E+11;Bo\n";
    let (rows, reading) = cases_of(text.as_bytes());
    assert_eq!((rows.len(), rows[0].number.as_str()), (2, "2,02E+11"));
    let text = "2,02E+11".to_owned();
    let shortened = Why::ShortenedNumber { text };
    assert_eq!(remarks(&reading), [(2, shortened.clone()), (3, shortened)]);
}

#[test]
fn a_row_with_more_values_than_titles_is_told() {
    let (rows, reading) = cases_of(b"Naam,Adres,Wijk\nBas, Ab,Dijk 1,Oost\nBo,Dijk 2,West,\n");
    assert_eq!((rows.len(), rows[0].background.as_str()), (2, "Oost"));
    assert_eq!(remarks(&reading), [(2, Why::MoreCells)]);
}
