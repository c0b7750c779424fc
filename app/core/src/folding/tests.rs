//! Texts that compare as equal.

use proptest::prelude::*;

use super::number::MARK;
use super::{Word, fold, index_text, padded, runs, typed_amounts, words};

fn same(texts: &[&str]) {
    for text in texts {
        assert_eq!(fold(text), fold(texts[0]), "{text}");
    }
}

#[test]
fn letters_that_do_not_come_apart_are_those_people_type() {
    same(&["Łukasz", "LUKASZ", "lukasz", "Łukasz\u{200b}"]);
    same(&["Yıldız", "Yildiz", "YILDIZ", "YILDİZ", "yıldız"]);
    same(&["Søren", "Soren", "SØREN"]);
    same(&["Đorđe", "Dorde", "Ðorðe"]);
    same(&["Großman", "Grossman", "GROSSMAN", "GROẞMAN"]);
    same(&["Ægir Œuvre", "aegir oeuvre"]);
    same(&["Þór", "Thor"]);
    same(&["Ħal Ŋuyen ĸak Ŧest", "hal nuyen kak test"]);
    same(&["Əliyev", "Eliyev"]);
    same(&["Nguyễn", "Nguyen", "Nguye\u{302}\u{303}n"]);
    same(&["Zoë", "Zoe\u{308}", "ZOE"]);
}

#[test]
fn apostrophes_count_for_nothing_whichever_they_are() {
    for apostrophe in "'’‘‛ʼʻ`´′＇ʾʿ\u{2b9}".chars() {
        same(&[&format!("O{apostrophe}Brien"), "obrien", "O'BRIEN"]);
        same(&[&format!("foto{apostrophe}s"), "fotos"]);
    }
}

#[test]
fn what_is_not_seen_counts_for_nothing() {
    for mark in "\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}\u{fe0f}"
        .chars()
    {
        same(&[&format!("{mark}drem{mark}pel{mark}"), "drempel"]);
    }
    same(&[
        "Jan\u{2011}Willem",
        "Jan-Willem",
        "jan\u{2010}willem",
        "Jan–Willem",
    ]);
    same(&["Jan\u{a0}\u{202f} Willem\t", "jan willem"]);
    same(&["Ｊａｎ　１２", "Jan 12"]);
}

#[test]
fn a_dutch_ij_is_a_y_however_it_is_typed() {
    same(&["Dijk", "Dyk", "Dĳk", "DIJK", "DĲK", "dÿk"]);
    same(&["IJsbrand", "Ysbrand", "Ĳsbrand"]);
    assert_ne!(fold("Dik"), fold("Dijk"));
}

#[test]
fn other_scripts_stay_themselves() {
    same(&["Юрий", "ЮРИЙ", "юрии"]);
    same(&["Ἀλέξανδρος", "ΑΛΕΞΑΝΔΡΟΣ"]);
    same(&["أحمد", "احمد", "اَحْمَد", "احـــمد"]);
    same(&["علی", "على", "علي"]);
    same(&["٠٦۱۲", "0612"]);
    assert_ne!(fold("कौन"), fold("कन"));
    for text in ["Юрий", "Αθήνα", "مرحبا", "शिक्षा", "王小明", "สมชาย", "한글"]
    {
        assert!(!fold(text).is_ascii(), "{text}");
        assert_eq!(words(text).count(), 1, "{text}");
    }
}

#[test]
fn a_word_is_found_by_its_other_spelling_and_by_what_is_behind_its_apostrophe() {
    let tokens =
        |text: &str| -> Vec<String> { index_text(text).split(' ').map(str::to_owned).collect() };
    assert_eq!(tokens("Müller"), ["muller", "mueller"]);
    assert_eq!(tokens("Mu\u{308}ller"), ["muller", "mueller"]);
    assert_eq!(tokens("Đorđe"), ["dorde", "djordje"]);
    assert_eq!(tokens("O’Brien"), ["obrien", "brien"]);
    assert_eq!(tokens("zei 'hoi' 't"), ["zei", "hoi", "t"]);
    assert_eq!(tokens("Moeder"), ["moeder"]);
}

#[test]
fn punctuation_is_kept_where_it_is_all_that_tells_two_apart() {
    assert_ne!(fold("18+"), fold("18-"));
    assert_eq!(fold(" ? "), "?");
    assert_eq!(fold("\u{200b}\u{ad}"), "");
}

#[test]
fn a_number_is_one_however_it_is_written() {
    for text in [
        "0612345679",
        "06-12345679",
        "06 1234 5679",
        "06 - 12 34 56 79",
        "+31 6 12345679",
        "+31 (0)6-12345679",
        "0031612345679",
        "+31612345679",
        "31612345679",
        "612345679.0",
        "06.12.34.56.79",
        "06\u{2011}1234\u{a0}5679",
        "０６１２３４５６７９",
        "\u{202a}+31 6 1234 5679\u{202c}",
        "huis 12 06-12345679 na 14 uur",
    ] {
        for typed in [
            "0612",
            "061234",
            "06 12",
            "06-1234 5679",
            "345",
            "679",
            "+316123",
            "0031 6 12",
            "+31 (0)6 12",
            "+31 06 12345679",
            "12345679",
        ] {
            let looked_for = runs(typed)[0].typed();
            let found = runs(text)
                .iter()
                .any(|run| looked_for.iter().any(|typed| run.find(typed).is_some()));
            assert!(found, "{typed} in {text}");
        }
    }
}

#[test]
fn two_numbers_are_no_third_one() {
    for (text, parts) in [
        ("0612345678\n0687654321", 2),
        ("0612345678, 0687654321", 2),
        ("0612345678 of 0687654321", 2),
        ("0612345678 +31687654321", 2),
        ("12a3", 2),
        ("geen", 0),
    ] {
        assert_eq!(runs(text).len(), parts, "{text}");
    }
}

#[test]
fn zeros_before_the_number_of_a_case_do_not_count() {
    for (number, typed) in [
        ("123", "000123"),
        ("000123", "123"),
        ("OH-2024-0123", "0123"),
        ("OH-2024-0123", "20240123"),
        ("OH 24/7", "007"),
    ] {
        let begin = format!("{MARK}{typed}");
        let tokens = padded(number);
        assert!(
            tokens.split(' ').any(|token| token.starts_with(&begin)),
            "{typed}: {tokens}"
        );
    }
}

#[test]
fn an_amount_is_one_however_it_is_written() {
    for text in [
        "23,50",
        "€ 23,50",
        "€23.50",
        "23,50 euro",
        "EUR 23,50",
        "kostte €23,50.",
    ] {
        assert_eq!(typed_amounts(text)[0].1, "€23·50", "{text}");
    }
    for text in ["€ 1.234", "1.234 euro", "1.234,00", "€ 1.234,-", "1,234.00"] {
        let amount = &typed_amounts(text)[0].1;
        assert!("€1234·00".starts_with(amount.as_str()), "{text}: {amount}");
    }
    assert_eq!(typed_amounts("23,5")[0].1, "€23·5");
    for text in [
        "23",
        "06.12.2026",
        "12-11",
        "1.2.3",
        "v2.0.1",
        "",
        "euro",
        "€",
        ",5",
    ] {
        assert_eq!(typed_amounts(text), [], "{text}");
    }
}

/// Texts with everything that folding affects.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,6}",
        "[a-zA-Z0-9ijyIJY ]{0,8}",
        "[łŁıİøØđðßæœþħŋĸäöüéë'’´\u{ad}\u{200b}\u{308}ĳĲﬁ½²①ﷺ]{1,4}",
        "[ -]{0,2}[0-9+() .,€/-]{0,12}",
        Just(" ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn every_word_has_a_place_and_letters(text in text()) {
        let mut last = 0;
        for place in words(&text) {
            prop_assert!(last <= place.start && place.start < place.end);
            last = place.end;
            let word = Word::of(&text[place]);
            prop_assert!(!word.folded.is_empty());
            prop_assert!(word.folded.chars().all(char::is_alphanumeric), "{}", word.folded);
        }
    }

    #[test]
    fn every_number_stands_where_it_says(text in text()) {
        for run in runs(&text) {
            let place = run.place();
            prop_assert!(text.is_char_boundary(place.start) && text.is_char_boundary(place.end));
            prop_assert_eq!(run.groups().concat(), run.digits.clone());
            // A number of few digits is indexed as a word.
            if let Some(typed) = run.typed().first().filter(|_| !run.tokens().is_empty()) {
                prop_assert!(run.find(typed).is_some(), "{}", typed);
            }
        }
    }
}
