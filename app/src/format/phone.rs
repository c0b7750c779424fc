//! Phone numbers, the Dutch way.

use voorveld_core::phone_number;

/// Dutch area codes of three digits; all others have four.
const SHORT_AREAS: [&str; 29] = [
    "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040",
    "043", "045", "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075",
    "076", "077", "078",
];

/// A number as people read it aloud: `06 12345678`, `020 1234567`; anything that is no Dutch number
/// of ten digits as it is.
pub fn display(stored: &str) -> String {
    let digits: String = stored
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    let national = if let Some(rest) = digits.strip_prefix("+31") {
        format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
    } else if let Some(rest) = digits.strip_prefix("0031") {
        format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
    } else {
        digits
    };
    let ten = national.len() == 10
        && national.starts_with('0')
        && national.bytes().all(|byte| byte.is_ascii_digit());
    if !ten {
        return stored.trim().to_owned();
    }
    let area = if national.starts_with("06") {
        2
    } else if SHORT_AREAS.contains(&&national[..3]) || national.starts_with("079") {
        3
    } else {
        4
    };
    format!("{} {}", &national[..area], &national[area..])
}

/// The link that calls a number; none when there is nothing to dial.
pub fn tel_link(stored: &str) -> Option<String> {
    // A whole number, here or abroad: what is only said ("(0)") is left out, and 00 is a +.
    let whole = stored.trim_start().starts_with(['+']) || stored.trim_start().starts_with("00");
    if let Some(number) = phone_number::normal(stored).filter(|_| whole) {
        return Some(format!("tel:{number}"));
    }
    let dial: String = stored
        .trim()
        .chars()
        .enumerate()
        .filter(|(index, sign)| sign.is_ascii_digit() || (*index == 0 && *sign == '+'))
        .map(|(_, sign)| sign)
        .collect();
    dial.bytes()
        .any(|byte| byte.is_ascii_digit())
        .then(|| format!("tel:{dial}"))
}

/// The link that writes a message to a number; none when there is nothing to dial.
pub fn sms_link(stored: &str) -> Option<String> {
    let dial = tel_link(stored)?;
    Some(dial.replacen("tel:", "sms:", 1))
}

#[cfg(test)]
mod tests {
    use super::{display, sms_link, tel_link};

    #[test]
    fn a_dutch_number_is_written_with_its_area_apart() {
        for (stored, shown) in [
            ("+31612345678", "06 12345678"),
            ("0612345678", "06 12345678"),
            ("06-12 34 56 78", "06 12345678"),
            ("0031201234567", "020 1234567"),
            ("+31 (0)79 123 45 67", "079 1234567"),
            ("0162123456", "0162 123456"),
        ] {
            assert_eq!(display(stored), shown, "{stored}");
        }
    }

    #[test]
    fn another_number_stays_as_it_was_written() {
        assert_eq!(display("+32 470 12 34 56"), "+32 470 12 34 56");
        assert_eq!(display("112"), "112");
        assert_eq!(display("via zijn zus"), "via zijn zus");
    }

    #[test]
    fn a_number_from_abroad_stays_as_written_and_is_dialled_whole() {
        for (stored, dialled) in [
            ("+32 470 12 34 56", "tel:+32470123456"),
            ("+32 (0)470 12 34 56", "tel:+32470123456"),
            ("0032 470 12 34 56", "tel:+32470123456"),
            ("+49 30 901820", "tel:+4930901820"),
            ("+31 (0)6 12345678", "tel:+31612345678"),
            ("0031 6 12345678", "tel:+31612345678"),
        ] {
            assert_eq!(tel_link(stored).as_deref(), Some(dialled), "{stored}");
        }
        assert_eq!(display("0032 470 12 34 56"), "0032 470 12 34 56");
        assert_eq!(
            sms_link("0049 30 901820").as_deref(),
            Some("sms:+4930901820")
        );
    }

    #[test]
    fn only_what_can_be_dialled_becomes_a_link() {
        assert_eq!(tel_link("06 123 456 78").as_deref(), Some("tel:0612345678"));
        assert_eq!(tel_link("+31 6 1").as_deref(), Some("tel:+3161"));
        assert_eq!(tel_link("via zijn zus"), None);
        assert_eq!(sms_link("06 1").as_deref(), Some("sms:061"));
        assert_eq!(sms_link("via zijn zus"), None);
    }
}
