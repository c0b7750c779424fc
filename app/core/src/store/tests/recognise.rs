//! Texts shared without names are checked for every part of every name on file.

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;

fn contact(phone: &mut TestPhone, name: &str) {
    phone.call(SaveContact {
        name: name.into(),
        fields: Vec::new(),
    });
}

/// Returns the matches in a text: certain ones verbatim, uncertain ones with a question mark.
fn found(phone: &mut TestPhone, text: &str) -> Vec<String> {
    let texts = vec![text.to_owned()];
    let all = phone.call(Recognise { texts }).found.into_iter();
    all.map(|one| match (one.tell, one.sure) {
        (Tell::Name(name), true) => name,
        (Tell::Name(name), false) => format!("{name}?"),
        (other, _) => format!("{other:?}"),
    })
    .collect()
}

fn town() -> TestPhone {
    let (mut noor, _, _) = duo();
    for name in [
        "Neon",
        "Jan-Willem van der Berg",
        "Annie de Man",
        "Bo",
        "Zoë Zijn",
        "J.B. Vos",
    ] {
        noor.case(name);
    }
    contact(&mut noor, "Wijkagent Piet Dijkstra");
    contact(&mut noor, "Fatma Yildiz");
    noor
}

#[test]
fn every_part_of_a_name_is_found_however_it_is_written() {
    let mut phone = town();
    for (text, names) in [
        ("Willem is weer thuis.", ["Willem"].as_slice()),
        ("WILLEM IS WEER THUIS.", &["WILLEM"]),
        ("Mevrouw Yıldız belt.", &["Yıldız"]),
        ("zoe belde, Zoë dus.", &["zoe?", "Zoë"]),
        ("Het is Neons hond, en neon's fiets.", &["Neons", "neon's?"]),
        ("Annies kat en Annie’s hond.", &["Annies", "Annie’s"]),
        ("Jantje en Jan.", &["Jantje", "Jan"]),
        ("Bo en bo.", &["Bo"]),
        ("Gesproken met Dijkstra.", &["Dijkstra"]),
        ("Noor heeft het van Bas.", &["Noor", "Bas"]),
        ("Niemand is thuis.", &[]),
    ] {
        assert_eq!(found(&mut phone, text), names, "{text}");
    }
}

#[test]
fn initials_are_found_with_dots_and_without() {
    let mut phone = town();
    for (text, names) in [
        ("J.B. komt niet.", ["J.B"].as_slice()),
        ("J.W. v.d. B. komt niet.", &["J.W. v.d. B"]),
        ("J.W. komt niet.", &["J.W"]),
        ("J.W.v.d.B. komt niet.", &["J.W.v.d.B"]),
        ("J. W. B. komt niet.", &["J. W. B"]),
        ("JWB komt niet.", &["JWB?"]),
        ("F.Y komt niet.", &["F.Y"]),
        ("FY komt niet.", &["FY?"]),
        ("Dat is m.b.t. de GGZ en i.v.m. de B.V.", &[]),
    ] {
        assert_eq!(found(&mut phone, text), names, "{text}");
    }
}

#[test]
fn an_ordinary_word_that_is_a_name_too_is_shown_for_a_look() {
    let mut phone = town();
    for (text, names) in [
        ("De man is boos.", ["man?"].as_slice()),
        ("Wat zijn ze boos.", &["zijn?"]),
        ("Boven op de berg.", &["berg?"]),
        ("Van de heer De Man gehoord.", &["Man"]),
        ("De buurman van de familie.", &[]),
    ] {
        assert_eq!(found(&mut phone, text), names, "{text}");
    }
}

#[test]
fn who_signed_somebody_up_who_can_be_called_and_organisations_are_known_too() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    phone.call(SetCaseField {
        case,
        field: CaseField::Called,
        value: "Generaal".into(),
    });
    phone.call(AddParty {
        case,
        name: "Praktijk Kwik".into(),
    });
    let text = "De generaal zit bij Kwik.";
    assert_eq!(found(&mut phone, text), ["generaal", "Kwik"]);
}

#[test]
fn each_find_says_in_which_text_and_in_which_sentence_it_stands() {
    let mut phone = town();
    let texts = vec![
        "Gaat goed.".into(),
        "Hij is weg. Neon zorgt nu. Bel 06-12345678.".into(),
    ];
    let all = phone.call(Recognise { texts }).found;
    let shown: Vec<_> = all
        .iter()
        .map(|one| (one.text, one.sentence.as_str()))
        .collect();
    assert_eq!(shown, [(1, "Neon zorgt nu."), (1, "Bel 06-12345678.")]);
}

#[test]
fn whatever_the_text_is_a_name_in_it_is_found_and_its_sentence_holds_it() {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;
    let phone = std::cell::RefCell::new(town());
    proptest!(ProptestConfig { cases: 64, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_130), ..ProptestConfig::default() }, |(
        before in "(\\PC{0,40}[ .!?,(\n])?",
        after in "([ .!?,)\n]\\PC{0,40})?",
    )| {
        let texts = vec![format!("{before}Dijkstra{after}")];
        let all = phone.borrow_mut().call(Recognise { texts }).found;
        let name = Tell::Name("Dijkstra".into());
        let one = all.iter().find(|one| one.tell == name);
        prop_assert!(one.is_some_and(|one| one.sure && one.sentence.contains("Dijkstra")));
    });
}
