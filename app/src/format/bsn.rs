//! Burgerservicenummers: they do not belong in this app.

/// Some run of nine digits in the text passes the eleven-test of a BSN.
pub fn holds_bsn(text: &str) -> bool {
    text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
        .map(|run| run.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>())
        .any(|digits| passes(&digits))
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
    use super::holds_bsn;

    #[test]
    fn a_number_that_passes_the_eleven_test_is_noticed() {
        assert!(holds_bsn("zijn nummer is 111222333."));
        assert!(holds_bsn("1112.22.333"));
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "111222334",
            "0612345678",
            "12345",
            "000000000",
            "1234 AB 17-11-2025",
        ] {
            assert!(!holds_bsn(text), "{text}");
        }
    }
}
