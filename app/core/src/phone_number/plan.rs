//! Numbering plans: the Dutch one, and lengths of foreign numbers.
//!
//! Sources: Nummerplan telefoon- en ISDN-diensten (area codes, 06, 08x, 0800, 090x, 14, 116, 112, 113,
//! 144), ITU-T E.164 and the national plans listed with it.

/// Maximum number of digits, including the country code (E.164).
pub(super) const LONGEST: usize = 15;

/// Area codes of three digits, without the leading 0.
const AREAS_2: [&str; 30] = [
    "10", "13", "15", "20", "23", "24", "26", "30", "33", "35", "36", "38", "40", "43", "45", "46",
    "50", "53", "55", "58", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79",
];

/// Area codes of four digits, without the leading 0: the first two digits, and the possible third
/// digits.
const AREAS_3: [(&str, &str); 20] = [
    ("11", "134578"),
    ("16", "1245678"),
    ("17", "24"),
    ("18", "0123467"),
    ("22", "2346789"),
    ("25", "125"),
    ("29", "479"),
    ("31", "345678"),
    ("32", "01"),
    ("34", "12345678"),
    ("41", "12368"),
    ("47", "58"),
    ("48", "15678"),
    ("49", "23579"),
    ("51", "123456789"),
    ("52", "12345789"),
    ("54", "1345678"),
    ("56", "126"),
    ("57", "0123578"),
    ("59", "123456789"),
];

/// Prefixes of mobile and other non-geographic numbers.
const ANYWHERE: [&str; 7] = ["6", "82", "84", "85", "87", "88", "91"];

/// Country codes with the minimum and maximum length of the national number. Lists only countries that
/// are often called and have no leading 0 in the international format; for others the limits of E.164
/// apply.
const ABROAD: [(&str, usize, usize); 38] = [
    ("1", 10, 10),
    ("20", 8, 10),
    ("212", 9, 9),
    ("213", 8, 9),
    ("216", 8, 8),
    ("233", 9, 9),
    ("234", 8, 10),
    ("251", 9, 9),
    ("252", 7, 9),
    ("291", 7, 7),
    ("297", 7, 7),
    ("30", 10, 10),
    ("32", 8, 9),
    ("33", 9, 9),
    ("34", 9, 9),
    ("351", 9, 9),
    ("359", 7, 9),
    ("36", 8, 9),
    ("380", 9, 9),
    ("381", 8, 10),
    ("385", 8, 9),
    ("40", 9, 9),
    ("41", 9, 9),
    ("420", 9, 9),
    ("421", 9, 9),
    ("44", 9, 10),
    ("45", 8, 8),
    ("48", 9, 9),
    ("597", 6, 7),
    ("599", 7, 8),
    ("7", 10, 10),
    ("90", 10, 10),
    ("91", 10, 10),
    ("92", 9, 10),
    ("93", 9, 9),
    ("963", 8, 9),
    ("964", 8, 10),
    ("98", 10, 10),
];

/// Returns the dial string for the digits after 0 or +31.
pub(super) fn dutch(rest: &str) -> Option<String> {
    if is_service(rest) {
        return matches!(rest.len(), 7 | 10).then(|| format!("0{rest}"));
    }
    if is_town_hall(rest) {
        return Some(rest.to_owned());
    }
    let known = area(rest).is_some() || ANYWHERE.iter().any(|begin| rest.starts_with(begin));
    (rest.len() == 9 && known).then(|| format!("+31{rest}"))
}

/// Returns whether it is a free or premium-rate service: four or seven digits follow, and it cannot be
/// called from abroad.
pub(super) fn is_service(rest: &str) -> bool {
    ["800", "900", "906", "909"]
        .iter()
        .any(|begin| rest.starts_with(begin))
}

/// Returns whether it is the number of a municipality: 14 and its area code.
pub(super) fn is_town_hall(digits: &str) -> bool {
    digits
        .strip_prefix("140")
        .is_some_and(|code| matches!(code.len(), 2 | 3) && area(code) == Some(code))
}

/// Returns whether it is a short emergency or helpline number, including the European 116 ones.
pub(super) fn is_short(digits: &str) -> bool {
    matches!(digits, "112" | "113" | "144") || (digits.len() == 6 && digits.starts_with("116"))
}

/// Returns the area code at the start of these digits (after the 0).
pub(super) fn area(rest: &str) -> Option<&str> {
    let two = rest.get(..2)?;
    if AREAS_2.contains(&two) {
        return Some(two);
    }
    let third = rest.get(2..3)?;
    let (_, thirds) = AREAS_3.iter().find(|(begin, _)| *begin == two)?;
    thirds.contains(third).then(|| &rest[..3])
}

/// Returns the dial string for digits that begin with a country code.
pub(super) fn abroad(digits: &str) -> Option<String> {
    if digits.starts_with('0') {
        return None;
    }
    if let Some(rest) = digits.strip_prefix("31") {
        // Some people keep the 0 after the country code.
        return dutch(rest.strip_prefix('0').unwrap_or(rest));
    }
    let known = ABROAD.iter().find(|(code, ..)| digits.starts_with(code));
    let Some((code, shortest, longest)) = known else {
        return (8..=LONGEST)
            .contains(&digits.len())
            .then(|| format!("+{digits}"));
    };
    let rest = &digits[code.len()..];
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    (*shortest..=*longest)
        .contains(&rest.len())
        .then(|| format!("+{code}{rest}"))
}
