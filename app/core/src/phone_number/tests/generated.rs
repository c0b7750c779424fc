//! Properties that hold for any text and any notation.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::super::{calls, in_text, normal};

/// The digits of a Dutch number after the 0, and the length of its area code.
fn dutch() -> impl Strategy<Value = (String, usize)> {
    prop_oneof![
        "6[1-5][0-9]{7}".prop_map(|rest| (rest, 1)),
        "(10|20|35|70)[1-9][0-9]{6}".prop_map(|rest| (rest, 2)),
        "(162|294|515|599)[1-9][0-9]{5}".prop_map(|rest| (rest, 3)),
        "8[58][0-9]{7}".prop_map(|rest| (rest, 2)),
    ]
}

/// A notation of such a number with its dial string: varies the prefix, the separator after the area
/// code, and the grouping of the rest.
fn spelling() -> impl Strategy<Value = (String, String)> {
    let begins = prop::sample::select(vec![
        "0",
        "+31",
        "+31 ",
        "+31(0)",
        "+31 (0)",
        "+310",
        "0031",
        "0031 ",
        "00 31 ",
        "31",
        "\u{202a}+31 ",
        "٠",
    ]);
    let joints = prop::sample::select(vec!["", " ", "-", "/", " - ", "\u{a0}", "\u{2011}", "."]);
    let cuts = prop::sample::select(vec![9, 4, 3, 2]);
    let marks = prop::sample::select(vec!["", "\u{200b}", "\u{ad}", "\u{200e}"]);
    (dutch(), begins, joints, cuts, marks).prop_map(|((rest, area), begin, joint, cut, mark)| {
        let (area, number) = rest.split_at(area);
        let number: Vec<char> = number.chars().collect();
        let groups: Vec<String> = number
            .chunks(cut)
            .map(|group| group.iter().collect())
            .collect();
        let written = format!("{begin}{area}{joint}{mark}{}", groups.join(" "));
        (written, format!("+31{rest}"))
    })
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Strips the Dutch country code, and the zeros before and after it.
fn bare(digits: &str) -> &str {
    let digits = digits.trim_start_matches('0');
    let digits = digits.strip_prefix("31").unwrap_or(digits);
    digits.trim_start_matches('0')
}

/// Returns the digits of `whole` that remain after removing the subsequence `part`; `None` if it is
/// not one.
fn left_over(whole: &str, part: &str) -> Option<String> {
    let mut part = part.chars().peekable();
    let left: String = whole
        .chars()
        .filter(|digit| part.next_if_eq(digit).is_none())
        .collect();
    part.peek().is_none().then_some(left)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_130), ..ProptestConfig::default() })]

    #[test]
    fn any_spelling_of_one_number_gives_the_same_dial((written, dial) in spelling()) {
        prop_assert_eq!(in_text(&written), [dial.clone()], "{}", written);
        prop_assert_eq!(normal(&written), Some(dial), "{}", written);
    }

    #[test]
    fn two_numbers_are_never_put_together(
        (one, first) in spelling(),
        (two, second) in spelling(),
        between in prop::sample::select(vec![" ", " / ", "/", "; ", ", ", "\n", " of ", " (zus) ", " tst 12, ", " - "]),
    ) {
        let text = format!("{one}{between}{two}");
        let found = in_text(&text);
        prop_assert!(found.contains(&first), "{}: {:?}", text, found);
        for dial in found {
            prop_assert!(dial == first || dial == second, "{}: {}", text, dial);
        }
    }

    #[test]
    fn a_dial_string_is_made_of_digits_that_stand_together_and_of_fifteen_at_most(
        text in "([0-9+() ./;,-]|[0-9]{2,4}|06|\\+31|0031|\\(0\\)|tst|x|uur|BSN |zus|\u{202e}|٣|\n){0,40}"
    ) {
        let mut from = 0;
        for call in calls(&text) {
            prop_assert!(call.span.start >= from && call.span.end > call.span.start);
            from = call.span.end;
            let written = text[call.span.clone()].replace('٣', "3");
            let dialled = digits_of(&call.dial);
            prop_assert!((3..=15).contains(&dialled.len()), "{}", call.dial);
            // Only the international prefix and an undialled 0 may be written without being dialled.
            let home = !call.dial.starts_with('+') || call.dial.starts_with("+31");
            let dialled = if home { bare(&dialled) } else { &dialled };
            let written = digits_of(&written);
            let left = [written.as_str(), bare(&written)].map(|written| left_over(written, dialled));
            prop_assert!(
                left.iter().flatten().any(|left| left.len() <= 3 && left.chars().all(|digit| digit == '0')),
                "{} from {}", call.dial, written
            );
        }
    }

    #[test]
    fn what_is_one_number_reads_again_as_itself((written, dial) in spelling()) {
        let again = normal(&written).as_deref().and_then(normal);
        prop_assert_eq!(again, Some(dial));
    }

    #[test]
    fn no_text_makes_it_panic(text: String) {
        let _ends = calls(&text);
    }
}
