//! Rows without a name below the row of a person.

use super::{ImportReason as Why, cases_of, remarks};

#[test]
fn a_row_without_a_name_belongs_to_the_person_above_it() {
    let (rows, reading) = cases_of(
        b"Dossiernr;Naam;Telefoon;Opmerking\n\
          D-1;Poedel;;belt graag\n\
          ;;;mes onder het bed\n\
          ;;0687654321;zus, \"hond\" erbij\n\
          D-2;Kers;;rustig\n",
    );
    assert_eq!(
        rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Poedel", "Kers"]
    );
    assert_eq!(
        rows[0].background,
        "belt graag\nmes onder het bed\nTelefoon: 0687654321\nzus, \"hond\" erbij"
    );
    assert_eq!(rows[0].danger, ["mes onder het bed", "zus, \"hond\" erbij"]);
    assert_eq!(
        (rows[0].lines.as_slice(), rows[0].phone.as_str()),
        (&[2, 3, 4][..], "")
    );
    let joined = Why::JoinedTo { first_line: 2 };
    assert_eq!(remarks(&reading), [(3, joined.clone()), (4, joined)]);
}

#[test]
fn a_row_without_a_name_that_continues_nobody_is_told_with_its_text() {
    let text = b"Dossiernr;Naam;Adres;BSN;Opmerking\n\
          ;;;;mes in de la\n\
          D-1;Poedel;;111222333;rustig\n\
          \n\
          ;;Dijk 2;123456782;onbekende man\n\
          ;;;;met een hond\n";
    let (rows, reading) = cases_of(text);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].background, "rustig");
    let told: Vec<_> = reading
        .problems
        .iter()
        .filter(|problem| problem.line > 1)
        .map(|problem| format!("{} {} {:?}", problem.line, problem.text, problem.reason))
        .collect();
    assert_eq!(told.len(), 3, "{told:?}");
    for (told, said) in told
        .iter()
        .zip(["mes in de la", "Dijk 2 onbekende", "met een hond"])
    {
        assert!(said.split(' ').all(|word| told.contains(word)), "{told}");
        assert!(!told.contains("123456782"), "{told}");
    }
}
