use proptest::prelude::*;

use super::*;

fn check(typed: &str, text: &str, shown: &str) {
    let needle = Needle::parse(typed).expect("words");
    let spans = needle.spans(text);
    let marked: String = spans
        .iter()
        .map(|s| {
            if s.matched {
                format!("[{}]", s.text)
            } else {
                s.text.clone()
            }
        })
        .collect();
    assert_eq!(marked, shown);
}

#[test]
fn the_beginning_of_every_matching_word_is_marked() {
    check("dui", "Een duif, de duiven", "Een [dui]f, de [dui]ven");
    check("ele", "Élève", "[Élè]ve");
    check("ele", "E\u{301}le\u{300}ve", "[E\u{301}le\u{300}]ve");
    check(
        "huis mo",
        "Moeder was thuis, huis 3",
        "[Mo]eder was thuis, [huis] 3",
    );
    check("مر", "مرحبا بك", "[مر]حبا بك");
    check("grossm", "Großman en GROSSMAN", "[Großm]an en [GROSSM]AN");
    check("gros", "Großman", "[Groß]man");
    check("dyk", "Van Dijkstra, DĲK", "Van [Dijk]stra, [DĲK]");
    check("di", "Dijk en Dik", "[Dij]k en [Di]k");
    check("drempel", "op de drem\u{ad}pels", "op de [drem\u{ad}pel]s");
    check("obrien", "O’Brien's", "[O’Brien]'s");
    check("mueller", "Müllers", "[Müller]s");
    check("müller", "Muellers", "[Mueller]s");
}

#[test]
fn digits_are_marked_where_they_stand_in_a_number() {
    check("678", "bel 06-12345678", "bel 06-12345[678]");
    check("1234 56", "06 1234 5679", "06 [1234 56]79");
    check("0612", "+31 6 12345678", "+[31 6 12345678]");
    check("1203kl", "1203 KL Dijk", "[1203] [KL] Dijk");
    check("1203 kl", "1203KL Dijk", "[1203KL] Dijk");
    check("23.50", "taxi € 23,50", "taxi € [23,50]");
    check("000123", "OH 123456", "OH 123456");
}

proptest! {
    /// Every prefix of a word in a text finds that text.
    #[test]
    fn any_word_of_a_text_finds_it(text in "[a-zA-Z0-9ijł ıİøßæþŋĸäöüë'’\u{ad}\u{200b}\u{308}ĳﬁ½ﷺاжéÜ€,.+()/ -]{0,40}", pick in 0usize..40, length in 1usize..12) {
        let all: Vec<_> = words(&text).collect();
        if !all.is_empty() {
            let word = &text[all[pick % all.len()].clone()];
            let begin: String = word.chars().take(length).collect();
            if let Some(needle) = Needle::parse(&begin) {
                prop_assert!(needle.all_in(&text), "{begin:?} in {text:?}: {needle:?}");
                prop_assert!(needle.is_in(&text), "{begin:?} in {text:?}");
                let whole: String = needle.spans(&text).into_iter().map(|s| s.text).collect();
                prop_assert_eq!(whole, text);
            }
        }
    }
}

#[test]
fn nothing_but_punctuation_searches_nothing() {
    assert_eq!(Needle::parse("  \"*-() "), None);
}

#[test]
fn an_excerpt_shows_the_match_in_a_long_text() {
    let text = format!("{} duif {}", "woord ".repeat(60), "nog ".repeat(60));
    let spans = Needle::parse("duif").expect("words").excerpt(&text);
    let length: usize = spans.iter().map(|s| s.text.chars().count()).sum();
    assert!(spans.iter().any(|s| s.matched));
    assert!(length < 300, "{length}");
}
