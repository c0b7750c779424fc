//! What a row says that is left out.

use super::{ImportReason as Why, Reading, cases_of, contacts_of};

/// Returns name and text of the remark with this reason.
fn told(reading: &Reading, reason: &Why) -> (String, String) {
    let mut problems = reading.problems.iter();
    let problem = problems.find(|problem| problem.reason == *reason);
    let problem = problem.unwrap_or_else(|| panic!("{:?}", reading.problems));
    (problem.name.clone(), problem.text.clone())
}

#[test]
fn a_row_that_is_left_out_is_told_with_all_its_text() {
    let list = "Dossiernr;Naam;Adres;Opmerking\n";
    let (_, reading) = cases_of(format!("{list}1;Kers;;\n2;Poedel;Dijk 1;hond").as_bytes());
    assert_eq!(reading.problems, []);
    let (_, reading) = cases_of(format!("{list}1;Kers;;\n2;Poedel;Dijk 1").as_bytes());
    let (name, text) = told(&reading, &Why::CutOff);
    assert_eq!(
        (name.as_str(), text.as_str()),
        ("Poedel", "Dossiernr: 2 Naam: Poedel Adres: Dijk 1")
    );

    let (_, reading) =
        cases_of(format!("{list}2;Poedel;Dijk 1;\"hond bijt\n1;Kers;;\n").as_bytes());
    let (name, text) = told(&reading, &Why::Unreadable);
    assert_eq!(name, "Poedel");
    assert!(text.ends_with("Adres: Dijk 1 \"hond bijt"), "{text}");

    let long = "woord ".repeat(5000);
    let (_, reading) = cases_of(format!("{list}2;Poedel;Dijk 1;{long}einde\n").as_bytes());
    let (name, text) = told(&reading, &Why::TooLong);
    assert_eq!(name, "Poedel");
    assert!(
        text.contains("Dijk 1") && text.ends_with("einde"),
        "{}",
        text.len()
    );
    // Also where it would have joined another row, or continued it.
    let half = "woord ".repeat(2000);
    for row in ["2;Poedel;Dijk 1;", ";;;"] {
        let text = format!(
            "{list}2;Poedel;Dijk 1;{half}\n{row}{}\n",
            half.replace("woord", "regel")
        );
        let (_, reading) = cases_of(text.as_bytes());
        assert!(
            told(&reading, &Why::TooLong).1.contains("regel regel"),
            "{row}"
        );
    }
}

#[test]
fn a_number_in_the_wrong_place_of_an_unreadable_row_is_not_repeated() {
    let text = "BSN;Naam;Opmerking\n123456782;Kers;\n\"x;y\";111222333;Poedel;\"hond\n111222333;Neon;goed\n";
    let (_, reading) = cases_of(text.as_bytes());
    let told = format!("{:?}", reading.problems);
    assert!(told.contains("Poedel") && told.contains("hond"), "{told}");
    assert!(!told.contains("111222333"), "{told}");
}

#[test]
fn a_card_that_is_left_out_is_told_with_all_its_text() {
    let card = "BEGIN:VCARD\nFN:Bas\nORG:Voedselbank\nTEL:0612345678\nNOTE:alleen op dinsdag\n";
    let (_, reading) = contacts_of("boek.vcf", card.as_bytes());
    let (name, text) = told(&reading, &Why::CutOff);
    assert_eq!(name, "Bas");
    for said in ["Voedselbank", "31612345678", "alleen op dinsdag"] {
        assert!(text.contains(said), "{text}");
    }
    let group = "BEGIN:VCARD\nKIND:group\nFN:Buurtteam\nNOTE:elke maandag om tien\nMEMBER:urn:uuid:1\nEND:VCARD\n";
    let (_, reading) = contacts_of("boek.vcf", group.as_bytes());
    let (name, text) = told(&reading, &Why::Group { members: 1 });
    assert_eq!(name, "Buurtteam");
    assert!(text.contains("elke maandag om tien"), "{text}");
    let long = format!("{card}NOTE:{}\nEND:VCARD\n", "woord ".repeat(5000));
    let (_, reading) = contacts_of("boek.vcf", long.as_bytes());
    assert!(
        told(&reading, &Why::TooLong)
            .1
            .contains("alleen op dinsdag")
    );
    // The same card again says nothing that is not kept.
    let twice = format!("{card}END:VCARD\n").repeat(2);
    let (_, reading) = contacts_of("boek.vcf", twice.as_bytes());
    assert_eq!(told(&reading, &Why::TwiceInFile { first_line: 1 }).1, "");
}
