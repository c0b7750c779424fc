//! For any card, each word ends up in a field, in the note or in a remark.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{Reading, Rows, read, today};

/// A card line with unique words, in one of the possible notations.
fn line() -> impl Strategy<Value = (String, usize)> {
    let heads = prop::sample::select(vec![
        "FN:#",
        "N:#;#;#;#;#",
        "NICKNAME:#",
        "NOTE:#",
        "NOTE:# #\\n#",
        "TEL:0612345678",
        "TEL;TYPE=CELL:#",
        "TEL;WORK;VOICE:035 1234567 tst #",
        "item1.TEL:+31687654321\nitem1.X-ABLabel:#",
        "TEL;X-#:0611112222",
        "TEL;TYPE=FAX:#",
        "EMAIL:#@example.org",
        "EMAIL;TYPE=WORK:#@example.org",
        "ADR:#;#;#;#;#;#;#",
        "ADR;TYPE=HOME;LABEL=\"#\":;;#;;;;",
        "LABEL:#",
        "ORG:#;#",
        "TITLE:#",
        "ROLE:#",
        "URL:https://#.example.org",
        "CATEGORIES:#,#",
        "UID:#",
        "BDAY:1980-01-02 #",
        "ANNIVERSARY:#",
        "GEO:#",
        "TZ:#",
        "IMPP:#",
        "GENDER:;#",
        "RELATED:#",
        "X-SOCIALPROFILE;TYPE=#:#",
        "X-#:#",
        "X-ABDATE:#",
        "AGENT:#",
        "LANG:#",
        "SORT-STRING:#",
        "# zonder naam",
        "#: een zin",
        " #",
        "AGENT:\nBEGIN:VCARD\nFN:#\nNOTE:#\nEND:VCARD",
        "FN:#\n\n#",
        "NOTE;ENCODING=QUOTED-PRINTABLE:#=\n#=0A#",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;#;1;;",
        "HOBBY:#",
        "KIND:individual",
        "item9.X-ABLabel:#",
        "TEL;VALUE=uri:tel:+31-6-12345678;ext=#",
    ]);
    heads.prop_map(|head| (head.to_owned(), head.matches('#').count()))
}

/// Cards with a unique word in each position: w0w, w1w.
fn book() -> impl Strategy<Value = (String, usize)> {
    let cards = prop::collection::vec(
        (
            prop::collection::vec(line(), 1..8),
            any::<bool>(),
            any::<bool>(),
        ),
        1..5,
    );
    cards.prop_map(|cards| {
        let (mut text, mut words) = (String::new(), 0);
        for (lines, whole, glued) in cards {
            text.push_str("BEGIN:VCARD\nVERSION:3.0\n");
            for (line, count) in lines {
                let mut line = line;
                for _ in 0..count {
                    line = line.replacen('#', &format!("w{words}w"), 1);
                    words += 1;
                }
                text.push_str(&line);
                text.push('\n');
            }
            if whole {
                text.push_str("END:VCARD");
                text.push_str(if glued { "" } else { "\n" });
            }
        }
        (text + "\nEND:VCARD\n", words)
    })
}

/// Everything made of a file, and the lines of the cards that were left out.
fn told(reading: &Reading) -> String {
    let rows = match &reading.rows {
        Rows::Contacts(rows) => format!("{rows:?}"),
        Rows::Cases(rows) => format!("{rows:?}"),
    };
    format!("{rows}{:?}", reading.problems).to_lowercase()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_130), ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_every_card_is_in_a_field_the_note_or_a_remark((text, words) in book()) {
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let reading = read("boek.vcf", text.as_bytes(), today()).expect("an address book");
            let told = told(&reading);
            let left_out: Vec<usize> = reading
                .problems
                .iter()
                .filter(|problem| problem.reason.leaves_out())
                .map(|problem| problem.line as usize)
                .collect();
            let lines: Vec<&str> = text.lines().collect();
            for word in 0..words {
                let word = format!("w{word}w");
                let line = lines.iter().position(|line| line.contains(&word)).expect("its line") + 1;
                let begins = |at: &usize| {
                    lines[at - 1].contains("BEGIN:VCARD") && (*at == 1 || lines[at - 2] != "AGENT:")
                };
                let begin = (1..=line).rev().find(begins).unwrap_or(1);
                prop_assert!(
                    told.contains(&word) || left_out.contains(&begin),
                    "{} of line {} is lost: {}\n{}", word, line, told, text
                );
            }
        }
    }
}
