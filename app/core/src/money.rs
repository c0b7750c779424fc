//! Money in whole cents, never floating point.

use serde::{Deserialize, Serialize};

use crate::{BadValue, Error};

/// An amount in cents. Negative only in reversals and sums.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

/// The largest amount of one expense: € 100.000.
pub const MAX_AMOUNT: Cents = Cents(10_000_000);

/// How digits without a decimal sign are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bare {
    Cents,
    Euros,
}

impl Cents {
    /// Parses keypad input: bare digits are cents (`3820` is € 38,20), as on a till. Input with a comma,
    /// point or euro sign is parsed as by [`Cents::written`].
    ///
    /// # Errors
    /// [`BadValue::Amount`] if the text is not an amount, is zero or negative, or exceeds
    /// [`MAX_AMOUNT`].
    pub fn keyed(text: &str) -> Result<Self, Error> {
        parse(text, Bare::Cents)
    }

    /// Parses an amount as people write it: `12`, `38,2`, `38.20`, `1.234,5`, `€ 1.234`, `1,234.56`.
    ///
    /// If both signs occur, the last one is the decimal sign. A single sign followed by one or two
    /// digits is the decimal sign too; a point followed by three digits separates thousands, the Dutch
    /// way. Decimals are never rounded: a comma followed by three digits is refused.
    ///
    /// # Errors
    /// The same as [`Cents::keyed`].
    pub fn written(text: &str) -> Result<Self, Error> {
        parse(text, Bare::Euros)
    }

    /// Returns whether the amount is valid for one expense.
    pub(crate) fn can_be_spent(self) -> bool {
        self > Self(0) && self <= MAX_AMOUNT
    }
}

impl std::ops::Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::ops::Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}

fn parse(text: &str, bare: Bare) -> Result<Cents, Error> {
    amount(text, bare)
        .filter(|amount| amount.can_be_spent())
        .ok_or(Error::Value(BadValue::Amount))
}

fn amount(text: &str, bare: Bare) -> Option<Cents> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (text, signed) = match text.strip_prefix('€').or_else(|| text.strip_suffix('€')) {
        Some(rest) => (rest, true),
        None => (text.as_str(), false),
    };
    // An amount with a euro sign is in euros.
    let bare = if signed { Bare::Euros } else { bare };
    let last = text.rfind(['.', ',']);
    let Some(last) = last else {
        let number = whole(text)?;
        return match bare {
            Bare::Cents => Some(Cents(number)),
            Bare::Euros => Some(Cents(number.checked_mul(100)?)),
        };
    };
    let (before, sign, after) = (&text[..last], &text[last..=last], &text[last + 1..]);
    if sign == "." && after.len() == 3 && !before.contains(',') {
        let euros = thousands(&format!("{before}.{after}"), '.')?;
        return Some(Cents(euros.checked_mul(100)?));
    }
    let other = if sign == "." { ',' } else { '.' };
    let euros = match before {
        "" if after.is_empty() => return None,
        "" => 0,
        before => thousands(before, other)?,
    };
    let cents = match after.len() {
        // The decimals are not typed yet.
        0 => 0,
        1 => whole(after)?.checked_mul(10)?,
        2 => whole(after)?,
        _ => return None,
    };
    Some(Cents(euros.checked_mul(100)?.checked_add(cents)?))
}

/// Parses digits with optional thousands separators: `1234`, `1.234`, but not `12.34`.
fn thousands(text: &str, sign: char) -> Option<i64> {
    let mut groups = text.split(sign);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let apart = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    if !apart {
        return None;
    }
    whole(&format!("{first}{}", rest.concat()))
}

/// Parses ASCII digits; `None` on overflow.
fn whole(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, keyed: i64, written: i64) {
        assert_eq!(Cents::keyed(text), Ok(Cents(keyed)), "{text} keyed in");
        assert_eq!(Cents::written(text), Ok(Cents(written)), "{text} written");
    }

    #[test]
    fn bare_digits_are_cents_on_the_keypad_and_euros_in_a_field() {
        check("3820", 3820, 382_000);
        check("5", 5, 500);
        check("007", 7, 700);
    }

    #[test]
    fn an_amount_is_read_as_it_is_written() {
        for (text, cents) in [
            ("38,20", 3820),
            ("38.20", 3820),
            ("38,2", 3820),
            ("38,", 3800),
            (",50", 50),
            ("1.234,5", 123_450),
            ("1.234", 123_400),
            ("1234,56", 123_456),
            ("1,234.56", 123_456),
            ("€ 12", 1200),
            ("12 €", 1200),
            ("€\u{a0}1.234,56", 123_456),
            (" 38 , 20 ", 3820),
            ("100.000", 10_000_000),
            ("100.000,00", 10_000_000),
        ] {
            check(text, cents, cents);
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "",
            " ",
            "€",
            ",",
            ".",
            "0",
            "0,00",
            "-5",
            "−5",
            "+5",
            "vijf euro",
            "12 euro",
            "38,201",
            "1,234",
            "12.34.5",
            "1.23,45",
            "1234.567,00",
            "1,2,3",
            "3e5",
            "٣٨٢٠",
            "38٫20",
            "100.000,01",
            "1.000.000",
            "99999999999999999999999999",
        ] {
            for read in [Cents::keyed(text), Cents::written(text)] {
                assert_eq!(read, Err(Error::Value(BadValue::Amount)), "{text}");
            }
        }
        assert_eq!(
            Cents::keyed("10000001"),
            Err(Error::Value(BadValue::Amount))
        );
        assert_eq!(Cents::keyed("10000000"), Ok(MAX_AMOUNT));
    }

    proptest::proptest! {
        #[test]
        fn any_text_at_all_is_an_amount_within_bounds_or_refused(text in ".{0,24}") {
            for read in [Cents::keyed(&text), Cents::written(&text)] {
                proptest::prop_assert!(read.is_err() || read.is_ok_and(Cents::can_be_spent));
            }
        }
    }
}
