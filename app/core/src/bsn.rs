//! Detection of burgerservicenummers (BSN), which must not be stored in this app.

/// Group sizes in which the nine digits are commonly printed: as in letters, and as in passports.
const GROUPS: [[usize; 3]; 2] = [[4, 2, 3], [3, 3, 3]];

/// Returns whether the text contains nine digits that pass the BSN eleven-test, written in one run, with
/// dots, or in groups.
pub fn holds_bsn(text: &str) -> bool {
    text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
        .map(|run| run.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>())
        .any(|digits| passes(&digits))
        || in_groups(text)
}

/// Looks for three groups separated by single spaces or hyphens, with no further digits adjoining them.
fn in_groups(text: &str) -> bool {
    let joined = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-');
    text.split(|letter: char| !joined(letter)).any(|run| {
        let groups: Vec<&str> = run.split([' ', '\u{a0}', '-']).collect();
        groups.windows(3).enumerate().any(|(place, three)| {
            let alone = place == 0 || groups[place - 1].is_empty();
            let last = groups.get(place + 3).is_none_or(|next| next.is_empty());
            let sizes = [three[0].len(), three[1].len(), three[2].len()];
            alone && last && GROUPS.contains(&sizes) && passes(three.concat().as_bytes())
        })
    })
}

/// Returns whether `digits` is nine ASCII digits that pass the BSN eleven-test. Eight digits pass as
/// well if they do with a leading zero, which spreadsheets tend to drop.
pub fn is_bsn(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && (passes(digits.as_bytes())
            || digits.len() == 8 && passes(format!("0{digits}").as_bytes()))
}

fn passes(digits: &[u8]) -> bool {
    const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| i32::from(digit - b'0') * weight)
        .sum();
    digits.len() == 9 && digits.iter().any(|digit| *digit != b'0') && sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::{holds_bsn, is_bsn};

    #[test]
    fn a_number_that_passes_the_eleven_test_is_noticed() {
        assert!(holds_bsn("zijn nummer is 111222333."));
        assert!(holds_bsn("1112.22.333"));
        assert!(holds_bsn("bsn: 1112-22-333"));
        assert!(holds_bsn("111 222 333"));
    }

    #[test]
    fn a_spreadsheet_may_have_taken_its_zero_away() {
        assert!(is_bsn("012345672") && is_bsn("12345672"));
        for text in [
            "",
            "12345",
            "12345673",
            "0000000000",
            "00000000",
            "1112.22.333",
        ] {
            assert!(!is_bsn(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "111222334",
            "0612345678",
            "12345",
            "000000000",
            "06 111 222 333",
            "111 222 334",
            "111-222 333-4",
            "1234 AB 17-11-2025",
        ] {
            assert!(!holds_bsn(text), "{text}");
        }
    }
}
