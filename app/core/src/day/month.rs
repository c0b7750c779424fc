//! The names of the months, for reading and for writing.

/// A month's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// "januari".
    pub dutch: &'static str,
    /// "January".
    pub english: &'static str,
    /// Abbreviations, and the German names found in exported address books; lower case.
    others: &'static [&'static str],
}

/// The months, from January.
pub const MONTHS: [Month; 12] = [
    month("januari", "January", &["jan", "januar"]),
    month("februari", "February", &["feb", "febr", "februar"]),
    month("maart", "March", &["mrt", "mar", "märz"]),
    month("april", "April", &["apr"]),
    month("mei", "May", &["mai"]),
    month("juni", "June", &["jun"]),
    month("juli", "July", &["jul"]),
    month("augustus", "August", &["aug"]),
    month("september", "September", &["sep", "sept"]),
    month("oktober", "October", &["okt", "oct"]),
    month("november", "November", &["nov"]),
    month("december", "December", &["dec", "dezember"]),
];

const fn month(
    dutch: &'static str,
    english: &'static str,
    others: &'static [&'static str],
) -> Month {
    Month {
        dutch,
        english,
        others,
    }
}

/// Returns the number of the month, from 1, that a lower-case word names.
pub fn month_named(word: &str) -> Option<u32> {
    let named = |month: &Month| {
        word == month.dutch
            || word.eq_ignore_ascii_case(month.english)
            || month.others.contains(&word)
    };
    let (_, number) = MONTHS.iter().zip(1..).find(|(month, _)| named(month))?;
    Some(number)
}
